// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Downloader: files of messages and avatars, checked and in clear, from the cache or the server.
// Owned by Session; lives on the home thread.
#pragma once

#include "engine/engine.h"
#include "media/mediapool.h"
#include "net/transport.h"

#include <QHash>

#include <functional>

namespace client::media {

//! How a request with the account's token is sent; given by the session.
struct Fetch {
    std::function<Task<Result<api::Response>>(api::Request)> send;
    std::function<Task<Result<api::Response>>(api::Request, QString path, qint64 resumeFrom)>
        download;
};

class Downloader {
public:
    Downloader(Fetch fetch, MediaPool& pool);

    //! At most 100 MiB in memory. Crypto: not the file that was sent.
    Task<Result<QByteArray>> bytes(std::shared_ptr<engine::MediaSource> source);
    //! Writes a new file (0600), whole or not at all; Invalid when `path` exists. Its size.
    Task<Result<qint64>> save(std::shared_ptr<engine::MediaSource> source, QString path);
    //! What lies at the server, as it is, at most so many bytes; kept nowhere.
    Task<Result<QByteArray>> raw(QString mxc, qint64 most);
    Task<Result<QByteArray>> thumbnail(MxcUri uri, int size);

private:
    //! Ciphertext into the cache; goes on where a cut left it.
    Task<Result<QString>> cipherFile(QString mxc);
    Task<Result<QByteArray>> clearBytes(QString mxc);
    Task<Result<api::Response>> fetch(MxcUri uri, qint64 most);
    Task<Result<api::Response>> fetchTo(MxcUri uri, QString path);
    Task<Result<>> decryptTo(std::shared_ptr<engine::MediaSource> source, QString cipher,
                             QString target);

    Fetch m_fetch;
    MediaPool* m_pool;
    bool m_legacy = false; //!< the server knows only the endpoints before 1.11
};

} // namespace client::media
