// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Relation: `m.relates_to` of an event, the pointer at another one.
#pragma once

#include "base/ids.h"

#include <QJsonObject>
#include <QString>

namespace client::events {

struct Relation {
    enum class Kind { None, Annotation, Replace, Reference, Thread, Unknown };
    Kind kind = Kind::None;
    EventId target;  //!< of the relation; empty with None
    QString key;     //!< Annotation
    EventId replyTo; //!< m.in_reply_to; also set beside a relation of another kind
    //! Thread: replyTo is only there for programs that know no threads.
    bool isFallback = false;
    bool operator==(const Relation&) const = default;
};

//! From the cleartext part of `content` as received. Malformed members count as absent.
Relation parseRelation(const QJsonObject& content);
//! Event that an m.room.redaction names (`redacts`, in the event or in its content); may be empty.
EventId redactedId(const QJsonObject& rawEvent);

} // namespace client::events
