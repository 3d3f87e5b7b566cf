// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the crypto machine keeps: plain records, as the store holds them.
#pragma once

#include "base/clock.h"
#include "base/ids.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace client::crypto {

struct AccountRecord {
    QByteArray pickle;
    bool keysUploaded = false; //!< device keys accepted by the server
    int serverOneTimeKeys = 0; //!< as last told by the server
    bool fallbackUsed = true;  //!< the server says that the fallback key is spent (or unknown)
    Timestamp fallbackMadeAt = 0;
    Timestamp fallbackRetireAt = 0; //!< when the previous fallback may be forgotten; 0: none
    Timestamp createdAt = 0;
    QByteArray pendingUpload; //!< body of a keys/upload without an answer yet, else empty
};

struct DeviceRecord {
    UserId user;
    DeviceId device;
    QByteArray curve25519; //!< base64
    QByteArray ed25519;    //!< base64
    QString displayName;
    QStringList algorithms;
    QJsonObject keys; //!< the signed object as received
    bool blocked = false;
    bool verified = false; //!< by the person at this computer
    bool deleted = false;  //!< gone from the server's list; kept so that keys cannot change
    Timestamp firstSeen = 0;
    QByteArray signedBy; //!< the self-signing key whose signature was checked; empty: none
    bool operator==(const DeviceRecord&) const = default;
};

struct TrackedUser {
    UserId user;
    bool outdated = true;
    int64_t sequence = 0; //!< bumped by each "changed"
};

//! Public cross-signing identity of a user, pinned at first sight.
struct IdentityRecord {
    UserId user;
    QByteArray master, selfSigning, userSigning; //!< base64 public keys, empty: none
    QByteArray pinnedMaster;
    bool changed = false;     //!< differs from the pin and not acknowledged
    bool wasVerified = false; //!< by this person, before whatever happened since
    QJsonObject masterKey, selfSigningKey, userSigningKey; //!< as received
    bool operator==(const IdentityRecord&) const = default;
};

struct OlmSessionRecord {
    QByteArray sessionId;
    QByteArray senderKey; //!< curve25519 of the other device
    QByteArray pickle;
    Timestamp createdAt = 0;
    Timestamp lastReceivedAt = 0; //!< last successful decryption; creation counts
};

struct InboundGroupRecord {
    //! Kept as numbers: only ever added to.
    enum class Source { Direct, Forwarded, Backup, File, Own, Bundle };
    RoomId room;
    QByteArray sessionId;
    QByteArray senderKey; //!< curve25519 of the device it came from
    QByteArray ed25519;   //!< claimed signing key of that device
    UserId owner;         //!< user of that device (outer sender of the Olm message)
    QByteArray pickle;
    Source source = Source::Direct;
    uint32_t firstIndex = 0;
    bool sharedHistory = false;
    bool backedUp = false;
    Timestamp receivedAt = 0;
    UserId sharedBy; //!< Bundle: whose word it is that the session is what it says
};

//! A device that sent a session as its own after another had done so.
struct ClaimRecord {
    RoomId room;
    QByteArray sessionId;
    UserId owner;
    QByteArray senderKey; //!< curve25519
    QByteArray ed25519;
    bool operator==(const ClaimRecord&) const = default;
};

struct OutboundGroupRecord {
    RoomId room;
    QByteArray sessionId;
    QByteArray pickle;
    Timestamp createdAt = 0;
    int messages = 0;
    bool invalidated = false; //!< rotate before the next message
    bool sharedHistory = false;
};

//! A device that has, or must not get, an outbound session.
struct ShareRecord {
    QByteArray sessionId;
    UserId user;
    DeviceId device;
    QByteArray curve25519;
    uint32_t index = 0;
    bool acknowledged = false; //!< the to-device request that carries it was answered
    QString withheldCode;      //!< not empty: told that it is withheld
};

struct WithheldRecord {
    RoomId room;
    QByteArray sessionId;
    QString code;
    QString reason;
};

//! A request of the machine that must be sent until it is answered.
struct OutgoingRecord {
    enum class Kind {
        KeysUpload,
        KeysQuery,
        KeysClaim,
        ToDevice,
        SignaturesUpload,
        RoomEvent, //!< an event of ours in a room, not shown there; encrypted by the engine first
    };
    QString id; //!< also the transaction id of to-device requests and room events
    Kind kind = Kind::ToDevice;
    QString eventType; //!< ToDevice, RoomEvent
    QJsonObject body;  //!< the HTTP body
    RoomId room;       //!< ToDevice that carries a room key: of this room. RoomEvent: where
};

//! Room settings that never become weaker (m.room.encryption).
struct RoomEncryptionRecord {
    RoomId room;
    QString algorithm;
    int64_t rotationMessages = 100;
    int64_t rotationMs = 604'800'000;
    QString historyVisibility; //!< as last known: joined, invited, shared, world_readable
};

} // namespace client::crypto
