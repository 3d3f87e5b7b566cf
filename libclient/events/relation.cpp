// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "events/relation.h"

using namespace Qt::StringLiterals;

namespace client::events {

namespace {

constexpr qsizetype maxKey = 256;

EventId validId(const QJsonValue& value)
{
    EventId id(value.toString());
    return id.isValid() ? id : EventId();
}

Relation::Kind kindOf(const QString& type)
{
    if (type == "m.annotation"_L1) {
        return Relation::Kind::Annotation;
    }
    if (type == "m.replace"_L1) {
        return Relation::Kind::Replace;
    }
    if (type == "m.reference"_L1) {
        return Relation::Kind::Reference;
    }
    return type == "m.thread"_L1 ? Relation::Kind::Thread : Relation::Kind::Unknown;
}

} // namespace

Relation parseRelation(const QJsonObject& content)
{
    const QJsonObject object = content.value("m.relates_to"_L1).toObject();
    Relation relation;
    relation.replyTo = validId(object.value("m.in_reply_to"_L1).toObject().value("event_id"_L1));
    const QString type = object.value("rel_type"_L1).toString();
    const EventId target = validId(object.value("event_id"_L1));
    if (type.isEmpty() || target.isEmpty()) {
        return relation;
    }
    relation.kind = kindOf(type);
    relation.target = target;
    relation.isFallback = object.value("is_falling_back"_L1).toBool();
    if (relation.kind == Relation::Kind::Annotation) {
        relation.key = object.value("key"_L1).toString();
        if (relation.key.isEmpty() || relation.key.size() > maxKey) {
            return {};
        }
    }
    return relation;
}

EventId redactedId(const QJsonObject& rawEvent)
{
    const EventId inside = validId(rawEvent.value("content"_L1).toObject().value("redacts"_L1));
    return inside.isEmpty() ? validId(rawEvent.value("redacts"_L1)) : inside;
}

} // namespace client::events
