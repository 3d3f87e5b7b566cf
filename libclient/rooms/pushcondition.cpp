// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rooms/pushcondition.h"

#include "rooms/pushpattern.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace client::rooms {

namespace {

constexpr qsizetype maxPathParts = 20;
constexpr qsizetype maxArray = 1000;

//! A backslash before a dot or a backslash takes away its meaning.
QStringList pathParts(const QString& path)
{
    QStringList parts{QString()};
    for (qsizetype i = 0; i < path.size(); ++i) {
        const QChar sign = path.at(i);
        const bool escapes = sign == u'\\' && i + 1 < path.size() &&
                             (path.at(i + 1) == u'.' || path.at(i + 1) == u'\\');
        if (escapes) {
            parts.last().append(path.at(++i));
        } else if (sign == u'.') {
            parts.append(QString());
        } else {
            parts.last().append(sign);
        }
    }
    return parts;
}

QJsonValue outerProperty(const events::Event& event, const QString& name, const RoomId& room)
{
    if (name == "content"_L1) {
        return event.content;
    }
    if (name == "type"_L1) {
        return event.type;
    }
    if (name == "sender"_L1) {
        return event.sender.toString();
    }
    if (name == "room_id"_L1) {
        return room.toString();
    }
    if (name == "state_key"_L1) {
        return event.stateKey ? QJsonValue(*event.stateKey) : QJsonValue(QJsonValue::Undefined);
    }
    return event.raw.value(name);
}

bool eventMatches(const QJsonObject& condition, const events::Event& event,
                  const PushContext& context)
{
    const QString key = condition.value("key"_L1).toString();
    const QJsonValue pattern = condition.value("pattern"_L1);
    const QJsonValue value = propertyAt(event, key, context.room);
    if (!pattern.isString() || !value.isString()) {
        return false;
    }
    const auto scope = key == "content.body"_L1 ? GlobScope::Words : GlobScope::Whole;
    return globMatches(pattern.toString(), value.toString(), scope);
}

bool isScalar(const QJsonValue& value)
{
    return value.isString() || value.isDouble() || value.isBool() || value.isNull();
}

bool propertyIs(const QJsonObject& condition, const QJsonValue& value)
{
    const QJsonValue wanted = condition.value("value"_L1);
    return isScalar(wanted) && value == wanted;
}

bool propertyContains(const QJsonObject& condition, const QJsonValue& value)
{
    const QJsonValue wanted = condition.value("value"_L1);
    const QJsonArray list = value.toArray();
    for (qsizetype i = 0; i < std::min(list.size(), maxArray); ++i) {
        if (isScalar(wanted) && list.at(i) == wanted) {
            return true;
        }
    }
    return false;
}

bool countMatches(const QString& wanted, int count)
{
    qsizetype digits = 0;
    while (digits < wanted.size() && !wanted.at(digits).isDigit()) {
        ++digits;
    }
    bool isNumber = false;
    const int number = wanted.mid(digits).toInt(&isNumber);
    const QString sign = wanted.left(digits);
    if (!isNumber) {
        return false;
    }
    if (sign.isEmpty() || sign == "=="_L1) {
        return count == number;
    }
    if (sign == "<"_L1 || sign == "<="_L1) {
        return count < number || (sign.size() == 2 && count == number);
    }
    if (sign == ">"_L1 || sign == ">="_L1) {
        return count > number || (sign.size() == 2 && count == number);
    }
    return false;
}

} // namespace

QJsonValue propertyAt(const events::Event& event, const QString& path, const RoomId& room)
{
    const QStringList parts = pathParts(path.left(512));
    if (parts.size() > maxPathParts) {
        return QJsonValue(QJsonValue::Undefined);
    }
    QJsonValue value = outerProperty(event, parts.first(), room);
    for (const QString& part : parts.mid(1)) {
        if (!value.isObject()) {
            return QJsonValue(QJsonValue::Undefined);
        }
        value = value.toObject().value(part);
    }
    return value;
}

bool isMet(const QJsonObject& condition, const events::Event& event, const PushContext& context)
{
    const QString kind = condition.value("kind"_L1).toString();
    const QString key = condition.value("key"_L1).toString();
    if (kind == "event_match"_L1) {
        return eventMatches(condition, event, context);
    }
    if (kind == "event_property_is"_L1) {
        return propertyIs(condition, propertyAt(event, key, context.room));
    }
    if (kind == "event_property_contains"_L1) {
        return propertyContains(condition, propertyAt(event, key, context.room));
    }
    if (kind == "contains_display_name"_L1) {
        return containsWords(event.content.value("body"_L1).toString(), context.ownName);
    }
    if (kind == "room_member_count"_L1) {
        return countMatches(condition.value("is"_L1).toString().left(32), context.joinedCount);
    }
    if (kind == "sender_notification_permission"_L1) {
        return context.powerLevels != nullptr &&
               context.powerLevels->of(event.sender) >= context.powerLevels->neededToNotify(key);
    }
    return false;
}

} // namespace client::rooms
