// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// HistorySharing: who is invited to an encrypted room gets the keys of what was written before, as
// far as its writers allowed (specification, "Sharing encrypted history"): what is still to be
// done, what goes into the bundle, and which devices hear of it. Owned by OlmMachine.
#pragma once

#include "crypto/machine/devicedirectory.h"
#include "crypto/machine/olmchannel.h"
#include "crypto/machine/roomkeys.h"
#include "crypto/machine/sharingpolicy.h"

namespace client::crypto {

//! The specification's name, and the one of the time before it; both are understood.
inline const QString bundleType = QStringLiteral("m.room_key_bundle");
inline const QString oldBundleType = QStringLiteral("io.element.msc4268.room_key_bundle");

// A bundle is one file of this size at most, with this many entries in each of its lists.
inline constexpr qsizetype largestBundle = 16 * 1024 * 1024;
inline constexpr qsizetype mostBundledKeys = 50'000;

//! Somebody who is to get a room's history.
struct Invitee {
    RoomId room;
    UserId user;
    bool operator==(const Invitee&) const = default;
};

class HistorySharing {
public:
    struct Rooms {
        Context& context;
        DeviceDirectory& directory;
        OlmChannel& channel;
        RoomKeys& roomKeys;
        CrossSigning& identities;
    };

    explicit HistorySharing(Rooms rooms)
        : m_context(rooms.context)
        , m_directory(rooms.directory)
        , m_channel(rooms.channel)
        , m_roomKeys(rooms.roomKeys)
        , m_identities(rooms.identities)
    {}

    //! Kept until it is done, for a day at most. Before the invitation goes out, so that a crash in
    //! between loses nothing.
    void want(const Invitee& invitee);
    void forget(const Invitee& invitee);
    //! Those whose bundle is not at the server yet.
    std::vector<Invitee> wanted();

    //! History goes out only from a device that its own identity signed (nobody would believe
    //! another), and only where new members may see it.
    bool mayShare(const RoomId& room);
    //! What of the room a bundle can hold, newest first.
    std::vector<InboundGroupRecord> sessions(const RoomId& room);
    //! An entry of `room_keys`; nothing for a session that may not be shared or is of no use.
    std::optional<QJsonObject> keyEntry(const InboundGroupRecord& record);
    //! An entry of `withheld`; nothing for a session that may be shared.
    std::optional<QJsonObject> withheldEntry(const InboundGroupRecord& record);
    //! Entries of `withheld` for what was kept from this device for the same reason.
    std::vector<QJsonObject> withheldFromUs(const RoomId& room);
    //! The bundle is at the server; `file` says where, and what opens it.
    void uploaded(const Invitee& invitee, const QJsonObject& file);
    //! One step toward telling the invitees' devices, once their lists are fresh.
    void share();

private:
    std::vector<DeviceRecord> devicesOf(const UserId& user);
    bool send(QJsonObject& gift);

    Context& m_context;
    DeviceDirectory& m_directory;
    OlmChannel& m_channel;
    RoomKeys& m_roomKeys;
    CrossSigning& m_identities;
};

} // namespace client::crypto
