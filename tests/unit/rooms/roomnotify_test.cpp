// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the push rules say of a room, and how a person's wish becomes rules.
#include "rooms/roomnotify.h"
#include "rooms/summary.h"

#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace client;
using namespace client::rooms;
using Notify = RoomSummary::Notify;

namespace {

const RoomId room(u"!a:x.fr"_s);

QJsonObject rules(const char* global)
{
    return {{u"global"_s, QJsonDocument::fromJson(global).object()}};
}

const auto muted = R"({"override":[{"rule_id":"!a:x.fr","enabled":true,"actions":[],
    "conditions":[{"kind":"event_match","key":"room_id","pattern":"!a:x.fr"}]}]})";
const auto mutedElsewhere = R"({"override":[{"rule_id":"other","actions":["dont_notify"],
    "conditions":[{"kind":"event_property_is","key":"room_id","value":"!a:x.fr"}]}]})";
const auto mentions = R"({"room":[{"rule_id":"!a:x.fr","enabled":true,"actions":[]}]})";
const auto everything = R"({"room":[{"rule_id":"!a:x.fr","actions":["notify"]}]})";

//! The rules as they are once the server has done what it was asked.
QJsonObject after(const QJsonObject& pushRules, const std::vector<RuleChange>& changes)
{
    QJsonObject global = pushRules.value("global"_L1).toObject();
    for (const RuleChange& change : changes) {
        QJsonArray kept;
        const QJsonArray all = global.value(change.kind).toArray();
        for (const QJsonValue& rule : all) {
            if (rule.toObject().value("rule_id"_L1) != change.id) {
                kept.append(rule);
            }
        }
        if (!change.rule.isEmpty()) {
            QJsonObject rule = change.rule;
            rule.insert(u"rule_id"_s, change.id);
            rule.insert(u"enabled"_s, true);
            kept.prepend(rule);
        }
        global.insert(change.kind, kept);
    }
    return {{u"global"_s, global}};
}

} // namespace

TEST_CASE("rules for a room are read, also those that other programs made")
{
    CHECK(roomNotifies(rules(muted)).value(room) == Notify::Mute);
    CHECK(roomNotifies(rules(mutedElsewhere)).value(room) == Notify::Mute);
    CHECK(roomNotifies(rules(mentions)).value(room) == Notify::Mentions);
    CHECK(roomNotifies(rules(everything)).value(room) == Notify::All);
    CHECK(roomNotifies({}).isEmpty());
}

TEST_CASE("a rule that is off, or about more than the room, says nothing of it")
{
    CHECK(roomNotifies(rules(R"({"room":[{"rule_id":"!a:x.fr","enabled":false,"actions":[]}]})"))
              .isEmpty());
    CHECK(roomNotifies(rules(R"({"override":[{"rule_id":"x","actions":[],"conditions":[
        {"kind":"event_match","key":"room_id","pattern":"!a:x.fr"},
        {"kind":"event_match","key":"type","pattern":"m.room.member"}]}]})"))
              .isEmpty());
    for (const auto* hostile :
         {R"({"room":7,"override":{"a":1}})", R"({"room":[null,7,[],{"rule_id":9}]})",
          R"({"override":[{"rule_id":"x","conditions":"y"},{"conditions":[4]}]})"}) {
        CHECK(roomNotifies(rules(hostile)).isEmpty());
    }
}

TEST_CASE("every wish is reached from every state, and asked for once")
{
    for (const auto* begin : {muted, mutedElsewhere, mentions, everything, "{}"}) {
        for (const auto wish : {Notify::Default, Notify::All, Notify::Mentions, Notify::Mute}) {
            const auto now = after(rules(begin), ruleChanges(rules(begin), room, wish));
            INFO(begin << " " << int(wish));
            CHECK(roomNotifies(now).value(room) == wish);
            CHECK(ruleChanges(now, room, wish).empty());
        }
    }
}

TEST_CASE("other rooms' rules and the server's own are let alone")
{
    const auto others = rules(R"({"room":[{"rule_id":"!b:x.fr","actions":[]}],"override":[
        {"rule_id":".m.rule.master","enabled":false,"actions":[],"conditions":[]}]})");
    CHECK(ruleChanges(others, room, Notify::Default).empty());
    for (const auto& change : ruleChanges(others, room, Notify::Mute)) {
        CHECK(change.id == room.toString());
    }
}

TEST_CASE("the room's tags: a favourite is one, whatever else it is")
{
    const auto tags = [](const char* text) {
        return tagOf({{u"tags"_s, QJsonDocument::fromJson(text).object()}});
    };
    CHECK(tags(R"({"m.favourite":{"order":0.1}})") == RoomSummary::Tag::Favourite);
    CHECK(tags(R"({"m.lowpriority":{},"m.favourite":{}})") == RoomSummary::Tag::Favourite);
    CHECK(tags(R"({"m.lowpriority":"odd"})") == RoomSummary::Tag::LowPriority);
    CHECK(tags(R"({"u.mine":{}})") == RoomSummary::Tag::None);
    CHECK(tagOf({{u"tags"_s, 7}}) == RoomSummary::Tag::None);
}
