// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/error.h"

#include <array>

namespace client {

QString kindName(Error::Kind kind)
{
    // In the order of the enumerators.
    static constexpr std::array names{
        "offline",     "timeout",   "rateLimited", "signedOut", "forbidden", "notFound",
        "server",      "malformed", "invalid",     "tls",       "notMatrix", "crypto",
        "wrongKey",    "damaged",   "tooNew",      "diskFull",  "busy",      "store",
        "unsupported", "cancelled", "internal"};
    static_assert(names.size() == size_t(Error::Kind::Internal) + 1);
    return QString::fromLatin1(names[size_t(kind)]);
}

} // namespace client
