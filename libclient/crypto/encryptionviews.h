// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the encryption machine tells about itself, as values for people: status, devices,
// identities, verifications.
#pragma once

#include "base/clock.h"
#include "base/ids.h"

#include <QMap>
#include <QString>

#include <vector>

namespace client::crypto {

//! Whose devices get room keys.
enum class ShareWith {
    All,      //!< every device that its owner's identity signed, and those of people without one
    Verified, //!< only devices of people whom this person verified
};

struct EncryptionStatus {
    bool identityExists = false;   //!< the account has a cross-signing identity
    bool thisDeviceSigned = false; //!< and it signed this device
    bool identityTrusted = false;  //!< and this device knows it to be the person's own
    bool identityChanged = false;  //!< somebody replaced the own identity; nobody acknowledged it
    //! The server describes this very device with other keys: nothing is encrypted or published any
    //! more; the person must sign out and in again.
    bool ownKeysForeign = false;
    //! An older copy of the profile was put back: sessions were made anew, what was sent and
    //! received since the copy may be missing. Until the person has seen that.
    bool profileRestored = false;
    bool hasIdentityKeys = false; //!< this device could sign others: the private halves are here
    QString backupVersion;        //!< empty: none at the server
    bool backupTrusted = false;
    bool backupKeyHere = false; //!< this device can read the backup
    //! Another program of the account says that there shall be no backup (m.key_backup). Anybody at
    //! the server can write that: it goes on until the person has been asked.
    bool backupDisabledElsewhere = false;
    int backedUp = 0;
    int roomKeys = 0;
    bool recovery = false;           //!< secret storage with a default key exists
    bool recoveryIncomplete = false; //!< a bootstrap or reset was begun and must be taken up again
    int undecryptable = 0;
    QMap<QString, int> undecryptableByCause; //!< words as in timeline::TimelineItem
    ShareWith shareWith = ShareWith::All;
    bool onlySigned = false;           //!< people without an identity get no room keys either
    bool dehydrationSupported = false; //!< the server keeps dehydrated devices
    bool dehydratedDevice = false;     //!< and has one of this account
    int newDevices = 0;                //!< own sign-ins that this person has not looked at
};

struct DeviceView {
    UserId user;
    DeviceId device;
    QString name;
    QByteArray ed25519, curve25519; //!< base64
    //! "verified": signed by an identity that this person verified (or by hand); "signed": by one
    //! that was never seen to change; "unsigned"; "blocked"; "unknown": without keys.
    QString trust;
    bool blocked = false;
    bool current = false;    //!< this very device
    bool fresh = false;      //!< own, came after this one and nobody has looked at it
    bool dehydrated = false; //!< waits at the server; no sign-in, not to be shown as one
    Timestamp lastSeen = 0;  //!< 0: not told (only of own devices)
    QString lastSeenIp;
    bool operator==(const DeviceView&) const = default;
};

struct IdentityView {
    UserId user;
    QByteArray master;     //!< base64; empty: none
    bool verified = false; //!< by this person
    bool changed = false;  //!< differs from the one first seen, not acknowledged yet
    //! It was verified before it changed: nothing is sent until that is settled.
    bool blocksSending = false;
    bool operator==(const IdentityView&) const = default;
};

struct VerificationView {
    enum class State {
        Requested, //!< waits for an answer (ours, when `incoming`)
        Ready,     //!< both want to: choose emoji or QR
        Started,   //!< emoji chosen, keys under way
        Sas,       //!< compare `emoji` or `decimals`, then confirm or mismatch
        Scanned,   //!< the other scanned our code: confirm or mismatch
        Confirmed, //!< confirmed here, the other side's word is awaited
        Done,
        Cancelled,
    };
    QString flow; //!< transaction id, or the event id of the request in a room
    UserId user;
    DeviceId device; //!< empty until one has answered
    RoomId room;     //!< empty: between devices
    bool incoming = false;
    State state = State::Requested;
    std::vector<int> emoji;    //!< seven numbers of the specification's table, in state Sas
    std::vector<int> decimals; //!< three numbers, in state Sas
    bool canShowQr = false, canScanQr = false, canSas = false;
    QString cancelCode, cancelReason; //!< in state Cancelled; code as on the wire ("m.user")
    bool cancelledByUs = false;
    bool operator==(const VerificationView&) const = default;
};

struct ImportCount {
    int imported = 0;
    int total = 0;
};

} // namespace client::crypto
