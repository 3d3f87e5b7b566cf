// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Threads: replies stand by themselves, roots tell of them, and what only looks like a thread is an
// ordinary conversation.

#include "support/plainroom.h"

#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;
using engine::Engine;

TEST_CASE("thread replies stand in their thread, the root tells of them")
{
    PlainRoom desk;
    desk.sync({desk.text(u"$root"_s), desk.reply(u"$r1"_s, u"$root"_s), desk.text(u"$next"_s),
               desk.reply(u"$r2"_s, u"$root"_s)});
    CHECK(desk.mainRows() == QStringList{u"$root"_s, u"$next"_s});
    CHECK(desk.threadRows(u"$root"_s) == QStringList{u"$root"_s, u"$r1"_s, u"$r2"_s});
    const auto root = desk.item(u"$root"_s);
    CHECK(root.thread.count == 2);
    CHECK(root.thread.lastEventId == u"$r2"_s);
    CHECK(root.thread.lastSenderName == u"Bob"_s);
    CHECK(root.thread.lastBody == u"$r2"_s);
    CHECK_FALSE(root.thread.participated);
    CHECK(desk.item(u"$r1"_s).threadId == u"$root"_s);
    CHECK(desk.item(u"$next"_s).thread.count == 0);
    CHECK(desk.summary().lastEventId == u"$next"_s);
    const auto threads = must(desk.engine->threads().list(PlainRoom::room));
    REQUIRE(threads.size() == 1);
    CHECK(threads[0].root == EventId(u"$root"_s));
    CHECK(threads[0].rootItem->body == u"$root"_s);
    CHECK(threads[0].lastItem->eventId == u"$r2"_s);
}

TEST_CASE("main timeline and threads are read each for itself")
{
    PlainRoom desk;
    desk.sync({desk.text(u"$a"_s), desk.text(u"$b"_s)});
    desk.receipt(u"$b"_s, {});
    desk.sync({desk.reply(u"$a1"_s, u"$a"_s), desk.text(u"$c"_s), desk.reply(u"$b1"_s, u"$b"_s),
               desk.reply(u"$b2"_s, u"$b"_s)});
    const bool counted = desk.summary().unread == 1 && desk.summary().threadUnread == 3;
    CHECK(counted);
    CHECK(desk.item(u"$b"_s).thread.unread == 2);
    SECTION("a receipt of the main timeline leaves threads unread")
    {
        desk.receipt(u"$c"_s, u"main"_s);
        CHECK(desk.summary().unread == 0);
        CHECK(desk.summary().threadUnread == 3);
    }
    SECTION("a receipt of a thread leaves the others and the main timeline")
    {
        desk.receipt(u"$b2"_s, u"$b"_s);
        CHECK(desk.summary().unread == 1);
        CHECK(desk.summary().threadUnread == 1);
        CHECK(desk.item(u"$b"_s).thread.unread == 0);
        CHECK(desk.item(u"$a"_s).thread.unread == 1);
    }
    SECTION("a receipt without a thread is about everything")
    {
        desk.receipt(u"$b2"_s, {});
        CHECK(desk.summary().unread == 0);
        CHECK(desk.summary().threadUnread == 0);
        desk.sync({desk.reply(u"$b3"_s, u"$b"_s)});
        CHECK(desk.summary().threadUnread == 1);
    }
    SECTION("who writes in a thread has read it, and nothing else")
    {
        desk.sync({desk.reply(u"$own"_s, u"$b"_s, PlainRoom::ann)});
        CHECK(desk.item(u"$b"_s).thread.unread == 0);
        CHECK(desk.item(u"$b"_s).thread.participated);
        CHECK(desk.item(u"$a"_s).thread.unread == 1);
        CHECK(desk.summary().unread == 1);
    }
    SECTION("by hand, and over a restart")
    {
        CHECK(must(desk.engine->threads().receiptThread(PlainRoom::room, EventId(u"$b2"_s), {})) ==
              u"$b"_s);
        CHECK(must(desk.engine->threads().receiptThread(PlainRoom::room, EventId(u"$c"_s), {})) ==
              u"main"_s);
        CHECK_FALSE(
            desk.engine->threads().receiptThread(PlainRoom::room, EventId(u"$c"_s), u"$b"_s));
        must(desk.engine->markRead(PlainRoom::room, EventId(u"$b2"_s), EventId(u"$b"_s)));
        desk.open();
        desk.sync({desk.text(u"$d"_s)});
        CHECK(desk.item(u"$b"_s).thread.unread == 0);
        CHECK(desk.summary().threadUnread == 1);
    }
}

TEST_CASE("what only looks like a thread is an ordinary conversation")
{
    PlainRoom desk;
    SECTION("a thread in a thread")
    {
        desk.sync({desk.text(u"$root"_s), desk.reply(u"$r"_s, u"$root"_s),
                   desk.reply(u"$deep"_s, u"$r"_s)});
        CHECK(desk.mainRows() == QStringList{u"$root"_s, u"$deep"_s});
    }
    SECTION("the same, told backwards")
    {
        desk.sync({desk.reply(u"$deep"_s, u"$r"_s), desk.reply(u"$r"_s, u"$root"_s)});
        CHECK(desk.mainRows() == QStringList{u"$deep"_s});
        CHECK(desk.threadRows(u"$root"_s) == QStringList{u"$r"_s});
    }
    SECTION("a loop")
    {
        desk.sync({desk.reply(u"$a"_s, u"$b"_s), desk.reply(u"$b"_s, u"$a"_s)});
        CHECK(desk.mainRows() == QStringList{u"$a"_s, u"$b"_s});
    }
    SECTION("its own root")
    {
        desk.sync({desk.reply(u"$self"_s, u"$self"_s)});
        CHECK(desk.mainRows() == QStringList{u"$self"_s});
    }
    SECTION("a root that is an edit, a reaction, or of an unknown relation")
    {
        desk.sync({desk.text(u"$m"_s),
                   PlainRoom::related(desk.text(u"$e"_s), u"m.replace"_s, u"$m"_s),
                   PlainRoom::related(desk.text(u"$x"_s), u"org.x.other"_s, u"$m"_s),
                   desk.reply(u"$on-edit"_s, u"$e"_s), desk.reply(u"$on-other"_s, u"$x"_s)});
        CHECK(desk.mainRows() == QStringList{u"$m"_s, u"$x"_s, u"$on-edit"_s, u"$on-other"_s});
    }
    SECTION("relations that are none")
    {
        for (const char* relation :
             {R"({"rel_type":"m.thread"})", R"({"rel_type":"m.thread","event_id":5})",
              R"({"rel_type":"m.thread","event_id":"no id"})", R"({"rel_type":["m.thread"]})",
              R"({"rel_type":"m.thread","event_id":{"$a":1}})"}) {
            QJsonObject event = desk.text(u"$m%1"_s.arg(qHash(QLatin1StringView(relation))));
            QJsonObject content = event.value("content"_L1).toObject();
            content.insert(u"m.relates_to"_s, QJsonDocument::fromJson(relation).object());
            event.insert(u"content"_s, content);
            desk.sync({event});
        }
        CHECK(desk.mainRows().size() == 5);
    }
    SECTION("a state event")
    {
        QJsonObject topic = PlainRoom::related(
            desk.state(u"m.room.topic"_s, {}, {{u"topic"_s, u"x"_s}}), u"m.thread"_s, u"$root"_s);
        desk.sync({desk.text(u"$root"_s), topic});
        CHECK(desk.item(u"$root"_s).thread.count == 0);
    }
    desk.sync({desk.text(u"$after"_s)});
    CHECK(desk.mainRows().last() == u"$after"_s);
}

TEST_CASE("deleted replies are not counted and stay where they are")
{
    PlainRoom desk;
    desk.sync({desk.text(u"$root"_s), desk.reply(u"$r1"_s, u"$root"_s),
               desk.reply(u"$r2"_s, u"$root"_s)});
    QJsonObject redaction = desk.event(u"m.room.redaction"_s, u"$x"_s, PlainRoom::bob, {});
    redaction.insert(u"redacts"_s, u"$r2"_s);
    desk.sync({redaction});
    CHECK(desk.item(u"$root"_s).thread.count == 1);
    CHECK(desk.item(u"$root"_s).thread.lastEventId == u"$r1"_s);
    CHECK(desk.mainRows() == QStringList{u"$root"_s});
    CHECK(desk.threadRows(u"$root"_s) == QStringList{u"$root"_s, u"$r1"_s, u"$r2"_s});
    desk.sync({desk.reply(u"$r3"_s, u"$root"_s)});
    CHECK(desk.item(u"$root"_s).thread.count == 2);
}

TEST_CASE("a thread that began before what is here is fetched, root and replies")
{
    PlainRoom desk;
    desk.sync({desk.text(u"$old"_s)});
    desk.sync({desk.reply(u"$r9"_s, u"$root"_s), desk.text(u"$now"_s)}, {}, true);
    auto& threads = desk.engine->threads();
    const EventId root(u"$root"_s);
    auto missing = must(threads.missing(PlainRoom::room, root));
    REQUIRE(missing.root);
    REQUIRE(missing.replies);
    CHECK_FALSE(threads.applyRoot(PlainRoom::room, root, toJson(desk.text(u"$other"_s))));
    must(threads.applyRoot(PlainRoom::room, root, toJson(desk.text(u"$root"_s))));
    const QJsonObject page{
        {u"chunk"_s, QJsonArray{desk.reply(u"$r9"_s, u"$root"_s), desk.reply(u"$r1"_s, u"$root"_s),
                                desk.text(u"$stranger"_s), desk.reply(u"$z"_s, u"$else"_s)}}};
    must(threads.applyReplies(PlainRoom::room, root, {}, toJson(page)));
    missing = must(threads.missing(PlainRoom::room, root));
    CHECK_FALSE(missing.root);
    CHECK_FALSE(missing.replies);
    CHECK(desk.threadRows(u"$root"_s) == QStringList{u"$root"_s, u"$r1"_s, u"$r9"_s});
    // What was fetched for the thread is not put anywhere into the conversation.
    CHECK(desk.mainRows() == QStringList{u"$old"_s, u"$now"_s});
    CHECK(desk.item(u"$root"_s).thread.count == 2);
    // Its place comes with the history, and is taken.
    const auto gap = must(desk.engine->backfillFor(PlainRoom::room, {}));
    REQUIRE(gap);
    const QJsonObject history{{u"chunk"_s, QJsonArray{desk.text(u"$root"_s), desk.text(u"$old"_s)}},
                              {u"end"_s, u"e"_s}};
    must(desk.engine->applyBackfill(*gap, toJson(history)));
    CHECK(desk.mainRows() == QStringList{u"$old"_s, u"$root"_s, u"$now"_s});
    CHECK(desk.threadRows(u"$root"_s).size() == 3);
}

TEST_CASE("a reply of ours carries what the specification asks for")
{
    PlainRoom desk;
    desk.sync({desk.text(u"$root"_s), desk.reply(u"$r1"_s, u"$root"_s)});
    const auto contentOf = [&](engine::OutgoingMessage message) {
        message.room = PlainRoom::room;
        message.body = u"moi"_s;
        const TxnId txn = must(desk.engine->enqueue(message)).txn;
        const auto job = must(desk.engine->nextJob(PlainRoom::room));
        const QJsonObject content = QJsonDocument::fromJson(job->request.body).object();
        CHECK_FALSE(desk.mainRows().contains(u"moi"_s));
        must(desk.engine->sent(txn, EventId(u"$sent"_s + txn.toString())));
        return content.value("m.relates_to"_L1).toObject();
    };
    engine::OutgoingMessage message;
    message.threadId = u"$root"_s;
    CHECK(contentOf(message) ==
          QJsonDocument::fromJson(R"({"rel_type":"m.thread","event_id":"$root",
              "is_falling_back":true,"m.in_reply_to":{"event_id":"$r1"}})")
              .object());
    message.replyTo = u"$r1"_s;
    const QJsonObject real = QJsonDocument::fromJson(R"({"rel_type":"m.thread","event_id":"$root",
            "is_falling_back":false,"m.in_reply_to":{"event_id":"$r1"}})")
                                 .object();
    CHECK(contentOf(message) == real);
    message.threadId.clear(); // the answered message says where
    CHECK(contentOf(message) == real);
    const auto refused = [&](const QString& thread) {
        engine::OutgoingMessage wrong;
        wrong.room = PlainRoom::room;
        wrong.body = u"x"_s;
        wrong.threadId = thread;
        const auto answer = desk.engine->enqueue(wrong);
        return answer ? QString() : kindName(answer.error().kind);
    };
    CHECK(refused(u"$r1"_s) == u"invalid"_s);
    CHECK(refused(u"$nowhere"_s) == u"notFound"_s);
    CHECK(refused(u"no id"_s) == u"invalid"_s);
    CHECK(refused({}).isEmpty());
}

TEST_CASE("an open thread is told its changes")
{
    PlainRoom desk;
    desk.sync({desk.text(u"$root"_s), desk.reply(u"$r1"_s, u"$root"_s)});
    const EventId root(u"$root"_s);
    const auto rows = must(desk.engine->threads().open(PlainRoom::room, root, 50));
    CHECK(desk.ids(rows) == QStringList{u"$root"_s, u"$r1"_s});
    const auto told = desk.sync({desk.reply(u"$r2"_s, u"$root"_s)});
    REQUIRE(told.timelines.size() == 1);
    CHECK(told.timelines[0].thread == root);
    CHECK(desk.sync({desk.text(u"$m"_s)}).timelines.empty());
    desk.engine->threads().close(PlainRoom::room, root);
    CHECK(desk.sync({desk.reply(u"$r3"_s, u"$root"_s)}).timelines.empty());
}
