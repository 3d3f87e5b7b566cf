// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Messages are found by their words, by people, rooms and dates.

#include "support/searchroom.h"

using namespace client;
using namespace testing;

TEST_CASE("search: encrypted and clear messages are found by words, beginnings and phrases")
{
    ScreenRoom all;
    all.arrive(all.bob1, u"$1"_s, u"L'arrêté du maire est signé"_s);
    all.desk.sync({clear(all, u"$2"_s, text(u"Les ARRÊTÉS du préfet"_s))});
    CHECK(found(all, u"arrete"_s) == QStringList{u"$2"_s, u"$1"_s});
    CHECK(found(all, u"\"arrêté\""_s) == QStringList{u"$1"_s});
    CHECK(found(all, u"préf"_s) == QStringList{u"$2"_s});
    CHECK(found(all, u"\"du maire\" SIGNE"_s) == QStringList{u"$1"_s});
    CHECK(found(all, u"\"maire du\""_s).isEmpty());
    CHECK(found(all, u"maire préfet"_s).isEmpty());
    const SearchPage page = search(all, u"maire"_s);
    REQUIRE(page.items.size() == 1);
    CHECK(page.items.front().room == room);
    CHECK(page.items.front().item.body == u"L'arrêté du maire est signé");
    const auto& extract = page.items.front().extract;
    REQUIRE(extract.marks.size() == 1);
    CHECK(extract.text.mid(extract.marks[0].first, extract.marks[0].second) == u"maire");
}

TEST_CASE("search: an edit's words are found and the old ones are not")
{
    ScreenRoom all;
    all.desk.sync({clear(all, u"$1"_s, text(u"rendez-vous lundi"_s))});
    all.desk.sync({edit(all, u"$2"_s, u"$1"_s, u"rendez-vous mardi"_s)});
    CHECK(found(all, u"mardi"_s) == QStringList{u"$1"_s});
    CHECK(found(all, u"lundi"_s).isEmpty());
    all.desk.sync({redaction(all, u"$3"_s, u"$2"_s)});
    CHECK(found(all, u"mardi"_s).isEmpty());
    CHECK(found(all, u"lundi"_s) == QStringList{u"$1"_s});
}

TEST_CASE("search: an edit that comes before its message counts when that comes")
{
    ScreenRoom all;
    const auto message = clear(all, u"$1"_s, text(u"rendez-vous lundi"_s));
    all.desk.sync({edit(all, u"$2"_s, u"$1"_s, u"rendez-vous mardi"_s)});
    CHECK(found(all, u"mardi"_s).isEmpty());
    all.desk.sync({message});
    CHECK(found(all, u"mardi"_s) == QStringList{u"$1"_s});
    CHECK(found(all, u"lundi"_s).isEmpty());
}

TEST_CASE("search: somebody else's edit changes nothing")
{
    ScreenRoom all;
    all.desk.sync({clear(all, u"$1"_s, text(u"rendez-vous lundi"_s))});
    auto foreign = edit(all, u"$2"_s, u"$1"_s, u"jamais"_s);
    foreign.insert(u"sender"_s, alice.toString());
    all.desk.sync({foreign});
    CHECK(found(all, u"jamais"_s).isEmpty());
    CHECK(found(all, u"lundi"_s) == QStringList{u"$1"_s});
}

TEST_CASE("search: what is redacted leaves the index, with its edits")
{
    ScreenRoom all;
    all.arrive(all.bob1, u"$1"_s, u"secret de cuisine"_s);
    all.desk.sync({clear(all, u"$2"_s, text(u"cuisine ouverte"_s))});
    CHECK(found(all, u"cuisine"_s).size() == 2);
    all.desk.sync({redaction(all, u"$r1"_s, u"$1"_s)});
    CHECK(found(all, u"cuisine"_s) == QStringList{u"$2"_s});
    all.desk.sync({redaction(all, u"$r2"_s, u"$2"_s)});
    CHECK(found(all, u"cuisine"_s).isEmpty());
    CHECK(must(all.desk.engine->search().size()).messages == 0);
}

TEST_CASE("search: a message whose key comes late is found from then on")
{
    ScreenRoom all;
    const auto event = all.write(all.bob1, u"$1"_s, u"tardif"_s);
    all.desk.sync({Screen::wire(event)});
    const bool early = all.desk.item(u"$1"_s).kind != timeline::TimelineItem::Kind::Encrypted;
    CHECK(found(all, u"tardif"_s).size() == (early ? 1 : 0));
    all.rest();
    CHECK(found(all, u"tardif"_s) == QStringList{u"$1"_s});
}

TEST_CASE("search: names of files, captions and kinds")
{
    ScreenRoom all;
    const QString mxc = u"mxc://x.fr/f"_s;
    all.desk.sync(
        {clear(all, u"$1"_s,
               {{u"msgtype"_s, u"m.file"_s},
                {u"body"_s, u"Voici le compte rendu"_s},
                {u"filename"_s, u"CR_Comité-2026.pdf"_s},
                {u"url"_s, mxc}}),
         clear(all, u"$2"_s,
               {{u"msgtype"_s, u"m.image"_s}, {u"body"_s, u"plage.jpg"_s}, {u"url"_s, mxc}}),
         clear(all, u"$3"_s, text(u"voir https://example.org/comite"_s))});
    CHECK(found(all, u"comité"_s) == QStringList{u"$3"_s, u"$1"_s});
    CHECK(found(all, u"comité a:fichier"_s) == QStringList{u"$1"_s});
    CHECK(found(all, u"compte rendu"_s) == QStringList{u"$1"_s});
    CHECK(found(all, u"has:image"_s) == QStringList{u"$2"_s});
    CHECK(found(all, u"has:file"_s) == QStringList{u"$2"_s, u"$1"_s});
    CHECK(found(all, u"a:lien"_s) == QStringList{u"$3"_s});
    CHECK(found(all, u"a:vidéo"_s).isEmpty());
}

TEST_CASE("search: people, rooms and dates as filters")
{
    ScreenRoom all;
    all.clock.time =
        QDateTime(QDate(2026, 3, 14), QTime(23, 59), QTimeZone("Europe/Paris")).toMSecsSinceEpoch();
    all.desk.sync({clear(all, u"$1"_s, text(u"veille"_s))});
    all.clock.time += 2 * 60'000;
    auto own = clear(all, u"$2"_s, text(u"lendemain"_s));
    own.insert(u"sender"_s, alice.toString());
    all.desk.sync({own, all.desk.state(u"m.room.name"_s, {}, {{u"name"_s, u"Été à la mer"_s}})});
    CHECK(found(all, u"de:bob"_s) == QStringList{u"$1"_s});
    CHECK(found(all, u"from:me"_s) == QStringList{u"$2"_s});
    CHECK(found(all, u"from:"_s + bob.toString()) == QStringList{u"$1"_s});
    CHECK(found(all, u"de:personne"_s).isEmpty());
    CHECK(found(all, u"dans:ete"_s) == QStringList{u"$2"_s, u"$1"_s});
    CHECK(found(all, u"in:"_s + room.toString()).size() == 2);
    CHECK(found(all, u"in:ailleurs"_s).isEmpty());
    CHECK(found(all, u"avant:2026-03-15"_s) == QStringList{u"$1"_s});
    CHECK(found(all, u"le:2026-03-15"_s) == QStringList{u"$2"_s});
    CHECK(found(all, u"le:hier"_s) == QStringList{u"$1"_s});
    CHECK(found(all, u"après:2026-03-14 lende"_s) == QStringList{u"$2"_s});
    SearchRequest elsewhere;
    elsewhere.room = RoomId(u"!other:x.fr"_s);
    CHECK(search(all, u"veille"_s, elsewhere).total == 0);
    elsewhere.room = room;
    CHECK(search(all, u"veille"_s, elsewhere).total == 1);
}

TEST_CASE("search: pages by date and by relevance; a cursor that is none is refused")
{
    ScreenRoom all;
    for (int i = 0; i < 25; ++i) {
        all.desk.sync({clear(all, u"$m%1"_s.arg(i), text(u"budgets numéro %1"_s.arg(i)))});
    }
    all.desk.sync({clear(all, u"$best"_s, text(u"budget"_s))});
    for (int i = 0; i < 5; ++i) {
        all.desk.sync({clear(all, u"$n%1"_s.arg(i), text(u"budgets autres %1"_s.arg(i)))});
    }
    using Order = SearchRequest::Order;
    for (const Order order : {Order::Date, Order::Relevance}) {
        QStringList ids;
        SearchRequest request;
        request.limit = 10;
        request.order = order;
        for (bool more = true; more; more = !request.before.isEmpty()) {
            const SearchPage page = search(all, u"budget"_s, request);
            CHECK(page.total == 31);
            CHECK_FALSE(page.totalIsLeast);
            for (const auto& one : page.items) {
                ids << one.item.eventId;
            }
            request.before = page.before;
        }
        CHECK(ids.size() == 31);
        CHECK(QSet<QString>(ids.begin(), ids.end()).size() == 31);
        CHECK(ids.front() == (order == Order::Date ? u"$n4" : u"$best"));
        for (const QString& cursor : {u"x"_s, u"d"_s, u"dx"_s, u"-1"_s, u"r-1"_s, u"r1e"_s}) {
            request.text = u"budget"_s;
            request.before = cursor;
            CHECK(all.desk.engine->search().find(request).error().kind == Error::Kind::Invalid);
        }
    }
}

TEST_CASE("search: hostile queries find nothing and break nothing")
{
    ScreenRoom all;
    all.desk.sync({clear(all, u"$1"_s, text(u"mot or near words tags"_s))});
    for (const QString& query :
         {u"\" OR words : mot"_s, u"NEAR(mot, 1)"_s, u"tags:\"0r1\""_s, u"mot\" --"_s, u"^mot\0x"_s,
          u"'; DROP TABLE event"_s, QString(10'240, u'"'), QString(10'240, u'*'),
          QString(u"é"_s).repeated(10'240), u"from:\" in:\" has:"_s, u"before:99999999-99-99"_s}) {
        SearchRequest request;
        request.text = query;
        CHECK(all.desk.engine->search().find(request).has_value());
    }
    CHECK(found(all, u"0r1"_s).isEmpty());
    CHECK(found(all, u"mot OR rien"_s).isEmpty());
    CHECK(found(all, u"mot or"_s) == QStringList{u"$1"_s});
}

TEST_CASE("search: messages that carry one time, an absurd one, or none")
{
    ScreenRoom all;
    std::vector<QJsonObject> events;
    for (int i = 0; i < 300; ++i) {
        auto event = clear(all, u"$same%1"_s.arg(i), text(u"ensemble"_s));
        event.insert(u"origin_server_ts"_s, qint64(1'700'000'000'000));
        events.push_back(event);
    }
    for (const qint64 ts : {qint64(0), qint64(-5), std::numeric_limits<qint64>::max()}) {
        auto event = clear(all, u"$t%1"_s.arg(ts), text(u"absurde"_s));
        event.insert(u"origin_server_ts"_s, ts);
        events.push_back(event);
    }
    all.desk.sync(events);
    CHECK(search(all, u"ensemble"_s).total == 300);
    CHECK(search(all, u"absurde"_s).total >= 1);
}
