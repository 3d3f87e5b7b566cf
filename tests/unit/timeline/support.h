// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Short ways to write conversations in the tests of the timeline.
#pragma once

#include "timeline/timeline.h"

#include <QJsonDocument>

namespace testing {

using client::timeline::StoredEvent;
using client::timeline::TimelineInput;
using client::timeline::TimelineItem;

inline const client::UserId me(QStringLiteral("@me:x.fr"));
inline const client::UserId ann(QStringLiteral("@ann:x.fr"));
inline const client::UserId bob(QStringLiteral("@bob:x.fr"));
inline constexpr client::Timestamp noon = 1'790'000'000'000;

inline QJsonObject json(const QByteArray& text)
{
    return QJsonDocument::fromJson(text).object();
}

inline StoredEvent stored(const char* id, const client::UserId& sender, const char* type,
                          const QByteArray& content)
{
    StoredEvent made;
    made.event.id = client::EventId(QString::fromUtf8(id));
    made.event.sender = sender;
    made.event.type = QString::fromUtf8(type);
    made.event.content = json(content);
    made.event.originServerTs = noon;
    made.event.raw = {{QStringLiteral("content"), made.event.content}};
    return made;
}

inline StoredEvent text(const char* id, const client::UserId& sender, const QByteArray& body)
{
    return stored(id, sender, "m.room.message", R"({"msgtype":"m.text","body":")" + body + R"("})");
}

inline StoredEvent edit(const char* id, const client::UserId& sender, const char* target,
                        const QByteArray& body)
{
    return stored(id, sender, "m.room.message",
                  R"({"msgtype":"m.text","body":"* )" + body +
                      R"(","m.new_content":{"msgtype":"m.text","body":")" + body +
                      R"("},"m.relates_to":{"rel_type":"m.replace","event_id":")" + target +
                      R"("}})");
}

inline StoredEvent reaction(const QString& id, const client::UserId& sender, const char* target,
                            const QString& key)
{
    StoredEvent made = stored("$x", sender, "m.reaction", "{}");
    made.event.id = client::EventId(id);
    made.event.content = {{QStringLiteral("m.relates_to"),
                           QJsonObject{{QStringLiteral("rel_type"), QStringLiteral("m.annotation")},
                                       {QStringLiteral("event_id"), QString::fromUtf8(target)},
                                       {QStringLiteral("key"), key}}}};
    return made;
}

//! The same event as it is after its decryption.
inline StoredEvent sealed(StoredEvent event)
{
    event.decryption = client::timeline::Decryption::Done;
    event.clearType = event.event.type;
    event.clearContent = event.event.content;
    QJsonObject outer{{QStringLiteral("algorithm"), QStringLiteral("m.megolm.v1.aes-sha2")}};
    const QJsonValue relation = event.event.content.value(QStringLiteral("m.relates_to"));
    if (!relation.isUndefined()) {
        outer.insert(QStringLiteral("m.relates_to"), relation);
    }
    event.event.type = QStringLiteral("m.room.encrypted");
    event.event.content = outer;
    event.trust = QStringLiteral("ok");
    return event;
}

inline TimelineInput input(std::vector<StoredEvent> events)
{
    TimelineInput made;
    made.events = std::move(events);
    made.own = me;
    made.zone = QTimeZone::utc();
    made.personOf = [](const client::UserId& user) {
        return client::rooms::Person{user.toString().mid(1, 3), {}};
    };
    return made;
}

//! Rows that are events.
inline std::vector<TimelineItem> rows(const TimelineInput& given)
{
    std::vector<TimelineItem> kept;
    for (TimelineItem& item : client::timeline::buildTimeline(given)) {
        if (!item.sender.isEmpty()) {
            kept.push_back(std::move(item));
        }
    }
    return kept;
}

} // namespace testing
