// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/threadwindow.h"

#include <algorithm>
#include <limits>

using client::timeline::TimelineItem;

namespace client::engine {

namespace {

constexpr store::Place newest{std::numeric_limits<int64_t>::max(),
                              std::numeric_limits<int64_t>::max()};
//! Of a window that shows all that is here.
constexpr store::Place everything{std::numeric_limits<int64_t>::min(), 0};

} // namespace

std::vector<TimelineItem> ThreadWindows::rows(const RoomId& room, const EventId& root,
                                              const std::vector<EventId>& replies, bool withRoot,
                                              const EventId& firstUnread, bool withEchoes)
{
    ItemSource::Part part;
    part.thread = root;
    part.firstUnread = firstUnread;
    if (withRoot) {
        if (auto row = m_context.take(m_context.tables.events.find(room, root))) {
            part.rows.push_back(std::move(*row));
        }
    }
    for (const EventId& id : replies) {
        if (auto row = m_context.take(m_context.tables.events.find(room, id))) {
            part.rows.push_back(std::move(*row));
        }
    }
    if (withEchoes) {
        part.echoes = m_source.echoes(room);
    }
    return m_source.items(room, std::move(part));
}

std::vector<TimelineItem> ThreadWindows::build(const Key& key, const Window& window)
{
    const auto& [room, root] = key;
    const auto replies = m_context.take(m_context.tables.threads.from(room, root, window.oldest));
    return rows(room, root, replies, window.oldest == everything, window.firstUnread, true);
}

std::vector<TimelineItem> ThreadWindows::open(const RoomId& room, const EventId& root, int limit)
{
    Window window;
    window.oldest = newest;
    const auto thread = m_context.take(m_context.tables.threads.find(room, root));
    const store::Place read = std::max(thread.read, m_context.room(room).row.flat);
    if (read != store::Place{}) {
        window.firstUnread =
            m_context.take(m_context.tables.threads.firstAfter(room, root, read, m_context.own));
    }
    m_windows.insert_or_assign({room, root}, window);
    widen(room, root, std::max(limit, 1));
    Window& kept = m_windows[{room, root}];
    kept.items = build({room, root}, kept);
    return kept.items;
}

void ThreadWindows::close(const RoomId& room, const EventId& root)
{
    m_windows.erase({room, root});
}

bool ThreadWindows::widen(const RoomId& room, const EventId& root, int count)
{
    const auto found = m_windows.find({room, root});
    if (found == m_windows.end()) {
        m_context.ledger.refuse(Error::Kind::NotFound, QStringLiteral("thread is not open"));
        return false;
    }
    store::Place& oldest = found->second.oldest;
    const auto older = m_context.take(m_context.tables.threads.before(room, root, oldest, count));
    if (std::ssize(older) < count) {
        oldest = everything;
    } else if (const auto place =
                   m_context.take(m_context.tables.events.placeOf(room, older.back()))) {
        oldest = *place;
    }
    return !older.empty();
}

bool ThreadWindows::isAtStart(const RoomId& room, const EventId& root)
{
    const auto found = m_windows.find({room, root});
    return found != m_windows.end() && found->second.oldest == everything;
}

std::vector<TimelineChange> ThreadWindows::rebuild(const std::set<RoomId>& rooms)
{
    std::vector<TimelineChange> changes;
    for (const auto& [key, window] : m_windows) {
        if (!rooms.contains(key.first)) {
            continue;
        }
        Window next{window.oldest, window.firstUnread, build(key, window)};
        auto diff = timeline::diffItems(window.items, next.items);
        if (!diff.isEmpty()) {
            changes.push_back({key.first, std::move(diff), key.second});
            m_pending.insert_or_assign(key, std::move(next));
        }
    }
    return changes;
}

void ThreadWindows::settle()
{
    for (auto& [key, window] : m_pending) {
        m_windows.insert_or_assign(key, std::move(window));
    }
    m_pending.clear();
}

} // namespace client::engine
