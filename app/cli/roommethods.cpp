// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// rooms.*

#include "json.h"
#include "server.h"

using namespace Qt::StringLiterals;
using client::EventId;
using client::RoomId;
using client::UserId;
using client::session::Session;

namespace cli {

namespace {

RoomId roomOf(Params& params)
{
    RoomId room(params.text(u"roomId"_s));
    if (params.isFine() && !room.isValid()) {
        params.refuse(u"roomId is not a room id."_s);
    }
    return room;
}

UserId userOf(Params& params, const QString& text)
{
    UserId user(text);
    if (params.isFine() && !user.isValid()) {
        params.refuse(u"“%1” is not a user id."_s.arg(text.left(80)));
    }
    return user;
}

} // namespace

Server::Answer Server::listRooms(Params params)
{
    const QString wanted = params.optionalText(u"membership"_s);
    const QStringList words{u"join"_s, u"invite"_s, u"knock"_s, u"leave"_s, u"ban"_s};
    if (!wanted.isEmpty() && !words.contains(wanted)) {
        params.refuse(u"membership is join, invite, knock, leave or ban."_s);
    }
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto rooms = co_await (*open)->roomList();
    if (!rooms) {
        co_return std::unexpected(rooms.error());
    }
    QJsonArray list;
    for (const client::rooms::RoomSummary& room : *rooms) {
        if (wanted.isEmpty() || membershipWord(room.membership) == wanted) {
            list.append(toJson(room));
        }
    }
    co_return list;
}

Server::Answer Server::createRoom(Params params)
{
    Session::CreateRoom request;
    request.name = params.optionalText(u"name"_s);
    request.topic = params.optionalText(u"topic"_s);
    for (const QString& user : params.list(u"invite"_s)) {
        request.invite.push_back(userOf(params, user));
    }
    request.isDirect = params.flag(u"isDirect"_s).value_or(false);
    request.isPublic = params.flag(u"public"_s).value_or(false);
    // What everybody may join cannot be kept secret; all else is encrypted unless told otherwise.
    request.encrypted = params.flag(u"encrypted"_s).value_or(!request.isPublic);
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto room = co_await (*open)->createRoom(std::move(request));
    if (!room) {
        co_return std::unexpected(room.error());
    }
    co_return QJsonObject{{u"roomId"_s, room->toString()}};
}

Server::Answer Server::joinRoom(Params params)
{
    const QString wanted = params.text(u"roomId"_s);
    if (params.isFine() && !RoomId(wanted).isValid() && !client::RoomAlias(wanted).isValid()) {
        params.refuse(u"roomId is neither a room id nor an alias."_s);
    }
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto room = co_await (*open)->joinRoom(wanted);
    if (!room) {
        co_return std::unexpected(room.error());
    }
    co_return QJsonObject{{u"roomId"_s, room->toString()}};
}

Server::Answer Server::leaveRoom(Params params)
{
    const RoomId room = roomOf(params);
    const QString reason = params.optionalText(u"reason"_s);
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto done = co_await (*open)->leaveRoom(room, reason);
    if (!done) {
        co_return std::unexpected(done.error());
    }
    co_return QJsonObject{{u"roomId"_s, room.toString()}};
}

Server::Answer Server::inviteTo(Params params)
{
    return moveMember(std::move(params), &Session::invite);
}

Server::Answer Server::kickFrom(Params params)
{
    return moveMember(std::move(params), &Session::kick);
}

Server::Answer Server::moveMember(Params params, Move move)
{
    const RoomId room = roomOf(params);
    const UserId user = userOf(params, params.text(u"userId"_s));
    const QString reason = params.optionalText(u"reason"_s);
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto done = co_await ((*open)->*move)(room, user, reason);
    if (!done) {
        co_return std::unexpected(done.error());
    }
    co_return QJsonObject{{u"roomId"_s, room.toString()}};
}

Server::Answer Server::members(Params params)
{
    const RoomId room = roomOf(params);
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto people = co_await (*open)->members(room);
    if (!people) {
        co_return std::unexpected(people.error());
    }
    QJsonArray list;
    for (const client::engine::Member& member : *people) {
        list.append(toJson(member));
    }
    co_return list;
}

Server::Answer Server::markRead(Params params)
{
    const RoomId room = roomOf(params);
    const EventId event(params.text(u"eventId"_s));
    const bool publicly = params.flag(u"public"_s).value_or(true);
    const QString thread = params.optionalText(u"threadId"_s);
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto done = co_await (*open)->markRead(room, event, publicly, thread);
    if (!done) {
        co_return std::unexpected(done.error());
    }
    co_return QJsonObject();
}

Server::Answer Server::typing(Params params)
{
    const RoomId room = roomOf(params);
    const bool on = params.flag(u"typing"_s).value_or(true);
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    (*open)->setTyping(room, on);
    co_return QJsonObject();
}

} // namespace cli
