// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/threadtable.h"

#include "store/rows.h"

#define THREAD_COLUMNS                                                                             \
    "room, root, read_chunk, read_position, server_unread, server_highlights, replies,"            \
    " participated, older"

namespace client::store {

namespace {

ThreadRow readThread(const Statement& row)
{
    ThreadRow thread;
    thread.room = row.id<RoomId>(0);
    thread.root = row.id<EventId>(1);
    thread.read = {row.integer(2), row.integer(3)};
    thread.serverUnread = row.number(4);
    thread.serverHighlights = row.number(5);
    thread.replies = row.number(6);
    thread.participated = row.flag(7);
    if (!row.isNull(8)) {
        thread.older = row.text(8);
    }
    return thread;
}

EventId readId(const Statement& row)
{
    return row.id<EventId>(0);
}

UnreadRow readUnread(const Statement& row)
{
    return {row.number(0), row.number(1)};
}

Result<UnreadRow> orNothing(Result<std::optional<UnreadRow>> row)
{
    return row.transform([](std::optional<UnreadRow> one) { return one.value_or(UnreadRow()); });
}

} // namespace

Result<ThreadRow> ThreadTable::find(const RoomId& room, const EventId& root)
{
    return readOne(m_db.query("SELECT " THREAD_COLUMNS " FROM thread WHERE room = ? AND root = ?",
                              room, root),
                   readThread)
        .transform([&](std::optional<ThreadRow> row) {
            return row ? std::move(*row) : ThreadRow{.room = room, .root = root};
        });
}

Result<> ThreadTable::save(const ThreadRow& row)
{
    return m_db.run("INSERT OR REPLACE INTO thread (" THREAD_COLUMNS ") VALUES"
                    " (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    row.room, row.root, row.read.chunk, row.read.position, row.serverUnread,
                    row.serverHighlights, row.replies, row.participated, row.older);
}

Result<std::vector<EventId>> ThreadTable::roots(const RoomId& room)
{
    return readAll(m_db.query("SELECT DISTINCT thread FROM event WHERE room = ?1 AND thread <> ''"
                              " UNION SELECT root FROM thread WHERE room = ?1 AND replies > 0",
                              room),
                   readId);
}

Result<std::vector<EventId>> ThreadTable::rootsHere(const RoomId& room)
{
    return readAll(
        m_db.query("SELECT DISTINCT thread FROM event WHERE room = ? AND thread <> ''", room),
        readId);
}

Result<ThreadCount> ThreadTable::count(const RoomId& room, const EventId& root, const UserId& own)
{
    auto count = readOne(
        m_db.query("SELECT count(*), coalesce(max(sender = ?), 0) FROM event"
                   " WHERE room = ? AND thread = ? AND thread <> ''"
                   " AND preview > 0 AND redacted = 0",
                   own, room, root),
        [](const Statement& row) { return ThreadCount{row.number(0), row.number(1) > 0, {}}; });
    if (!count || !*count) {
        return count.transform([](const auto&) { return ThreadCount(); });
    }
    return readText(m_db.query("SELECT event_id FROM event WHERE room = ? AND thread = ?"
                               " AND thread <> '' AND preview > 0 AND redacted = 0"
                               " ORDER BY chunk DESC, position DESC LIMIT 1",
                               room, root))
        .transform([&](const QString& last) {
            (*count)->last = EventId(last);
            return **count;
        });
}

Result<UnreadRow> ThreadTable::unread(const RoomId& room, const EventId& root, const Place& after)
{
    return orNothing(readOne(m_db.query("SELECT count(*), coalesce(sum(notify > 1), 0) FROM event"
                                        " WHERE room = ? AND thread = ? AND thread <> ''"
                                        " AND (chunk, position) > (?, ?) AND notify > 0",
                                        room, root, after.chunk, after.position),
                             readUnread));
}

Result<UnreadRow> ThreadTable::unreadInAll(const RoomId& room, const Place& flat)
{
    return orNothing(
        readOne(m_db.query("SELECT count(*), coalesce(sum(e.notify > 1), 0) FROM event e"
                           " LEFT JOIN thread t ON t.room = e.room AND t.root = e.thread"
                           " WHERE e.room = ? AND e.thread <> '' AND e.notify > 0"
                           " AND (e.chunk, e.position) > (?, ?) AND (e.chunk, e.position) >"
                           " (coalesce(t.read_chunk, 0), coalesce(t.read_position, 0))",
                           room, flat.chunk, flat.position),
                readUnread));
}

Result<std::vector<ThreadRow>> ThreadTable::neverRead(const RoomId& room)
{
    return readAll(m_db.query("SELECT " THREAD_COLUMNS " FROM thread WHERE room = ?"
                              " AND read_chunk = 0 AND server_unread > 0",
                              room),
                   readThread);
}

Result<std::vector<EventId>> ThreadTable::before(const RoomId& room, const EventId& root,
                                                 const Place& place, int limit)
{
    return readAll(m_db.query("SELECT event_id FROM event WHERE room = ? AND thread = ?"
                              " AND thread <> '' AND (chunk, position) < (?, ?)"
                              " ORDER BY chunk DESC, position DESC LIMIT ?",
                              room, root, place.chunk, place.position, limit),
                   readId);
}

Result<std::vector<EventId>> ThreadTable::from(const RoomId& room, const EventId& root,
                                               const Place& place)
{
    return readAll(m_db.query("SELECT event_id FROM event WHERE room = ? AND thread = ?"
                              " AND thread <> '' AND (chunk, position) >= (?, ?)"
                              " ORDER BY chunk, position",
                              room, root, place.chunk, place.position),
                   readId);
}

Result<EventId> ThreadTable::firstAfter(const RoomId& room, const EventId& root, const Place& place,
                                        const UserId& own)
{
    return readText(m_db.query("SELECT event_id FROM event WHERE room = ? AND thread = ?"
                               " AND thread <> '' AND (chunk, position) > (?, ?) AND preview > 0"
                               " AND sender <> ? ORDER BY chunk, position LIMIT 1",
                               room, root, place.chunk, place.position, own))
        .transform([](const QString& id) { return EventId(id); });
}

Result<> ThreadTable::dissolve(const RoomId& room, const EventId& root)
{
    auto moved = m_db.run("UPDATE event SET thread = '' WHERE room = ? AND thread = ?"
                          " AND thread <> ''",
                          room, root);
    return moved ? m_db.run("DELETE FROM thread WHERE room = ? AND root = ?", room, root) : moved;
}

Result<> ThreadTable::noteHole(const RoomId& room)
{
    return m_db.run("UPDATE thread SET older = NULL WHERE room = ?", room);
}

} // namespace client::store
