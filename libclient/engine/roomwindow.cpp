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

//! nullopt: there are not so many.
std::optional<store::Place> RoomWindows::placeAfter(const RoomId& room, store::Place from,
                                                    int count)
{
    int visible = 0;
    while (m_context.ledger.isClean()) {
        const auto rows = m_context.take(m_context.tables.events.after(room, from, batch));
        if (rows.empty()) {
            break;
        }
        for (const store::EventRow& row : rows) {
            from = row.place;
            const auto stored = storedEvent(row);
            if (stored && timeline::isVisible(*stored) && ++visible >= count) {
                const auto next = m_context.take(m_context.tables.events.after(room, from, 1));
                return next.empty() ? std::nullopt : std::optional(from);
            }
        }
    }
    return std::nullopt;
}

std::vector<TimelineItem> RoomWindows::build(const RoomId& room, const Window& window)
{
    ItemSource::Part part;
    if (window.newest) {
        part.rows =
            m_context.take(m_context.tables.events.between(room, window.oldest, *window.newest));
    } else {
        part.rows = m_context.take(m_context.tables.events.from(room, window.oldest));
        part.echoes = m_source.echoes(room);
    }
    part.firstUnread = window.firstUnread;
    part.atStart = !part.rows.empty() && m_source.isStart(room, part.rows.front().place);
    return m_source.items(room, std::move(part));
}

RoomWindow RoomWindows::shown(const RoomId& room, Window window)
{
    const LiveRoom& live = m_context.room(room);
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

RoomWindow RoomWindows::open(const RoomId& room, int limit)
{
    Window window;
    window.oldest = placeBefore(room, newest, std::max(limit, 1));
    if (window.oldest == newest) {
        window.oldest = everything;
    }
    return shown(room, std::move(window));
}

WindowPart RoomWindows::openAt(const RoomId& room, const EventId& event, int count)
{
    const auto row = m_context.take(m_context.tables.events.find(room, event));
    const EventId at = row && !row->thread.isEmpty() ? row->thread : event;
    const auto place = m_context.take(m_context.tables.events.placeOf(room, at));
    if (!place || place->isAside()) {
        m_context.ledger.refuse(Error::Kind::NotFound, QStringLiteral("no such event"));
        return {};
    }
    const int half = std::clamp(count, 2, maxWidening) / 2;
    Window window;
    window.oldest = placeBefore(room, *place, half);
    window.newest = placeAfter(room, *place, half);
    const bool atEnd = !window.newest;
    return {shown(room, std::move(window)), at, atEnd};
}

NewerPart RoomWindows::widenUp(const RoomId& room, int count)
{
    NewerPart newer;
    const auto found = m_windows.find(room);
    if (found == m_windows.end()) {
        m_context.ledger.refuse(Error::Kind::NotFound, QStringLiteral("room is not open"));
        return newer;
    }
    Window& window = found->second;
    if (window.newest) {
        window.newest = placeAfter(room, *window.newest, std::clamp(count, 1, maxWidening));
        newer.update = change(room, window);
    }
    newer.atEnd = !window.newest;
    return newer;
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
    older.update = change(room, window);
    const auto gap = m_context.take(m_context.tables.chunks.gapFrom(room, window.oldest.chunk));
    const bool reachesGap =
        gap && (gap->id > window.oldest.chunk || gap->first >= window.oldest.position);
    if (reachesGap) {
        older.backfill = BackfillRequest{room, *gap->prevBatch, gap->id};
    }
    older.atStart = !gap && (window.oldest == everything || m_source.isStart(room, window.oldest));
    return older;
}

//! The list as it is now, in place of the one that is shown.
Update RoomWindows::change(const RoomId& room, Window& window)
{
    Update update;
    auto items = build(room, window);
    auto diff = timeline::diffItems(window.items, items);
    window.items = std::move(items);
    if (!diff.isEmpty()) {
        update.timelines.push_back({room, std::move(diff)});
    }
    return update;
}

std::vector<TimelineChange> RoomWindows::rebuild(const std::set<RoomId>& rooms)
{
    std::vector<TimelineChange> changes;
    for (const auto& [room, window] : m_windows) {
        if (!rooms.contains(room)) {
            continue;
        }
        Window next{window.oldest, window.newest, window.firstUnread, build(room, window)};
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
