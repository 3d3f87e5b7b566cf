// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The private keys of a dehydrated device as they lie at the server, sealed under a key from secret
// storage (MSC3814, "Device Dehydration Format").
#pragma once

#include "base/error.h"
#include "crypto/olm/devicesecrets.h"

#include <QJsonObject>

namespace client::crypto {

DeviceSecrets makeDeviceSecrets(int oneTimeKeys); //!< random, with a fallback key
//! The `device_data` of the request; `key` has 32 bytes.
Result<QJsonObject> sealDevice(const DeviceSecrets& secrets, const SecretBytes& key);
//! Unsupported: another algorithm or version. Crypto: another key, or altered. Malformed: sealed
//! under this key, and yet not a device.
Result<DeviceSecrets> openDevice(const QJsonObject& deviceData, const SecretBytes& key);

} // namespace client::crypto
