// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the account's push rules say of single rooms, and which rules say it (specification, "Push
// rules"). The rules of one's own that other programs make are read, too. Pure.
#pragma once

#include "base/ids.h"
#include "rooms/roomsummary.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonObject>

#include <vector>

namespace client::rooms {

//! Rooms that have a rule of their own; all others are Notify::Default.
QHash<RoomId, RoomSummary::Notify> roomNotifies(const QJsonObject& pushRules);

//! A rule that is to be made, or, without actions, to be removed.
struct RuleChange {
    QString kind;
    QString id;
    QJsonObject rule; //!< empty: remove it
    bool operator==(const RuleChange&) const = default;
};

//! What leads from the account's rules to the wish; nothing when it is so already.
std::vector<RuleChange> ruleChanges(const QJsonObject& pushRules, const RoomId& room,
                                    RoomSummary::Notify wish);

//! Whether the rule is there, and is in force or not as said.
bool hasRule(const QJsonObject& pushRules, const QString& kind, const QString& id, bool enabled);
QJsonArray actionsOf(const QJsonObject& pushRules, const QString& kind, const QString& id);

} // namespace client::rooms
