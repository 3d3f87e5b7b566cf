// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Curves: X25519 and Ed25519 with keys of 32 raw bytes, by OpenSSL; AES-256-CBC and PBKDF2 for what
// lies on servers and in files.
#pragma once

#include "base/error.h"
#include "base/secretbytes.h"

#include <QByteArray>
#include <QByteArrayView>

#include <cstdint>

namespace client::crypto {

struct KeyPair {
    SecretBytes secret;   //!< 32 bytes
    QByteArray publicKey; //!< base64
};

KeyPair x25519Generate();
Result<QByteArray> x25519Public(const SecretBytes& secret); //!< base64
//! The shared secret; refused for a peer's key that is not one, or makes a secret of zeros.
Result<SecretBytes> x25519Agree(const SecretBytes& secret, QByteArrayView peerBase64);

KeyPair ed25519Generate();
Result<QByteArray> ed25519Public(const SecretBytes& seed);                       //!< base64
Result<QByteArray> ed25519Sign(const SecretBytes& seed, QByteArrayView message); //!< base64

Result<SecretBytes> pbkdf2Sha512(const SecretBytes& passphrase, QByteArrayView salt,
                                 uint32_t iterations, size_t size);
//! PKCS#7 padding; the padding is checked as a whole.
Result<QByteArray> aesCbcEncrypt(const SecretBytes& key, QByteArrayView iv, QByteArrayView plain);
Result<SecretBytes> aesCbcDecrypt(const SecretBytes& key, QByteArrayView iv,
                                  QByteArrayView ciphertext);

} // namespace client::crypto
