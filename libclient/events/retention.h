// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Retention: content of m.room.retention (MSC1763).
#pragma once

#include "base/clock.h"

#include <QJsonObject>

#include <optional>

namespace client::events {

//! How long the room keeps a message, in milliseconds; nullopt: as long as one likes. A value that
//! is no such time is no rule: nothing is thrown away on the word of it.
std::optional<Timestamp> maxLifetime(const QJsonObject& retention);

} // namespace client::events
