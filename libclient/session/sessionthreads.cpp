// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// History and threads: what is here, and what the server adds.

#include "api/rooms.h"
#include "engine/threads.h"
#include "session/sessionparts.h"

using namespace Qt::StringLiterals;
using client::engine::Engine;

namespace client::session {

namespace {

constexpr int maxPages = 20; //!< a call
constexpr int maxLists = 5;

} // namespace

Task<Result<QByteArray>> Session::Parts::fetch(api::Request request)
{
    auto response = co_await connection.send(std::move(request));
    if (!response) {
        co_return std::unexpected(response.error());
    }
    if (response->status != 200) {
        co_return std::unexpected(api::errorOf(*response));
    }
    co_return std::move(response->body);
}

Task<Result<>> Session::Parts::backfill(engine::BackfillRequest request)
{
    auto response = co_await connection.send(api::messagesRequest(request.room, request.from, 100));
    if (!response) {
        co_return std::unexpected(response.error());
    }
    if (response->status != 200) {
        co_return std::unexpected(api::errorOf(*response));
    }
    auto update = co_await engine.run([request, body = std::move(response->body)](Engine& e) {
        return e.applyBackfill(request, body);
    });
    if (!update) {
        co_return std::unexpected(update.error());
    }
    publish(std::move(*update));
    co_return Result<>();
}

Task<Result<>> Session::Parts::fetchThread(RoomId room, EventId root, int pages)
{
    const auto missing =
        co_await engine.run([room, root](Engine& e) { return e.threads().missing(room, root); });
    if (!missing) {
        co_return std::unexpected(missing.error());
    }
    if (missing->root) {
        const auto body = co_await fetch(api::eventRequest(room, root));
        if (!body) {
            co_return std::unexpected(body.error());
        }
        auto update = co_await engine.run([room, root, body = *body](Engine& e) {
            return e.threads().applyRoot(room, root, body);
        });
        if (!update) {
            co_return std::unexpected(update.error());
        }
        publish(std::move(*update));
    }
    QString from = missing->from;
    for (int i = 0; missing->replies && i < pages; ++i) {
        const auto body = co_await fetch(api::threadRequest(room, root, from));
        if (!body) {
            co_return std::unexpected(body.error());
        }
        auto update = co_await engine.run([room, root, from, body = *body](Engine& e) {
            return e.threads().applyReplies(room, root, from, body);
        });
        if (!update) {
            co_return std::unexpected(update.error());
        }
        publish(std::move(*update));
        const auto left = co_await engine.run(
            [room, root](Engine& e) { return e.threads().missing(room, root); });
        if (!left || !left->replies) {
            break;
        }
        from = left->from;
    }
    co_return Result<>();
}

Task<Result<>> Session::Parts::sendReceipt(RoomId room, QString thread, PendingReceipt receipt)
{
    const Result<> done =
        co_await order(api::receiptRequest(room, receipt.event, thread, receipt.publicly));
    if (!done || thread != "main"_L1) {
        co_return done;
    }
    co_return co_await order(api::fullyReadRequest(room, receipt.event));
}

Task<Result<std::vector<engine::ThreadView>>> Session::threads(RoomId room)
{
    Parts* p = m_parts.get();
    QString from;
    for (int i = 0; i < maxLists; ++i) {
        const auto body = co_await p->fetch(api::threadsRequest(room, from));
        if (!body) {
            break; // what is here has to do
        }
        auto listed = co_await p->engine.run(
            [room, body = *body](Engine& e) { return e.threads().applyList(room, body); });
        if (!listed) {
            break;
        }
        p->publish(std::move(listed->update));
        if (listed->next.isEmpty() || listed->next == from) {
            break;
        }
        from = listed->next;
    }
    co_return co_await p->engine.run([room](Engine& e) { return e.threads().list(room); });
}

Task<Result<std::vector<timeline::TimelineItem>>> Session::openThread(RoomId room, EventId root,
                                                                      int limit)
{
    Parts* p = m_parts.get();
    auto opened = co_await p->engine.run(
        [room, root, limit](Engine& e) { return e.threads().open(room, root, limit); });
    if (opened) {
        p->scope.start([](Parts* parts, RoomId of, EventId thread) -> Task<> {
            (void)co_await parts->fetchThread(of, thread, maxPages);
        }(p, room, root));
    }
    co_return opened;
}

void Session::closeThread(RoomId room, EventId root)
{
    m_parts->scope.start([](Parts* p, RoomId of, EventId thread) -> Task<> {
        co_await p->engine.run([of, thread](Engine& e) {
            e.threads().close(of, thread);
            return true;
        });
    }(m_parts.get(), std::move(room), std::move(root)));
}

Task<Result<bool>> Session::loadOlderReplies(RoomId room, EventId root, int count)
{
    Parts* p = m_parts.get();
    auto older = co_await p->engine.run(
        [room, root, count](Engine& e) { return e.threads().loadOlder(room, root, count); });
    if (!older) {
        co_return std::unexpected(older.error());
    }
    p->publish(std::move(older->update));
    if (!older->atStart) {
        co_return false;
    }
    if (const auto fetched = co_await p->fetchThread(room, root, 1); !fetched) {
        co_return std::unexpected(fetched.error());
    }
    const auto left =
        co_await p->engine.run([room, root](Engine& e) { return e.threads().missing(room, root); });
    co_return left && !left->replies;
}

Task<Result<engine::TimelinePage>> Session::threadPage(RoomId room, EventId root, int limit,
                                                       QString before)
{
    Parts* p = m_parts.get();
    const auto fetched = co_await p->fetchThread(room, root, maxPages);
    auto page = co_await p->engine.run([room, root, limit, before](Engine& e) {
        return e.threads().page(room, root, limit, before);
    });
    if (page && page->items.empty() && !fetched) {
        co_return std::unexpected(fetched.error()); // nothing here, and no word of the server
    }
    co_return page;
}

} // namespace client::session
