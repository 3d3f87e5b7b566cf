// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Room keys in a file under a passphrase (specification, "Key exports").
#pragma once

#include "base/error.h"
#include "base/secretbytes.h"

namespace client::crypto {

Result<QByteArray> sealKeyFile(QByteArrayView json, const SecretBytes& passphrase);
//! For test vectors: `salt` of 16 bytes, `iv` of 16 with bit 63 clear.
Result<QByteArray> sealKeyFileWith(QByteArrayView json, const SecretBytes& passphrase,
                                   QByteArrayView salt, const QByteArray& iv, uint32_t iterations);
//! Malformed: not a key file. WrongKey: another passphrase, or the file was altered.
Result<SecretBytes> openKeyFile(QByteArrayView file, const SecretBytes& passphrase);

} // namespace client::crypto
