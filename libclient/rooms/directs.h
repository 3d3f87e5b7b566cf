// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Direct conversations: the account data m.direct, read and changed as a value.
#pragma once

#include "base/ids.h"

#include <QHash>
#include <QJsonObject>

namespace client::rooms {

//! Room -> the other person. Malformed entries are skipped; for a room named twice the first wins.
QHash<RoomId, UserId> parseDirects(const QJsonObject& content);
//! Content of m.direct with the room added or, with an empty user, taken out everywhere.
QJsonObject withDirect(QJsonObject content, const RoomId& room, const UserId& user);

} // namespace client::rooms
