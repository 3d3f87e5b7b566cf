// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Staging: files that wait for their upload, as ciphertext in media/outbox. For a room without
// encryption the clear bytes exist only while they are sent. Owned by Engine::Parts.
#pragma once

#include "base/error.h"
#include "engine/outbox.h"

#include <QIODevice>
#include <QString>

namespace client::engine {

class Staging {
public:
    //! `folder` of the account; nothing is made before it is needed.
    explicit Staging(QString folder) : m_folder(std::move(folder)) {}

    //! Encrypts a copy of the file; the row lacks only its txn, kind and type.
    Result<store::UploadRow> add(const QString& path);
    Result<store::UploadRow> add(const QByteArray& bytes);
    //! The message's file and, where there is one, its thumbnail. All of them or none.
    Result<> addAll(OutgoingMessage& message);
    //! Where the bytes to send are: the ciphertext, or a clear copy that lives until remove().
    Result<QString> pathFor(const store::UploadRow& upload);
    void remove(const QString& file);
    void removeClear(const QString& file);
    //! Removes what no row names: left by a crash between two steps.
    void sweep(const std::vector<QString>& wanted);

private:
    Result<store::UploadRow> seal(QIODevice& plain);
    QString sealed(const QString& file) const;
    QString clear(const QString& file) const;
    Result<> makeFolder() const;

    QString m_folder;
};

} // namespace client::engine
