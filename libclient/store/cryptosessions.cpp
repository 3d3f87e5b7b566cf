// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sessions of Olm and Megolm, who has them, and the replay check.
#include "store/cryptotables.h"
#include "store/rows.h"

using namespace client::crypto;

namespace client::store {

namespace {

//! To-device ciphertexts remembered a sender key.
constexpr int keptHashes = 1000;
//! Of devices that nobody published, all together.
constexpr int keptStrange = 20'000;
constexpr int claimsOfOne = 3;
//! Of one room; and of all rooms together that are not known here.
constexpr int keptNotices = 1000;

InboundGroupRecord readInbound(const Statement& row)
{
    InboundGroupRecord record;
    record.room = row.id<RoomId>(0);
    record.sessionId = row.blob(1);
    record.senderKey = row.blob(2);
    record.ed25519 = row.blob(3);
    record.owner = row.id<UserId>(4);
    record.pickle = row.blob(5);
    record.source = InboundGroupRecord::Source(row.number(6));
    record.firstIndex = uint32_t(row.integer(7));
    record.sharedHistory = row.flag(8);
    record.backedUp = row.flag(9);
    record.receivedAt = row.integer(10);
    record.sharedBy = row.id<UserId>(11);
    return record;
}

WithheldRecord readWithheld(const Statement& row)
{
    return {row.id<RoomId>(0), row.blob(1), row.text(2), row.text(3)};
}

} // namespace

CryptoStore::List<OlmSessionRecord> CryptoTables::olmSessions(const QByteArray& senderKey)
{
    return readAll(m_db.query("SELECT * FROM crypto_olm WHERE sender_key = ?"
                              " ORDER BY last_received_at DESC, session_id",
                              senderKey),
                   [](const Statement& row) {
                       return OlmSessionRecord{row.blob(0), row.blob(1), row.blob(2),
                                               row.integer(3), row.integer(4)};
                   });
}

Result<> CryptoTables::saveOlmSession(const OlmSessionRecord& record)
{
    return m_db.run("INSERT OR REPLACE INTO crypto_olm VALUES (?, ?, ?, ?, ?)", record.sessionId,
                    record.senderKey, record.pickle, record.createdAt, record.lastReceivedAt);
}

Result<> CryptoTables::removeOlmSession(const QByteArray& sessionId)
{
    return m_db.run("DELETE FROM crypto_olm WHERE session_id = ?", sessionId);
}

CryptoStore::List<QByteArray> CryptoTables::dropRatchets()
{
    auto keys = readAll(m_db.query("SELECT DISTINCT sender_key FROM crypto_olm"),
                        [](const Statement& row) { return row.blob(0); });
    if (!keys) {
        return keys;
    }
    for (const char* table : {"crypto_olm", "crypto_share", "crypto_outbound"}) {
        if (auto dropped = m_db.execute(QByteArray("DELETE FROM ") + table); !dropped) {
            return std::unexpected(dropped.error());
        }
    }
    return keys;
}

Result<bool> CryptoTables::rememberMessage(const QByteArray& senderKey, const QByteArray& hash)
{
    auto noted = m_db.run("INSERT OR IGNORE INTO crypto_seen (sender_key, hash) VALUES (?, ?)",
                          senderKey, hash);
    if (!noted) {
        return std::unexpected(noted.error());
    }
    if (m_db.changes() == 0) {
        return true;
    }
    auto pruned = m_db.run("DELETE FROM crypto_seen WHERE sender_key = ?1 AND id <= ("
                           "SELECT id FROM crypto_seen WHERE sender_key = ?1"
                           " ORDER BY id DESC LIMIT 1 OFFSET ?2)",
                           senderKey, keptHashes);
    if (!pruned) {
        return std::unexpected(pruned.error());
    }
    return pruneStrange().transform([] { return false; });
}

//! Anybody can make up keys and send something well formed from each.
Result<> CryptoTables::pruneStrange()
{
    const auto newest = readInteger(m_db.query("SELECT max(id) FROM crypto_seen"));
    if (!newest) {
        return std::unexpected(newest.error());
    }
    if (*newest % 500 != 0) {
        return {};
    }
    return m_db.run("DELETE FROM crypto_seen WHERE id <= ?"
                    " AND sender_key NOT IN (SELECT curve25519 FROM crypto_device)",
                    *newest - keptStrange);
}

Result<Timestamp> CryptoTables::lastRepair(const QByteArray& senderKey)
{
    return readInteger(
        m_db.query("SELECT made_at FROM crypto_repair WHERE sender_key = ?", senderKey));
}

Result<> CryptoTables::saveRepair(const QByteArray& senderKey, Timestamp when)
{
    return m_db.run("INSERT OR REPLACE INTO crypto_repair VALUES (?, ?)", senderKey, when);
}

CryptoStore::Maybe<InboundGroupRecord> CryptoTables::inboundGroup(const RoomId& room,
                                                                  const QByteArray& sessionId)
{
    return readOne(m_db.query("SELECT * FROM crypto_inbound WHERE room = ? AND session_id = ?",
                              room, sessionId),
                   readInbound);
}

Result<std::vector<RoomId>> CryptoTables::roomsOfSender(const QByteArray& curve25519)
{
    return readAll(
        m_db.query("SELECT DISTINCT room FROM crypto_inbound WHERE sender_key = ?", curve25519),
        [](const Statement& row) { return row.id<RoomId>(0); });
}

Result<> CryptoTables::saveInboundGroup(const InboundGroupRecord& record)
{
    ++m_generation;
    // Not "OR REPLACE": that removes a row behind the back of the triggers that count.
    return m_db.run(
        "INSERT INTO crypto_inbound VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
        " ON CONFLICT (room, session_id) DO UPDATE SET sender_key = excluded.sender_key,"
        " ed25519 = excluded.ed25519, owner = excluded.owner, pickle = excluded.pickle,"
        " source = excluded.source, first_index = excluded.first_index,"
        " shared_history = excluded.shared_history, backed_up = excluded.backed_up,"
        " received_at = excluded.received_at, shared_by = excluded.shared_by",
        record.room, record.sessionId, record.senderKey, record.ed25519, record.owner,
        record.pickle, int(record.source), record.firstIndex, record.sharedHistory, record.backedUp,
        record.receivedAt, record.sharedBy);
}

CryptoStore::List<ClaimRecord> CryptoTables::claims(const RoomId& room, const QByteArray& sessionId)
{
    return readAll(
        m_db.query("SELECT * FROM crypto_claim WHERE room = ? AND session_id = ?", room, sessionId),
        [](const Statement& row) {
            return ClaimRecord{row.id<RoomId>(0), row.blob(1), row.id<UserId>(2), row.blob(3),
                               row.blob(4)};
        });
}

Result<> CryptoTables::saveClaim(const ClaimRecord& record)
{
    ++m_generation;
    return m_db.run("INSERT OR IGNORE INTO crypto_claim SELECT ?1, ?2, ?3, ?4, ?5"
                    " WHERE (SELECT count(*) FROM crypto_claim WHERE room = ?1 AND session_id = ?2"
                    " AND owner = ?3) < ?6",
                    record.room, record.sessionId, record.owner, record.senderKey, record.ed25519,
                    claimsOfOne);
}

CryptoStore::List<InboundGroupRecord>
CryptoTables::inboundGroupsAfter(const RoomId& room, const QByteArray& sessionId, int most)
{
    return readAll(m_db.query("SELECT * FROM crypto_inbound WHERE (room, session_id) > (?, ?)"
                              " ORDER BY room, session_id LIMIT ?",
                              room, sessionId, most),
                   readInbound);
}

CryptoStore::List<InboundGroupRecord> CryptoTables::inboundGroupsOf(const RoomId& room)
{
    return readAll(
        m_db.query("SELECT * FROM crypto_inbound WHERE room = ? ORDER BY session_id", room),
        readInbound);
}

CryptoStore::List<InboundGroupRecord> CryptoTables::notBackedUp(int most)
{
    return readAll(m_db.query("SELECT * FROM crypto_inbound WHERE backed_up = 0"
                              " ORDER BY room, session_id LIMIT ?",
                              most),
                   readInbound);
}

Result<int> CryptoTables::countInboundGroups(bool backedUpOnly)
{
    return readInteger(m_db.query("SELECT sum(sessions) FROM crypto_inbound_count"
                                  " WHERE backed_up >= ?",
                                  backedUpOnly ? 1 : 0))
        .transform([](int64_t count) { return int(count); });
}

Result<> CryptoTables::forgetBackedUp()
{
    return m_db.run("UPDATE crypto_inbound SET backed_up = 0 WHERE backed_up <> 0");
}

CryptoStore::Maybe<OutboundGroupRecord> CryptoTables::outboundGroup(const RoomId& room)
{
    return readOne(
        m_db.query("SELECT * FROM crypto_outbound WHERE room = ?", room), [](const Statement& row) {
            return OutboundGroupRecord{row.id<RoomId>(0), row.blob(1), row.blob(2), row.integer(3),
                                       row.number(4),     row.flag(5), row.flag(6)};
        });
}

Result<> CryptoTables::saveOutboundGroup(const OutboundGroupRecord& record)
{
    auto pruned = m_db.run("DELETE FROM crypto_share WHERE session_id IN ("
                           "SELECT session_id FROM crypto_outbound WHERE room = ?"
                           " AND session_id <> ?)",
                           record.room, record.sessionId);
    if (!pruned) {
        return pruned;
    }
    return m_db.run("INSERT OR REPLACE INTO crypto_outbound VALUES (?, ?, ?, ?, ?, ?, ?)",
                    record.room, record.sessionId, record.pickle, record.createdAt, record.messages,
                    record.invalidated, record.sharedHistory);
}

CryptoStore::List<ShareRecord> CryptoTables::shares(const QByteArray& sessionId)
{
    return readAll(m_db.query("SELECT * FROM crypto_share WHERE session_id = ?"
                              " ORDER BY user, device",
                              sessionId),
                   [](const Statement& row) {
                       return ShareRecord{
                           row.blob(0), row.id<UserId>(1),        row.id<DeviceId>(2),
                           row.blob(3), uint32_t(row.integer(4)), row.flag(5),
                           row.text(6)};
                   });
}

Result<> CryptoTables::saveShare(const ShareRecord& record)
{
    return m_db.run("INSERT OR REPLACE INTO crypto_share VALUES (?, ?, ?, ?, ?, ?, ?)",
                    record.sessionId, record.user, record.device, record.curve25519, record.index,
                    record.acknowledged, record.withheldCode);
}

Result<> CryptoTables::markShares(const QByteArray& curve25519, const QString& code)
{
    return m_db.run("UPDATE crypto_share SET withheld_code = ? WHERE curve25519 = ?"
                    " AND withheld_code = ''"
                    " AND session_id IN (SELECT session_id FROM crypto_outbound)",
                    code, curve25519);
}

CryptoStore::Maybe<WithheldRecord> CryptoTables::withheld(const RoomId& room,
                                                          const QByteArray& sessionId)
{
    return readOne(m_db.query("SELECT room, session_id, code, reason FROM crypto_withheld"
                              " WHERE room = ? AND session_id = ?",
                              room, sessionId),
                   readWithheld);
}

CryptoStore::List<WithheldRecord> CryptoTables::withheldIn(const RoomId& room)
{
    return readAll(m_db.query("SELECT room, session_id, code, reason FROM crypto_withheld WHERE "
                              "room = ? ORDER BY session_id",
                              room),
                   readWithheld);
}

Result<> CryptoTables::saveWithheld(const WithheldRecord& record)
{
    auto saved = m_db.run("INSERT OR REPLACE INTO crypto_withheld (room, session_id, code, reason)"
                          " VALUES (?, ?, ?, ?)",
                          record.room, record.sessionId, record.code, record.reason);
    if (!saved) {
        return saved;
    }
    saved = m_db.run("DELETE FROM crypto_withheld WHERE room = ?1 AND id <= ("
                     "SELECT id FROM crypto_withheld WHERE room = ?1"
                     " ORDER BY id DESC LIMIT 1 OFFSET ?2)",
                     record.room, keptNotices);
    if (!saved) {
        return saved;
    }
    // Anybody may name rooms that this person is not in.
    return m_db.run("DELETE FROM crypto_withheld WHERE room NOT IN (SELECT room FROM crypto_room)"
                    " AND id <= (SELECT id FROM crypto_withheld"
                    " WHERE room NOT IN (SELECT room FROM crypto_room)"
                    " ORDER BY id DESC LIMIT 1 OFFSET ?)",
                    keptNotices);
}

Result<bool> CryptoTables::claimIndex(const RoomId& room, const QByteArray& sessionId,
                                      uint32_t index, const EventId& event, Timestamp ts)
{
    auto claimed = m_db.run("INSERT OR IGNORE INTO megolm_index VALUES (?, ?, ?, ?, ?)", room,
                            sessionId, index, event, ts);
    if (!claimed) {
        return std::unexpected(claimed.error());
    }
    return readInteger(m_db.query("SELECT count(*) FROM megolm_index WHERE room = ?"
                                  " AND session_id = ? AND message_index = ? AND event_id = ?"
                                  " AND ts = ?",
                                  room, sessionId, index, event, ts))
        .transform([](int64_t rows) { return rows == 1; });
}

} // namespace client::store
