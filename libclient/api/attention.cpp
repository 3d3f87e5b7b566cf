// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "api/attention.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace client::api {

namespace {

constexpr auto userPath = "/_matrix/client/v3/user";
constexpr auto rulesPath = "/_matrix/client/v3/pushrules/global";
constexpr auto roomsPath = "/_matrix/client/v3/rooms";

Request without(QByteArray path)
{
    Request request;
    request.method = Method::Delete;
    request.path = std::move(path);
    return request;
}

QByteArray tagPath(const UserId& own, const RoomId& room, const QString& tag)
{
    return pathOf(userPath, {own.toString(), u"rooms"_s, room.toString(), u"tags"_s, tag});
}

Request moveRequest(const RoomId& room, const QString& act, const UserId& user,
                    const QString& reason)
{
    QJsonObject body{{u"user_id"_s, user.toString()}};
    if (!reason.isEmpty()) {
        body.insert(u"reason"_s, reason);
    }
    return jsonRequest(Method::Post, pathOf(roomsPath, {room.toString(), act}), body);
}

} // namespace

Request setTagRequest(const UserId& own, const RoomId& room, const QString& tag)
{
    return jsonRequest(Method::Put, tagPath(own, room, tag), {{u"order"_s, 0.5}});
}

Request removeTagRequest(const UserId& own, const RoomId& room, const QString& tag)
{
    return without(tagPath(own, room, tag));
}

Request saveRoomDataRequest(const UserId& own, const RoomId& room, const QString& type,
                            const QJsonObject& content)
{
    return jsonRequest(
        Method::Put,
        pathOf(userPath, {own.toString(), u"rooms"_s, room.toString(), u"account_data"_s, type}),
        content);
}

Request savePushRuleRequest(const QString& kind, const QString& id, const QJsonObject& rule)
{
    return jsonRequest(Method::Put, pathOf(rulesPath, {kind, id}), rule);
}

Request removePushRuleRequest(const QString& kind, const QString& id)
{
    return without(pathOf(rulesPath, {kind, id}));
}

Request enablePushRuleRequest(const QString& kind, const QString& id, bool enabled)
{
    return jsonRequest(Method::Put, pathOf(rulesPath, {kind, id, u"enabled"_s}),
                       {{u"enabled"_s, enabled}});
}

Request pushActionsRequest(const QString& kind, const QString& id, const QJsonArray& actions)
{
    return jsonRequest(Method::Put, pathOf(rulesPath, {kind, id, u"actions"_s}),
                       {{u"actions"_s, actions}});
}

Request banRequest(const RoomId& room, const UserId& user, const QString& reason)
{
    return moveRequest(room, u"ban"_s, user, reason);
}

Request unbanRequest(const RoomId& room, const UserId& user, const QString& reason)
{
    return moveRequest(room, u"unban"_s, user, reason);
}

} // namespace client::api
