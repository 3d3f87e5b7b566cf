// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// RoomKeySharing: this device's outbound Megolm sessions: when a new one is due, which devices have
// it, and how the others get it or are told why not. Owned by OlmMachine.
#pragma once

#include "crypto/machine/devicedirectory.h"
#include "crypto/machine/olmchannel.h"
#include "crypto/machine/roomkeys.h"
#include "crypto/machine/sharingpolicy.h"

namespace client::crypto {

class RoomKeySharing {
public:
    struct Rooms {
        Context& context;
        AccountKeys& keys;
        DeviceDirectory& directory;
        OlmChannel& channel;
        RoomKeys& roomKeys;
        CrossSigning& identities;
    };

    explicit RoomKeySharing(Rooms rooms)
        : m_context(rooms.context)
        , m_keys(rooms.keys)
        , m_directory(rooms.directory)
        , m_channel(rooms.channel)
        , m_roomKeys(rooms.roomKeys)
        , m_identities(rooms.identities)
    {}

    void setRoomEncryption(const RoomId& room, const QJsonObject& content);
    void setHistoryVisibility(const RoomId& room, const QString& visibility);
    void memberLeft(const RoomId& room, const UserId& user);
    //! A device began anew: it may have lost what it was given.
    void deviceBeganAnew(const QByteArray& curve25519);
    void delivered(const OutgoingRecord& request);
    //! The server refuses to take it: in halves, or for one device, which is tried again later.
    void undeliverable(const OutgoingRecord& request);
    //! What was given may be gone, or somebody may be reached who could not be.
    void somethingChanged();

    //! True: ready. `settled`: not while a verified person's identity has changed.
    bool prepare(const RoomId& room, const std::set<UserId>& recipients, bool settled);
    std::optional<QJsonObject> encrypt(const RoomId& room, const QString& type,
                                       const QJsonObject& content);

private:
    std::vector<ShareRecord> carriedBy(const OutgoingRecord& request);

    //! A device and why it gets no key; empty: it gets it.
    struct Verdict {
        DeviceRecord device;
        QString refusal;
    };

    using Verdicts = std::vector<Verdict>;

    std::optional<OutboundGroupRecord> current(const RoomEncryptionRecord& settings,
                                               const Verdicts& devices);
    std::optional<OutboundGroupRecord> usable(const RoomEncryptionRecord& settings);
    bool isWorn(const OutboundGroupRecord& session, const RoomEncryptionRecord& settings);
    bool wentTooFar(const OutboundGroupRecord& session, const Verdicts& devices);
    std::optional<OutboundGroupRecord> begin(const RoomEncryptionRecord& settings);

    struct Reach {
        bool awaited = false;
        std::optional<Timestamp> again; //!< some could not be reached: the first is tried then
    };

    Reach share(const OutboundGroupRecord& session, const Verdicts& devices);
    void noteReady(const OutboundGroupRecord& session, const Reach& reach,
                   const std::set<UserId>& users, bool settled);
    bool isStillReady(const RoomEncryptionRecord& settings, const std::set<UserId>& users,
                      bool settled);
    bool mustSettle(const std::set<UserId>& users);
    QByteArray fingerprint(const std::set<UserId>& users, bool settled);
    void sendKey(const OutboundGroupRecord& session, const std::vector<DeviceRecord>& devices);
    void withhold(const OutboundGroupRecord& session,
                  const std::vector<std::pair<DeviceRecord, QString>>& devices);
    Verdicts verdictsOn(const std::set<UserId>& users);
    void refuse(Error::Kind kind, const QString& why, const QString& errcode = {});

    Context& m_context;
    AccountKeys& m_keys;
    DeviceDirectory& m_directory;
    OlmChannel& m_channel;
    RoomKeys& m_roomKeys;
    CrossSigning& m_identities;
};

} // namespace client::crypto
