// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// ThreadTable: which events stand in which thread, and how far each was read. Owned by the engine.
#pragma once

#include "store/database.h"
#include "store/eventrow.h"

#include <vector>

namespace client::store {

struct ThreadRow {
    RoomId room = {};
    EventId root = {};
    Place read = {}; //!< everything up to here is read
    int serverUnread = 0;
    int serverHighlights = 0;
    int replies = 0;           //!< as the server told with the root
    bool participated = false; //!< likewise
    //! Where the server goes on; empty: all is here; none: not asked.
    std::optional<QString> older = {};
};

//! What is here of a thread's replies.
struct ThreadCount {
    int replies = 0; //!< messages that were not taken back
    bool participated = false;
    EventId last;
};

class ThreadTable {
public:
    explicit ThreadTable(Database& database) : m_db(database) {}

    //! An empty row with these ids where none is kept.
    Result<ThreadRow> find(const RoomId& room, const EventId& root);
    Result<> save(const ThreadRow& row);
    //! Roots of all threads of a room: with replies here, or told of by the server.
    Result<std::vector<EventId>> roots(const RoomId& room);
    //! Those of them that have replies here.
    Result<std::vector<EventId>> rootsHere(const RoomId& room);
    Result<ThreadCount> count(const RoomId& room, const EventId& root, const UserId& own);
    Result<UnreadRow> unread(const RoomId& room, const EventId& root, const Place& after);
    //! Of all threads together; `flat`: up to there all are read.
    Result<UnreadRow> unreadInAll(const RoomId& room, const Place& flat);
    Result<std::vector<ThreadRow>> neverRead(const RoomId& room); //!< with a count of the server
    //! Events of a thread before a place, newest first; and from a place on, oldest first.
    Result<std::vector<EventId>> before(const RoomId& room, const EventId& root, const Place& place,
                                        int limit);
    Result<std::vector<EventId>> from(const RoomId& room, const EventId& root, const Place& place);
    Result<EventId> firstAfter(const RoomId& room, const EventId& root, const Place& place,
                               const UserId& own);
    //! Its root is no root: the events stand in the main timeline again.
    Result<> dissolve(const RoomId& room, const EventId& root);
    //! After a hole replies may be missing.
    Result<> noteHole(const RoomId& room);

private:
    Database& m_db;
};

} // namespace client::store
