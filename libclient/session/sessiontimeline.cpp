// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reading, sending and media.

#include "base/sleep.h"
#include "engine/staging.h"
#include "session/sessionparts.h"

#include <QScopeGuard>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using client::engine::Engine;

namespace client::session {

namespace {

constexpr int maxBackfills = 20; //!< a call: pages that show nothing are walked through

} // namespace

Task<Result<engine::RoomWindow>> Session::openRoom(RoomId room, int limit)
{
    co_return co_await m_parts->engine.run(
        [room, limit](Engine& e) { return e.openRoom(room, limit); });
}

void Session::closeRoom(RoomId room)
{
    m_parts->scope.start([](Parts* p, RoomId closed) -> Task<> {
        co_await p->engine.run([closed](Engine& e) {
            e.closeRoom(closed);
            return true;
        });
    }(m_parts.get(), std::move(room)));
}

Task<Result<bool>> Session::loadOlder(RoomId room, int count)
{
    Parts* p = m_parts.get();
    for (int round = 0; round < maxBackfills; ++round) {
        auto older =
            co_await p->engine.run([room, count](Engine& e) { return e.loadOlder(room, count); });
        if (!older) {
            co_return std::unexpected(older.error());
        }
        const bool grew = !older->update.timelines.empty();
        p->publish(std::move(older->update));
        if (grew || older->atStart || !older->backfill) {
            co_return older->atStart;
        }
        if (auto filled = co_await p->backfill(*older->backfill); !filled) {
            co_return std::unexpected(filled.error());
        }
    }
    co_return false;
}

Task<Result<engine::TimelinePage>> Session::page(RoomId room, int limit, QString before)
{
    Parts* p = m_parts.get();
    for (int round = 0; round < maxBackfills; ++round) {
        auto page = co_await p->engine.run(
            [room, limit, before](Engine& e) { return e.page(room, limit, before); });
        if (!page || !page->needsServer) {
            co_return page;
        }
        const auto request = co_await p->engine.run(
            [room, cursor = page->before](Engine& e) { return e.backfillFor(room, cursor); });
        if (!request || !*request) {
            break;
        }
        if (const auto filled = co_await p->backfill(**request); !filled) {
            break;
        }
    }
    // No server: what is known has to do.
    co_return co_await p->engine.run(
        [room, limit, before](Engine& e) { return e.page(room, limit, before, true); });
}

//! What no row names is swept away at the next start, if this is cancelled.
Task<> Session::Parts::unstage(std::vector<store::UploadRow> staged)
{
    co_await pool.run([folder = options.folder, staged](media::MediaCache&) {
        for (const store::UploadRow& upload : staged) {
            engine::Staging(folder).remove(upload.file);
        }
        return true;
    });
}

//! A file is encrypted by the pool, so that the engine answers meanwhile, and is on disk before its
//! row.
Task<Result<engine::Engine::Enqueued>> Session::Parts::enqueue(engine::OutgoingMessage message)
{
    const bool isFile = message.kind == engine::OutgoingMessage::Kind::File;
    const RoomId room = message.room;
    if (!isFile && !lines.contains(room)) {
        co_return co_await engine.run(
            [message = std::move(message)](Engine& e) { return e.enqueue(message); });
    }
    const int ticket = ++tickets;
    lines[room].push_back(ticket);
    const auto done = qScopeGuard([this, room, ticket] {
        std::erase(lines[room], ticket);
        if (lines[room].empty()) {
            lines.erase(room);
        }
    });
    if (isFile) {
        auto staged = co_await pool.run([folder = options.folder, message](media::MediaCache&) {
            engine::OutgoingMessage copy = message;
            auto added = engine::Staging(folder).addAll(copy);
            return added ? Result<std::vector<store::UploadRow>>(std::move(copy.staged))
                         : std::unexpected(added.error());
        });
        if (!staged) {
            co_return std::unexpected(staged.error());
        }
        message.staged = std::move(*staged);
    }
    while (lines[room].front() != ticket) {
        co_await sleepFor(10ms);
    }
    auto queued = co_await engine.run([message](Engine& e) { return e.enqueue(message); });
    if (!queued) {
        co_await unstage(message.staged);
    }
    co_return queued;
}

Task<Result<TxnId>> Session::send(engine::OutgoingMessage message)
{
    Parts* p = m_parts.get();
    const RoomId room = message.room;
    if (const EventId root(message.threadId); root.isValid()) {
        (void)co_await p->fetchThread(room, root, 0); // its root, to see that it is one
    }
    auto queued = co_await p->enqueue(std::move(message));
    if (!queued) {
        co_return std::unexpected(queued.error());
    }
    p->publish(std::move(queued->update));
    if (p->loop.isRunning()) {
        p->queues.wake(room);
    }
    co_return queued->txn;
}

Task<Result<EventId>> Session::waitSent(TxnId txn, std::chrono::milliseconds timeout)
{
    Parts* p = m_parts.get();
    const Timestamp end = p->clock.now() + timeout.count();
    do {
        const auto event = co_await p->engine.run([txn](Engine& e) { return e.sentEvent(txn); });
        if (!event) {
            co_return std::unexpected(event.error());
        }
        if (!event->isEmpty()) {
            co_return EventId(*event);
        }
        co_await sleepFor(20ms);
    } while (p->clock.now() < end);
    co_return fail(Error::Kind::Timeout, u"not sent in time"_s);
}

Task<Result<>> Session::cancel(TxnId txn)
{
    auto update = co_await m_parts->engine.run([txn](Engine& e) { return e.cancel(txn); });
    if (!update) {
        co_return std::unexpected(update.error());
    }
    m_parts->queues.drop(txn);
    m_parts->publish(std::move(*update));
    if (m_parts->loop.isRunning()) {
        m_parts->queues.wakeAll();
    }
    co_return {};
}

Task<Result<>> Session::retry(TxnId txn)
{
    auto update = co_await m_parts->engine.run([txn](Engine& e) { return e.retry(txn); });
    if (!update) {
        co_return std::unexpected(update.error());
    }
    m_parts->publish(std::move(*update));
    co_return {};
}

Task<Result<>> Session::editPending(TxnId txn, QString body, QString formattedBody)
{
    auto update = co_await m_parts->engine.run(
        [txn, body, formattedBody](Engine& e) { return e.editPending(txn, body, formattedBody); });
    if (!update) {
        co_return std::unexpected(update.error());
    }
    m_parts->publish(std::move(*update));
    co_return {};
}

Task<Result<QByteArray>> Session::mediaBytes(RoomId room, EventId event, bool thumbnail)
{
    auto source = co_await m_parts->engine.run(
        [room, event, thumbnail](Engine& e) { return e.media(room, event, thumbnail); });
    if (!source) {
        co_return std::unexpected(source.error());
    }
    co_return co_await m_parts->downloader.bytes(
        std::make_shared<engine::MediaSource>(std::move(*source)));
}

Task<Result<QByteArray>> Session::avatarBytes(MxcUri uri, int size)
{
    co_return co_await m_parts->downloader.thumbnail(std::move(uri), size);
}

Task<Result<qint64>> Session::saveMedia(RoomId room, EventId event, QString path)
{
    auto source = co_await m_parts->engine.run(
        [room, event](Engine& e) { return e.media(room, event, false); });
    if (!source) {
        co_return std::unexpected(source.error());
    }
    co_return co_await m_parts->downloader.save(
        std::make_shared<engine::MediaSource>(std::move(*source)), std::move(path));
}

} // namespace client::session
