// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The values about encryption as the interface's JSON (docs/cli.md). Pure.
#pragma once

#include "crypto/encryptionviews.h"

#include <QJsonObject>

namespace cli {

QJsonObject toJson(const client::crypto::EncryptionStatus& status);
QJsonObject toJson(const client::crypto::DeviceView& device);
QJsonObject toJson(const client::crypto::IdentityView& identity);
QJsonObject toJson(const client::crypto::VerificationView& verification);
QJsonObject toJson(const client::crypto::ImportCount& count);
QString shareWithWord(client::crypto::ShareWith with);

} // namespace cli
