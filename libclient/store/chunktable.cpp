// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/chunktable.h"

#include "store/rows.h"

#include <algorithm>
#include <limits>

#define CHUNK_COLUMNS                                                                              \
    "id, prev_batch, coalesce((SELECT position FROM event WHERE event.room = chunk.room"           \
    " AND event.chunk = chunk.id AND thread = '' ORDER BY position LIMIT 1),"                      \
    " (SELECT min(position) FROM event WHERE event.room = chunk.room"                              \
    " AND event.chunk = chunk.id), 0)"

namespace client::store {

namespace {

Chunk readChunk(const Statement& row)
{
    Chunk chunk;
    chunk.id = row.integer(0);
    if (!row.isNull(1)) {
        chunk.prevBatch = row.text(1);
    }
    chunk.first = row.integer(2);
    return chunk;
}

} // namespace

Result<int64_t> ChunkTable::append(const RoomId& room, const std::optional<QString>& prevBatch)
{
    return m_db.run("INSERT INTO chunk (room, prev_batch) VALUES (?, ?)", room, prevBatch)
        .transform([this] { return m_db.lastInsertId(); });
}

Result<std::optional<Chunk>> ChunkTable::newest(const RoomId& room)
{
    return readOne(m_db.query("SELECT " CHUNK_COLUMNS
                              " FROM chunk WHERE room = ? AND id > 0 ORDER BY id DESC LIMIT 1",
                              room),
                   readChunk);
}

Result<std::optional<Chunk>> ChunkTable::find(int64_t id)
{
    return readOne(m_db.query("SELECT " CHUNK_COLUMNS " FROM chunk WHERE id = ?", id), readChunk);
}

Result<std::optional<Chunk>> ChunkTable::olderThan(const RoomId& room, int64_t id)
{
    return readOne(m_db.query("SELECT " CHUNK_COLUMNS
                              " FROM chunk WHERE room = ? AND id < ? AND id > 0"
                              " ORDER BY id DESC LIMIT 1",
                              room, id),
                   readChunk);
}

Result<std::optional<Chunk>> ChunkTable::gapFrom(const RoomId& room, int64_t id)
{
    return readOne(m_db.query("SELECT " CHUNK_COLUMNS " FROM chunk WHERE room = ? AND id >= ?"
                              " AND prev_batch IS NOT NULL ORDER BY id DESC LIMIT 1",
                              room, id),
                   readChunk);
}

Result<bool> ChunkTable::hasGap(const RoomId& room, int64_t older, int64_t newer)
{
    return readInteger(m_db.query("SELECT count(*) FROM chunk WHERE room = ? AND id > ?"
                                  " AND id <= ? AND prev_batch IS NOT NULL",
                                  room, older, newer))
        .transform([](int64_t gaps) { return gaps > 0; });
}

Result<> ChunkTable::setPrevBatch(int64_t id, const std::optional<QString>& prevBatch)
{
    return m_db.run("UPDATE chunk SET prev_batch = ? WHERE id = ?", prevBatch, id);
}

Result<Place> ChunkTable::placeAfter(int64_t chunk)
{
    return readInteger(m_db.query("SELECT max(next_position, coalesce((SELECT max(position) + 1"
                                  " FROM event WHERE event.room = chunk.room AND chunk = ?1), 0))"
                                  " FROM chunk WHERE id = ?1",
                                  chunk))
        .transform([chunk](int64_t position) { return Place{chunk, position}; });
}

Result<Place> ChunkTable::placeBefore(int64_t chunk)
{
    return readInteger(m_db.query("SELECT coalesce(min(position) - 1, 0) FROM event"
                                  " WHERE room = (SELECT room FROM chunk WHERE id = ?1)"
                                  " AND chunk = ?1",
                                  chunk))
        .transform([chunk](int64_t position) { return Place{chunk, position}; });
}

Result<> ChunkTable::keepTaken(const Place& place)
{
    return m_db.run("UPDATE chunk SET next_position = max(next_position, ? + 1) WHERE id = ?",
                    place.position, place.chunk);
}

Result<Place> ChunkTable::placeAside(const RoomId& room, Timestamp ts)
{
    constexpr int64_t span = 1024; // events of the same time
    auto chunk =
        readInteger(m_db.query("SELECT id FROM chunk WHERE room = ? AND id < 0 LIMIT 1", room));
    if (chunk && *chunk == 0) {
        auto made = m_db.run("INSERT INTO chunk (id, room, prev_batch) VALUES"
                             " ((SELECT min(0, coalesce(min(id), 0)) - 1 FROM chunk), ?, NULL)",
                             room);
        chunk = made.transform([this] { return m_db.lastInsertId(); });
    }
    if (!chunk) {
        return std::unexpected(chunk.error());
    }
    const int64_t base = std::clamp<int64_t>(ts, 0, 8'000'000'000'000'000) * span;
    const char* const next = "SELECT coalesce(max(position) + 1, ?1) FROM event WHERE room = ?2"
                             " AND chunk = ?3 AND position BETWEEN ?1 AND ?4";
    auto position = readInteger(m_db.query(next, base, room, *chunk, base + span - 1));
    if (position && *position >= base + span) {
        position = readInteger(
            m_db.query(next, base, room, *chunk, std::numeric_limits<int64_t>::max() - 1));
    }
    return position.transform([&](int64_t found) { return Place{*chunk, found}; });
}

Result<> RelationTable::add(const RelationRow& row)
{
    return m_db.run("INSERT OR REPLACE INTO relation VALUES (?, ?, ?, ?, ?, ?)", row.room,
                    row.target, row.event, row.type, row.key, row.sender);
}

Result<> RelationTable::removeOf(const RoomId& room, const EventId& event)
{
    return m_db.run("DELETE FROM relation WHERE room = ? AND event_id = ?", room, event);
}

Result<std::vector<EventId>> RelationTable::sources(const RoomId& room, const EventId& target)
{
    // CROSS: from the few that point at it, not through all events of the room.
    return readAll(
        m_db.query(
            "SELECT r.event_id FROM relation r CROSS JOIN event e"
            " ON e.room = r.room AND e.event_id = r.event_id WHERE r.room = ? AND r.target = ?"
            " AND r.rel_type <> 'm.thread' ORDER BY e.chunk, e.position",
            room, target),
        [](const Statement& row) { return row.id<EventId>(0); });
}

Result<EventId> RelationTable::redactionOf(const RoomId& room, const EventId& target)
{
    return readText(m_db.query("SELECT event_id FROM relation WHERE room = ? AND target = ?"
                               " AND rel_type = 'm.redaction' LIMIT 1",
                               room, target))
        .transform([](const QString& id) { return EventId(id); });
}

Result<EventId> RelationTable::targetOf(const RoomId& room, const EventId& event)
{
    return readText(m_db.query("SELECT target FROM relation WHERE room = ? AND event_id = ?"
                               " LIMIT 1",
                               room, event))
        .transform([](const QString& id) { return EventId(id); });
}

} // namespace client::store
