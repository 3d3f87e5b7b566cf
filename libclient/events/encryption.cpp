// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "events/encryption.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace client::events {

namespace {

constexpr double hour = 3'600'000;
constexpr double year = 365.0 * 24 * hour;

//! A fraction, a text or a number below 1 is no setting.
int64_t bounded(const QJsonValue& value, double least, double most, int64_t otherwise)
{
    const double number = value.toDouble(-1);
    return number >= 1 ? int64_t(std::clamp(number, least, most)) : otherwise;
}

} // namespace

EncryptionContent parseEncryption(const QJsonObject& content)
{
    EncryptionContent parsed;
    parsed.algorithm = content.value("algorithm"_L1).toString().left(255);
    parsed.rotationMessages =
        bounded(content.value("rotation_period_msgs"_L1), 1, 10'000, parsed.rotationMessages);
    parsed.rotationMs =
        bounded(content.value("rotation_period_ms"_L1), hour, year, parsed.rotationMs);
    return parsed;
}

} // namespace client::events
