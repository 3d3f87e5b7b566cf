// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// ChunkTable: the runs of events of a room and the gaps between them. RelationTable: who points at
// whom. Owned by the engine.
#pragma once

#include "store/database.h"
#include "store/eventrow.h"

#include <vector>

namespace client::store {

class ChunkTable {
public:
    explicit ChunkTable(Database& database) : m_db(database) {}

    //! A new newest chunk.
    Result<int64_t> append(const RoomId& room, const std::optional<QString>& prevBatch);
    Result<std::optional<Chunk>> newest(const RoomId& room);
    Result<std::optional<Chunk>> find(int64_t id);
    Result<std::optional<Chunk>> olderThan(const RoomId& room, int64_t id);
    //! Newest gap among the chunks from `id` on.
    Result<std::optional<Chunk>> gapFrom(const RoomId& room, int64_t id);
    //! Whether events are missing between the ends of two chunks.
    Result<bool> hasGap(const RoomId& room, int64_t older, int64_t newer);
    Result<> setPrevBatch(int64_t id, const std::optional<QString>& prevBatch);
    //! Place for an event at the new end, or at the old end.
    Result<Place> placeAfter(int64_t chunk);
    Result<Place> placeBefore(int64_t chunk);
    //! For an event that is known by itself, among the others of the kind by its time.
    Result<Place> placeAside(const RoomId& room, Timestamp ts);
    //! Of an event that leaves: nothing newer is ever put at its place or before it.
    Result<> keepTaken(const Place& place);

private:
    Database& m_db;
};

class RelationTable {
public:
    explicit RelationTable(Database& database) : m_db(database) {}

    Result<> add(const RelationRow& row);
    Result<> removeOf(const RoomId& room, const EventId& event);
    //! Events that point at `target`, oldest first; not the replies of a thread.
    Result<std::vector<EventId>> sources(const RoomId& room, const EventId& target);
    //! An event that redacts `target`; empty: none.
    Result<EventId> redactionOf(const RoomId& room, const EventId& target);
    //! What `event` points at; empty: nothing.
    Result<EventId> targetOf(const RoomId& room, const EventId& event);

private:
    Database& m_db;
};

} // namespace client::store
