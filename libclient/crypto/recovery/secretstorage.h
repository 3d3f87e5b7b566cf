// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Secrets kept at the server under a key that only the person has (specification, "Secret
// storage", m.secret_storage.v1.aes-hmac-sha2).
#pragma once

#include "base/error.h"
#include "base/secretbytes.h"

#include <QJsonObject>

#include <optional>

namespace client::crypto {

//! How a key is derived from a passphrase; part of its description.
struct PassphraseInfo {
    QString salt;
    int iterations = 500'000;
    static PassphraseInfo fresh();
};

//! Unproven: the description says nothing that the key could be checked by. It may open what is
//! there and be proved by that; nothing new is put under it.
enum class KeyCheck { Right, Wrong, Unproven };

//! Content of m.secret_storage.key.<id>.
QJsonObject describeKey(const SecretBytes& key, const std::optional<PassphraseInfo>& passphrase);
Result<KeyCheck> checkKey(const QJsonObject& description, const SecretBytes& key);
//! Unsupported: no passphrase belongs to the key, or its cost is out of bounds (the server wrote
//! it: too cheap is as bad as too dear).
Result<SecretBytes> keyFromPassphrase(const QJsonObject& description,
                                      const SecretBytes& passphrase);
Result<SecretBytes> keyFromPassphrase(const PassphraseInfo& info, const SecretBytes& passphrase);

//! {iv, ciphertext, mac}; bound to the secret's name.
Result<QJsonObject> encryptSecret(const SecretBytes& key, const QString& name,
                                  const SecretBytes& secret);
Result<SecretBytes> decryptSecret(const SecretBytes& key, const QString& name,
                                  const QJsonObject& encrypted);
//! With a given vector instead of a random one: for test vectors.
Result<QJsonObject> encryptSecretWith(const SecretBytes& key, const QString& name,
                                      QByteArrayView secret, QByteArray iv);

} // namespace client::crypto
