// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A room's history in order, for a file.

#include "engine/transcripts.h"
#include "support/desk.h"
#include "support/searchroom.h"

using namespace client;
using namespace testing;
using client::engine::TranscriptRange;

namespace {

QStringList all(ScreenRoom& here, const TranscriptRange& range = {}, int limit = 3)
{
    QStringList ids;
    QString cursor;
    do {
        const auto part = must(here.desk.engine->transcripts().next(room, range, cursor, limit));
        for (const auto& item : part.items) {
            if (item.kind != timeline::TimelineItem::Kind::State) {
                ids.append(item.eventId);
            }
        }
        cursor = part.next;
    } while (!cursor.isEmpty());
    return ids;
}

QJsonObject at(ScreenRoom& here, const QString& id, Timestamp time, QJsonObject content)
{
    QJsonObject event = clear(here, id, std::move(content));
    event.insert(u"origin_server_ts"_s, qint64(time));
    return event;
}

} // namespace

TEST_CASE("transcript: every message once, oldest first, threads among them, edits in their place")
{
    ScreenRoom here;
    here.arrive(here.bob1, u"$1"_s, u"un"_s);
    here.desk.sync(
        {clear(here, u"$2"_s, text(u"deux"_s)), edit(here, u"$3"_s, u"$2"_s, u"deux, mieux"_s)});
    QJsonObject reply = text(u"dans le fil"_s);
    reply.insert(u"m.relates_to"_s,
                 QJsonObject{{u"rel_type"_s, u"m.thread"_s}, {u"event_id"_s, u"$1"_s}});
    here.desk.sync({clear(here, u"$4"_s, reply), clear(here, u"$5"_s, text(u"trois"_s))});
    for (const int limit : {1, 2, 50}) {
        CHECK(all(here, {}, limit) == QStringList{u"$1"_s, u"$2"_s, u"$4"_s, u"$5"_s});
    }
    CHECK_FALSE(must(here.desk.engine->transcripts().isDecrypting(room)));
}

TEST_CASE("transcript: a range takes what was said in it")
{
    ScreenRoom here;
    here.desk.sync({at(here, u"$1"_s, 1000, text(u"a"_s)), at(here, u"$2"_s, 2000, text(u"b"_s)),
                    at(here, u"$3"_s, 3000, text(u"c"_s))});
    CHECK(all(here, {2000, 2999}) == QStringList{u"$2"_s});
    CHECK(all(here, {2000, 3000}) == QStringList{u"$2"_s, u"$3"_s});
    CHECK(all(here, {5, 4}).isEmpty());
}

TEST_CASE("transcript: a gap is to be filled only where it may hold what is wanted")
{
    Desk desk;
    desk.clock.time = 1000;
    desk.enter(u"shared"_s, {});
    const auto said = [&desk](const QString& id, Timestamp time) {
        return QJsonObject{{u"event_id"_s, id},
                           {u"sender"_s, desk.user},
                           {u"type"_s, u"m.room.message"_s},
                           {u"origin_server_ts"_s, qint64(time)},
                           {u"content"_s, text(u"a"_s)}};
    };
    desk.sync({said(u"$1"_s, 1000)});
    desk.sync({said(u"$9"_s, 9000)}, true);
    auto& transcripts = desk.engine->transcripts();
    REQUIRE(must(transcripts.gap(room, {})));
    CHECK(must(transcripts.gap(room, {}))->from == u"p"_s);
    CHECK(must(transcripts.gap(room, {2000, 3000})));
    CHECK_FALSE(must(transcripts.gap(room, {9500, 9900})));
    CHECK_FALSE(must(transcripts.gap(room, {100, 500})));
}

TEST_CASE("transcript: a foreign cursor and an unknown room are refused")
{
    ScreenRoom here;
    auto& transcripts = here.desk.engine->transcripts();
    for (const auto& cursor : {u"x"_s, u"1"_s, u"-1.2"_s, u"1.x"_s, u"0.0"_s}) {
        const auto part = transcripts.next(room, {}, cursor, 10);
        REQUIRE_FALSE(part);
        CHECK(part.error().kind == Error::Kind::Invalid);
    }
    const RoomId other(u"!autre:x.fr"_s);
    CHECK(transcripts.next(other, {}, {}, 10).error().kind == Error::Kind::NotFound);
    CHECK(transcripts.gap(other, {}).error().kind == Error::Kind::NotFound);
}
