// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Entries of the key backup (specification, "m.megolm_backup.v1.curve25519-aes-sha2"). Their MAC
// covers nothing: what comes out is never proof of anything.
#pragma once

#include "base/error.h"
#include "base/secretbytes.h"

#include <QJsonObject>

namespace client::crypto {

//! session_data: {ephemeral, ciphertext, mac}.
Result<QJsonObject> sealBackup(const QByteArray& publicKey, QByteArrayView plain);
Result<SecretBytes> openBackup(const SecretBytes& privateKey, const QJsonObject& sessionData);

} // namespace client::crypto
