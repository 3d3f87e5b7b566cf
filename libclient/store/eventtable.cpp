// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/eventtable.h"

#include "store/rows.h"

#include <array>

using namespace Qt::StringLiterals;

// The columns in the order in which readEvent reads them.
#define EVENT_COLUMNS                                                                              \
    "room, event_id, chunk, position, sender, type, ts, txn, event, decryption, reason,"           \
    " session_id, clear, trust, owner, redacted, notify, preview, fresh, thread"

namespace client::store {

namespace {

constexpr Timestamp lookUpAgain = 3'600'000;
constexpr std::array decryptionNames{"plain"_L1, "pending"_L1, "waiting"_L1, "done"_L1,
                                     "failed"_L1};

QString nameOf(EventRow::Decryption decryption)
{
    return decryptionNames.at(size_t(decryption));
}

EventRow::Decryption decryptionFrom(const QString& name)
{
    for (size_t i = 0; i < decryptionNames.size(); ++i) {
        if (name == decryptionNames.at(i)) {
            return EventRow::Decryption(i);
        }
    }
    return EventRow::Decryption::Failed;
}

QJsonObject clearOf(const EventRow& row)
{
    if (row.decryption != EventRow::Decryption::Done) {
        return {};
    }
    return {{u"type"_s, row.clearType}, {u"content"_s, row.clearContent}};
}

EventRow readEvent(const Statement& row)
{
    EventRow event;
    event.room = row.id<RoomId>(0);
    event.id = row.id<EventId>(1);
    event.place = {row.integer(2), row.integer(3)};
    event.sender = row.id<UserId>(4);
    event.type = row.text(5);
    event.ts = row.integer(6);
    event.txn = row.id<TxnId>(7);
    event.event = row.object(8);
    event.decryption = decryptionFrom(row.text(9));
    event.reason = row.text(10);
    event.sessionId = row.blob(11);
    const QJsonObject clear = row.object(12);
    event.clearType = clear.value("type"_L1).toString();
    event.clearContent = clear.value("content"_L1).toObject();
    event.trust = row.text(13);
    event.owner = row.id<UserId>(14);
    event.redacted = row.flag(15);
    event.notify = row.number(16);
    event.preview = row.flag(17);
    event.fresh = EventRow::Fresh(row.number(18));
    event.thread = row.id<EventId>(19);
    return event;
}

Place readPlace(const Statement& row)
{
    return {row.integer(0), row.integer(1)};
}

} // namespace

Result<> EventTable::insert(const EventRow& row)
{
    return m_db.run("INSERT INTO event (" EVENT_COLUMNS ") VALUES"
                    " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    row.room, row.id, row.place.chunk, row.place.position, row.sender, row.type,
                    row.ts, row.txn, row.event, nameOf(row.decryption), row.reason, row.sessionId,
                    clearOf(row), row.trust, row.owner, row.redacted, row.notify, row.preview,
                    int(row.fresh), row.thread);
}

Result<> EventTable::move(const RoomId& room, const EventId& id, const Place& place)
{
    return m_db.run("UPDATE event SET chunk = ?, position = ? WHERE room = ? AND event_id = ?",
                    place.chunk, place.position, room, id);
}

Result<std::optional<EventRow>> EventTable::find(const RoomId& room, const EventId& id)
{
    return readOne(
        m_db.query("SELECT " EVENT_COLUMNS " FROM event WHERE room = ? AND event_id = ?", room, id),
        readEvent);
}

Result<std::optional<Place>> EventTable::placeOf(const RoomId& room, const EventId& id)
{
    return readOne(
        m_db.query("SELECT chunk, position FROM event WHERE room = ? AND event_id = ?", room, id),
        readPlace);
}

Result<std::optional<EventRow>> EventTable::at(const RoomId& room, const Place& place)
{
    return readOne(m_db.query("SELECT " EVENT_COLUMNS
                              " FROM event WHERE room = ? AND chunk = ? AND position = ?",
                              room, place.chunk, place.position),
                   readEvent);
}

Result<std::vector<EventRow>> EventTable::before(const RoomId& room, const Place& place, int limit)
{
    return readAll(m_db.query("SELECT " EVENT_COLUMNS
                              " FROM event WHERE room = ? AND thread = '' AND chunk > 0"
                              " AND (chunk, position) < (?, ?)"
                              " ORDER BY chunk DESC, position DESC LIMIT ?",
                              room, place.chunk, place.position, limit),
                   readEvent);
}

Result<std::vector<EventRow>> EventTable::from(const RoomId& room, const Place& place)
{
    return readAll(m_db.query("SELECT " EVENT_COLUMNS
                              " FROM event WHERE room = ? AND thread = '' AND chunk > 0"
                              " AND (chunk, position) >= (?, ?)"
                              " ORDER BY chunk, position",
                              room, place.chunk, place.position),
                   readEvent);
}

Result<std::vector<EventRow>> EventTable::after(const RoomId& room, const Place& place, int limit)
{
    return readAll(m_db.query("SELECT " EVENT_COLUMNS
                              " FROM event WHERE room = ? AND thread = '' AND chunk > 0"
                              " AND (chunk, position) > (?, ?) ORDER BY chunk, position LIMIT ?",
                              room, place.chunk, place.position, limit),
                   readEvent);
}

Result<std::vector<EventRow>> EventTable::all(const RoomId& room, const Place& after, int limit)
{
    return readAll(m_db.query("SELECT " EVENT_COLUMNS " FROM event WHERE room = ? AND chunk > 0"
                              " AND (chunk, position) > (?, ?) ORDER BY chunk, position LIMIT ?",
                              room, after.chunk, after.position, limit),
                   readEvent);
}

Result<std::vector<EventRow>> EventTable::between(const RoomId& room, const Place& first,
                                                  const Place& last)
{
    return readAll(m_db.query("SELECT " EVENT_COLUMNS
                              " FROM event WHERE room = ? AND thread = '' AND chunk > 0"
                              " AND (chunk, position) >= (?, ?)"
                              " AND (chunk, position) <= (?, ?) ORDER BY chunk, position",
                              room, first.chunk, first.position, last.chunk, last.position),
                   readEvent);
}

Result<EventId> EventTable::firstAfter(const RoomId& room, const Place& place, const UserId& own)
{
    return readText(m_db.query("SELECT event_id FROM event WHERE room = ? AND thread = ''"
                               " AND (chunk, position) > (?, ?) AND preview > 0 AND sender <> ?"
                               " ORDER BY chunk, position LIMIT 1",
                               room, place.chunk, place.position, own))
        .transform([](const QString& id) { return EventId(id); });
}

Result<std::optional<Place>> EventTable::lastBy(const RoomId& room, Timestamp ts)
{
    return readOne(
        m_db.query("SELECT chunk, position FROM event WHERE room = ? AND +ts <= ? AND chunk > 0"
                   " ORDER BY chunk DESC, position DESC LIMIT 1",
                   room, ts),
        readPlace);
}

Result<std::vector<EventRow>> EventTable::pendingIn(const RoomId& room, int limit)
{
    return readAll(m_db.query("SELECT " EVENT_COLUMNS
                              " FROM event WHERE room = ? AND decryption = 'pending'"
                              " ORDER BY id LIMIT ?",
                              room, limit),
                   readEvent);
}

Result<std::vector<EventRow>> EventTable::pending(int limit)
{
    return readAll(m_db.query("SELECT " EVENT_COLUMNS
                              " FROM event WHERE decryption = 'pending' ORDER BY room, id LIMIT ?",
                              limit),
                   readEvent);
}

Result<> EventTable::saveDecryption(const EventRow& row)
{
    return m_db.run("UPDATE event SET decryption = ?, reason = ?, session_id = ?, clear = ?,"
                    " trust = ?, owner = ?, notify = ?, preview = ?, fresh = ?"
                    " WHERE room = ? AND event_id = ?",
                    nameOf(row.decryption), row.reason, row.sessionId, clearOf(row), row.trust,
                    row.owner, row.notify, row.preview, int(row.fresh), row.room, row.id);
}

Result<int> EventTable::wake(const RoomId& room, const QByteArray& sessionId)
{
    // A better copy of a session may also reach events before its first known index.
    auto woken = m_db.run("UPDATE event SET decryption = 'pending' WHERE session_id = ?"
                          " AND room = ? AND redacted = 0 AND (decryption = 'waiting'"
                          " OR (decryption = 'failed' AND reason <> 'replay'))",
                          sessionId, room);
    return woken.transform([this] { return m_db.changes(); });
}

Result<> EventTable::redact(const RoomId& room, const EventId& id, const QJsonObject& pruned)
{
    return m_db.run("UPDATE event SET event = ?, clear = '{}', decryption = 'plain', reason = '',"
                    " redacted = 1, notify = 0, fresh = 0 WHERE room = ? AND event_id = ?",
                    pruned, room, id);
}

Result<std::vector<EventRow>> EventTable::messagesBefore(const RoomId& room, Timestamp time,
                                                         int limit)
{
    return readAll(m_db.query("SELECT " EVENT_COLUMNS " FROM event WHERE room = ? AND ts < ?"
                              " AND json_type(event, '$.state_key') IS NULL ORDER BY ts LIMIT ?",
                              room, time, limit),
                   readEvent);
}

Result<> EventTable::remove(const RoomId& room, const EventId& id)
{
    return m_db.run("DELETE FROM event WHERE room = ? AND event_id = ?", room, id);
}

Result<> EventTable::saveTxn(const RoomId& room, const EventId& id, const TxnId& txn)
{
    return m_db.run("UPDATE event SET txn = ? WHERE room = ? AND event_id = ?", txn, room, id);
}

Result<UnreadRow> EventTable::unreadAfter(const RoomId& room, const Place& place)
{
    return readOne(m_db.query("SELECT count(*), coalesce(sum(notify > 1), 0) FROM event"
                              " WHERE room = ? AND (chunk, position) > (?, ?) AND notify > 0"
                              " AND thread = ''",
                              room, place.chunk, place.position),
                   [](const Statement& row) { return UnreadRow{row.number(0), row.number(1)}; })
        .transform([](std::optional<UnreadRow> row) { return row.value_or(UnreadRow()); });
}

Result<std::vector<EventRow>> EventTable::previews(const RoomId& room, int limit)
{
    return readAll(m_db.query("SELECT " EVENT_COLUMNS " FROM event WHERE room = ? AND preview > 0"
                              " AND thread = '' AND chunk > 0"
                              " ORDER BY chunk DESC, position DESC LIMIT ?",
                              room, limit),
                   readEvent);
}

Result<QMap<QString, int>> EventTable::countByReason()
{
    QMap<QString, int> counts;
    auto rows = readAll(m_db.query("SELECT reason, count(*) FROM event WHERE redacted = 0"
                                   " AND decryption IN ('waiting', 'failed') GROUP BY reason"),
                        [](const Statement& row) { return std::pair{row.text(0), row.number(1)}; });
    return rows.transform([&](const std::vector<std::pair<QString, int>>& all) {
        for (const auto& [reason, count] : all) {
            counts.insert(reason, count);
        }
        return counts;
    });
}

Result<std::vector<std::pair<RoomId, QByteArray>>> EventTable::waitingSessions(Timestamp now,
                                                                               bool lookedFor)
{
    // A clock that was set back must not put anything off for long.
    return readAll(m_db.query("SELECT room, session_id FROM event"
                              " WHERE decryption = 'waiting' AND session_id <> x''"
                              " AND reason <> 'sentBeforeJoin'"
                              " AND EXISTS (SELECT 1 FROM key_lookup"
                              " WHERE key_lookup.room = event.room"
                              " AND key_lookup.session_id = event.session_id"
                              " AND key_lookup.at BETWEEN ? AND ?) = ?"
                              " GROUP BY room, session_id ORDER BY max(ts) DESC LIMIT 1000",
                              now - lookUpAgain, now, lookedFor),
                   [](const Statement& row) { return std::pair{row.id<RoomId>(0), row.blob(1)}; });
}

Result<> EventTable::noteLookedFor(const RoomId& room, const QByteArray& sessionId, Timestamp now)
{
    auto pruned = m_db.run("DELETE FROM key_lookup WHERE at < ?", now - lookUpAgain);
    return pruned ? m_db.run("INSERT OR REPLACE INTO key_lookup VALUES (?, ?, ?)", room, sessionId,
                             now)
                  : pruned;
}

Result<int> EventTable::wakeAll()
{
    auto woken = m_db.run("UPDATE event SET decryption = 'pending' WHERE decryption = 'waiting'");
    return woken.transform([this] { return m_db.changes(); });
}

Result<int64_t> EventTable::countWaiting()
{
    return readInteger(m_db.query("SELECT count(*) FROM event WHERE decryption = 'waiting'"));
}

Result<int64_t> EventTable::countPending()
{
    return readInteger(m_db.query("SELECT count(*) FROM event WHERE decryption = 'pending'"));
}

} // namespace client::store
