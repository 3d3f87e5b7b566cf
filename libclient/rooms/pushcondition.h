// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One condition of a push rule, held against one event.
#pragma once

#include "events/event.h"
#include "rooms/pushevaluator.h"

#include <QJsonObject>

namespace client::rooms {

//! What an unknown or malformed condition asks for is never met.
bool isMet(const QJsonObject& condition, const events::Event& event, const PushContext& context);

//! Value at a path whose parts are joined by dots ("content.m\.mentions.room"); undefined if none.
QJsonValue propertyAt(const events::Event& event, const QString& path, const RoomId& room);

} // namespace client::rooms
