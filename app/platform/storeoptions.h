// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// StoreOptions: what a session of an account's folder is opened with.
#pragma once

#include "platform/rootkeys.h"
#include "session/session.h"

namespace app {

inline client::session::SessionOptions storeOptions(const QString& folder, client::SecretBytes key,
                                                    client::session::NetworkOptions network)
{
    const auto keys = std::make_shared<RootKeys>(folder);
    return {.folder = folder,
            .rootKey = std::move(key),
            .network = std::move(network),
            .timeZone = {},
            .generation = {
                .read = [keys] { return keys->generation(); },
                .keep = [keys](QByteArray value) { return keys->keepGeneration(std::move(value)); },
            }};
}

} // namespace app
