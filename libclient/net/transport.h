// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Transport: carries a Request to the account's home server. Interface; owned by Session.
#pragma once

#include "api/request.h"
#include "base/task.h"

#include <QIODevice>
#include <QUrl>

#include <functional>

namespace client::net {

//! Bytes moved so far and in all (-1 when unknown); called on the home thread.
using Progress = std::function<void(qint64 done, qint64 total)>;

class Transport {
public:
    Transport() = default;
    virtual ~Transport() = default;
    Transport(const Transport&) = delete;
    Transport& operator=(const Transport&) = delete;
    Transport(Transport&&) = delete;
    Transport& operator=(Transport&&) = delete;

    //! The answer of any status, or an Error of kind Offline, Timeout, Tls or Malformed (over-long
    //! answer). Authenticated requests never follow a redirect. The Task's death aborts the
    //! request.
    virtual Task<Result<api::Response>> send(api::Request request) = 0;
    //! As send; the request's body is read from the file at `path`.
    virtual Task<Result<api::Response>> upload(api::Request request, QString path,
                                               Progress progress) = 0;
    //! As send; a 2xx body goes to the file at `path` (created, 0600), other bodies to the
    //! Response. `resumeFrom` > 0 asks for a range and appends when the server agrees.
    virtual Task<Result<api::Response>> download(api::Request request, QString path,
                                                 qint64 resumeFrom, Progress progress) = 0;

    virtual QUrl baseUrl() const = 0;
    virtual void setBaseUrl(const QUrl& url) = 0;
    //! Empty: requests that want a token fail with SignedOut.
    virtual void setAccessToken(const QByteArray& token) = 0;
};

} // namespace client::net
