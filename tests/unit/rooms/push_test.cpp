// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rooms/pushcondition.h"
#include "rooms/pushevaluator.h"
#include "rooms/pushpattern.h"
#include "unit/rooms/support.h"

#include <QElapsedTimer>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace client;
using namespace client::rooms;
using testing::event;
using testing::json;

namespace {

const UserId own(u"@me:x.fr"_s);

PushContext context(int joined = 5)
{
    return {RoomId(u"!a:x.fr"_s), u"Mé Martin"_s, joined, nullptr};
}

PushVerdict judged(const QByteArray& content, int joined = 5)
{
    return PushEvaluator({}, own).evaluate(event(u"m.room.message"_s, content), context(joined));
}

} // namespace

TEST_CASE("without rules of the account the predefined ones hold")
{
    const PushVerdict plain = judged(R"({"msgtype":"m.text","body":"hello"})");
    CHECK(plain.rule == ".m.rule.message"_L1);
    CHECK(plain.notify);
    CHECK(plain.sound.isEmpty());
    CHECK(judged(R"({"msgtype":"m.text","body":"hello"})", 2).sound == "default"_L1);
    CHECK_FALSE(judged(R"({"msgtype":"m.notice","body":"hello"})").notify);
    const auto encrypted =
        PushEvaluator({}, own).evaluate(event(u"m.room.encrypted"_s, "{}"), context());
    CHECK(encrypted.rule == ".m.rule.encrypted"_L1);
}

TEST_CASE("a mention highlights by its list and a mere name does not when there is a list")
{
    CHECK(judged(R"({"msgtype":"m.text","body":"x","m.mentions":{"user_ids":["@me:x.fr"]}})")
              .highlight);
    CHECK_FALSE(judged(R"({"msgtype":"m.text","body":"Mé Martin","m.mentions":{}})").highlight);
    CHECK(judged(R"({"msgtype":"m.text","body":"hi mé martin!"})").highlight);
    CHECK(judged(R"({"msgtype":"m.text","body":"me: look"})").rule ==
          ".m.rule.contains_user_name"_L1);
    CHECK_FALSE(judged(R"({"msgtype":"m.text","body":"some"})").highlight);
}

TEST_CASE("the whole room is called only by who may")
{
    RoomState room;
    room.apply(testing::state(u"m.room.power_levels"_s, R"({"users":{"@ann:x.fr":50}})"));
    const PowerLevels levels = PowerLevels::from(room);
    PushContext around = context();
    around.powerLevels = &levels;
    const PushEvaluator rules({}, own);
    const QByteArray content = R"({"msgtype":"m.text","body":"x","m.mentions":{"room":true}})";
    CHECK(rules.evaluate(event(u"m.room.message"_s, content), around).highlight);
    CHECK_FALSE(
        rules.evaluate(event(u"m.room.message"_s, content, u"@bob:x.fr"_s), around).highlight);
}

TEST_CASE("own events, reactions and edits do not notify")
{
    const PushEvaluator rules({}, own);
    CHECK_FALSE(
        rules.evaluate(event(u"m.room.message"_s, R"({"body":"x"})", u"@me:x.fr"_s), context())
            .notify);
    CHECK_FALSE(rules.evaluate(event(u"m.reaction"_s, "{}"), context()).notify);
    CHECK_FALSE(
        judged(R"({"msgtype":"m.text","body":"* x","m.relates_to":{"rel_type":"m.replace"}})")
            .notify);
}

TEST_CASE("an invitation of one's own sounds and other people's membership is silent")
{
    const PushEvaluator rules({}, own);
    const auto mine =
        testing::state(u"m.room.member"_s, R"({"membership":"invite"})", u"@me:x.fr"_s);
    CHECK(rules.evaluate(mine, context()).notify);
    const auto other =
        testing::state(u"m.room.member"_s, R"({"membership":"invite"})", u"@b:x.fr"_s);
    CHECK_FALSE(rules.evaluate(other, context()).notify);
}

TEST_CASE("rules of the account come before the predefined ones that its server lacks")
{
    const PushEvaluator rules(json(R"({"global":{
        "override":[{"rule_id":"mine","enabled":true,"actions":["notify",{"set_tweak":"highlight"}],
          "conditions":[{"kind":"event_match","key":"content.body","pattern":"urg*nt"}]}],
        "room":[{"rule_id":"!a:x.fr","enabled":true,"actions":[]}],
        "content":"nonsense","sender":[5,{}]}})"),
                              own);
    CHECK(
        rules.evaluate(event(u"m.room.message"_s, R"({"body":"very urgent!"})"), context()).rule ==
        "mine"_L1);
    CHECK_FALSE(rules.evaluate(event(u"m.room.message"_s, R"({"body":"calm"})"), context()).notify);
    PushContext elsewhere = context();
    elsewhere.room = RoomId(u"!b:x.fr"_s);
    CHECK(rules.evaluate(event(u"m.room.message"_s, R"({"body":"calm"})"), elsewhere).notify);
}

TEST_CASE("the master rule silences everything")
{
    const PushEvaluator rules(json(R"({"global":{"override":[
        {"rule_id":".m.rule.master","enabled":true,"conditions":[],"actions":[]}]}})"),
                              own);
    CHECK_FALSE(rules.evaluate(event(u"m.room.message"_s, R"({"body":"x"})"), context()).notify);
}

TEST_CASE("conditions compare properties with their types")
{
    const auto subject = event(u"t"_s, R"({"a.b":{"c":[1,"x",true]},"n":5,"t":"5","z":null})");
    const auto met = [&](const QByteArray& condition) {
        return isMet(json(condition), subject, context(3));
    };
    CHECK(met(R"({"kind":"event_property_is","key":"content.n","value":5})"));
    CHECK_FALSE(met(R"({"kind":"event_property_is","key":"content.t","value":5})"));
    CHECK(met(R"({"kind":"event_property_is","key":"content.z","value":null})"));
    CHECK(met(R"({"kind":"event_property_contains","key":"content.a\\.b.c","value":true})"));
    CHECK_FALSE(met(R"({"kind":"event_property_contains","key":"content.n","value":5})"));
    CHECK_FALSE(met(R"({"kind":"event_match","key":"content.n","pattern":"5"})"));
    CHECK(met(R"({"kind":"room_member_count","is":"3"})"));
    CHECK(met(R"({"kind":"room_member_count","is":"<=3"})"));
    CHECK_FALSE(met(R"({"kind":"room_member_count","is":">3"})"));
    CHECK_FALSE(met(R"({"kind":"room_member_count","is":"=>3"})"));
    CHECK_FALSE(met(R"({"kind":"org.new"})"));
}

TEST_CASE("patterns cover words in the body and the whole of other values")
{
    CHECK(globMatches(u"cake*lie"_s, u"the CAKE is a lie, really"_s, GlobScope::Words));
    CHECK_FALSE(globMatches(u"cake"_s, u"cupcake"_s, GlobScope::Words));
    CHECK_FALSE(globMatches(u"cake"_s, u"a cake"_s, GlobScope::Whole));
    CHECK(globMatches(u"m.room.*"_s, u"m.room.message"_s, GlobScope::Whole));
    CHECK(globMatches(u"l?on"_s, u"un lion"_s, GlobScope::Words));
    CHECK(globMatches(u""_s, u""_s, GlobScope::Whole));
    CHECK_FALSE(globMatches(u""_s, u"a b"_s, GlobScope::Words));
    CHECK(containsWords(u"bonjour A*b !"_s, u"a*B"_s));
    CHECK_FALSE(containsWords(u"bonjour Axb !"_s, u"a*B"_s));
}

TEST_CASE("a pattern made to be slow is not slow")
{
    QElapsedTimer timer;
    timer.start();
    CHECK_FALSE(
        globMatches(u"a*"_s.repeated(120) + u"b"_s, QString(1'000'000, u'a'), GlobScope::Words));
    CHECK(timer.elapsed() < 2000);
}
