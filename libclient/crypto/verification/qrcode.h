// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The bytes of a verification QR code (specification, "QR codes").
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QString>

namespace client::crypto {

struct VerificationQr {
    enum class Mode {
        OtherUser = 0,       //!< first key: the shower's master key; second: the other person's
        TrustsMaster = 1,    //!< own devices: master key; device key of the other device
        DistrustsMaster = 2, //!< own devices: device key of the shower; master key it believes in
    };
    Mode mode = Mode::OtherUser;
    QString flow;                   //!< transaction id or event id
    QByteArray firstKey, secondKey; //!< base64
    QByteArray secret;              //!< at least 8 bytes
};

Result<QByteArray> encodeQr(const VerificationQr& code);
//! Malformed when anything is not as it must be.
Result<VerificationQr> parseQr(const QByteArray& bytes);

} // namespace client::crypto
