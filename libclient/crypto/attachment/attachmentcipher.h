// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Encrypted attachments (specification, "Sending encrypted attachments"): AES-256-CTR and SHA-256
// over a stream of any length. Runs on the media pool.
#pragma once

#include "base/error.h"
#include "base/secretbytes.h"

#include <QIODevice>

#include <functional>

namespace client::crypto {

struct AttachmentKey {
    SecretBytes key;   //!< 32 bytes
    QByteArray iv;     //!< 16 bytes, the last 8 zero
    QByteArray sha256; //!< 32 bytes, of the ciphertext
};

//! Encrypts `plain` to `cipher` with a fresh key. `wanted` returns false to stop (Invalid).
Result<AttachmentKey> encryptAttachment(QIODevice& plain, QIODevice& cipher,
                                        const std::function<bool()>& wanted);
//! First checks the hash over the whole of `cipher` (which must be seekable), only then writes one
//! byte of plaintext. Crypto when it does not match.
Result<> decryptAttachment(QIODevice& cipher, QIODevice& plain, const AttachmentKey& key);

} // namespace client::crypto
