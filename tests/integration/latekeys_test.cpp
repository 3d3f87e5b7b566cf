// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// S27: what refers to messages comes before their key does.

#include "support/desk.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;

namespace {

const auto bob = u"@bob:x.fr"_s;
const std::set<UserId> both{UserId(u"@ann:x.fr"_s), UserId(bob)};

QJsonObject said(const QString& body, const QJsonObject& more = {})
{
    QJsonObject content{{u"msgtype"_s, u"m.text"_s}, {u"body"_s, body}};
    for (auto it = more.begin(); it != more.end(); ++it) {
        content.insert(it.key(), it.value());
    }
    return content;
}

QJsonObject relation(const QString& type, const QString& event)
{
    return {{u"m.relates_to"_s, QJsonObject{{u"rel_type"_s, type}, {u"event_id"_s, event}}}};
}

//! Bob writes while what he sends by Olm is held back.
struct Held : Desk {
    Peer bob1{server, bob, u"B1"_s, clock};
    std::vector<QJsonObject> keys;

    Held()
    {
        bob1.pump();
        enter(u"shared"_s, {{bob, u"join"_s}});
        follow(bob1, both);
        bob1.act([&] {
            must(bob1.machine().setRoomEncryption(deskRoom,
                                                  {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s}}));
        });
        while (!pump().empty()) {
        }
        settle({&bob1});
    }

    QJsonObject event(const QString& id, const QString& type, const QJsonObject& content)
    {
        return {{u"type"_s, type},
                {u"sender"_s, bob},
                {u"event_id"_s, id},
                {u"origin_server_ts"_s, qint64(++clock.time)},
                {u"content"_s, content}};
    }

    QJsonObject secret(const QString& id, const QJsonObject& content)
    {
        for (int i = 0; i < 20 && !bob1.prepare(deskRoom, both); ++i) {
            bob1.pump();
        }
        QJsonObject sealed;
        bob1.act(
            [&] { sealed = must(bob1.machine().encrypt(deskRoom, u"m.room.message"_s, content)); });
        bob1.pump();
        auto& inbox = server.users[user][u"ANN"_s].inbox;
        keys.insert(keys.end(), inbox.begin(), inbox.end());
        inbox.clear();
        return event(id, u"m.room.encrypted"_s, sealed);
    }

    void keysCome()
    {
        server.users[user][u"ANN"_s].inbox = std::exchange(keys, {});
        sync({});
        must(engine->decryptSome());
    }

    timeline::TimelineItem item(const QString& id)
    {
        return must(engine->item(deskRoom, EventId(id)));
    }

    bool isShown(const QString& id)
    {
        const auto page = must(engine->page(deskRoom, 100, {}));
        return std::ranges::any_of(page.items, [&](const auto& row) { return row.eventId == id; });
    }
};

} // namespace

TEST_CASE("S27: edit, reply, reaction and redaction come before the key: all is in its place then")
{
    using Item = timeline::TimelineItem;
    Held room;
    QJsonObject edit = said(u"* deux"_s, relation(u"m.replace"_s, u"$one"_s));
    edit.insert(u"m.new_content"_s, said(u"deux"_s));
    const QJsonObject answer{
        {u"m.relates_to"_s,
         QJsonObject{{u"m.in_reply_to"_s, QJsonObject{{u"event_id"_s, u"$one"_s}}}}}};
    QJsonObject annotation = relation(u"m.annotation"_s, u"$one"_s);
    QJsonObject about = annotation.value("m.relates_to"_L1).toObject();
    about.insert(u"key"_s, u"👍"_s);
    annotation.insert(u"m.relates_to"_s, about);
    room.sync({room.secret(u"$one"_s, said(u"un"_s)), room.secret(u"$edit"_s, edit),
               room.secret(u"$reply"_s, said(u"réponse"_s, answer)),
               room.secret(u"$gone"_s, said(u"effacé"_s)),
               room.event(u"$like"_s, u"m.reaction"_s, annotation)});
    QJsonObject redaction =
        room.event(u"$redaction"_s, u"m.room.redaction"_s, {{u"redacts"_s, u"$gone"_s}});
    redaction.insert(u"redacts"_s, u"$gone"_s);
    room.sync({redaction});
    must(room.engine->decryptSome());
    CHECK(room.item(u"$one"_s).kind == Item::Kind::Encrypted);
    CHECK(room.item(u"$one"_s).encryption == Item::Encryption::Waiting);
    CHECK(room.item(u"$reply"_s).kind == Item::Kind::Encrypted);
    room.open(); // the wait outlasts the program
    room.clock.time += 600'000;
    room.keysCome();
    const Item one = room.item(u"$one"_s);
    CHECK(one.body == u"deux"_s);
    CHECK(one.edited);
    REQUIRE(one.reactions.size() == 1);
    CHECK(one.reactions.front().key == u"👍"_s);
    const Item reply = room.item(u"$reply"_s);
    CHECK(reply.body == u"réponse"_s);
    CHECK(reply.replyToId == u"$one"_s);
    CHECK(reply.replyToBody == u"un"_s);
    CHECK(room.item(u"$gone"_s).kind == Item::Kind::Redacted);
    CHECK_FALSE(room.isShown(u"$edit"_s)); // no row of its own
    CHECK(room.isShown(u"$reply"_s));
}
