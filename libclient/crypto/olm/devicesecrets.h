// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// DeviceSecrets: the private keys of a device that lives nowhere, each 32 raw bytes.
#pragma once

#include "base/secretbytes.h"

#include <vector>

namespace client::crypto {

struct DeviceSecrets {
    SecretBytes curve25519;
    SecretBytes ed25519; //!< the seed
    std::vector<SecretBytes> oneTime;
    SecretBytes fallback; //!< empty: none
};

} // namespace client::crypto
