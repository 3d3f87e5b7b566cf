// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// CryptoStore: what the crypto machine asks of persistence. Implemented by store/cryptotables (and
// by a memory store in the tests). Every call happens on the engine thread inside a transaction
// that the engine opened; the store never begins or ends one.
#pragma once

#include "base/error.h"
#include "crypto/cryptorecords.h"

namespace client::crypto {

class CryptoStore {
public:
    CryptoStore() = default;
    virtual ~CryptoStore() = default;
    CryptoStore(const CryptoStore&) = delete;
    CryptoStore& operator=(const CryptoStore&) = delete;
    CryptoStore(CryptoStore&&) = delete;
    CryptoStore& operator=(CryptoStore&&) = delete;

    template <class T>
    using Maybe = Result<std::optional<T>>;
    template <class T>
    using List = Result<std::vector<T>>;

    virtual Maybe<AccountRecord> account() = 0;
    virtual Result<> saveAccount(const AccountRecord& record) = 0;

    virtual List<DeviceRecord> devices(const UserId& user) = 0; //!< deleted ones too
    virtual Maybe<DeviceRecord> device(const UserId& user, const DeviceId& device) = 0;
    //! Whoever published the key as the own; living ones first. See Context::deviceOf.
    virtual List<DeviceRecord> devicesByKey(const QByteArray& curve25519) = 0;
    virtual Result<> saveDevice(const DeviceRecord& record) = 0;
    virtual Maybe<IdentityRecord> identity(const UserId& user) = 0;
    virtual Result<> saveIdentity(const IdentityRecord& record) = 0;
    virtual List<UserId> unsettledPeople() = 0; //!< verified once, another identity since then
    //! Differs after a device or an identity was saved that is not what it was. Durable.
    virtual Result<QByteArray> peopleGeneration() = 0;

    virtual Maybe<TrackedUser> trackedUser(const UserId& user) = 0;
    virtual List<TrackedUser> outdatedUsers() = 0;
    virtual Result<> saveTrackedUser(const TrackedUser& record) = 0;
    virtual Result<> removeTrackedUser(const UserId& user) = 0;
    virtual Result<> markAllOutdated() = 0; //!< and bumps every sequence

    virtual List<OlmSessionRecord> olmSessions(const QByteArray& senderKey) = 0; //!< newest first
    virtual Result<> saveOlmSession(const OlmSessionRecord& record) = 0;
    virtual Result<> removeOlmSession(const QByteArray& sessionId) = 0;
    //! Every Olm session, every outbound Megolm session and its shares go. Result: the keys of the
    //! devices that there were Olm sessions with.
    virtual List<QByteArray> dropRatchets() = 0;
    //! Hash of a to-device ciphertext seen before? Remembers it (about the last 1000 a sender key).
    virtual Result<bool> rememberMessage(const QByteArray& senderKey, const QByteArray& hash) = 0;
    //! When this device last made a new session to heal a broken one with `senderKey`; 0: never.
    virtual Result<Timestamp> lastRepair(const QByteArray& senderKey) = 0;
    virtual Result<> saveRepair(const QByteArray& senderKey, Timestamp when) = 0;

    virtual Maybe<InboundGroupRecord> inboundGroup(const RoomId& room,
                                                   const QByteArray& sessionId) = 0;
    virtual Result<> saveInboundGroup(const InboundGroupRecord& record) = 0;
    //! Devices that claimed a session which another had claimed before; a few of each person.
    virtual List<ClaimRecord> claims(const RoomId& room, const QByteArray& sessionId) = 0;
    virtual Result<> saveClaim(const ClaimRecord& record) = 0;
    //! In the order of (room, session id), beginning after the given one.
    virtual List<InboundGroupRecord> inboundGroupsAfter(const RoomId& room,
                                                        const QByteArray& sessionId, int most) = 0;
    virtual List<InboundGroupRecord> inboundGroupsOf(const RoomId& room) = 0;
    virtual List<InboundGroupRecord> notBackedUp(int most) = 0;
    virtual Result<int> countInboundGroups(bool backedUpOnly) = 0;
    virtual Result<> forgetBackedUp() = 0; //!< nothing is in the backup (any more)
    virtual Maybe<OutboundGroupRecord> outboundGroup(const RoomId& room) = 0; //!< the current one
    //! The shares of the room's session before this one go.
    virtual Result<> saveOutboundGroup(const OutboundGroupRecord& record) = 0;
    virtual List<ShareRecord> shares(const QByteArray& sessionId) = 0;
    virtual Result<> saveShare(const ShareRecord& record) = 0;
    //! Whatever this device was given of the rooms' present sessions gets the code.
    virtual Result<> markShares(const QByteArray& curve25519, const QString& code) = 0;
    virtual Maybe<WithheldRecord> withheld(const RoomId& room, const QByteArray& sessionId) = 0;
    virtual List<WithheldRecord> withheldIn(const RoomId& room) = 0;
    virtual Result<> saveWithheld(const WithheldRecord& record) = 0; //!< the newest 1000 a room

    //! Replay check: true when (session, index) is new or was seen with this very event id and
    //! time; false when it belongs to another event. Durable.
    virtual Result<bool> claimIndex(const RoomId& room, const QByteArray& sessionId, uint32_t index,
                                    const EventId& event, Timestamp ts) = 0;

    virtual Maybe<RoomEncryptionRecord> roomEncryption(const RoomId& room) = 0;
    virtual Result<> saveRoomEncryption(const RoomEncryptionRecord& record) = 0;
    virtual List<RoomId> encryptedRooms() = 0;

    virtual List<OutgoingRecord> outgoing() = 0; //!< in the order of saving
    virtual Result<bool> hasOutgoing() = 0;
    virtual Maybe<OutgoingRecord> outgoingById(const QString& id) = 0;
    virtual Result<> saveOutgoing(const OutgoingRecord& record) = 0;
    virtual Result<> removeOutgoing(const QString& id) = 0;

    //! Small settings of the machine (times, flags) by name; empty when absent.
    virtual Result<QByteArray> value(const QString& name) = 0;
    virtual Result<> saveValue(const QString& name, const QByteArray& value) = 0;
};

} // namespace client::crypto
