// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Messages leave this device when they are older than their room keeps them.

#include "engine/retention.h"
#include "store/database.h"
#include "store/storekey.h"
#include "support/screenroom.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;

namespace {

constexpr qint64 hour = 3'600'000;

QJsonObject clear(ScreenRoom& all, const QString& id, const QString& body)
{
    return {{u"event_id"_s, id},
            {u"sender"_s, bob.toString()},
            {u"type"_s, u"m.room.message"_s},
            {u"origin_server_ts"_s, qint64(all.clock.time)},
            {u"content"_s, QJsonObject{{u"msgtype"_s, u"m.text"_s}, {u"body"_s, body}}}};
}

void keepFor(ScreenRoom& all, const QJsonValue& lifetime)
{
    all.desk.sync({all.desk.state(u"m.room.retention"_s, {}, {{u"max_lifetime"_s, lifetime}})});
}

std::vector<QString> expire(ScreenRoom& all)
{
    std::vector<QString> media;
    for (bool more = true; more;) {
        auto some = must(all.desk.engine->retention().expireSome());
        media.insert(media.end(), some.media.begin(), some.media.end());
        more = some.more;
        all.desk.note(std::move(some.update));
    }
    return media;
}

bool isHere(ScreenRoom& all, const QString& id)
{
    return all.desk.engine->item(room, EventId(id)).has_value();
}

//! All that the account's file holds, in clear.
QByteArray everything(ScreenRoom& all)
{
    all.desk.engine.reset();
    const QString plain = all.desk.folder.filePath(u"plain.db"_s);
    {
        const auto key = must(store::databaseKey(secret('r')));
        const auto file = must(store::Database::open(all.desk.folder.filePath(u"cache.db"_s), key));
        must(file->execute("ATTACH '" + plain.toUtf8() +
                           "' AS plain KEY '';"
                           "SELECT sqlcipher_export('plain'); DETACH plain;"));
    }
    QFile file(plain);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    file.remove();
    all.desk.open();
    return text;
}

} // namespace

TEST_CASE("E86: what is older than the room keeps it leaves, with all that was said of it")
{
    ScreenRoom all;
    keepFor(all, 24 * hour);
    all.arrive(all.bob1, u"$alt"_s, u"Geheimnis"_s);
    QJsonObject reaction = clear(all, u"$herz"_s, {});
    reaction.insert(u"type"_s, u"m.reaction"_s);
    reaction.insert(u"content"_s,
                    QJsonObject{{u"m.relates_to"_s, QJsonObject{{u"rel_type"_s, u"m.annotation"_s},
                                                                {u"event_id"_s, u"$alt"_s},
                                                                {u"key"_s, u"Herzchen"_s}}}});
    all.desk.sync({reaction, clear(all, u"$klar"_s, u"Klartext"_s)});
    all.clock.time += 20 * hour;
    all.arrive(all.bob1, u"$neu"_s, u"Neuigkeit"_s);
    const auto window = must(all.desk.engine->openRoom(room, 50));
    CHECK(expire(all).empty());
    CHECK(isHere(all, u"$alt"_s));
    for (const char* word : {"Geheimnis", "Herzchen", "Klartext", "Neuigkeit"}) {
        CHECK(everything(all).contains(word));
    }
    must(all.desk.engine->openRoom(room, 50));
    all.desk.take();
    all.clock.time += 5 * hour;
    expire(all);
    for (const QString& id : {u"$alt"_s, u"$herz"_s, u"$klar"_s}) {
        CHECK_FALSE(isHere(all, id));
    }
    CHECK(isHere(all, u"$neu"_s));
    CHECK(all.desk.take().timelines.size() == 1); // gone from the open window, too
    CHECK(all.desk.summary().lastBody == u"Neuigkeit"_s);
    CHECK(QFileInfo(all.desk.folder.filePath(u"cache.db-wal"_s)).size() == 0);
    const QByteArray text = everything(all);
    for (const char* word : {"Geheimnis", "Herzchen", "Klartext"}) {
        CHECK_FALSE(text.contains(word));
    }
    CHECK(text.contains("Neuigkeit"));
    CHECK(text.contains("m.room.encryption")); // what the room is stays
}

TEST_CASE("E86: a message that left stays known to the replay check, and does not come again")
{
    ScreenRoom all;
    keepFor(all, 24 * hour);
    auto event = all.arrive(all.bob1, u"$1"_s);
    all.clock.time += 25 * hour;
    expire(all);
    CHECK_FALSE(isHere(all, u"$1"_s));
    all.desk.sync({Screen::wire(event)}); // told once more
    CHECK_FALSE(isHere(all, u"$1"_s));
    event.id = EventId(u"$2"_s);
    event.originServerTs = all.clock.time;
    all.desk.sync({Screen::wire(event)});
    CHECK(all.desk.item(u"$2"_s).encryptionReason == u"replay"_s);
}

TEST_CASE("E86: what comes after all has left is new, unread and in the open window")
{
    ScreenRoom all;
    keepFor(all, 24 * hour);
    for (const QString& id : {u"$1"_s, u"$2"_s, u"$3"_s}) {
        all.arrive(all.bob1, id);
    }
    all.desk.note(must(all.desk.engine->markRead(room, EventId(u"$3"_s))));
    must(all.desk.engine->openRoom(room, 2));
    CHECK(all.desk.summary().unread == 0);
    all.clock.time += 25 * hour;
    expire(all);
    all.desk.take();
    all.arrive(all.bob1, u"$4"_s, u"Neuigkeit"_s);
    CHECK(all.desk.summary().unread == 1);
    CHECK(all.desk.summary().lastBody == u"Neuigkeit"_s);
    CHECK_FALSE(all.desk.take().timelines.empty());
}

TEST_CASE("E86: the files of what leaves are named; more than a hundred leave in several acts")
{
    ScreenRoom all;
    keepFor(all, hour);
    for (int i = 0; i < 150; ++i) {
        QJsonObject message = clear(all, u"$m%1"_s.arg(i), u"bild.png"_s);
        QJsonObject content = message.value("content"_L1).toObject();
        content.insert(u"msgtype"_s, u"m.image"_s);
        content.insert(u"url"_s, u"mxc://x.fr/bild%1"_s.arg(i));
        message.insert(u"content"_s, content);
        all.desk.sync({message});
    }
    all.clock.time += 2 * hour;
    auto some = must(all.desk.engine->retention().expireSome());
    CHECK(some.more);
    CHECK(some.media.size() == 100);
    const auto rest = expire(all);
    CHECK(rest.size() == 50);
    CHECK(std::ranges::find(rest, u"mxc://x.fr/bild149"_s) != rest.end());
}

TEST_CASE("E86: without a rule, or with one that is none, everything stays")
{
    ScreenRoom all;
    all.arrive(all.bob1, u"$1"_s);
    all.clock.time += 24 * 365 * hour;
    expire(all);
    for (const QJsonValue& none : {QJsonValue(), QJsonValue(0), QJsonValue(-5), QJsonValue(1.5),
                                   QJsonValue(u"1000"_s), QJsonValue(1e300), QJsonValue(true)}) {
        keepFor(all, none);
        expire(all);
        CHECK(isHere(all, u"$1"_s));
    }
    keepFor(all, hour);
    expire(all);
    CHECK_FALSE(isHere(all, u"$1"_s));
}
