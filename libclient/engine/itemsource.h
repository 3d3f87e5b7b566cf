// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// ItemSource: serves the timeline's rules with what the tables know, and returns rows of a
// conversation. Owned by Engine::Parts.
#pragma once

#include "engine/context.h"
#include "timeline/timeline.h"

namespace client::engine {

class ItemSource {
public:
    explicit ItemSource(Context& context) : m_context(context) {}

    struct Part {
        std::vector<store::EventRow> rows; //!< oldest first
        std::vector<timeline::StoredEvent> echoes;
        EventId firstUnread;
        EventId thread;       //!< of which the rows are; empty: the main timeline
        bool isLoose = false; //!< single events, each for itself: nothing of their surroundings
        bool atStart = false;
    };

    std::vector<timeline::TimelineItem> items(const RoomId& room, Part part);
    //! The thread that begins with an event, in short.
    timeline::ThreadInfo threadInfo(const RoomId& room, const EventId& root);
    //! Whether no reply can be missing here.
    bool isWhole(const RoomId& room, const store::ThreadRow& thread);
    //! What waits in the outbox, as it will look.
    std::vector<timeline::StoredEvent> echoes(const RoomId& room);
    //! Nothing is older than this event: neither here nor on the server.
    bool isStart(const RoomId& room, const store::Place& place);
    //! Items of single events and echoes, without dividers.
    std::vector<timeline::TimelineItem> some(const RoomId& room, const std::set<EventId>& events,
                                             const std::set<TxnId>& echoes);

private:
    void addEvents(timeline::TimelineInput& input, const std::vector<store::EventRow>& rows);
    void addRelations(timeline::TimelineInput& input, const RoomId& room);
    void addOriginals(timeline::TimelineInput& input, const RoomId& room);
    void addSurroundings(timeline::TimelineInput& input, const RoomId& room, const Part& part);
    void addThreads(timeline::TimelineInput& input, const RoomId& room);
    bool hasGapBefore(const store::EventRow& row);

    Context& m_context;
};

//! Rows that are events, not dividers.
bool isEventItem(const timeline::TimelineItem& item);

} // namespace client::engine
