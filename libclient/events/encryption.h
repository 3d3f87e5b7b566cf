// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Encryption: content of m.room.encryption.
#pragma once

#include "base/error.h"

#include <QJsonObject>
#include <QString>

namespace client::events {

struct EncryptionContent {
    QString algorithm;
    int64_t rotationMessages = 100;   //!< 1..10000
    int64_t rotationMs = 604'800'000; //!< one hour to a year
    bool operator==(const EncryptionContent&) const = default;
};

//! A missing or wrong rotation is the default. Any such event turns encryption on, even one without
//! a known algorithm: then `algorithm` is what was received, possibly empty.
EncryptionContent parseEncryption(const QJsonObject& content);

} // namespace client::events
