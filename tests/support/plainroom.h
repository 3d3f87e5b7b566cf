// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// PlainRoom: Ann's engine and a room without encryption, with syncs that the test writes.
#pragma once

#include "engine/engine.h"
#include "engine/threads.h"
#include "support/peer.h"

namespace testing {

using namespace client;

class PlainRoom {
public:
    PlainRoom()
    {
        open();
        engine::Account account;
        account.user = ann;
        account.device = DeviceId(QStringLiteral("ANN"));
        account.homeserver = QUrl(QStringLiteral("https://x.fr"));
        account.accessToken = "token";
        must(engine->saveAccount(account));
        sync({state(QStringLiteral("m.room.create"), {},
                    {{QStringLiteral("room_version"), QStringLiteral("10")}}),
              member(ann, QStringLiteral("Ann")), member(bob, QStringLiteral("Bob"))});
    }

    void open()
    {
        engine.reset();
        engine = must(engine::Engine::open({folder.path(), secret('r'), &clock, "Europe/Paris"}));
    }

    QJsonObject event(const QString& type, const QString& id, const UserId& sender,
                      const QJsonObject& content)
    {
        return {{QStringLiteral("type"), type},
                {QStringLiteral("event_id"), id},
                {QStringLiteral("sender"), sender.toString()},
                {QStringLiteral("origin_server_ts"), qint64(1'700'000'000'000) + ++m_events},
                {QStringLiteral("content"), content}};
    }

    QJsonObject state(const QString& type, const QString& key, const QJsonObject& content,
                      const UserId& sender = bob)
    {
        QJsonObject made = event(type, QStringLiteral("$s%1").arg(m_events), sender, content);
        made.insert(QStringLiteral("state_key"), key);
        return made;
    }

    QJsonObject member(const UserId& user, const QString& name)
    {
        return state(QStringLiteral("m.room.member"), user.toString(),
                     {{QStringLiteral("membership"), QStringLiteral("join")},
                      {QStringLiteral("displayname"), name}},
                     user);
    }

    QJsonObject text(const QString& id, const UserId& sender = bob, const QString& body = {})
    {
        return event(QStringLiteral("m.room.message"), id, sender,
                     {{QStringLiteral("msgtype"), QStringLiteral("m.text")},
                      {QStringLiteral("body"), body.isEmpty() ? id : body}});
    }

    //! The event with a relation added.
    static QJsonObject related(QJsonObject event, const QString& type, const QString& target)
    {
        QJsonObject content = event.value(QStringLiteral("content")).toObject();
        content.insert(
            QStringLiteral("m.relates_to"),
            QJsonObject{{QStringLiteral("rel_type"), type}, {QStringLiteral("event_id"), target}});
        event.insert(QStringLiteral("content"), content);
        return event;
    }

    QJsonObject reply(const QString& id, const QString& root, const UserId& sender = bob)
    {
        return related(text(id, sender), QStringLiteral("m.thread"), root);
    }

    //! One answer of /sync; `more` are further members of the room.
    engine::Update sync(const QJsonArray& events, QJsonObject more = {}, bool limited = false)
    {
        more.insert(QStringLiteral("timeline"), QJsonObject{{QStringLiteral("events"), events},
                                                            {QStringLiteral("limited"), limited},
                                                            {QStringLiteral("prev_batch"),
                                                             QStringLiteral("p%1").arg(m_syncs)}});
        const QJsonObject rooms{{QStringLiteral("join"), QJsonObject{{room.toString(), more}}}};
        return must(engine->applySync(
            toJson({{QStringLiteral("next_batch"), QStringLiteral("s%1").arg(++m_syncs)},
                    {QStringLiteral("rooms"), rooms}})));
    }

    engine::Update receipt(const QString& event, const QString& thread, const UserId& user = ann)
    {
        QJsonObject data{{QStringLiteral("ts"), 1}};
        if (!thread.isEmpty()) {
            data.insert(QStringLiteral("thread_id"), thread);
        }
        const QJsonObject content{
            {event, QJsonObject{{QStringLiteral("m.read"), QJsonObject{{user.toString(), data}}}}}};
        const QJsonArray events{QJsonObject{{QStringLiteral("type"), QStringLiteral("m.receipt")},
                                            {QStringLiteral("content"), content}}};
        return sync(
            {}, {{QStringLiteral("ephemeral"), QJsonObject{{QStringLiteral("events"), events}}}});
    }

    QStringList ids(const std::vector<timeline::TimelineItem>& items) const
    {
        QStringList found;
        for (const auto& item : items) {
            if (item.eventId.startsWith(QStringLiteral("$")) &&
                item.kind != timeline::TimelineItem::Kind::State) {
                found << item.eventId;
            }
        }
        return found;
    }

    //! Messages of the main timeline, and of a thread, as a caller gets them.
    QStringList mainRows() { return ids(must(engine->page(room, 100, {}, true)).items); }

    QStringList threadRows(const QString& root)
    {
        return ids(must(engine->threads().page(room, EventId(root), 100, {})).items);
    }

    timeline::TimelineItem item(const QString& id) { return must(engine->item(room, EventId(id))); }

    rooms::RoomSummary summary() { return must(engine->room(room)); }

    static inline const RoomId room{QStringLiteral("!salle:x.fr")};
    static inline const UserId ann{QStringLiteral("@ann:x.fr")};
    static inline const UserId bob{QStringLiteral("@bob:x.fr")};
    QTemporaryDir folder;
    FakeClock clock;
    std::unique_ptr<engine::Engine> engine;

private:
    int m_events = 0;
    int m_syncs = 0;
};

} // namespace testing
