// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/proof.h"

namespace app {

client::Task<client::Result<>> Proof::check(client::SecretBytes words)
{
    if (!byPassphrase()) {
        co_return co_await m_encryption->provePassword(std::move(words));
    }
    // Opened anew from the file, not compared with something kept in memory.
    const auto key = co_await m_keys.fromPassphrase(std::move(words));
    co_return key ? client::Result<>() : std::unexpected(key.error());
}

} // namespace app
