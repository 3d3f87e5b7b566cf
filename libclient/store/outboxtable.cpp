// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/outboxtable.h"

#include "store/rows.h"

#include <array>

using namespace Qt::StringLiterals;

#define OUTBOX_COLUMNS                                                                             \
    "txn, room, kind, state, type, content, target, wire, attempts, error, created, event_id"

namespace client::store {

namespace {

constexpr std::array stateNames{"queued"_L1, "sent"_L1, "failed"_L1};

OutboxRow readRow(const Statement& row)
{
    OutboxRow out;
    out.txn = row.id<TxnId>(0);
    out.room = row.id<RoomId>(1);
    out.kind = row.text(2);
    const QString state = row.text(3);
    out.state = state == "queued"_L1 ? OutboxRow::State::Queued
                : state == "sent"_L1 ? OutboxRow::State::Sent
                                     : OutboxRow::State::Failed;
    out.type = row.text(4);
    out.content = row.object(5);
    out.target = row.text(6);
    out.wire = row.object(7);
    out.attempts = row.number(8);
    out.error = row.object(9);
    out.created = row.integer(10);
    out.event = row.id<EventId>(11);
    return out;
}

} // namespace

Result<> OutboxTable::insert(const OutboxRow& row)
{
    return m_db.run(
        "INSERT INTO outbox (" OUTBOX_COLUMNS ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        row.txn, row.room, row.kind, QString(stateNames.at(size_t(row.state))), row.type,
        row.content, row.target, row.wire, row.attempts, row.error, row.created, row.event);
}

Result<> OutboxTable::update(const OutboxRow& row)
{
    return m_db.run("UPDATE outbox SET kind = ?, state = ?, type = ?, content = ?, target = ?,"
                    " wire = ?, attempts = ?, error = ?, event_id = ? WHERE txn = ?",
                    row.kind, QString(stateNames.at(size_t(row.state))), row.type, row.content,
                    row.target, row.wire, row.attempts, row.error, row.event, row.txn);
}

Result<> OutboxTable::remove(const TxnId& txn)
{
    return m_db.run("DELETE FROM outbox WHERE txn = ?", txn);
}

Result<std::optional<OutboxRow>> OutboxTable::find(const TxnId& txn)
{
    return readOne(m_db.query("SELECT " OUTBOX_COLUMNS " FROM outbox WHERE txn = ?", txn), readRow);
}

Result<std::optional<OutboxRow>> OutboxTable::byEvent(const RoomId& room, const EventId& event)
{
    return readOne(m_db.query("SELECT " OUTBOX_COLUMNS " FROM outbox WHERE event_id = ?"
                              " AND event_id <> '' AND room = ?",
                              event, room),
                   readRow);
}

Result<std::vector<OutboxRow>> OutboxTable::all(const RoomId& room)
{
    return readAll(
        m_db.query("SELECT " OUTBOX_COLUMNS " FROM outbox WHERE room = ? ORDER BY id", room),
        readRow);
}

Result<std::vector<RoomId>> OutboxTable::queuedRooms()
{
    return readAll(m_db.query("SELECT DISTINCT room FROM outbox WHERE state = 'queued'"
                              " ORDER BY room"),
                   [](const Statement& row) { return row.id<RoomId>(0); });
}

Result<bool> OutboxTable::hasQueued(const RoomId& room)
{
    return readInteger(m_db.query("SELECT EXISTS (SELECT 1 FROM outbox WHERE room = ?"
                                  " AND state = 'queued')",
                                  room))
        .transform([](int64_t found) { return found != 0; });
}

Result<int64_t> OutboxTable::countUnsent()
{
    return readInteger(m_db.query("SELECT count(*) FROM outbox WHERE state <> 'sent'"));
}

Result<int64_t> OutboxTable::countQueued()
{
    return readInteger(m_db.query("SELECT count(*) FROM outbox WHERE state = 'queued'"));
}

Result<> OutboxTable::retarget(const TxnId& txn, const EventId& event)
{
    return m_db.run("UPDATE outbox SET target = ? WHERE target = ?", event, txn);
}

Result<std::vector<TxnId>> OutboxTable::pointingAt(const TxnId& txn)
{
    return readAll(m_db.query("SELECT txn FROM outbox WHERE target = ? ORDER BY id", txn),
                   [](const Statement& row) { return row.id<TxnId>(0); });
}

Result<> OutboxTable::saveUpload(const UploadRow& row)
{
    return m_db.run("INSERT OR REPLACE INTO upload VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row.txn,
                    row.thumbnail, row.file, row.encrypted, row.key, row.iv, row.sha256,
                    row.mimetype, row.mxc);
}

Result<std::vector<UploadRow>> OutboxTable::uploads(const TxnId& txn)
{
    return readAll(m_db.query("SELECT * FROM upload WHERE txn = ? ORDER BY thumbnail DESC", txn),
                   [](const Statement& row) {
                       return UploadRow{row.id<TxnId>(0), row.flag(1), row.text(2),
                                        row.flag(3),      row.blob(4), row.blob(5),
                                        row.blob(6),      row.text(7), row.text(8)};
                   });
}

Result<std::vector<QString>> OutboxTable::uploadFiles()
{
    return readAll(m_db.query("SELECT file FROM upload"),
                   [](const Statement& row) { return row.text(0); });
}

Result<> OutboxTable::noteSent(const OutboxRow& row, Timestamp at)
{
    return m_db.run("INSERT OR IGNORE INTO senttxn VALUES (?, ?, ?, ?)", row.txn, row.room,
                    row.event, at);
}

Result<EventId> OutboxTable::sentEvent(const TxnId& txn)
{
    return readText(m_db.query("SELECT event_id FROM senttxn WHERE txn = ?", txn))
        .transform([](const QString& id) { return EventId(id); });
}

Result<TxnId> OutboxTable::sentTxn(const RoomId& room, const EventId& event)
{
    return readText(
               m_db.query("SELECT txn FROM senttxn WHERE event_id = ? AND room = ?", event, room))
        .transform([](const QString& txn) { return TxnId(txn); });
}

} // namespace client::store
