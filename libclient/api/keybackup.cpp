// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "api/keybackup.h"

using namespace Qt::StringLiterals;

namespace client::api {

namespace {

Request ofVersion(Request request, const QString& version)
{
    request.query.addQueryItem(u"version"_s, version);
    return request;
}

Request get(QByteArray path)
{
    Request request;
    request.path = std::move(path);
    return request;
}

} // namespace

Request backupVersionRequest()
{
    return get("/_matrix/client/v3/room_keys/version");
}

Request createBackupRequest(const QJsonObject& body)
{
    return jsonRequest(Method::Post, "/_matrix/client/v3/room_keys/version", body);
}

Request putBackupKeysRequest(const QString& version, const QJsonObject& body)
{
    return ofVersion(jsonRequest(Method::Put, "/_matrix/client/v3/room_keys/keys", body), version);
}

Request backupKeysRequest(const QString& version)
{
    Request request = ofVersion(get("/_matrix/client/v3/room_keys/keys"), version);
    request.maxResponseBytes = 512LL * 1024 * 1024; // half a million keys
    return request;
}

Request backupRoomKeysRequest(const QString& version, const QString& room)
{
    return ofVersion(get(pathOf("/_matrix/client/v3/room_keys/keys", {room})), version);
}

Request backupKeyRequest(const QString& version, const QString& room, const QString& session)
{
    return ofVersion(get(pathOf("/_matrix/client/v3/room_keys/keys", {room, session})), version);
}

} // namespace client::api
