// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an Olm message must look like before it is opened, and what must hold of its content before
// anybody acts on it (specification, "Validation of incoming decrypted events").
#pragma once

#include "crypto/machine/context.h"
#include "crypto/olm/olmaccount.h"

namespace client::crypto {

//! A to-device event that passed every check.
struct OlmPayload {
    UserId sender;
    QByteArray senderKey; //!< curve25519
    QByteArray ed25519;   //!< of the sending device, proven by the payload
    QString type;
    QJsonObject content;
    bool newSession = false;    //!< arrived by a session made by the other side just now
    bool hasDeviceKeys = false; //!< the sending device's signed keys came along, and are its own
};

//! The part of m.room.encrypted that is for one device.
struct OlmEnvelope {
    QByteArray senderKey;
    OlmMessage message;
};

//! Nothing: malformed, or not for the device with this Curve25519 key.
std::optional<OlmEnvelope> readEnvelope(const UserId& sender, const QJsonObject& content,
                                        const QByteArray& ownCurve25519);
//! Nothing: it is not what it says, or not for the device with this Ed25519 key.
std::optional<OlmPayload> readPayload(Context& context, const UserId& sender,
                                      const QByteArray& senderKey, const QByteArray& ownEd25519,
                                      const QByteArray& text);

} // namespace client::crypto
