// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rooms/pushevaluator.h"

#include "rooms/pushcondition.h"
#include "rooms/pushdefaults.h"
#include "rooms/pushpattern.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace client::rooms {

namespace {

constexpr qsizetype maxRules = 2000;

PushVerdict verdictOf(const QJsonArray& actions, const QString& rule)
{
    PushVerdict verdict;
    verdict.rule = rule;
    for (const QJsonValue& action : actions) {
        if (action.toString() == "notify"_L1) {
            verdict.notify = true;
        }
        const QJsonObject tweak = action.toObject();
        const QString name = tweak.value("set_tweak"_L1).toString();
        if (name == "highlight"_L1) {
            verdict.highlight = tweak.value("value"_L1).toBool(true);
        } else if (name == "sound"_L1) {
            verdict.sound = tweak.value("value"_L1).toString(u"default"_s).left(64);
        }
    }
    if (!verdict.notify) {
        verdict.highlight = false;
        verdict.sound.clear();
    }
    return verdict;
}

QJsonObject matchOf(const QString& key, const QString& value)
{
    return {{u"kind"_s, u"event_property_is"_s}, {u"key"_s, key}, {u"value"_s, value}};
}

//! The server's rules of a kind, then those of the specification that it does not list.
QJsonArray rulesOf(const QJsonObject& global, const QJsonObject& predefined, const QString& kind)
{
    QJsonArray rules = global.value(kind).toArray();
    QStringList known;
    for (const QJsonValue& rule : std::as_const(rules)) {
        known.append(rule.toObject().value("rule_id"_L1).toString());
    }
    const QJsonArray more = predefined.value(kind).toArray();
    for (const QJsonValue& rule : more) {
        const QString id = rule.toObject().value("rule_id"_L1).toString();
        // A server of today leaves out the rules for texts on purpose.
        if (!known.contains(id) && (global.isEmpty() || !isLegacyMention(id))) {
            rules.append(rule);
        }
    }
    return rules;
}

} // namespace

PushEvaluator::PushEvaluator(const QJsonObject& content, const UserId& own) : m_own(own)
{
    const QJsonObject global = content.value("global"_L1).toObject();
    const QJsonObject predefined = predefinedRules(own);
    for (const QString& kind :
         {u"override"_s, u"content"_s, u"room"_s, u"sender"_s, u"underride"_s}) {
        const QJsonArray rules = rulesOf(global, predefined, kind);
        for (qsizetype i = 0; i < std::min(rules.size(), maxRules); ++i) {
            addRule(kind, rules.at(i).toObject());
        }
    }
}

void PushEvaluator::addRule(const QString& kind, const QJsonObject& object)
{
    Rule rule;
    rule.id = object.value("rule_id"_L1).toString();
    if (rule.id.isEmpty() || !object.value("enabled"_L1).toBool(true)) {
        return;
    }
    if (kind == "content"_L1) {
        rule.byContent = true;
        rule.pattern = object.value("pattern"_L1).toString();
    } else if (kind == "room"_L1) {
        rule.conditions.push_back(matchOf(u"room_id"_s, rule.id));
    } else if (kind == "sender"_L1) {
        rule.conditions.push_back(matchOf(u"sender"_s, rule.id));
    } else {
        const QJsonArray conditions = object.value("conditions"_L1).toArray();
        for (const QJsonValue& condition : conditions) {
            rule.conditions.push_back(condition.toObject());
        }
    }
    rule.verdict = verdictOf(object.value("actions"_L1).toArray(), rule.id);
    m_rules.push_back(std::move(rule));
}

PushVerdict PushEvaluator::evaluate(const events::Event& event, const PushContext& context) const
{
    if (event.sender == m_own) {
        return {};
    }
    const bool intentional = event.content.contains("m.mentions"_L1);
    for (const Rule& rule : m_rules) {
        if (intentional && isLegacyMention(rule.id)) {
            continue;
        }
        const bool met =
            rule.byContent
                ? globMatches(rule.pattern, event.content.value("body"_L1).toString(),
                              GlobScope::Words)
                : std::ranges::all_of(rule.conditions, [&](const QJsonObject& condition) {
                      return isMet(condition, event, context);
                  });
        if (met) {
            return rule.verdict;
        }
    }
    return {};
}

} // namespace client::rooms
