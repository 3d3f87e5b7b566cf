// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// RAII-free thin functions over OpenSSL 3: random, hashes, MACs, key derivation, signatures, AES.
#pragma once

#include "base/error.h"
#include "base/secretbytes.h"

#include <QByteArray>
#include <QByteArrayView>

#include <cstdint>

namespace client::crypto {

//! From the operating system's generator through OpenSSL; failure ends the process (no key is ever
//! made from a weak source).
SecretBytes randomSecret(size_t size);
QByteArray randomBytes(qsizetype size); //!< for nonces, ids

QByteArray sha256(QByteArrayView data);
SecretBytes sha512(const SecretBytes& data); //!< of a secret, so a secret itself
QByteArray hmacSha256(const SecretBytes& key, QByteArrayView data);
Result<SecretBytes> hkdfSha256(const SecretBytes& key, QByteArrayView salt, QByteArrayView info,
                               size_t size);
bool constantTimeEquals(QByteArrayView a, QByteArrayView b);
//! Key and signature base64 (unpadded or padded); strict; S < L is checked.
bool ed25519Verify(QByteArrayView publicKey, QByteArrayView message, QByteArrayView signature);

struct Argon2Cost {
    uint32_t memoryKib = 64 * 1024;
    uint32_t iterations = 3;
    uint32_t lanes = 4;
};

Result<SecretBytes> argon2id(const SecretBytes& passphrase, QByteArrayView salt, Argon2Cost cost,
                             size_t size);
//! AES-256-GCM; the result is ciphertext followed by the 16-byte tag.
Result<QByteArray> aesGcmSeal(const SecretBytes& key, QByteArrayView nonce, QByteArrayView aad,
                              QByteArrayView plain);
Result<SecretBytes> aesGcmOpen(const SecretBytes& key, QByteArrayView nonce, QByteArrayView aad,
                               QByteArrayView sealed);

//! ChaCha20-Poly1305 (RFC 8439); the result is ciphertext followed by the 16-byte tag.
Result<QByteArray> chaChaSeal(const SecretBytes& key, QByteArrayView nonce, QByteArrayView plain);
Result<SecretBytes> chaChaOpen(const SecretBytes& key, QByteArrayView nonce, QByteArrayView sealed);

} // namespace client::crypto
