// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Signed descriptions of devices and identities, as /keys/query and `sender_device_keys` carry
// them: strict, everything signed or nothing.
#pragma once

#include "base/error.h"
#include "crypto/cryptorecords.h"

namespace client::crypto {

//! `user` and `device` are where the object was found; its own members must say the same. Both keys
//! are there, 32 bytes, not of small order, and the device signed the object itself.
Result<DeviceRecord> parseDevice(const UserId& user, const DeviceId& device,
                                 const QJsonObject& object);

//! The device says of itself that it only waits at the server for its owner's next sign-in
//! (MSC3814): it sends nothing, answers nothing, and is no sign-in.
bool isDehydrated(const DeviceRecord& device);

//! The public key (base64) of a cross-signing key object of `user` with `usage`; Crypto otherwise.
Result<QByteArray> parseCrossSigningKey(const UserId& user, const QString& usage,
                                        const QJsonObject& object);

//! Is `object` signed by `user` with the Ed25519 `key`, under the id `keyName`?
bool isSignedBy(const QJsonObject& object, const UserId& user, const QString& keyName,
                const QByteArray& key);

} // namespace client::crypto
