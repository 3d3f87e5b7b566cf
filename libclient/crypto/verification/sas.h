// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The arithmetic of short authentication strings (specification, "Short Authentication String (SAS)
// verification"): m.sas.v1 with curve25519-hkdf-sha256, sha256, hkdf-hmac-sha256.v2.
#pragma once

#include "base/ids.h"
#include "base/secretbytes.h"

#include <QJsonObject>

#include <vector>

namespace client::crypto {

//! One side of a SAS as both know it: keys as the base64 text that went over the wire.
struct SasParty {
    UserId user;
    DeviceId device;
    QByteArray key;
};

//! Six bytes for emoji; the first five are those of the decimals. `starter` sent
//! m.key.verification. start, whoever asked for the verification.
QByteArray sasBytes(const SecretBytes& shared, const SasParty& starter, const SasParty& accepter,
                    const QString& transaction);
std::vector<int> sasEmoji(const QByteArray& bytes);    //!< seven numbers below 64
std::vector<int> sasDecimals(const QByteArray& bytes); //!< three numbers from 1000 to 9191
//! Base64 of what the accepter promises before it shows its key; empty for content that has no
//! canonical form.
QByteArray sasCommitment(const QByteArray& accepterKey, const QJsonObject& startContent);
//! Base64 MAC of a key (or of the list of key ids) by `from` for `to`. `keyId`: "ed25519:…" or
//! "KEY_IDS".
QByteArray sasMac(const SecretBytes& shared, const SasParty& from, const SasParty& to,
                  const QString& transaction, const QString& keyId, const QByteArray& text);

} // namespace client::crypto
