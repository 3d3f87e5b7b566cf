// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The account, people and their devices, requests and settings; sessions are in cryptosessions.cpp.
#include "store/cryptotables.h"

#include "store/rows.h"

using namespace Qt::StringLiterals;
using namespace client::crypto;

namespace client::store {

namespace {

const auto peopleSetting = u"peopleGeneration"_s;

DeviceRecord readDevice(const Statement& row)
{
    DeviceRecord record;
    record.user = row.id<UserId>(0);
    record.device = row.id<DeviceId>(1);
    record.curve25519 = row.blob(2);
    record.ed25519 = row.blob(3);
    record.displayName = row.text(4);
    for (const QJsonValue& name : row.array(5)) {
        record.algorithms.append(name.toString());
    }
    record.keys = row.object(6);
    record.blocked = row.flag(7);
    record.verified = row.flag(8);
    record.deleted = row.flag(9);
    record.firstSeen = row.integer(10);
    record.signedBy = row.blob(11);
    return record;
}

TrackedUser readTracked(const Statement& row)
{
    return {row.id<UserId>(0), row.flag(1), row.integer(2)};
}

OutgoingRecord readOutgoing(const Statement& row)
{
    return {row.text(0), OutgoingRecord::Kind(row.number(1)), row.text(2), row.object(3),
            row.id<RoomId>(4)};
}

} // namespace

CryptoStore::Maybe<AccountRecord> CryptoTables::account()
{
    return readOne(m_db.query("SELECT pickle, keys_uploaded, server_one_time_keys, fallback_used,"
                              " fallback_made_at, fallback_retire_at, created_at, pending_upload"
                              " FROM crypto_account"),
                   [](const Statement& row) {
                       return AccountRecord{row.blob(0),    row.flag(1),    row.number(2),
                                            row.flag(3),    row.integer(4), row.integer(5),
                                            row.integer(6), row.blob(7)};
                   });
}

Result<> CryptoTables::saveAccount(const AccountRecord& record)
{
    return m_db.run("INSERT OR REPLACE INTO crypto_account VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?)",
                    record.pickle, record.keysUploaded, record.serverOneTimeKeys,
                    record.fallbackUsed, record.fallbackMadeAt, record.fallbackRetireAt,
                    record.createdAt, record.pendingUpload);
}

CryptoStore::List<DeviceRecord> CryptoTables::devices(const UserId& user)
{
    return readAll(m_db.query("SELECT * FROM crypto_device WHERE user = ? ORDER BY device", user),
                   readDevice);
}

CryptoStore::Maybe<DeviceRecord> CryptoTables::device(const UserId& user, const DeviceId& device)
{
    return readOne(
        m_db.query("SELECT * FROM crypto_device WHERE user = ? AND device = ?", user, device),
        readDevice);
}

CryptoStore::List<DeviceRecord> CryptoTables::devicesByKey(const QByteArray& curve25519)
{
    // A device that is gone keeps its row; a living one with the same key goes first.
    return readAll(m_db.query("SELECT * FROM crypto_device WHERE curve25519 = ?"
                              " ORDER BY deleted, first_seen, user, device",
                              curve25519),
                   readDevice);
}

Result<> CryptoTables::saveDevice(const DeviceRecord& record)
{
    const auto before = device(record.user, record.device);
    if (!before) {
        return std::unexpected(before.error());
    }
    if (!*before) {
        m_trustChange.newDevices.push_back(record.curve25519);
    }
    if (*before && **before == record) {
        return {};
    }
    if (auto noted = noteTrustChange(); !noted) {
        return noted;
    }
    return m_db.run("INSERT OR REPLACE INTO crypto_device"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    record.user, record.device, record.curve25519, record.ed25519,
                    record.displayName, QJsonArray::fromStringList(record.algorithms), record.keys,
                    record.blocked, record.verified, record.deleted, record.firstSeen,
                    record.signedBy);
}

CryptoStore::Maybe<IdentityRecord> CryptoTables::identity(const UserId& user)
{
    return readOne(m_db.query("SELECT * FROM crypto_identity WHERE user = ?", user),
                   [](const Statement& row) {
                       IdentityRecord record;
                       record.user = row.id<UserId>(0);
                       record.master = row.blob(1);
                       record.selfSigning = row.blob(2);
                       record.userSigning = row.blob(3);
                       record.pinnedMaster = row.blob(4);
                       record.changed = row.flag(5);
                       record.masterKey = row.object(6);
                       record.selfSigningKey = row.object(7);
                       record.userSigningKey = row.object(8);
                       record.wasVerified = row.flag(9);
                       return record;
                   });
}

Result<> CryptoTables::saveIdentity(const IdentityRecord& record)
{
    const auto before = identity(record.user);
    if (!before) {
        return std::unexpected(before.error());
    }
    if (*before && **before == record) {
        return {};
    }
    if (auto noted = noteTrustChange(); !noted) {
        return noted;
    }
    return m_db.run("INSERT OR REPLACE INTO crypto_identity"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    record.user, record.master, record.selfSigning, record.userSigning,
                    record.pinnedMaster, record.changed, record.masterKey, record.selfSigningKey,
                    record.userSigningKey, record.wasVerified);
}

CryptoStore::List<UserId> CryptoTables::unsettledPeople()
{
    return readAll(m_db.query("SELECT user FROM crypto_identity"
                              " WHERE changed <> 0 AND was_verified <> 0"),
                   [](const Statement& row) { return row.id<UserId>(0); });
}

Result<QByteArray> CryptoTables::peopleGeneration()
{
    return value(peopleSetting);
}

Result<> CryptoTables::noteTrustChange()
{
    ++m_generation;
    m_trustChange.any = true;
    const auto before = value(peopleSetting);
    if (!before) {
        return std::unexpected(before.error());
    }
    return saveValue(peopleSetting, QByteArray::number(before->toLongLong() + 1));
}

CryptoStore::Maybe<TrackedUser> CryptoTables::trackedUser(const UserId& user)
{
    return readOne(m_db.query("SELECT * FROM crypto_tracked WHERE user = ?", user), readTracked);
}

CryptoStore::List<TrackedUser> CryptoTables::outdatedUsers()
{
    return readAll(m_db.query("SELECT * FROM crypto_tracked WHERE outdated <> 0 ORDER BY user"),
                   readTracked);
}

Result<> CryptoTables::saveTrackedUser(const TrackedUser& record)
{
    return m_db.run("INSERT OR REPLACE INTO crypto_tracked VALUES (?, ?, ?)", record.user,
                    record.outdated, record.sequence);
}

Result<> CryptoTables::removeTrackedUser(const UserId& user)
{
    return m_db.run("DELETE FROM crypto_tracked WHERE user = ?", user);
}

Result<> CryptoTables::markAllOutdated()
{
    return m_db.run("UPDATE crypto_tracked SET outdated = 1, sequence = sequence + 1");
}

CryptoStore::Maybe<RoomEncryptionRecord> CryptoTables::roomEncryption(const RoomId& room)
{
    return readOne(m_db.query("SELECT * FROM crypto_room WHERE room = ?", room),
                   [](const Statement& row) {
                       return RoomEncryptionRecord{row.id<RoomId>(0), row.text(1), row.integer(2),
                                                   row.integer(3), row.text(4)};
                   });
}

Result<> CryptoTables::saveRoomEncryption(const RoomEncryptionRecord& record)
{
    return m_db.run("INSERT OR REPLACE INTO crypto_room VALUES (?, ?, ?, ?, ?)", record.room,
                    record.algorithm, record.rotationMessages, record.rotationMs,
                    record.historyVisibility);
}

CryptoStore::List<RoomId> CryptoTables::encryptedRooms()
{
    return readAll(m_db.query("SELECT room FROM crypto_room ORDER BY room"),
                   [](const Statement& row) { return row.id<RoomId>(0); });
}

CryptoStore::List<OutgoingRecord> CryptoTables::outgoing()
{
    return readAll(m_db.query("SELECT id, kind, event_type, body, room FROM crypto_outgoing"
                              " ORDER BY seq"),
                   readOutgoing);
}

Result<bool> CryptoTables::hasOutgoing()
{
    return readInteger(m_db.query("SELECT EXISTS (SELECT 1 FROM crypto_outgoing)"))
        .transform([](int64_t any) { return any != 0; });
}

CryptoStore::Maybe<OutgoingRecord> CryptoTables::outgoingById(const QString& id)
{
    return readOne(m_db.query("SELECT id, kind, event_type, body, room FROM crypto_outgoing"
                              " WHERE id = ?",
                              id),
                   readOutgoing);
}

Result<> CryptoTables::saveOutgoing(const OutgoingRecord& record)
{
    return m_db.run("INSERT INTO crypto_outgoing (id, kind, event_type, body, room)"
                    " VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET kind = excluded.kind,"
                    " event_type = excluded.event_type, body = excluded.body, room = excluded.room",
                    record.id, int(record.kind), record.eventType, record.body, record.room);
}

Result<> CryptoTables::removeOutgoing(const QString& id)
{
    return m_db.run("DELETE FROM crypto_outgoing WHERE id = ?", id);
}

Result<QByteArray> CryptoTables::value(const QString& name)
{
    return readOne(m_db.query("SELECT value FROM crypto_value WHERE name = ?", name),
                   [](const Statement& row) { return row.blob(0); })
        .transform([](std::optional<QByteArray> found) { return found.value_or(QByteArray()); });
}

Result<> CryptoTables::saveValue(const QString& name, const QByteArray& value)
{
    return value.isEmpty()
               ? m_db.run("DELETE FROM crypto_value WHERE name = ?", name)
               : m_db.run("INSERT OR REPLACE INTO crypto_value VALUES (?, ?)", name, value);
}

} // namespace client::store
