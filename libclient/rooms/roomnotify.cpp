// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rooms/roomnotify.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using Notify = client::rooms::RoomSummary::Notify;

namespace client::rooms {

namespace {

constexpr qsizetype maxRules = 2000;

QJsonArray rulesOf(const QJsonObject& pushRules, const QString& kind)
{
    return pushRules.value("global"_L1).toObject().value(kind).toArray();
}

bool notifies(const QJsonObject& rule)
{
    const QJsonArray actions = rule.value("actions"_L1).toArray();
    return std::ranges::any_of(
        actions, [](const QJsonValue& action) { return action.toString() == "notify"_L1; });
}

//! The room of an override rule that is about one room and nothing else.
RoomId overriddenRoom(const QJsonObject& rule)
{
    const QJsonArray conditions = rule.value("conditions"_L1).toArray();
    const QJsonObject only = conditions.size() == 1 ? conditions.at(0).toObject() : QJsonObject();
    const QString kind = only.value("kind"_L1).toString();
    const QString room =
        only.value(kind == "event_match"_L1 ? "pattern"_L1 : "value"_L1).toString();
    const bool isRoom = (kind == "event_match"_L1 || kind == "event_property_is"_L1) &&
                        only.value("key"_L1) == "room_id"_L1;
    return isRoom ? RoomId(room) : RoomId();
}

template <class See>
void eachRule(const QJsonObject& pushRules, const QString& kind, See see)
{
    const QJsonArray rules = rulesOf(pushRules, kind);
    for (qsizetype i = 0; i < std::min(rules.size(), maxRules); ++i) {
        const QJsonObject rule = rules.at(i).toObject();
        if (rule.value("enabled"_L1).toBool(true)) {
            see(rule);
        }
    }
}

QJsonObject muteRule(const RoomId& room)
{
    const QJsonObject here{
        {u"kind"_s, u"event_match"_s}, {u"key"_s, u"room_id"_s}, {u"pattern"_s, room.toString()}};
    return {{u"actions"_s, QJsonArray()}, {u"conditions"_s, QJsonArray{here}}};
}

QJsonObject roomRule(Notify wish)
{
    QJsonArray actions;
    if (wish == Notify::All) {
        const QJsonObject sound{{u"set_tweak"_s, u"sound"_s}, {u"value"_s, u"default"_s}};
        actions = {u"notify"_s, sound};
    }
    return {{u"actions"_s, actions}};
}

QJsonObject ruleOf(const QJsonObject& pushRules, const QString& kind, const QString& id)
{
    const QJsonArray rules = rulesOf(pushRules, kind);
    for (const QJsonValue& value : rules) {
        const QJsonObject rule = value.toObject();
        if (rule.value("rule_id"_L1) == id) {
            return rule;
        }
    }
    return {};
}

} // namespace

bool hasRule(const QJsonObject& pushRules, const QString& kind, const QString& id, bool enabled)
{
    const QJsonObject rule = ruleOf(pushRules, kind, id);
    return !rule.isEmpty() && rule.value("enabled"_L1).toBool(true) == enabled;
}

QJsonArray actionsOf(const QJsonObject& pushRules, const QString& kind, const QString& id)
{
    return ruleOf(pushRules, kind, id).value("actions"_L1).toArray();
}

QHash<RoomId, Notify> roomNotifies(const QJsonObject& pushRules)
{
    QHash<RoomId, Notify> found;
    eachRule(pushRules, u"room"_s, [&found](const QJsonObject& rule) {
        const RoomId room(rule.value("rule_id"_L1).toString());
        if (room.isValid()) {
            found.insert(room, notifies(rule) ? Notify::All : Notify::Mentions);
        }
    });
    eachRule(pushRules, u"override"_s, [&found](const QJsonObject& rule) { // the stronger ones
        const RoomId room = overriddenRoom(rule);
        if (room.isValid()) {
            found.insert(room, notifies(rule) ? Notify::All : Notify::Mute);
        }
    });
    return found;
}

std::vector<RuleChange> ruleChanges(const QJsonObject& pushRules, const RoomId& room, Notify wish)
{
    if (roomNotifies(pushRules).value(room) == wish) {
        return {};
    }
    std::vector<RuleChange> changes;
    const QString id = room.toString();
    // What is to be comes before what was is taken away: nothing notifies in between.
    if (wish == Notify::Mute) {
        changes.push_back({u"override"_s, id, muteRule(room)});
    } else if (wish != Notify::Default) {
        changes.push_back({u"room"_s, id, roomRule(wish)});
    }
    for (const QString& kind : {u"override"_s, u"room"_s}) {
        const QJsonArray rules = rulesOf(pushRules, kind);
        for (const QJsonValue& value : rules) {
            const QJsonObject rule = value.toObject();
            const QString ruleId = rule.value("rule_id"_L1).toString();
            const bool about = kind == "room"_L1 ? ruleId == id : overriddenRoom(rule) == room;
            const bool replaced =
                !changes.empty() && changes.front().kind == kind && changes.front().id == ruleId;
            if (about && !replaced && !ruleId.startsWith(u'.')) {
                changes.push_back({kind, ruleId, {}});
            }
        }
    }
    return changes;
}

} // namespace client::rooms
