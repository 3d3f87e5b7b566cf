// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "events/retention.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace client::events {

std::optional<Timestamp> maxLifetime(const QJsonObject& retention)
{
    constexpr double largest = 9'007'199'254'740'991; // of what JSON numbers hold exactly
    const double lifetime = retention.value("max_lifetime"_L1).toDouble(-1);
    const bool isTime = lifetime >= 1 && lifetime <= largest && std::floor(lifetime) == lifetime;
    return isTime ? std::optional(Timestamp(lifetime)) : std::nullopt;
}

} // namespace client::events
