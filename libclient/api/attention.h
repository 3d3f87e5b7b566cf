// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What of its rooms a person minds: tags, marks, push rules (specification, "Room tagging",
// "Unread markers", "Push rules"), whom they ignore, and who may not be in a room.
#pragma once

#include "api/request.h"
#include "base/ids.h"

namespace client::api {

Request setTagRequest(const UserId& own, const RoomId& room, const QString& tag);
Request removeTagRequest(const UserId& own, const RoomId& room, const QString& tag);
Request saveRoomDataRequest(const UserId& own, const RoomId& room, const QString& type,
                            const QJsonObject& content);
//! `kind`: override, underride, sender, room, content.
Request savePushRuleRequest(const QString& kind, const QString& id, const QJsonObject& rule);
Request removePushRuleRequest(const QString& kind, const QString& id);
Request enablePushRuleRequest(const QString& kind, const QString& id, bool enabled);
Request pushActionsRequest(const QString& kind, const QString& id, const QJsonArray& actions);
Request banRequest(const RoomId& room, const UserId& user, const QString& reason);
Request unbanRequest(const RoomId& room, const UserId& user, const QString& reason);

} // namespace client::api
