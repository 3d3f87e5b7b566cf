// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// RoomWindows: the part of each open room that a view shows, kept as the list that the view has, so
// that every change can be told as a diff. Owned by Engine::Parts.
#pragma once

#include "engine/engine.h"
#include "engine/itemsource.h"

#include <map>

namespace client::engine {

//! A window that may end before the newest event.
struct WindowPart {
    RoomWindow window;
    EventId at; //!< the row that was asked for, or the root of its thread
    bool atEnd = true;
};

struct NewerPart {
    Update update;
    bool atEnd = true;
};

class RoomWindows {
public:
    RoomWindows(Context& context, ItemSource& source) : m_context(context), m_source(source) {}

    RoomWindow open(const RoomId& room, int limit);

    void close(const RoomId& room) { m_windows.erase(room); }

    bool isOpen(const RoomId& room) const { return m_windows.contains(room); }

    //! Around an event, in place of the window that was open. NotFound.
    WindowPart openAt(const RoomId& room, const EventId& event, int count);
    //! Upper end moved; with the newest event in it the window is as any other.
    NewerPart widenUp(const RoomId& room, int count);

    std::vector<RoomId> openRooms() const;

    //! Lower end moved by at least `count` visible events where there are so many here.
    Engine::Older widen(const RoomId& room, int count);
    //! How the windows of these rooms changed; taken over by settle() once it is committed.
    std::vector<TimelineChange> rebuild(const std::set<RoomId>& rooms);
    void settle();

    void drop() { m_pending.clear(); }

private:
    struct Window {
        store::Place oldest;
        std::optional<store::Place> newest; //!< none: what comes is shown
        EventId firstUnread;
        std::vector<timeline::TimelineItem> items;
    };

    RoomWindow shown(const RoomId& room, Window window);
    std::optional<store::Place> placeAfter(const RoomId& room, store::Place from, int count);
    Update change(const RoomId& room, Window& window);

    store::Place placeBefore(const RoomId& room, store::Place from, int count);
    std::vector<timeline::TimelineItem> build(const RoomId& room, const Window& window);

    Context& m_context;
    ItemSource& m_source;
    std::map<RoomId, Window> m_windows;
    std::map<RoomId, Window> m_pending;
};

} // namespace client::engine
