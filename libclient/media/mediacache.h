// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// MediaCache: files of messages kept on disk, unreadable without the account's keys. Bounded in
// size, least recently used first out. Lives on the media thread; owned by MediaPool.
#pragma once

#include "base/error.h"
#include "base/secretbytes.h"

#include <QByteArray>
#include <QString>

namespace client::media {

class MediaCache {
public:
    //! `sealKey` encrypts what came in clear; `nameKey` makes file names that say nothing.
    MediaCache(QString folder, SecretBytes sealKey, SecretBytes nameKey, qint64 maxBytes);

    //! Path for the ciphertext of an encrypted file: it is kept as it came.
    QString cipherPath(const QString& name) const;
    bool hasCipher(const QString& name) const;
    //! Clear bytes, sealed on disk.
    Result<QByteArray> sealed(const QString& name) const; //!< NotFound, Damaged
    Result<> seal(const QString& name, const QByteArray& bytes);
    void remove(const QString& name) const; //!< however it is kept
    void touch(const QString& path) const;
    void evict() const; //!< down to the bound

private:
    QString pathOf(const QString& name, QLatin1StringView suffix) const;

    QString m_folder;
    SecretBytes m_sealKey;
    SecretBytes m_nameKey;
    qint64 m_maxBytes;
};

} // namespace client::media
