// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The server's copy of room keys (specification, "Server-side key backups").
#pragma once

#include "api/request.h"

namespace client::api {

using namespace Qt::StringLiterals;

//! Account data: whether keys of messages shall be backed up (MSC4287: `enabled`), and its older
//! name, which says it the other way round (`disabled`).
inline constexpr auto backupWish = "m.key_backup"_L1;
inline constexpr auto backupWishOlder = "m.org.matrix.custom.backup_disabled"_L1;

Request backupVersionRequest(); //!< 404: there is none
Request createBackupRequest(const QJsonObject& body);
Request putBackupKeysRequest(const QString& version, const QJsonObject& body);
Request backupKeysRequest(const QString& version);
Request backupRoomKeysRequest(const QString& version, const QString& room);
Request backupKeyRequest(const QString& version, const QString& room, const QString& session);

} // namespace client::api
