// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What leaves the index and how it catches up; finds in their places.

#include "engine/retention.h"
#include "store/database.h"
#include "store/storekey.h"
#include "support/searchroom.h"

#include <random>

using namespace client;
using namespace testing;

namespace {

constexpr qint64 hour = 3'600'000;

//! What is left of a word anywhere in the account's file.
bool isInFile(ScreenRoom& all, const QByteArray& word)
{
    all.desk.engine.reset();
    const QString plain = all.desk.folder.filePath(u"plain.db"_s);
    {
        const auto key = must(store::databaseKey(secret('r')));
        const auto file = must(store::Database::open(all.desk.folder.filePath(u"cache.db"_s), key));
        must(file->execute("ATTACH '" + plain.toUtf8() +
                           "' AS plain KEY '';"
                           "CREATE TABLE plain.copy AS SELECT block FROM search_index_data;"
                           "CREATE TABLE plain.words AS SELECT words FROM search_text;"
                           "DETACH plain;"));
    }
    QFile file(plain);
    REQUIRE(file.open(QIODevice::ReadOnly));
    const bool found = file.readAll().contains(word);
    file.remove();
    all.desk.open();
    return found;
}

} // namespace

TEST_CASE("search: nothing of a redacted word stays in the pages of the index")
{
    ScreenRoom all;
    all.desk.sync({clear(all, u"$0"_s, text(u"autre chose"_s))});
    all.arrive(all.bob1, u"$1"_s, u"Xylophone"_s);
    CHECK(isInFile(all, "xylophone"));
    all.desk.sync({redaction(all, u"$r1"_s, u"$1"_s)});
    CHECK_FALSE(isInFile(all, "xylophone"));
    CHECK(isInFile(all, "autre"));
}

TEST_CASE("search: a store from before there was an index is looked at in slices")
{
    ScreenRoom all;
    for (int i = 0; i < 250; ++i) {
        all.desk.sync({clear(all, u"$m%1"_s.arg(i), text(u"ancien %1"_s.arg(i)))});
    }
    all.desk.engine.reset();
    {
        const auto key = must(store::databaseKey(secret('r')));
        const auto file = must(store::Database::open(all.desk.folder.filePath(u"cache.db"_s), key));
        must(file->execute("DELETE FROM search_text;"
                           "UPDATE search_backlog SET up_to = (SELECT max(id) FROM event);"));
    }
    all.desk.open();
    CHECK(search(all, u"ancien"_s).total == 0);
    const auto left = must(all.desk.engine->search().size()).backlog;
    CHECK(left >= 250);
    CHECK(must(all.desk.engine->search().catchUp()));
    CHECK(must(all.desk.engine->search().size()).backlog == left - 200);
    CHECK(search(all, u"ancien"_s).total > 190);
    CHECK(search(all, u"\"ancien 249\""_s).total == 1);
    CHECK(search(all, u"\"ancien 0\""_s).total == 0);
    CHECK_FALSE(must(all.desk.engine->search().catchUp()));
    CHECK(search(all, u"ancien"_s).total == 250);
    CHECK(must(all.desk.engine->search().size()).backlog == 0);
}

TEST_CASE("search: a find is shown in its place, and the way back to the present is open")
{
    ScreenRoom all;
    for (int i = 0; i < 60; ++i) {
        all.desk.sync({clear(all, u"$m%1"_s.arg(i), text(u"numéro %1"_s.arg(i)))});
    }
    auto& engine = *all.desk.engine;
    const auto part = must(engine.search().openAt(room, EventId(u"$m20"_s), 10));
    CHECK_FALSE(part.atEnd);
    const auto ids = [](const std::vector<timeline::TimelineItem>& items) {
        QStringList list;
        for (const auto& item : items) {
            if (!item.eventId.isEmpty()) {
                list << item.eventId;
            }
        }
        return list;
    };
    const QStringList shown = ids(part.window.items);
    CHECK(shown.contains(u"$m20"_s));
    CHECK(shown.front() == u"$m15"_s);
    CHECK(shown.back() == u"$m25"_s);
    all.desk.take();
    all.desk.sync({clear(all, u"$new"_s, text(u"neuf"_s))});
    CHECK(all.desk.take().timelines.empty()); // it lies beyond the window
    auto newer = must(engine.search().loadNewer(room, 20));
    CHECK_FALSE(newer.atEnd);
    REQUIRE(newer.update.timelines.size() == 1);
    CHECK(must(engine.search().loadNewer(room, 20)).atEnd);
    all.desk.sync({clear(all, u"$newer"_s, text(u"plus neuf"_s))});
    CHECK(all.desk.take().timelines.size() == 1);
    CHECK(engine.search().openAt(room, EventId(u"$none"_s), 10).error().kind ==
          Error::Kind::NotFound);
    CHECK(must(engine.search().openAt(room, EventId(u"$newer"_s), 10)).atEnd);
}

TEST_CASE("search: rooms and people by name")
{
    ScreenRoom all;
    all.desk.sync({all.desk.state(u"m.room.name"_s, {}, {{u"name"_s, u"Comité d'été"_s}}),
                   all.desk.state(u"m.room.topic"_s, {}, {{u"topic"_s, u"Les œuvres"_s}})});
    const auto names = [&](const QString& query) {
        const auto found = must(all.desk.engine->search().names(query, 20));
        QStringList list;
        for (const auto& one : found.rooms) {
            list << one.roomId;
        }
        for (const auto& person : found.people) {
            list << person.user.toString();
        }
        return list;
    };
    CHECK(names(u"com ete"_s) == QStringList{room.toString()});
    CHECK(names(u"oeuv"_s) == QStringList{room.toString()});
    CHECK(names(u"bob"_s).contains(bob.toString()));
    CHECK(names(u"personne"_s).isEmpty());
    CHECK(names(u"…"_s).isEmpty());
}

TEST_CASE("search: what its room keeps no longer leaves the index")
{
    ScreenRoom all;
    all.desk.sync({all.desk.state(u"m.room.retention"_s, {}, {{u"max_lifetime"_s, qint64(hour)}})});
    all.arrive(all.bob1, u"$1"_s, u"ancien"_s);
    CHECK(found(all, u"ancien"_s) == QStringList{u"$1"_s});
    all.clock.time += 2 * hour;
    must(all.desk.engine->retention().expireSome());
    CHECK(found(all, u"ancien"_s).isEmpty());
    CHECK(must(all.desk.engine->search().size()).messages == 0);
}

TEST_CASE("search: the index and its words agree after much coming and going")
{
    ScreenRoom all;
    all.desk.engine.reset();
    const auto key = must(store::databaseKey(secret('r')));
    const auto file = must(store::Database::open(all.desk.folder.filePath(u"cache.db"_s), key));
    std::mt19937 chance(4711);
    std::vector<qint64> here;
    const auto pick = [&](size_t below) { return chance() % below; };
    for (int round = 0; round < 60; ++round) {
        auto transaction = must(file->begin());
        for (int step = 0; step < 50; ++step) {
            if (here.size() > 20 && pick(2) == 0) {
                std::swap(here[pick(here.size())], here.back());
                must(file->run("DELETE FROM search_text WHERE id = ?", here.back()));
                here.pop_back();
                continue;
            }
            QString words;
            for (size_t left = pick(30); left > 0; --left) {
                words += u"mot%1é "_s.arg(pick(40));
            }
            here.push_back(qint64(round) * 1000 + step * 7 + qint64(pick(5)) + 1);
            must(file->run("INSERT INTO search_text VALUES (?1, ?1, ?2, '0r1 0s2')", here.back(),
                           words));
        }
        must(transaction.commit());
    }
    must(file->execute(
        "INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)"));
    must(file->run("UPDATE search_text SET words = 'autre' WHERE id = ?", here.front()));
    CHECK_FALSE(file->execute("INSERT INTO search_index (search_index, rank)"
                              " VALUES ('integrity-check', 1)")
                    .has_value()); // the check sees what does not agree
}

TEST_CASE("search: a reply in a thread is found, and shown at the thread's root")
{
    ScreenRoom all;
    all.desk.sync({clear(all, u"$root"_s, text(u"sujet"_s))});
    QJsonObject reply = text(u"aparté"_s);
    reply.insert(u"m.relates_to"_s,
                 QJsonObject{{u"rel_type"_s, u"m.thread"_s}, {u"event_id"_s, u"$root"_s}});
    all.desk.sync({clear(all, u"$reply"_s, reply), clear(all, u"$3"_s, text(u"suite"_s))});
    CHECK(found(all, u"aparte"_s) == QStringList{u"$reply"_s});
    const auto part = must(all.desk.engine->search().openAt(room, EventId(u"$reply"_s), 10));
    CHECK(part.at == EventId(u"$root"_s));
    CHECK(std::ranges::contains(part.window.items, u"$root"_s, &timeline::TimelineItem::eventId));
}
