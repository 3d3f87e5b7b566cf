// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rooms/directs.h"
#include "rooms/members.h"
#include "rooms/powerlevels.h"
#include "rooms/roomname.h"
#include "rooms/summary.h"
#include "rooms/unread.h"
#include "unit/rooms/support.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace client;
using namespace client::rooms;
using testing::json;
using testing::state;

namespace {

const UserId own(u"@me:x.fr"_s);
const UserId ann(u"@ann:x.fr"_s);
const UserId bob(u"@bob:x.fr"_s);

Members membersOf(const std::vector<std::pair<QString, QString>>& people)
{
    Members members;
    for (const auto& [user, name] : people) {
        members.set({UserId(user), events::Membership::Join, name, {}});
    }
    return members;
}

} // namespace

TEST_CASE("two people of one name are both shown with their ids")
{
    Members members = membersOf({{u"@ann:x.fr"_s, u"Ann"_s}, {u"@a2:x.fr"_s, u"Ann"_s}});
    CHECK(members.displayName(ann) == "Ann (@ann:x.fr)"_L1);
    members.set({UserId(u"@a2:x.fr"_s), events::Membership::Leave, u"Ann"_s, {}});
    CHECK(members.displayName(ann) == "Ann"_L1);
    // Who has left is still told from the one who is there.
    CHECK(members.displayName(UserId(u"@a2:x.fr"_s)) == "Ann (@a2:x.fr)"_L1);
}

TEST_CASE("names that differ only in hidden characters are the same name")
{
    const Members members =
        membersOf({{u"@ann:x.fr"_s, u"Ann"_s}, {u"@a2:x.fr"_s, u"A\u200Bnn "_s}});
    CHECK(members.displayName(ann) == "Ann (@ann:x.fr)"_L1);
}

TEST_CASE("a name that looks like an id is shown with the true id")
{
    const Members members = membersOf({{u"@bob:x.fr"_s, u"@ann:x.fr"_s}});
    CHECK(members.displayName(bob) == "@ann:x.fr (@bob:x.fr)"_L1);
}

TEST_CASE("unknown people and people without a name are their ids")
{
    const Members members = membersOf({{u"@bob:x.fr"_s, u"\u202E\u200B "_s}});
    CHECK(members.displayName(bob) == "@bob:x.fr"_L1);
    CHECK(members.displayName(ann) == "@ann:x.fr"_L1);
}

TEST_CASE("a room is named by its name, else its alias, else its people")
{
    RoomState room;
    const Members members = membersOf(
        {{u"@me:x.fr"_s, u"Me"_s}, {u"@ann:x.fr"_s, u"Ann"_s}, {u"@bob:x.fr"_s, u"Bob"_s}});
    RoomPeople people{own, {ann, bob}, 3, 0};
    CHECK(roomName(room, members, people).name == "Ann, Bob"_L1);
    people.joined = 12;
    CHECK(roomName(room, members, people).name == "Ann, Bob +9"_L1);
    room.apply(state(u"m.room.canonical_alias"_s, R"({"alias":"#a:x.fr"})"));
    CHECK(roomName(room, members, people).name == "#a:x.fr"_L1);
    room.apply(state(u"m.room.name"_s, R"({"name":"Project"})"));
    CHECK(roomName(room, members, people).name == "Project"_L1);
    room.apply(state(u"m.room.name"_s, R"({"name":""})"));
    CHECK(roomName(room, members, people).name == "#a:x.fr"_L1);
}

TEST_CASE("an empty room has no name but says who was there")
{
    Members members = membersOf({{u"@me:x.fr"_s, u"Me"_s}});
    members.set({ann, events::Membership::Leave, u"Ann"_s, {}});
    const RoomName name = roomName({}, members, {own, {}, 1, 0});
    CHECK(name.name.isEmpty());
    CHECK(name.heroes == QStringList{u"Ann"_s});
}

TEST_CASE("counts of a hostile server make no name of nonsense")
{
    const Members members = membersOf({{u"@me:x.fr"_s, u"Me"_s}, {u"@ann:x.fr"_s, u"Ann"_s}});
    CHECK(roomName({}, members, {own, {ann}, -7, -9}).name == "Ann"_L1);
    const QString large = roomName({}, members, {own, {ann}, 2'147'483'647, 2'147'483'647}).name;
    CHECK(large.startsWith("Ann +"_L1));
}

TEST_CASE("power levels have the specification's defaults")
{
    RoomState room;
    room.apply(state(u"m.room.create"_s, R"({"room_version":"10","creator":"@ann:x.fr"})"));
    PowerLevels levels = PowerLevels::from(room);
    CHECK(levels.of(ann) == 100);
    CHECK(levels.canSendState(bob, u"m.room.name"_s));
    CHECK_FALSE(levels.canKick(bob, ann));
    room.apply(state(u"m.room.power_levels"_s, R"({"users":{"@bob:x.fr":50}})"));
    levels = PowerLevels::from(room);
    CHECK(levels.of(ann) == 0);
    CHECK_FALSE(levels.canSendState(ann, u"m.room.name"_s));
    CHECK(levels.canSend(ann, u"m.room.message"_s));
    CHECK(levels.canKick(bob, ann));
    CHECK(levels.canRedact(ann, ann));
    CHECK_FALSE(levels.canRedact(ann, bob));
    CHECK(levels.canNotifyRoom(bob));
}

TEST_CASE("power levels written as texts or fractions are still numbers")
{
    RoomState room;
    room.apply(state(u"m.room.power_levels"_s,
                     R"({"users":{"@bob:x.fr":" 60 ","@ann:x.fr":1e300,"@c:x.fr":{}},
                         "ban":"55","kick":[],"users_default":2.9})"));
    const PowerLevels levels = PowerLevels::from(room);
    CHECK(levels.of(bob) == 60);
    CHECK(levels.canBan(bob, own));
    CHECK(levels.of(ann) == 9'007'199'254'740'991);
    CHECK(levels.of(UserId(u"@c:x.fr"_s)) == 2);
}

TEST_CASE("makers of a room of version 12 are above every level")
{
    RoomState room;
    room.apply(state(u"m.room.create"_s,
                     R"({"room_version":"12","additional_creators":["@bob:x.fr",5]})"));
    room.apply(
        state(u"m.room.power_levels"_s, R"({"users":{"@c:x.fr":9007199254740991,"@ann:x.fr":0}})"));
    const PowerLevels levels = PowerLevels::from(room);
    CHECK(levels.of(ann) == PowerLevels::infinite);
    CHECK(levels.of(bob) == PowerLevels::infinite);
    CHECK(levels.canKick(ann, UserId(u"@c:x.fr"_s)));
    CHECK_FALSE(levels.canKick(UserId(u"@c:x.fr"_s), ann));
}

TEST_CASE("an upgrade is followed only when both rooms name each other")
{
    RoomState older;
    RoomState newer;
    const RoomId first(u"!a:x.fr"_s);
    const RoomId second(u"!b:x.fr"_s);
    older.apply(state(u"m.room.tombstone"_s, R"({"replacement_room":"!b:x.fr"})"));
    CHECK_FALSE(followsEachOther({first, &older}, {second, &newer}));
    newer.apply(state(u"m.room.create"_s, R"({"predecessor":{"room_id":"!a:x.fr"}})"));
    CHECK(followsEachOther({first, &older}, {second, &newer}));
    CHECK_FALSE(followsEachOther({first, &older}, {first, &older}));
}

TEST_CASE("the encryption of a room never becomes weaker")
{
    const auto first = strictest({}, json(R"({"algorithm":"m.megolm.v1.aes-sha2",
        "rotation_period_msgs":10,"rotation_period_ms":7200000})"));
    CHECK(first.rotationMessages == 10);
    const auto weaker = strictest(first, json(R"({"algorithm":"m.megolm.v1.aes-sha2",
        "rotation_period_msgs":5000,"rotation_period_ms":9000000000})"));
    CHECK(weaker == first);
    // Sending is refused then: the algorithm is none that this program knows.
    CHECK(strictest(first, {}).algorithm.isEmpty());
    CHECK(strictest({}, json(R"({"rotation_period_msgs":5000})")).rotationMessages == 100);
}

TEST_CASE("unread messages are counted after the receipt and after own messages")
{
    const std::vector<UnreadEntry> entries{{EventId(u"$1"_s), ann, true, false},
                                           {EventId(u"$2"_s), ann, true, true},
                                           {EventId(u"$3"_s), ann, false, false},
                                           {EventId(u"$4"_s), ann, true, true}};
    CHECK(countUnread(entries, EventId(), own) == UnreadCount{3, 2, EventId(u"$1"_s)});
    CHECK(countUnread(entries, EventId(u"$2"_s), own) == UnreadCount{1, 1, EventId(u"$4"_s)});
    CHECK(countUnread(entries, EventId(u"$gone"_s), own).unread == 3);
    auto mine = entries;
    mine.push_back({EventId(u"$5"_s), own, false, false});
    CHECK(countUnread(mine, EventId(u"$1"_s), own) == UnreadCount{});
}

TEST_CASE("direct conversations survive malformed account data")
{
    const QJsonObject content = json(
        R"({"@ann:x.fr":["!a:x",5,"nothing"],"@bob:x.fr":["!a:x","!b:x"],"x":["!c:x"],"@c:x":7})");
    const auto directs = parseDirects(content);
    CHECK(directs.size() == 2);
    CHECK(directs.value(RoomId(u"!a:x"_s)) == ann);
    const auto moved = parseDirects(withDirect(content, RoomId(u"!a:x"_s), bob));
    CHECK(moved.value(RoomId(u"!a:x"_s)) == bob);
    CHECK_FALSE(
        parseDirects(withDirect(content, RoomId(u"!a:x"_s), {})).contains(RoomId(u"!a:x"_s)));
}

TEST_CASE("a summary shows no name, topic or message that could break its line")
{
    RoomState room;
    QJsonObject name{{u"name"_s, u"a\nb\u202E"_s + QString(1'000'000, u'x')}};
    events::Event event = state(u"m.room.name"_s, "{}");
    event.content = name;
    room.apply(event);
    event = state(u"m.room.topic"_s, "{}");
    event.content = QJsonObject{{u"topic"_s, QString(1'000'000, u'\n') + u"<img src=x>"_s}};
    room.apply(event);
    room.apply(state(u"m.room.avatar"_s, R"({"url":"http://evil/x.png"})"));
    const Members members = membersOf({{u"@ann:x.fr"_s, u"Ann"_s}});
    SummaryInput input;
    input.room = RoomId(u"!a:x"_s);
    input.state = &room;
    input.members = &members;
    input.people.own = own;
    input.unread = -4;
    input.last = {EventId(u"$1"_s), ann, RoomSummary::LastKind::Text, u"one\ntwo"_s, 5};
    input.typing = {own, ann};
    const RoomSummary summary = summarize(input);
    CHECK(summary.name.startsWith("a bx"_L1));
    CHECK(summary.name.size() <= 128);
    CHECK_FALSE(summary.topic.contains(u'\n'));
    CHECK(summary.avatar.isEmpty());
    CHECK(summary.unread == 0);
    CHECK(summary.lastBody == "one two"_L1);
    CHECK(summary.lastSenderName == "Ann"_L1);
    CHECK(summary.typing == QStringList{u"Ann"_s});
}
