// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Exchange: one HTTP request under way, awaited by one coroutine. Private to net.
#pragma once

#include "net/transport.h"

#include <QFile>
#include <QNetworkReply>
#include <QObject>

#include <coroutine>
#include <memory>

namespace client::net {

//! `co_await Exchange{reply, limits…}`. Its death aborts the request.
class Exchange {
public:
    struct Options {
        qint64 maxBytes = 0;
        std::unique_ptr<QIODevice> body; //!< read while sending, or null
        std::unique_ptr<QFile> sink;     //!< open for writing; a 2xx body goes there
        qint64 resumeFrom = 0;
        Progress progress;
    };

    Exchange(QNetworkReply* reply, Options options);
    Exchange(const Exchange&) = delete;
    Exchange& operator=(const Exchange&) = delete;
    Exchange(Exchange&&) = delete;
    Exchange& operator=(Exchange&&) = delete;
    ~Exchange();

    bool await_ready() const noexcept { return false; }

    void await_suspend(std::coroutine_handle<> waiter);
    Result<api::Response> await_resume();

private:
    void read();
    void readToSink(const QByteArray& bytes);
    void stop(Error::Kind kind, const QString& why);
    Error networkError() const;

    QNetworkReply* m_reply;
    Options m_options;
    api::Response m_response;
    std::optional<Error> m_failure; //!< our own reason for stopping
    qint64 m_received = 0;
    QObject m_home; // destroyed first: signals then have nowhere to go
};

} // namespace client::net
