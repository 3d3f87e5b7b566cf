// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "api/request.h"

#include "base/answerjson.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace client::api {

using Kind = Error::Kind;

QByteArray pathOf(const char* prefix, const QList<QString>& segments)
{
    QByteArray path(prefix);
    for (const QString& segment : segments) {
        path += '/';
        // "." and ".." survive percent-encoding and would climb: an id is never one of them.
        path += segment == "."_L1    ? "%2E"_ba
                : segment == ".."_L1 ? "%2E%2E"_ba
                                     : QUrl::toPercentEncoding(segment);
    }
    return path;
}

Request jsonRequest(Method method, QByteArray path, const QJsonObject& body)
{
    Request request;
    request.method = method;
    request.path = std::move(path);
    request.body = toJson(body);
    return request;
}

namespace {

Kind kindOf(int status, const QString& errcode)
{
    if (errcode == "M_LIMIT_EXCEEDED"_L1 || status == 429) {
        return Kind::RateLimited;
    }
    if (errcode == "M_UNKNOWN_TOKEN"_L1 || errcode == "M_MISSING_TOKEN"_L1) {
        return Kind::SignedOut;
    }
    if (errcode == "M_UNRECOGNIZED"_L1) {
        return Kind::Unsupported;
    }
    if (errcode == "M_TOO_LARGE"_L1 || status == 413) {
        return Kind::Invalid;
    }
    switch (status) {
    case 401:
    case 403:
        return Kind::Forbidden;
    case 404:
        return Kind::NotFound;
    case 408:
        return Kind::Timeout;
    default:
        return status >= 500 || status < 400 ? Kind::Server : Kind::Invalid;
    }
}

} // namespace

Error errorOf(const Response& response)
{
    Error error;
    error.code = response.status;
    error.retryAfter = response.retryAfter;
    if (response.status >= 200 && response.status < 300) {
        error.detail = u"not an error"_s;
        return error;
    }
    const auto body = parseAnswer(response.body);
    if (body) {
        error.errcode = body->value("errcode"_L1).toString().left(100);
        error.detail = body->value("error"_L1).toString().left(300);
        error.softLogout = body->value("soft_logout"_L1).toBool();
        const QJsonValue wait = body->value("retry_after_ms"_L1);
        if (!error.retryAfter && wait.isDouble() && wait.toDouble() >= 0) {
            error.retryAfter =
                std::chrono::milliseconds(int64_t(std::min(wait.toDouble(), 86'400'000.0)));
        }
    }
    error.kind = kindOf(response.status, error.errcode);
    if (error.errcode == "M_TOO_LARGE"_L1 || response.status == 413) {
        error.errcode = u"M_TOO_LARGE"_s;
    }
    return error;
}

Result<QJsonObject> readJson(const Response& response)
{
    if (response.status < 200 || response.status >= 300) {
        return std::unexpected(errorOf(response));
    }
    return parseAnswer(response.body);
}

} // namespace client::api
