// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One message: its past, who reacted, its way to another room; and what is pinned.

#include "api/rooms.h"
#include "base/answerjson.h"
#include "base/sleep.h"
#include "engine/details.h"
#include "engine/threads.h"
#include "events/types.h"
#include "session/sessionparts.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using client::engine::Engine;
namespace types = client::events::types;

namespace client::session {

namespace {

constexpr int maxFetched = 50; //!< pinned messages that are asked for at once

bool contains(const Result<std::vector<engine::PinnedMessage>>& pins, const EventId& event)
{
    return pins && std::ranges::any_of(*pins, [&event](const engine::PinnedMessage& pin) {
               return pin.event == event;
           });
}

} // namespace

Task<Result<std::vector<engine::PinnedMessage>>> Session::pins(RoomId room)
{
    Parts* p = m_parts.get();
    const auto known = co_await p->engine.run([room](Engine& e) { return e.details().pins(room); });
    if (!known) {
        co_return std::unexpected(known.error());
    }
    int asked = 0;
    for (const engine::PinnedMessage& pin : *known) {
        if (!pin.item && ++asked <= maxFetched) {
            (void)co_await p->fetchThread(room, pin.event, 0); // as a root is fetched: by itself
        }
    }
    co_return co_await p->engine.run([room](Engine& e) { return e.details().pins(room); });
}

Task<Result<bool>> Session::mayPin(RoomId room)
{
    co_return co_await m_parts->engine.run([room](Engine& e) { return e.details().mayPin(room); });
}

Task<Result<>> Session::setPinned(RoomId room, EventId event, bool pinned)
{
    Parts* p = m_parts.get();
    const auto allowed = co_await mayPin(room);
    if (!allowed || !*allowed) {
        co_return allowed ? fail(Error::Kind::Forbidden, u"may not pin here"_s)
                          : std::unexpected(allowed.error());
    }
    // Others may have pinned something a moment ago: the server's list is the one to change.
    QJsonObject content;
    const auto body = co_await p->fetch(api::stateRequest(room, types::pinnedEvents));
    if (body) {
        const auto object = parseAnswer(*body);
        content = object ? *object : QJsonObject();
    } else if (body.error().kind != Error::Kind::NotFound) {
        co_return std::unexpected(body.error());
    }
    QJsonArray list;
    for (const QJsonValue& value : content.value("pinned"_L1).toArray()) {
        if (value.isString() && value.toString() != event.toString()) {
            list.append(value);
        }
    }
    if (pinned) {
        list.append(event.toString());
    }
    content.insert("pinned"_L1, list);
    const auto done = co_await p->order(api::sendStateRequest(room, types::pinnedEvents, content));
    for (int i = 0; done && i < 100 && p->loop.isRunning(); ++i) {
        const auto now =
            co_await p->engine.run([room](Engine& e) { return e.details().pins(room); });
        if (contains(now, event) == pinned) {
            break;
        }
        co_await sleepFor(50ms);
    }
    co_return done;
}

Task<Result<std::vector<engine::Revision>>> Session::history(RoomId room, EventId event)
{
    co_return co_await m_parts->engine.run(
        [room, event](Engine& e) { return e.details().history(room, event); });
}

Task<Result<std::vector<engine::Reacted>>> Session::reactions(RoomId room, EventId event)
{
    co_return co_await m_parts->engine.run(
        [room, event](Engine& e) { return e.details().reactions(room, event); });
}

Task<Result<engine::MessageSource>> Session::source(RoomId room, EventId event)
{
    co_return co_await m_parts->engine.run(
        [room, event](Engine& e) { return e.details().source(room, event); });
}

Task<Result<TxnId>> Session::forward(RoomId room, EventId event, RoomId to)
{
    auto message = co_await m_parts->engine.run(
        [room, event](Engine& e) { return e.details().forward(room, event); });
    if (!message) {
        co_return std::unexpected(message.error());
    }
    message->room = to;
    if (message->rawHasFile) {
        auto bytes = co_await mediaBytes(room, event, false);
        if (!bytes) {
            co_return std::unexpected(bytes.error());
        }
        message->fileBytes = std::move(*bytes);
    }
    co_return co_await send(std::move(*message));
}

} // namespace client::session
