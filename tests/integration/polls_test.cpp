// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Polls over a real store: whose votes count, until when, and what is refused.

#include "events/poll.h"
#include "support/plainroom.h"

#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>

#include <chrono>

using namespace client;
using namespace testing;

namespace {

const UserId carl(u"@carl:x.fr"_s);

struct Polled : PlainRoom {
    Polled() { ask(u"$poll"_s, 2, true); }

    void ask(const QString& id, int most, bool disclosed)
    {
        events::Poll poll{u"Quand ?"_s,
                          {{u"a"_s, u"lundi"_s}, {u"b"_s, u"mardi"_s}, {u"c"_s, u"jeudi"_s}},
                          most,
                          disclosed};
        sync({event(u"org.matrix.msc3381.poll.start"_s, id, bob, events::pollContent(poll))});
    }

    QJsonObject vote(const QString& id, const UserId& sender, const QStringList& answers,
                     const QString& poll = u"$poll"_s)
    {
        return related(
            event(u"org.matrix.msc3381.poll.response"_s, id, sender, events::voteContent(answers)),
            u"m.reference"_s, poll);
    }

    QJsonObject end(const QString& id, const UserId& sender)
    {
        return related(
            event(u"org.matrix.msc3381.poll.end"_s, id, sender, events::pollEndContent(u"fin"_s)),
            u"m.reference"_s, u"$poll"_s);
    }

    static QJsonObject at(QJsonObject event, qint64 ts)
    {
        event.insert(u"origin_server_ts"_s, ts);
        return event;
    }

    std::vector<int> votes(const QString& poll = u"$poll"_s)
    {
        std::vector<int> counts;
        for (const timeline::PollChoice& choice : item(poll).poll.answers) {
            counts.push_back(choice.votes);
        }
        return counts;
    }

    //! As a caller sees it while the own vote is on its way.
    std::vector<int> votesOnTheWay()
    {
        std::vector<int> counts;
        for (const auto& row : must(engine->page(room, 100, {})).items) {
            for (const timeline::PollChoice& choice : row.poll.answers) {
                counts.push_back(choice.votes);
            }
        }
        return counts;
    }

    QString refusal(engine::OutgoingMessage::Kind kind, const QString& target,
                    const QStringList& answers = {})
    {
        engine::OutgoingMessage message;
        message.kind = kind;
        message.room = room;
        message.target = target;
        message.answers = answers;
        const auto answer = engine->enqueue(message);
        return answer ? QString() : kindName(answer.error().kind);
    }
};

using Counts = std::vector<int>;
using Kind = engine::OutgoingMessage::Kind;

} // namespace

TEST_CASE("of each person the latest vote counts, once, and only for what is asked")
{
    Polled desk;
    REQUIRE(desk.item(u"$poll"_s).kind == timeline::TimelineItem::Kind::Poll);
    desk.sync({desk.vote(u"$v1"_s, carl, {u"a"_s}), desk.vote(u"$v2"_s, carl, {u"b"_s}),
               desk.vote(u"$v3"_s, PlainRoom::bob, {u"b"_s, u"b"_s, u"b"_s})});
    CHECK(desk.votes() == Counts{0, 2, 0});
    CHECK(desk.item(u"$poll"_s).poll.voters == 2);
    desk.sync({desk.vote(u"$v4"_s, carl, {u"nothing"_s})}); // takes the earlier one back
    CHECK(desk.votes() == Counts{0, 1, 0});
    desk.sync({desk.vote(u"$v5"_s, carl, {u"x"_s, u"c"_s, u"a"_s, u"b"_s})}); // one too many
    CHECK(desk.votes() == Counts{1, 1, 1});
    desk.sync({desk.vote(u"$v6"_s, carl, {})});
    CHECK(desk.votes() == Counts{0, 1, 0});
    desk.sync({desk.vote(u"$v7"_s, carl, {u"a"_s}, u"$other"_s)}); // of no poll
    CHECK(desk.votes() == Counts{0, 1, 0});
    CHECK(desk.mainRows() == QStringList{u"$poll"_s});
    desk.sync({desk.text(u"$after"_s)});
    CHECK(desk.mainRows() == QStringList{u"$poll"_s, u"$after"_s});
}

TEST_CASE("a vote older than another one that is here does not replace it")
{
    Polled desk;
    const qint64 later = 1'800'000'000'000;
    desk.sync({Polled::at(desk.vote(u"$v1"_s, carl, {u"a"_s}), later),
               Polled::at(desk.vote(u"$v2"_s, carl, {u"b"_s}), later - 1)});
    CHECK(desk.votes() == Counts{1, 0, 0});
    desk.sync({desk.text(u"$after"_s)});
    CHECK(desk.mainRows().last() == u"$after"_s);
}

TEST_CASE("a poll ends when its maker, or who may delete messages, says so")
{
    Polled desk;
    desk.sync({desk.vote(u"$v1"_s, PlainRoom::bob, {u"a"_s}), desk.end(u"$e1"_s, carl)});
    CHECK_FALSE(desk.item(u"$poll"_s).poll.closed);
    SECTION("its maker")
    {
        desk.sync({desk.end(u"$e2"_s, PlainRoom::bob)});
    }
    SECTION("a moderator")
    {
        desk.sync({desk.state(u"m.room.power_levels"_s, {},
                              {{u"users"_s, QJsonObject{{carl.toString(), 50}}}})});
    }
    CHECK(desk.item(u"$poll"_s).poll.closed);
    desk.sync({desk.vote(u"$v2"_s, UserId(u"@late:x.fr"_s), {u"b"_s})});
    CHECK(desk.votes() == Counts{1, 0, 0});
    CHECK(desk.refusal(Kind::Vote, u"$poll"_s, {u"a"_s}) == u"invalid"_s);
    desk.sync({desk.text(u"$after"_s)});
    CHECK(desk.mainRows().last() == u"$after"_s);
}

TEST_CASE("deleted votes and ends count no more")
{
    Polled desk;
    const auto take = [&](const QString& target) {
        QJsonObject redaction =
            desk.event(u"m.room.redaction"_s, u"$x"_s + target.mid(1), PlainRoom::bob, {});
        redaction.insert(u"redacts"_s, target);
        desk.sync({redaction});
    };
    desk.sync({desk.vote(u"$v1"_s, carl, {u"a"_s}), desk.end(u"$e"_s, PlainRoom::bob)});
    take(u"$v1"_s);
    CHECK(desk.votes() == Counts{0, 0, 0});
    take(u"$e"_s);
    CHECK_FALSE(desk.item(u"$poll"_s).poll.closed);
    take(u"$poll"_s);
    CHECK(desk.item(u"$poll"_s).kind == timeline::TimelineItem::Kind::Redacted);
}

TEST_CASE("what counts so far is not told where the poll hides it")
{
    Polled desk;
    desk.ask(u"$hidden"_s, 1, false);
    desk.sync({desk.vote(u"$v1"_s, carl, {u"a"_s}, u"$hidden"_s),
               desk.vote(u"$own"_s, PlainRoom::ann, {u"c"_s}, u"$hidden"_s)});
    CHECK(desk.votes(u"$hidden"_s) == Counts{0, 0, 0});
    const auto poll = desk.item(u"$hidden"_s).poll;
    CHECK_FALSE(poll.shown);
    CHECK(poll.answers[2].mine);
    CHECK(poll.voters == 2);
}

TEST_CASE("what a poll does not offer is not voted for, and others' polls are not ended")
{
    Polled desk;
    desk.sync({desk.text(u"$text"_s)});
    CHECK(desk.refusal(Kind::Vote, u"$poll"_s, {u"z"_s}) == u"invalid"_s);
    CHECK(desk.refusal(Kind::Vote, u"$poll"_s, {u"a"_s, u"b"_s, u"c"_s}) == u"invalid"_s);
    CHECK(desk.refusal(Kind::Vote, u"$poll"_s, {u"a"_s, u"a"_s}) == u"invalid"_s);
    CHECK(desk.refusal(Kind::Vote, u"$text"_s, {u"a"_s}) == u"invalid"_s);
    CHECK(desk.refusal(Kind::Vote, u"$nowhere"_s, {u"a"_s}) == u"notFound"_s);
    CHECK(desk.refusal(Kind::PollEnd, u"$poll"_s) == u"forbidden"_s);
    CHECK(desk.refusal(Kind::Vote, u"$poll"_s, {u"a"_s, u"b"_s}).isEmpty());
    CHECK(desk.votesOnTheWay() == Counts{1, 1, 0}); // as soon as it is said
    CHECK(desk.refusal(Kind::Vote, u"$poll"_s).isEmpty());
    CHECK(desk.votesOnTheWay() == Counts{0, 0, 0});
}

TEST_CASE("ten thousand votes are counted in a moment")
{
    Polled desk;
    QJsonArray votes;
    for (int i = 0; i < 10'000; ++i) {
        votes.append(desk.vote(u"$v%1"_s.arg(i), UserId(u"@p%1:x.fr"_s.arg(i % 5'000)),
                               {i % 3 == 0 ? u"a"_s : u"b"_s}));
    }
    desk.sync(votes);
    const auto begin = std::chrono::steady_clock::now();
    const auto poll = desk.item(u"$poll"_s).poll;
    const auto took = std::chrono::steady_clock::now() - begin;
    INFO(std::chrono::duration_cast<std::chrono::milliseconds>(took).count() << " ms");
    CHECK(poll.voters == 5'000);
    CHECK(poll.answers[0].votes + poll.answers[1].votes == 5'000);
    CHECK(took < std::chrono::seconds(5));
    desk.sync({desk.text(u"$after"_s)});
    CHECK(desk.mainRows() == QStringList{u"$poll"_s, u"$after"_s});
}

TEST_CASE("a poll without a question or without answers is not shown as one")
{
    PlainRoom desk;
    int number = 0;
    for (const char* start :
         {R"({})", R"({"question":{"body":"q"}})", R"({"question":{"body":"q"},"answers":[]})",
          R"({"question":{"body":" "},"answers":[{"id":"a","org.matrix.msc1767.text":"x"}]})",
          R"({"question":{"body":"q"},"answers":[{"id":"","org.matrix.msc1767.text":"x"}]})",
          R"({"question":{"body":"q"},"answers":[{"id":"a"}, 5, null, [], {"id":7}]})",
          R"({"question":"q","answers":"x"})"}) {
        const QString id = u"$p%1"_s.arg(++number);
        desk.sync({desk.event(
            u"org.matrix.msc3381.poll.start"_s, id, PlainRoom::bob,
            {{u"org.matrix.msc3381.poll.start"_s, QJsonDocument::fromJson(start).object()}})});
        CHECK(desk.item(id).kind == timeline::TimelineItem::Kind::Unsupported);
    }
    desk.sync({desk.text(u"$after"_s)});
    CHECK(desk.mainRows().last() == u"$after"_s);
}

TEST_CASE("the form in which the proposal ended is read, too")
{
    PlainRoom desk;
    const auto json = [](const char* text) { return QJsonDocument::fromJson(text).object(); };
    desk.sync({desk.event(u"m.poll.start"_s, u"$p"_s, PlainRoom::bob, json(R"({
        "m.text":[{"body":"Quand ?"}],
        "m.poll":{"kind":"m.disclosed","max_selections":1,
          "question":{"m.text":[{"mimetype":"text/html","body":"<b>Quand</b>"},{"body":"Quand ?"}]},
          "answers":[{"m.id":"a","m.text":[{"body":"lundi"}]},
                     {"m.id":"b","m.text":[{"body":"mardi"}]}]}})"))});
    desk.sync({PlainRoom::related(
        desk.event(u"m.poll.response"_s, u"$v"_s, carl, json(R"({"m.selections":["b"]})")),
        u"m.reference"_s, u"$p"_s)});
    const auto poll = desk.item(u"$p"_s).poll;
    CHECK(poll.question == u"Quand ?"_s);
    CHECK(poll.disclosed);
    REQUIRE(poll.answers.size() == 2);
    CHECK(poll.answers[1].text == u"mardi"_s);
    CHECK(poll.answers[1].votes == 1);
}
