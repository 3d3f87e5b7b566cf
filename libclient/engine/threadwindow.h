// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// ThreadWindows: the part of each open thread that a view shows: its root, then the newest replies.
// As RoomWindows. Owned by Engine::Parts.
#pragma once

#include "engine/itemsource.h"
#include "engine/views.h"

#include <map>
#include <set>

namespace client::engine {

class ThreadWindows {
public:
    ThreadWindows(Context& context, ItemSource& source) : m_context(context), m_source(source) {}

    std::vector<timeline::TimelineItem> open(const RoomId& room, const EventId& root, int limit);
    void close(const RoomId& room, const EventId& root);
    //! Shows `count` older replies where there are so many here; false: there were none.
    bool widen(const RoomId& room, const EventId& root, int count);
    //! Whether the oldest reply that is here is shown.
    bool isAtStart(const RoomId& room, const EventId& root);
    //! How the windows of these rooms changed; taken over by settle() once it is committed.
    std::vector<TimelineChange> rebuild(const std::set<RoomId>& rooms);
    void settle();

    void drop() { m_pending.clear(); }

    //! Rows of a part of a thread; the root comes first where the part begins with the thread.
    std::vector<timeline::TimelineItem> rows(const RoomId& room, const EventId& root,
                                             const std::vector<EventId>& replies, bool withRoot,
                                             const EventId& firstUnread, bool withEchoes);

private:
    struct Window {
        store::Place oldest;
        EventId firstUnread;
        std::vector<timeline::TimelineItem> items;
    };

    using Key = std::pair<RoomId, EventId>;
    std::vector<timeline::TimelineItem> build(const Key& key, const Window& window);

    Context& m_context;
    ItemSource& m_source;
    std::map<Key, Window> m_windows;
    std::map<Key, Window> m_pending;
};

} // namespace client::engine
