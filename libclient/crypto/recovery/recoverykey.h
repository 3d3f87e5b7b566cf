// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The recovery key as a person keeps it: 32 bytes as text in groups of four (specification,
// "Cryptographic key representation").
#pragma once

#include "base/error.h"
#include "base/secretbytes.h"

#include <QStringView>

namespace client::crypto {

SecretBytes encodeRecoveryKey(const SecretBytes& key); //!< ASCII text
//! Blanks are of no matter. WrongKey when it is mistyped or no recovery key at all.
Result<SecretBytes> decodeRecoveryKey(QStringView text);

} // namespace client::crypto
