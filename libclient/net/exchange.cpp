// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/exchange.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace client::net {

using Kind = Error::Kind;

namespace {

int statusOf(const QNetworkReply* reply)
{
    return reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
}

bool isSuccess(int status)
{
    return status >= 200 && status < 300;
}

//! Seconds or an HTTP date; at most a day.
std::optional<std::chrono::milliseconds> retryAfterOf(const QNetworkReply* reply)
{
    const QByteArray text = reply->rawHeader("Retry-After").trimmed();
    if (text.isEmpty()) {
        return std::nullopt;
    }
    bool isNumber = false;
    qint64 ms = text.toLongLong(&isNumber) * 1000;
    if (!isNumber) {
        const auto when = QDateTime::fromString(QString::fromLatin1(text), Qt::RFC2822Date);
        if (!when.isValid()) {
            return std::nullopt;
        }
        ms = QDateTime::currentDateTimeUtc().msecsTo(when);
    }
    return std::chrono::milliseconds(std::clamp<qint64>(ms, 0, 86'400'000));
}

} // namespace

Exchange::Exchange(QNetworkReply* reply, Options options)
    : m_reply(reply)
    , m_options(std::move(options))
{
    QObject::connect(m_reply, &QNetworkReply::readyRead, &m_home, [this] { read(); });
    if (m_options.progress) {
        const bool up = m_options.body != nullptr;
        QObject::connect(m_reply,
                         up ? &QNetworkReply::uploadProgress : &QNetworkReply::downloadProgress,
                         &m_home, [this](qint64 done, qint64 total) {
                             const qint64 offset = m_options.body ? 0 : m_options.resumeFrom;
                             m_options.progress(offset + done, total < 0 ? -1 : offset + total);
                         });
    }
}

Exchange::~Exchange()
{
    // Abort before anything is disconnected: Qt's own abort travels by signal.
    m_home.disconnect();
    QObject::disconnect(m_reply, nullptr, &m_home, nullptr);
    m_reply->abort();
    if (m_options.body) {
        m_options.body.release()->setParent(m_reply); // Qt may still look at it
    }
    m_reply->deleteLater();
}

void Exchange::await_suspend(std::coroutine_handle<> waiter)
{
    // Queued: a coroutine is resumed by the event loop, never inside of a signal.
    QObject::connect(
        m_reply, &QNetworkReply::finished, &m_home, [waiter] { waiter.resume(); },
        Qt::QueuedConnection);
    if (m_reply->isFinished()) {
        QMetaObject::invokeMethod(&m_home, [waiter] { waiter.resume(); }, Qt::QueuedConnection);
        QObject::disconnect(m_reply, &QNetworkReply::finished, &m_home, nullptr);
    }
}

void Exchange::stop(Kind kind, const QString& why)
{
    if (!m_failure) {
        m_failure = fail(kind, why).error();
        m_reply->abort();
    }
}

void Exchange::read()
{
    const QByteArray bytes = m_reply->readAll();
    m_received += bytes.size();
    if (m_received > m_options.maxBytes) {
        stop(Kind::Malformed, u"answer longer than allowed"_s);
        return;
    }
    if (m_options.sink && isSuccess(statusOf(m_reply))) {
        readToSink(bytes);
    } else {
        m_response.body += bytes;
    }
}

void Exchange::readToSink(const QByteArray& bytes)
{
    constexpr int partialContent = 206;
    QFile& sink = *m_options.sink;
    if (m_options.resumeFrom > 0 && m_received == bytes.size() &&
        statusOf(m_reply) != partialContent) {
        // The server sends the whole file again.
        m_options.resumeFrom = 0;
        if (!sink.resize(0) || !sink.seek(0)) {
            stop(Kind::Store, sink.errorString());
            return;
        }
    }
    if (sink.write(bytes) != bytes.size()) {
        const bool full = sink.error() == QFile::ResourceError || sink.error() == QFile::WriteError;
        stop(full ? Kind::DiskFull : Kind::Store, sink.errorString());
    }
}

Error Exchange::networkError() const
{
    using N = QNetworkReply;
    Error error;
    error.code = int(m_reply->error());
    error.detail = m_reply->errorString();
    switch (m_reply->error()) {
    case N::SslHandshakeFailedError:
        error.kind = Kind::Tls;
        break;
    case N::TimeoutError:
    case N::OperationCanceledError: // the transfer timeout aborts
        error.kind = Kind::Timeout;
        break;
    default:
        error.kind = Kind::Offline;
    }
    return error;
}

Result<api::Response> Exchange::await_resume()
{
    if (!m_failure) {
        read();
    }
    if (m_failure) {
        return std::unexpected(*m_failure);
    }
    if (m_options.sink && !m_options.sink->flush()) {
        return fail(Kind::DiskFull, m_options.sink->errorString());
    }
    const int status = statusOf(m_reply);
    // Qt calls 4xx and 5xx errors, too; what counts here is that the answer came whole.
    const bool isAnswer = m_reply->error() == QNetworkReply::NoError ||
                          (status >= 300 && m_reply->error() >= QNetworkReply::ContentAccessDenied);
    if (status == 0 || !isAnswer) {
        return std::unexpected(networkError());
    }
    m_response.status = status;
    m_response.contentType = m_reply->rawHeader("Content-Type");
    m_response.contentDisposition = m_reply->rawHeader("Content-Disposition");
    m_response.retryAfter = retryAfterOf(m_reply);
    return std::move(m_response);
}

} // namespace client::net
