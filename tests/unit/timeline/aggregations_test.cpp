// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/aggregations.h"
#include "unit/timeline/support.h"

#include <QElapsedTimer>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace client;
using namespace client::timeline;
using namespace testing;

TEST_CASE("an edit changes the text of its message and gives no row")
{
    const auto made = rows(input({text("$1", ann, "old"), edit("$2", ann, "$1", "new")}));
    REQUIRE(made.size() == 1);
    CHECK(made[0].body == "new"_L1);
    CHECK(made[0].edited);
}

TEST_CASE("an edit that arrives before its message or lies outside of the window is applied")
{
    const auto early = rows(input({edit("$2", ann, "$1", "new"), text("$1", ann, "old")}));
    REQUIRE(early.size() == 1);
    CHECK(early[0].body == "new"_L1);
    TimelineInput outside = input({text("$1", ann, "old")});
    outside.relations = {edit("$2", ann, "$1", "new")};
    CHECK(rows(outside).at(0).body == "new"_L1);
}

TEST_CASE("the newest edit wins, by time and then by id")
{
    StoredEvent first = edit("$b", ann, "$1", "first");
    StoredEvent second = edit("$a", ann, "$1", "second");
    first.event.originServerTs += 5;
    CHECK(rows(input({text("$1", ann, "old"), first, second})).at(0).body == "first"_L1);
    first.event.originServerTs -= 5;
    CHECK(rows(input({text("$1", ann, "old"), first, second})).at(0).body == "first"_L1);
    second.redacted = true;
    first.redacted = true;
    CHECK(rows(input({text("$1", ann, "old"), first, second})).at(0).body == "old"_L1);
}

TEST_CASE("an edit that is not its author's is ignored")
{
    const auto made = rows(input({text("$1", ann, "old"), edit("$2", bob, "$1", "new")}));
    REQUIRE(made.size() == 1);
    CHECK(made[0].body == "old"_L1);
    CHECK_FALSE(made[0].edited);
}

TEST_CASE("a clear edit of an encrypted message is ignored and an encrypted one is applied")
{
    const StoredEvent original = sealed(text("$1", ann, "old"));
    CHECK(rows(input({original, edit("$2", ann, "$1", "new")})).at(0).body == "old"_L1);
    CHECK(rows(input({original, sealed(edit("$2", ann, "$1", "new"))})).at(0).body == "new"_L1);
    CHECK(rows(input({text("$1", ann, "old"), sealed(edit("$2", ann, "$1", "new"))})).at(0).body ==
          "new"_L1);
}

TEST_CASE("an edit under a session of somebody else is ignored")
{
    StoredEvent foreign = sealed(edit("$2", ann, "$1", "new"));
    foreign.owner = bob;
    CHECK(rows(input({sealed(text("$1", ann, "old")), foreign})).at(0).body == "old"_L1);
}

TEST_CASE("edits of edits, of other types, of state and without content are ignored")
{
    const auto chain = rows(input(
        {text("$1", ann, "old"), edit("$2", ann, "$1", "one"), edit("$3", ann, "$2", "two")}));
    REQUIRE(chain.size() == 1);
    CHECK(chain[0].body == "one"_L1);
    StoredEvent other = edit("$2", ann, "$1", "new");
    other.event.type = u"m.sticker"_s;
    CHECK(rows(input({text("$1", ann, "old"), other})).at(0).body == "old"_L1);
    StoredEvent state = edit("$2", ann, "$1", "new");
    state.event.stateKey = u""_s;
    CHECK(rows(input({text("$1", ann, "old"), state})).at(0).body == "old"_L1);
    const StoredEvent empty = stored("$2", ann, "m.room.message",
                                     R"({"msgtype":"m.text","body":"*","m.new_content":7,
            "m.relates_to":{"rel_type":"m.replace","event_id":"$1"}})");
    CHECK(rows(input({text("$1", ann, "old"), empty})).at(0).body == "old"_L1);
}

TEST_CASE("an own edit that could not be sent is shown on its message with its failure")
{
    StoredEvent echo = edit("", me, "$1", "new");
    echo.txnId = u"t2"_s;
    echo.sendState = TimelineItem::SendState::Failed;
    echo.sendError = u"forbidden"_s;
    const auto made = rows(input({text("$1", me, "old"), echo}));
    REQUIRE(made.size() == 1);
    CHECK(made[0].body == "new"_L1);
    CHECK(made[0].uid == "$1"_L1);
    CHECK(made[0].txnId == "t2"_L1);
    CHECK(made[0].sendState == TimelineItem::SendState::Failed);
}

TEST_CASE("reactions are counted once a person and key, in the order of their first use")
{
    const auto made =
        rows(input({text("$1", ann, "a"), reaction(u"$2"_s, bob, "$1", u"👍"_s),
                    reaction(u"$3"_s, bob, "$1", u"👍"_s), reaction(u"$4"_s, me, "$1", u"👍"_s),
                    reaction(u"$5"_s, me, "$1", u"🎉"_s)}));
    REQUIRE(made.size() == 1);
    REQUIRE(made[0].reactions.size() == 2);
    CHECK(made[0].reactions[0].key == u"👍"_s);
    CHECK(made[0].reactions[0].count == 2);
    CHECK(made[0].reactions[0].mine);
    CHECK(made[0].reactions[0].myEventId == "$4"_L1);
    CHECK(made[0].reactions[0].senders == QStringList{u"bob"_s, u"me:"_s});
}

TEST_CASE("a reaction that is taken back is not counted, even before the server says so")
{
    StoredEvent echo = stored("", me, "m.room.redaction", R"({"redacts":"$2"})");
    TimelineInput given = input({text("$1", ann, "a"), reaction(u"$2"_s, me, "$1", u"👍"_s), echo});
    CHECK(rows(given).at(0).reactions.isEmpty());
    given.events.back().sendState = TimelineItem::SendState::Failed;
    CHECK(rows(given).at(0).reactions.size() == 1);
}

TEST_CASE("an event that is both in the window and among the relations counts once")
{
    TimelineInput given = input({text("$1", ann, "a"), reaction(u"$2"_s, bob, "$1", u"👍"_s)});
    given.relations = {given.events[1]};
    CHECK(rows(given).at(0).reactions.at(0).count == 1);
}

TEST_CASE("ten thousand reactions are folded in bounded time and size")
{
    TimelineInput given = input({text("$1", ann, "a")});
    for (int i = 0; i < 10'000; ++i) {
        given.relations.push_back(reaction(u"$r%1"_s.arg(i), UserId(u"@u%1:x.fr"_s.arg(i)), "$1",
                                           QString::number(i % 5000)));
    }
    given.relations.push_back(reaction(u"$evil"_s, bob, "$1", u"\u202Eevil"_s));
    QElapsedTimer timer;
    timer.start();
    const auto made = rows(given);
    CHECK(timer.elapsed() < 3000);
    REQUIRE(made.size() == 1);
    CHECK(made[0].reactions.size() == 100);
    CHECK(made[0].reactions[0].count == 2);
}

TEST_CASE("a redacted message stays as a row without its text, edits or reactions")
{
    StoredEvent redaction = stored("$3", ann, "m.room.redaction", R"({"redacts":"$1"})");
    const auto made = rows(input({text("$1", ann, "secret"), edit("$2", ann, "$1", "secret too"),
                                  reaction(u"$4"_s, bob, "$1", u"👍"_s), redaction}));
    REQUIRE(made.size() == 1);
    CHECK(made[0].kind == TimelineItem::Kind::Redacted);
    CHECK(made[0].redacted);
    CHECK(made[0].body.isEmpty());
    CHECK(made[0].html.isEmpty());
    CHECK(made[0].formattedBody.isEmpty());
    CHECK(made[0].reactions.isEmpty());
}
