// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// HistoryReceiving: bundles of a room's history that others offer: remembered, and taken only after
// this person accepted the offerer's invitation to that very room (specification, "Sharing
// encrypted history"). Whoever offers is only believed as far as "shared by". Owned by OlmMachine.
#pragma once

#include "crypto/machine/historysharing.h"
#include "events/encryptedfile.h"

#include <functional>

namespace client::crypto {

//! A bundle that may be fetched now.
struct HistoryOffer {
    RoomId room;
    UserId sender;
    QString mxc;
};

//! What is inside, not looked at yet.
struct HistoryBundle {
    std::vector<QJsonObject> keys;
    std::vector<QJsonObject> withheld;
};

class HistoryReceiving {
public:
    HistoryReceiving(Context& context, DeviceDirectory& directory, RoomKeys& roomKeys,
                     CrossSigning& identities)
        : m_context(context)
        , m_directory(directory)
        , m_roomKeys(roomKeys)
        , m_identities(identities)
    {}

    //! m.room_key_bundle, by Olm. Nothing is fetched for it now. False: refused.
    bool receive(const OlmPayload& payload);
    //! This person accepted the invitation: for a day, that inviter's bundle of that room is
    //! welcome.
    void accepted(const RoomId& room, const UserId& inviter);
    //! A bundle that may be fetched: of a room that `isIn`, from a device that its owner's identity
    //! signed, as the list says now. Forgets what is too late or not to be believed.
    std::optional<HistoryOffer> next(const std::function<bool(const RoomId&)>& isIn);
    //! Checks and opens what was fetched. Crypto: another file than was offered; Malformed.
    Result<HistoryBundle> open(const HistoryOffer& offer, const QByteArray& cipher);
    //! False: of another room, not a key, or of another ratchet than the one known here.
    bool importKey(const HistoryOffer& offer, const QJsonObject& key, CryptoChanges& changes);
    void importWithheld(const HistoryOffer& offer, const QJsonObject& notice,
                        CryptoChanges& changes);
    //! Taken in, or of no use: nothing more is expected for the room.
    void done(const HistoryOffer& offer);

private:
    bool isBelieved(const QJsonObject& offer, const UserId& sender);

    Context& m_context;
    DeviceDirectory& m_directory;
    RoomKeys& m_roomKeys;
    CrossSigning& m_identities;
};

} // namespace client::crypto
