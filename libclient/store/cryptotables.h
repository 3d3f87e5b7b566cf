// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// CryptoTables: the crypto machine's records in the account's file. Owned by the engine, which
// opens the transaction around every call.
#pragma once

#include "crypto/cryptostore.h"
#include "store/database.h"

#include <utility>
#include <vector>

namespace client::store {

class CryptoTables final : public crypto::CryptoStore {
public:
    explicit CryptoTables(Database& database) : m_db(database) {}

    Maybe<crypto::AccountRecord> account() override;
    Result<> saveAccount(const crypto::AccountRecord& record) override;

    List<crypto::DeviceRecord> devices(const UserId& user) override;
    Maybe<crypto::DeviceRecord> device(const UserId& user, const DeviceId& device) override;
    List<crypto::DeviceRecord> devicesByKey(const QByteArray& curve25519) override;
    Result<> saveDevice(const crypto::DeviceRecord& record) override;
    Maybe<crypto::IdentityRecord> identity(const UserId& user) override;
    Result<> saveIdentity(const crypto::IdentityRecord& record) override;
    List<UserId> unsettledPeople() override;
    Result<QByteArray> peopleGeneration() override;

    Maybe<crypto::TrackedUser> trackedUser(const UserId& user) override;
    List<crypto::TrackedUser> outdatedUsers() override;
    Result<> saveTrackedUser(const crypto::TrackedUser& record) override;
    Result<> removeTrackedUser(const UserId& user) override;
    Result<> markAllOutdated() override;

    List<crypto::OlmSessionRecord> olmSessions(const QByteArray& senderKey) override;
    Result<> saveOlmSession(const crypto::OlmSessionRecord& record) override;
    Result<> removeOlmSession(const QByteArray& sessionId) override;
    List<QByteArray> dropRatchets() override;
    Result<bool> rememberMessage(const QByteArray& senderKey, const QByteArray& hash) override;
    Result<Timestamp> lastRepair(const QByteArray& senderKey) override;
    Result<> saveRepair(const QByteArray& senderKey, Timestamp when) override;

    Maybe<crypto::InboundGroupRecord> inboundGroup(const RoomId& room,
                                                   const QByteArray& sessionId) override;
    Result<> saveInboundGroup(const crypto::InboundGroupRecord& record) override;
    List<crypto::ClaimRecord> claims(const RoomId& room, const QByteArray& sessionId) override;
    Result<> saveClaim(const crypto::ClaimRecord& record) override;
    List<crypto::InboundGroupRecord>
    inboundGroupsAfter(const RoomId& room, const QByteArray& sessionId, int most) override;
    List<crypto::InboundGroupRecord> inboundGroupsOf(const RoomId& room) override;
    List<crypto::InboundGroupRecord> notBackedUp(int most) override;
    Result<int> countInboundGroups(bool backedUpOnly) override;
    Result<> forgetBackedUp() override;
    Maybe<crypto::OutboundGroupRecord> outboundGroup(const RoomId& room) override;
    Result<> saveOutboundGroup(const crypto::OutboundGroupRecord& record) override;
    List<crypto::ShareRecord> shares(const QByteArray& sessionId) override;
    Result<> saveShare(const crypto::ShareRecord& record) override;
    Result<> markShares(const QByteArray& curve25519, const QString& code) override;
    Maybe<crypto::WithheldRecord> withheld(const RoomId& room,
                                           const QByteArray& sessionId) override;
    List<crypto::WithheldRecord> withheldIn(const RoomId& room) override;
    Result<> saveWithheld(const crypto::WithheldRecord& record) override;

    Result<bool> claimIndex(const RoomId& room, const QByteArray& sessionId, uint32_t index,
                            const EventId& event, Timestamp ts) override;

    Maybe<crypto::RoomEncryptionRecord> roomEncryption(const RoomId& room) override;
    Result<> saveRoomEncryption(const crypto::RoomEncryptionRecord& record) override;
    List<RoomId> encryptedRooms() override;

    List<crypto::OutgoingRecord> outgoing() override;
    Result<bool> hasOutgoing() override;
    Maybe<crypto::OutgoingRecord> outgoingById(const QString& id) override;
    Result<> saveOutgoing(const crypto::OutgoingRecord& record) override;
    Result<> removeOutgoing(const QString& id) override;

    Result<QByteArray> value(const QString& name) override;
    Result<> saveValue(const QString& name, const QByteArray& value) override;

    //! Changes with everything that a judgement of sessions rests on.
    int64_t trustGeneration() const { return m_generation; }

    //! Whether devices or identities changed since the last call, and which devices are new.
    struct TrustChange {
        bool any = false;
        std::vector<QByteArray> newDevices; //!< their curve25519 keys
    };

    TrustChange takeTrustChange() { return std::exchange(m_trustChange, {}); }

    //! Something was rolled back: what was judged by it is judged again.
    void distrust()
    {
        ++m_generation;
        m_trustChange.any = true;
    }

    //! Rooms of the sessions that a device is said to have sent.
    Result<std::vector<RoomId>> roomsOfSender(const QByteArray& curve25519);

private:
    Result<> noteTrustChange();
    Result<> pruneStrange();

    Database& m_db;
    int64_t m_generation = 0;
    TrustChange m_trustChange;
};

} // namespace client::store
