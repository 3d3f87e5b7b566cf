// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// StoreKey: the root key of an account's store and what is derived from it; wrapped by a passphrase
// where the system has no keychain.
#pragma once

#include "base/error.h"
#include "base/secretbytes.h"
#include "crypto/primitives/primitives.h"

#include <QString>

namespace client::store {

//! 32 random bytes.
SecretBytes makeRootKey();

//! Keys for one purpose each; the root key itself encrypts nothing.
Result<SecretBytes> databaseKey(const SecretBytes& root);
Result<SecretBytes> pickleKey(const SecretBytes& root);
Result<SecretBytes> mediaKey(const SecretBytes& root);
Result<SecretBytes> namesKey(const SecretBytes& root);

//! Writes key.json at `path` (0600): Argon2id parameters, salt, and the key sealed by AES-256-GCM.
//! `purpose` binds the file to what it is for.
Result<> wrapKey(const QString& path, const SecretBytes& root, const SecretBytes& passphrase,
                 const QByteArray& purpose, crypto::Argon2Cost cost = {});
//! WrongKey: not this passphrase. Damaged: the file is not what wrapKey writes, or asks for less or
//! more work than is allowed.
Result<SecretBytes> unwrapKey(const QString& path, const SecretBytes& passphrase,
                              const QByteArray& purpose);

} // namespace client::store
