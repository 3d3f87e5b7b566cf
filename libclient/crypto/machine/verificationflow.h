// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// VerificationFlow: one verification as it is kept between two calls. A value.
#pragma once

#include "crypto/encryptionviews.h"

#include <QJsonObject>

namespace client::crypto {

//! Of a cancel: the dialogue could not end with a signature.
inline const QString noSigningKey = QStringLiteral("fr.gouv.tchap.no_signing_key");

struct VerificationFlow {
    using State = VerificationView::State;

    QString id; //!< transaction id, or event id of the request
    UserId user;
    DeviceId device; //!< the other one, once it has answered
    RoomId room;
    bool incoming = false;
    State state = State::Requested;
    Timestamp begun = 0;
    Timestamp received = 0; //!< by this device's clock; 0: begun here
    Timestamp ended = 0;
    QStringList asked;   //!< devices that were sent the request
    QStringList methods; //!< of the other side

    // fixed when the other device is known; never read again from what the server says
    QByteArray theirDeviceKey, theirMaster, ownMaster;

    // emoji
    bool weStarted = false;
    QJsonObject start; //!< content of the start that counts, as it went over the wire
    QByteArray ephemeral, ownKey, theirKey; //!< base64; ephemeral is the private half
    QByteArray commitment;
    bool accepted = false; //!< m.key.verification.accept went by
    std::vector<int> emoji, decimals;
    bool confirmed = false;
    bool macChecked = false;
    bool macOfMaster = false; //!< their MAC covered the master key

    // QR code
    QByteArray qrSecret; //!< base64; of the code shown here
    bool scannedByUs = false;

    QString cancelCode, cancelReason;
    bool cancelledByUs = false;

    bool isOver() const { return state == State::Done || state == State::Cancelled; }

    QJsonObject toJson() const;
    static VerificationFlow fromJson(const QJsonObject& json);
    VerificationView view() const;
};

} // namespace client::crypto
