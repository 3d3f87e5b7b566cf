// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The library's values as the interface's JSON (docs/cli.md). Pure.
#pragma once

#include "engine/engine.h"

#include <QJsonObject>

namespace cli {

QJsonObject toJson(const client::timeline::TimelineItem& item);
QJsonObject toJson(const client::rooms::RoomSummary& room);
QJsonObject toJson(const client::engine::Member& member);
QJsonObject toJson(const client::engine::ThreadView& thread);
QString membershipWord(client::rooms::RoomSummary::Membership membership);

} // namespace cli
