// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/roomwindow.h"

#include "engine/rowevents.h"

#include <limits>

using client::timeline::TimelineItem;

namespace client::engine {

namespace {

constexpr int batch = 50;
constexpr int maxWidening = 1000; //!< visible events a call
constexpr store::Place newest{std::numeric_limits<int64_t>::max(),
                              std::numeric_limits<int64_t>::max()};
//! Of a window that was opened before its room had events.
constexpr store::Place everything{};

} // namespace

store::Place RoomWindows::placeBefore(const RoomId& room, store::Place from, int count)
{
    int visible = 0;
    while (visible < std::min(count, maxWidening)) {
        const auto rows = m_context.take(m_context.tables.events.before(room, from, batch));
        if (rows.empty()) {
            break;
        }
        for (const store::EventRow& row : rows) {
            from = row.place;
            const auto stored = storedEvent(row);
            if (stored && timeline::isVisible(*stored) && ++visible >= count) {
                break;
            }
        }
    }
    return from;
}

std::vector<TimelineItem> RoomWindows::build(const RoomId& room, const Window& window)
{
    ItemSource::Part part;
    part.rows = m_context.take(m_context.tables.events.from(room, window.oldest));
    part.echoes = m_source.echoes(room);
    part.firstUnread = window.firstUnread;
    part.atStart = !part.rows.empty() && m_source.isStart(room, part.rows.front().place);
    return m_source.items(room, std::move(part));
}

RoomWindow RoomWindows::open(const RoomId& room, int limit)
{
    LiveRoom& live = m_context.room(room);
    Window window;
    window.oldest = placeBefore(room, newest, std::max(limit, 1));
    if (window.oldest == newest) {
        window.oldest = everything;
    }
    if (live.row.read != store::Place{}) {
        window.firstUnread =
            m_context.take(m_context.tables.events.firstAfter(room, live.row.read, m_context.own));
    }
    window.items = build(room, window);
    RoomWindow opened;
    if (auto summary = m_context.take(m_context.tables.rooms.summary(room))) {
        opened.summary = std::move(*summary);
    }
    opened.items = window.items;
    opened.draft = m_context.take(m_context.tables.rooms.draft(room));
    opened.atStart = m_source.isStart(room, window.oldest);
    m_windows.insert_or_assign(room, std::move(window));
    return opened;
}

std::vector<RoomId> RoomWindows::openRooms() const
{
    std::vector<RoomId> rooms;
    for (const auto& [room, window] : m_windows) {
        rooms.push_back(room);
    }
    return rooms;
}

Engine::Older RoomWindows::widen(const RoomId& room, int count)
{
    Engine::Older older;
    const auto found = m_windows.find(room);
    if (found == m_windows.end()) {
        m_context.ledger.refuse(Error::Kind::NotFound, QStringLiteral("room is not open"));
        return older;
    }
    Window& window = found->second;
    if (window.oldest != everything) {
        window.oldest = placeBefore(room, window.oldest, std::max(count, 1));
    }
    auto items = build(room, window);
    auto diff = timeline::diffItems(window.items, items);
    window.items = std::move(items);
    if (!diff.isEmpty()) {
        older.update.timelines.push_back({room, std::move(diff)});
    }
    const auto gap = m_context.take(m_context.tables.chunks.gapFrom(room, window.oldest.chunk));
    const bool reachesGap =
        gap && (gap->id > window.oldest.chunk || gap->first >= window.oldest.position);
    if (reachesGap) {
        older.backfill = BackfillRequest{room, *gap->prevBatch, gap->id};
    }
    older.atStart = !gap && (window.oldest == everything || m_source.isStart(room, window.oldest));
    return older;
}

std::vector<TimelineChange> RoomWindows::rebuild(const std::set<RoomId>& rooms)
{
    std::vector<TimelineChange> changes;
    for (const auto& [room, window] : m_windows) {
        if (!rooms.contains(room)) {
            continue;
        }
        Window next{window.oldest, window.firstUnread, build(room, window)};
        auto diff = timeline::diffItems(window.items, next.items);
        if (!diff.isEmpty()) {
            changes.push_back({room, std::move(diff)});
            m_pending.insert_or_assign(room, std::move(next));
        }
    }
    return changes;
}

void RoomWindows::settle()
{
    for (auto& [room, window] : m_pending) {
        m_windows.insert_or_assign(room, std::move(window));
    }
    m_pending.clear();
}

} // namespace client::engine
