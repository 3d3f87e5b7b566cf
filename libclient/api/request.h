// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Request and Response: what goes to and comes from a home server, as values. No IO here.
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QUrlQuery>

#include <chrono>

namespace client::api {

enum class Method { Get, Post, Put, Delete };

//! `path` is percent-encoded already ("/_matrix/client/v3/rooms/%21a%3Ab/leave") and joined to the
//! base URL by the transport. Use pathOf() to build it.
struct Request {
    Method method = Method::Get;
    QByteArray path;
    QUrlQuery query;
    QByteArray body; //!< JSON unless contentType says else
    QByteArray contentType = "application/json";
    bool authenticated = true;                 //!< carries the access token
    std::chrono::milliseconds timeout{30'000}; //!< without a byte of progress
    qint64 maxResponseBytes = 64LL * 1024 * 1024;
};

struct Response {
    int status = 0;
    QByteArray body;
    QByteArray contentType;
    QByteArray contentDisposition;
    std::optional<std::chrono::milliseconds> retryAfter; //!< Retry-After header
};

//! Joins fixed text and percent-encoded segments: pathOf("/_matrix/client/v3/rooms", {id,
//! u"leave"}).
QByteArray pathOf(const char* prefix, const QList<QString>& segments);
Request jsonRequest(Method method, QByteArray path, const QJsonObject& body);

//! 2xx: the body as an object (Malformed when it is not one). Otherwise the matrix error as Error:
//! errcode, retry_after_ms (or the header), soft_logout; kinds by status and errcode.
Result<QJsonObject> readJson(const Response& response);
//! The Error of a non-2xx response; Internal when it was a success.
Error errorOf(const Response& response);

} // namespace client::api
