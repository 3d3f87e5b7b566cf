// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "api/rooms.h"

#include "base/answerjson.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace client::api {

namespace {

constexpr char roomsPath[] = "/_matrix/client/v3/rooms";

QJsonObject withReason(QJsonObject body, const QString& reason)
{
    if (!reason.isEmpty()) {
        body.insert(u"reason"_s, reason);
    }
    return body;
}

} // namespace

Request createRoomRequest(const QJsonObject& body)
{
    Request request = jsonRequest(Method::Post, "/_matrix/client/v3/createRoom", body);
    request.timeout = std::chrono::seconds{90};
    return request;
}

Result<RoomId> readRoomId(const Response& response)
{
    const auto object = readJson(response);
    if (!object) {
        return std::unexpected(object.error());
    }
    const RoomId room(object->value("room_id"_L1).toString());
    return room.isValid() ? Result<RoomId>(room)
                          : fail(Error::Kind::Malformed, u"answer without room_id"_s);
}

Request joinRequest(const QString& roomIdOrAlias, const QStringList& via)
{
    Request request =
        jsonRequest(Method::Post, pathOf("/_matrix/client/v3/join", {roomIdOrAlias}), {});
    for (const QString& server : via) {
        request.query.addQueryItem(u"via"_s, QString::fromLatin1(QUrl::toPercentEncoding(server)));
        request.query.addQueryItem(u"server_name"_s,
                                   QString::fromLatin1(QUrl::toPercentEncoding(server)));
    }
    request.timeout = std::chrono::seconds{120}; // joining over federation takes its time
    return request;
}

Request leaveRequest(const RoomId& room, const QString& reason)
{
    return jsonRequest(Method::Post, pathOf(roomsPath, {room.toString(), u"leave"_s}),
                       withReason({}, reason));
}

Request inviteRequest(const RoomId& room, const UserId& user, const QString& reason)
{
    return jsonRequest(Method::Post, pathOf(roomsPath, {room.toString(), u"invite"_s}),
                       withReason({{u"user_id"_s, user.toString()}}, reason));
}

Request kickRequest(const RoomId& room, const UserId& user, const QString& reason)
{
    return jsonRequest(Method::Post, pathOf(roomsPath, {room.toString(), u"kick"_s}),
                       withReason({{u"user_id"_s, user.toString()}}, reason));
}

Request membersRequest(const RoomId& room)
{
    Request request;
    request.path = pathOf(roomsPath, {room.toString(), u"members"_s});
    request.maxResponseBytes = 512LL * 1024 * 1024;
    return request;
}

Request messagesRequest(const RoomId& room, const QString& from, int limit)
{
    Request request;
    request.path = pathOf(roomsPath, {room.toString(), u"messages"_s});
    request.query.addQueryItem(u"dir"_s, u"b"_s);
    request.query.addQueryItem(u"limit"_s, QString::number(limit));
    request.query.addQueryItem(u"filter"_s, QString::fromLatin1(QUrl::toPercentEncoding(
                                                uR"({"lazy_load_members":true})"_s)));
    if (!from.isEmpty()) {
        request.query.addQueryItem(u"from"_s, QString::fromLatin1(QUrl::toPercentEncoding(from)));
    }
    return request;
}

Result<Messages> readMessages(const QByteArray& body)
{
    const auto object = parseAnswer(body);
    if (!object) {
        return std::unexpected(object.error());
    }
    if (!object->value("chunk"_L1).isArray()) {
        return fail(Error::Kind::Malformed, u"messages without chunk"_s);
    }
    return Messages{events::parseEvents(object->value("chunk"_L1).toArray()),
                    events::parseEvents(object->value("state"_L1).toArray()),
                    object->value("end"_L1).toString()};
}

Result<std::vector<events::Event>> readMembers(const QByteArray& body)
{
    const auto object = parseAnswer(body);
    if (!object) {
        return std::unexpected(object.error());
    }
    if (!object->value("chunk"_L1).isArray()) {
        return fail(Error::Kind::Malformed, u"members without chunk"_s);
    }
    return events::parseEvents(object->value("chunk"_L1).toArray());
}

Request sendRequest(const RoomId& room, const QString& type, const TxnId& txn,
                    const QJsonObject& content)
{
    return jsonRequest(Method::Put,
                       pathOf(roomsPath, {room.toString(), u"send"_s, type, txn.toString()}),
                       content);
}

Request redactRequest(const RoomId& room, const EventId& event, const TxnId& txn,
                      const QString& reason)
{
    return jsonRequest(
        Method::Put,
        pathOf(roomsPath, {room.toString(), u"redact"_s, event.toString(), txn.toString()}),
        withReason({}, reason));
}

Result<EventId> readEventId(const Response& response)
{
    const auto object = readJson(response);
    if (!object) {
        return std::unexpected(object.error());
    }
    const EventId event(object->value("event_id"_L1).toString());
    return event.isValid() ? Result<EventId>(event)
                           : fail(Error::Kind::Malformed, u"answer without event_id"_s);
}

Request eventRequest(const RoomId& room, const EventId& event)
{
    Request request;
    request.path = pathOf(roomsPath, {room.toString(), u"event"_s, event.toString()});
    return request;
}

Result<events::Event> readEvent(const QByteArray& body)
{
    const auto object = parseAnswer(body);
    return object ? events::parseEvent(*object)
                  : Result<events::Event>(std::unexpected(object.error()));
}

Request threadRequest(const RoomId& room, const EventId& root, const QString& from)
{
    Request request;
    request.path = pathOf("/_matrix/client/v1/rooms",
                          {room.toString(), u"relations"_s, root.toString(), u"m.thread"_s});
    request.query.addQueryItem(u"dir"_s, u"b"_s);
    request.query.addQueryItem(u"limit"_s, u"100"_s);
    if (!from.isEmpty()) {
        request.query.addQueryItem(u"from"_s, QString::fromLatin1(QUrl::toPercentEncoding(from)));
    }
    return request;
}

Request threadsRequest(const RoomId& room, const QString& from)
{
    Request request;
    request.path = pathOf("/_matrix/client/v1/rooms", {room.toString(), u"threads"_s});
    request.query.addQueryItem(u"limit"_s, u"50"_s);
    if (!from.isEmpty()) {
        request.query.addQueryItem(u"from"_s, QString::fromLatin1(QUrl::toPercentEncoding(from)));
    }
    return request;
}

Result<Messages> readRelations(const QByteArray& body)
{
    const auto object = parseAnswer(body);
    if (!object) {
        return std::unexpected(object.error());
    }
    if (!object->value("chunk"_L1).isArray()) {
        return fail(Error::Kind::Malformed, u"relations without chunk"_s);
    }
    return Messages{events::parseEvents(object->value("chunk"_L1).toArray()),
                    {},
                    object->value("next_batch"_L1).toString().left(4096)};
}

Request stateRequest(const RoomId& room, const QString& type)
{
    Request request;
    request.path = pathOf(roomsPath, {room.toString(), u"state"_s, type});
    return request;
}

Request sendStateRequest(const RoomId& room, const QString& type, const QJsonObject& content)
{
    return jsonRequest(Method::Put, pathOf(roomsPath, {room.toString(), u"state"_s, type}),
                       content);
}

Request receiptRequest(const RoomId& room, const EventId& event, const QString& thread,
                       bool publicly)
{
    return jsonRequest(
        Method::Post,
        pathOf(roomsPath, {room.toString(), u"receipt"_s,
                           publicly ? u"m.read"_s : u"m.read.private"_s, event.toString()}),
        {{u"thread_id"_s, thread}});
}

Request fullyReadRequest(const RoomId& room, const EventId& event)
{
    return jsonRequest(Method::Post, pathOf(roomsPath, {room.toString(), u"read_markers"_s}),
                       {{u"m.fully_read"_s, event.toString()}});
}

Request typingRequest(const RoomId& room, const UserId& own, bool typing)
{
    QJsonObject body{{u"typing"_s, typing}};
    if (typing) {
        body.insert(u"timeout"_s, 20000);
    }
    return jsonRequest(Method::Put,
                       pathOf(roomsPath, {room.toString(), u"typing"_s, own.toString()}), body);
}

Request accountDataRequest(const UserId& own, const QString& type)
{
    Request request;
    request.path = pathOf("/_matrix/client/v3/user", {own.toString(), u"account_data"_s, type});
    return request;
}

Request saveAccountDataRequest(const UserId& own, const QString& type, const QJsonObject& content)
{
    return jsonRequest(Method::Put,
                       pathOf("/_matrix/client/v3/user", {own.toString(), u"account_data"_s, type}),
                       content);
}

} // namespace client::api
