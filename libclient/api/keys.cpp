// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "api/keys.h"

using namespace Qt::StringLiterals;

namespace client::api {

Request keysUploadRequest(const QJsonObject& body)
{
    return jsonRequest(Method::Post, "/_matrix/client/v3/keys/upload", body);
}

Request keysQueryRequest(const QJsonObject& body)
{
    return jsonRequest(Method::Post, "/_matrix/client/v3/keys/query", body);
}

Request keysClaimRequest(const QJsonObject& body)
{
    return jsonRequest(Method::Post, "/_matrix/client/v3/keys/claim", body);
}

Request signaturesUploadRequest(const QJsonObject& body)
{
    return jsonRequest(Method::Post, "/_matrix/client/v3/keys/signatures/upload", body);
}

Request toDeviceRequest(const QString& type, const QString& txn, const QJsonObject& body)
{
    return jsonRequest(Method::Put, pathOf("/_matrix/client/v3/sendToDevice", {type, txn}), body);
}

} // namespace client::api
