// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a person does with rooms.

#include "api/rooms.h"
#include "base/answerjson.h"
#include "base/log.h"
#include "engine/threads.h"
#include "events/types.h"
#include "rooms/directs.h"
#include "session/sessionparts.h"

#include <QJsonArray>
#include <QScopeGuard>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using client::engine::Engine;
namespace types = client::events::types;

namespace client::session {

namespace {

//! Specification, "Creation": the preset decides who may join and what guests see.
QString presetOf(const Session::CreateRoom& wish)
{
    if (wish.isPublic) {
        return u"public_chat"_s;
    }
    return wish.isDirect ? u"trusted_private_chat"_s : u"private_chat"_s;
}

QJsonObject bodyOf(const Session::CreateRoom& wish)
{
    QJsonObject body{{u"preset"_s, presetOf(wish)},
                     {u"visibility"_s, wish.isPublic ? u"public"_s : u"private"_s},
                     {u"is_direct"_s, wish.isDirect}};
    if (!wish.name.isEmpty()) {
        body.insert(u"name"_s, wish.name);
    }
    if (!wish.topic.isEmpty()) {
        body.insert(u"topic"_s, wish.topic);
    }
    QJsonArray invited;
    for (const UserId& user : wish.invite) {
        invited.append(user.toString());
    }
    body.insert(u"invite"_s, invited);
    if (wish.encrypted) {
        const QJsonObject encryption{
            {u"type"_s, types::encryption},
            {u"state_key"_s, QString()},
            {u"content"_s, QJsonObject{{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s}}}};
        body.insert(u"initial_state"_s, QJsonArray{encryption});
    }
    return body;
}

//! Servers that are likely to know the room.
QStringList viaOf(const QString& roomIdOrAlias, const Result<rooms::RoomSummary>& known)
{
    QStringList via;
    for (const QString& id :
         {serverName(roomIdOrAlias), known ? serverName(known->directUser) : QString()}) {
        if (!id.isEmpty() && !via.contains(id)) {
            via.append(id);
        }
    }
    return via;
}

} // namespace

Task<Result<std::vector<rooms::RoomSummary>>> Session::roomList()
{
    co_return co_await m_parts->engine.run([](Engine& e) { return e.roomList(); });
}

Task<Result<std::vector<engine::Member>>> Session::members(RoomId room)
{
    Parts* p = m_parts.get();
    const auto complete =
        co_await p->engine.run([room](Engine& e) { return e.membersComplete(room); });
    if (!complete) {
        co_return std::unexpected(complete.error());
    }
    if (!*complete) {
        const int64_t asked = co_await p->engine.run([](Engine& e) { return e.syncsSoFar(); });
        auto response = co_await p->connection.send(api::membersRequest(room));
        if (response && response->status == 200) {
            auto update =
                co_await p->engine.run([room, asked, body = std::move(response->body)](Engine& e) {
                    return e.applyMembers(room, body, asked);
                });
            if (update) {
                p->publish(std::move(*update));
            }
        } // else what is known has to do
    }
    co_return co_await p->engine.run([room](Engine& e) { return e.members(room); });
}

Task<Result<>> Session::Parts::saveDirect(RoomId room, UserId user)
{
    const QString type = types::direct;
    const auto response =
        co_await connection.send(api::accountDataRequest(connection.account().user, type));
    if (!response) {
        co_return std::unexpected(response.error());
    }
    // No such data yet is an answer as well; any other failure must not wipe the list.
    if (response->status != 200 && response->status != 404) {
        co_return std::unexpected(api::errorOf(*response));
    }
    QJsonObject content;
    if (response->status == 200) {
        auto known = parseAnswer(response->body);
        if (!known) {
            co_return std::unexpected(known.error());
        }
        content = std::move(*known);
    }
    co_return co_await order(api::saveAccountDataRequest(connection.account().user, type,
                                                         rooms::withDirect(content, room, user)));
}

Task<> Session::Parts::wantHistory(RoomId room, std::vector<UserId> users)
{
    auto noted =
        co_await engine.run([room, users](Engine& e) { return e.bundles().want(room, users); });
    if (noted) {
        publish(std::move(*noted));
        history.wake();
    } else { // the invitation does not depend on it
        qCWarning(logSync) << "history for invitees:" << noted.error().detail;
    }
}

Task<Result<RoomId>> Session::createRoom(CreateRoom request)
{
    Parts* p = m_parts.get();
    const auto response = co_await p->connection.send(api::createRoomRequest(bodyOf(request)));
    const auto room =
        response ? api::readRoomId(*response) : Result<RoomId>(std::unexpected(response.error()));
    if (!room) {
        co_return std::unexpected(room.error());
    }
    if (request.encrypted) {
        const auto noted =
            co_await p->engine.run([id = *room](Engine& e) { return e.roomMadeEncrypted(id); });
        if (!noted) {
            co_return std::unexpected(noted.error());
        }
    }
    co_await p->wantHistory(*room, request.invite);
    if (request.isDirect && request.invite.size() == 1) {
        co_await p->saveDirect(*room, request.invite.front());
    }
    co_return co_await p->untilJoined(*room);
}

Task<Result<RoomId>> Session::joinRoom(QString roomIdOrAlias)
{
    Parts* p = m_parts.get();
    const auto known =
        co_await p->engine.run([id = RoomId(roomIdOrAlias)](Engine& e) { return e.room(id); });
    // Before the answer, which may be lost: nothing comes of it unless the room is joined.
    auto noted = co_await p->engine.run(
        [id = RoomId(roomIdOrAlias)](Engine& e) { return e.bundles().accepting(id); });
    if (noted) {
        p->publish(std::move(*noted));
    }
    const auto response =
        co_await p->connection.send(api::joinRequest(roomIdOrAlias, viaOf(roomIdOrAlias, known)));
    const auto room =
        response ? api::readRoomId(*response) : Result<RoomId>(std::unexpected(response.error()));
    if (!room) {
        co_return std::unexpected(room.error());
    }
    if (known && known->isDirect && !known->directUser.isEmpty()) {
        co_await p->saveDirect(*room, UserId(known->directUser));
    }
    auto joined = co_await p->untilJoined(*room);
    p->history.wake();
    co_return joined;
}

Task<Result<>> Session::leaveRoom(RoomId room, QString reason)
{
    Parts* p = m_parts.get();
    const auto left = co_await p->order(api::leaveRequest(room, reason));
    if (!left) {
        co_return left;
    }
    auto update = co_await p->engine.run([room](Engine& e) { return e.roomLeft(room); });
    if (update) {
        p->publish(std::move(*update));
    }
    co_return {};
}

Task<Result<>> Session::invite(RoomId room, UserId user, QString reason)
{
    Parts* p = m_parts.get();
    co_await p->wantHistory(room, {user});
    const auto done = co_await p->order(api::inviteRequest(room, user, reason));
    if (done) {
        (void)co_await p->engine.run(
            [room, user](Engine& e) { return e.memberMoved(room, user, true); });
        co_await p->untilMember(room, user, true);
        p->history.wake();
    }
    co_return done;
}

Task<Result<>> Session::kick(RoomId room, UserId user, QString reason)
{
    const auto done = co_await m_parts->order(api::kickRequest(room, user, reason));
    if (done) {
        (void)co_await m_parts->engine.run(
            [room, user](Engine& e) { return e.memberMoved(room, user, false); });
        co_await m_parts->untilMember(room, user, false);
    }
    co_return done;
}

Task<Result<>> Session::markRead(RoomId room, EventId event, bool publicly, QString thread)
{
    Parts* p = m_parts.get();
    const auto where = co_await p->engine.run([room, event, thread](Engine& e) {
        return e.threads().receiptThread(room, event, thread);
    });
    if (!where) {
        co_return std::unexpected(where.error());
    }
    const EventId root = *where == "main"_L1 ? EventId() : EventId(*where);
    auto update = co_await p->engine.run(
        [room, event, root](Engine& e) { return e.markRead(room, event, root); });
    if (!update) {
        co_return std::unexpected(update.error());
    }
    p->publish(std::move(*update));
    p->scope.start(p->endMark(room));
    PendingReceipt& receipt = p->receipts[{room, *where}];
    receipt.event = event;
    receipt.publicly = publicly;
    if (!receipt.underWay) {
        receipt.underWay = true;
        p->scope.start(p->tellReceipt(room, *where));
    }
    co_return {};
}

//! What a person marked to be read is read.
Task<> Session::Parts::endMark(RoomId room)
{
    const auto known = co_await engine.run([room](Engine& e) { return e.room(room); });
    if (known && known->markedUnread) {
        const auto done = co_await roomActs.markUnread(room, false);
        if (!done) {
            qCInfo(logSync) << "a mark stays:" << kindName(done.error().kind);
        }
    }
}

Task<> Session::Parts::tellTyping(RoomId room, bool typing)
{
    // Best effort: a lost notice of typing harms nobody.
    co_await order(api::typingRequest(room, connection.account().user, typing));
}

Task<> Session::Parts::prepareRoom(RoomId room)
{
    if (preparing.contains(room)) {
        co_return;
    }
    sync::Waker& answer = preparing[room];
    const auto ended = qScopeGuard([this, room] { preparing.erase(room); });
    const auto complete = co_await session->members(room);
    for (int i = 0; complete && i < 200; ++i) {
        auto step =
            co_await engine.run([room](Engine& e) { return e.encryption().prepareRoom(room); });
        if (!step) {
            break;
        }
        publish(std::move(step->update)); // the room's new key is work for the backup
        if (!step->pending) {
            break;
        }
        pump.wake();
        co_await answer.wait(2s);
    }
}

void Session::setTyping(RoomId room, bool typing)
{
    constexpr Timestamp throttle = 20'000; // the server forgets after 30 s
    Parts* p = m_parts.get();
    const auto since = p->typingSince.find(room);
    const bool told = since != p->typingSince.end();
    if ((!typing && !told) || (typing && told && p->clock.now() - since->second < throttle) ||
        !p->loop.isRunning()) {
        return;
    }
    if (typing) {
        p->typingSince[room] = p->clock.now();
    } else {
        p->typingSince.erase(room);
    }
    if (typing && p->queues.areReleased()) {
        p->scope.start(p->prepareRoom(room));
    }
    p->scope.start(p->tellTyping(room, typing));
}

void Session::setActiveRoom(RoomId room)
{
    m_parts->scope.start([](Parts* p, RoomId active) -> Task<> {
        co_await p->engine.run([active](Engine& e) {
            e.setActiveRoom(active);
            return true;
        });
    }(m_parts.get(), std::move(room)));
}

Task<Result<>> Session::saveDraft(RoomId room, QString text)
{
    const auto kept =
        co_await m_parts->engine.run([room, text](Engine& e) { return e.saveDraft(room, text); });
    co_return kept ? Result<>() : std::unexpected(kept.error());
}

} // namespace client::session
