// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/preview.h"
#include "unit/timeline/support.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace client;
using namespace client::timeline;
using namespace testing;
using Kind = TimelineItem::Kind;
using Change = TimelineItem::StateChange;

namespace {

StoredEvent member(const char* id, const UserId& sender, const UserId& target,
                   const QByteArray& content, const QByteArray& before = {})
{
    StoredEvent made = stored(id, sender, "m.room.member", content);
    made.event.stateKey = target.toString();
    if (!before.isEmpty()) {
        made.event.unsignedData.insert(u"prev_content"_s, json(before));
    }
    return made;
}

std::vector<Kind> kinds(const TimelineInput& given)
{
    std::vector<Kind> found;
    for (const TimelineItem& item : buildTimeline(given)) {
        found.push_back(item.kind);
    }
    return found;
}

StoredEvent at(StoredEvent event, Timestamp timestamp)
{
    event.event.originServerTs = timestamp;
    return event;
}

} // namespace

TEST_CASE("an echo and the event that it becomes are one row")
{
    StoredEvent echo = text("", me, "hello");
    echo.txnId = u"t1"_s;
    echo.sendState = TimelineItem::SendState::Sending;
    StoredEvent event = text("$1", me, "hello");
    event.event.unsignedData.insert(u"transaction_id"_s, u"t1"_s);
    const auto before = rows(input({echo}));
    const auto after = rows(input({event}));
    REQUIRE(before.size() == 1);
    REQUIRE(after.size() == 1);
    CHECK(before[0].uid == after[0].uid);
    CHECK(before[0].eventId.isEmpty());
    CHECK(after[0].eventId == "$1"_L1);
}

TEST_CASE("a transaction id on somebody else's event means nothing")
{
    StoredEvent event = text("$1", ann, "hello");
    event.event.unsignedData.insert(u"transaction_id"_s, u"t1"_s);
    CHECK(rows(input({event})).at(0).uid == "$1"_L1);
}

TEST_CASE("one transaction id on two events still gives two rows of different uids")
{
    StoredEvent one = text("$1", me, "a");
    StoredEvent two = text("$2", me, "b");
    one.txnId = two.txnId = u"t1"_s;
    const auto made = rows(input({one, two}));
    REQUIRE(made.size() == 2);
    CHECK(made[0].uid != made[1].uid);
}

TEST_CASE("days are divided in the reader's time zone")
{
    const Timestamp evening = 1'790'029'800'000; // 2026-09-21 22:30 UTC, 00:30 in Paris
    TimelineInput given =
        input({at(text("$1", ann, "a"), evening - 3'600'000), at(text("$2", ann, "b"), evening)});
    CHECK(kinds(given) == std::vector{Kind::DayDivider, Kind::Text, Kind::Text});
    given.zone = QTimeZone("Europe/Paris");
    REQUIRE(given.zone.isValid());
    CHECK(kinds(given) == std::vector{Kind::DayDivider, Kind::Text, Kind::DayDivider, Kind::Text});
}

TEST_CASE("messages of one sender within five minutes make a group")
{
    const auto made = rows(input(
        {at(text("$1", ann, "a"), noon), at(text("$2", ann, "b"), noon + 60'000),
         at(text("$3", ann, "c"), noon + 460'000), at(text("$4", bob, "d"), noon + 460'000)}));
    REQUIRE(made.size() == 4);
    CHECK(made[0].firstOfGroup);
    CHECK_FALSE(made[0].lastOfGroup);
    CHECK_FALSE(made[1].firstOfGroup);
    CHECK(made[1].lastOfGroup);
    CHECK(made[2].firstOfGroup);
    CHECK(made[3].firstOfGroup);
}

TEST_CASE("the unread line stands before the first message of others after the receipt")
{
    TimelineInput given = input({text("$1", ann, "a"), text("$2", me, "b"), text("$3", ann, "c")});
    given.readMarker = EventId(u"$1"_s);
    CHECK(kinds(given) ==
          std::vector{Kind::DayDivider, Kind::Text, Kind::Text, Kind::UnreadDivider, Kind::Text});
    given.readMarker = EventId(u"$3"_s);
    CHECK(kinds(given) == std::vector{Kind::DayDivider, Kind::Text, Kind::Text, Kind::Text});
    given.firstUnread = EventId(u"$1"_s);
    CHECK(kinds(given) ==
          std::vector{Kind::DayDivider, Kind::UnreadDivider, Kind::Text, Kind::Text, Kind::Text});
}

TEST_CASE("gaps and the start of the room are rows, also around hidden events")
{
    StoredEvent hidden = reaction(u"$2"_s, ann, "$1", u"x"_s);
    hidden.gapBefore = true;
    TimelineInput given = input({text("$1", ann, "a"), hidden, text("$3", ann, "b")});
    given.atStart = true;
    CHECK(kinds(given) ==
          std::vector{Kind::Start, Kind::DayDivider, Kind::Text, Kind::Gap, Kind::Text});
    given.events.pop_back();
    CHECK(kinds(given) == std::vector{Kind::Start, Kind::DayDivider, Kind::Text, Kind::Gap});
}

TEST_CASE("a reply quotes the local original and never the fallback")
{
    const StoredEvent reply = stored(
        "$2", bob, "m.room.message",
        R"({"msgtype":"m.text","body":"> <@ann:x.fr> forged\n\nanswer","format":"org.matrix.custom.html",
            "formatted_body":"<mx-reply><blockquote>forged</blockquote></mx-reply><b>answer</b>",
            "m.relates_to":{"m.in_reply_to":{"event_id":"$1"}}})");
    const auto known = rows(input({text("$1", ann, "true\\nwords"), reply}));
    REQUIRE(known.size() == 2);
    CHECK(known[1].body == "answer"_L1);
    CHECK(known[1].html == "<b>answer</b>"_L1);
    CHECK(known[1].replyToId == "$1"_L1);
    CHECK(known[1].replyToName == "ann"_L1);
    CHECK(known[1].replyToBody == "true words"_L1);
    const auto unknown = rows(input({reply}));
    CHECK(unknown.at(0).replyToId == "$1"_L1);
    CHECK(unknown.at(0).replyToBody.isEmpty());
    TimelineInput outside = input({reply});
    outside.originals = {text("$1", ann, "far")};
    CHECK(rows(outside).at(0).replyToBody == "far"_L1);
    outside.originals[0].redacted = true;
    CHECK(rows(outside).at(0).replyToBody.isEmpty());
}

TEST_CASE("quoted lines of a message that is no reply stay")
{
    CHECK(rows(input({text("$1", ann, "> <b> hm\\n\\nyes")})).at(0).body == "> <b> hm\n\nyes"_L1);
}

TEST_CASE("undecryptable events are rows that say why, and undecryptable edits are not")
{
    StoredEvent waiting = sealed(text("$1", ann, "a"));
    waiting.decryption = Decryption::Waiting;
    waiting.reason = u"missingKey"_s;
    StoredEvent editing = sealed(edit("$2", ann, "$1", "b"));
    editing.decryption = Decryption::Pending;
    const auto made = rows(input({waiting, editing}));
    REQUIRE(made.size() == 1);
    CHECK(made[0].kind == Kind::Encrypted);
    CHECK(made[0].encryption == TimelineItem::Encryption::Waiting);
    CHECK(made[0].encryptionReason == "missingKey"_L1);
    CHECK(made[0].body.isEmpty());
}

TEST_CASE("clear text in an encrypted room is marked, an echo and a decrypted event are not")
{
    StoredEvent echo = text("", me, "c");
    echo.txnId = u"t"_s;
    echo.encrypted = true;
    TimelineInput given = input({text("$1", ann, "a"), sealed(text("$2", ann, "b")), echo});
    given.roomEncrypted = true;
    const auto made = rows(given);
    REQUIRE(made.size() == 3);
    CHECK(made[0].trust == "notEncrypted"_L1);
    CHECK(made[1].trust == "ok"_L1);
    CHECK(made[1].encryption == TimelineItem::Encryption::Ok);
    CHECK(made[2].trust == "ok"_L1);
}

TEST_CASE("unknown message types are unsupported with their text, bookkeeping is hidden")
{
    const auto made =
        rows(input({stored("$1", ann, "m.room.message", R"({"msgtype":"x","body":"b"})"),
                    stored("$2", ann, "m.room.message", "{}"),
                    stored("$3", ann, "fr.new.type", R"({"body":5})"),
                    stored("$4", ann, "m.call.candidates", "{}"),
                    stored("$5", ann, "m.key.verification.start", "{}")}));
    REQUIRE(made.size() == 3);
    CHECK(made[0].kind == Kind::Unsupported);
    CHECK(made[0].body == "b"_L1);
    CHECK(made[1].kind == Kind::Unsupported);
    CHECK(made[2].kind == Kind::Unsupported);
}

TEST_CASE("a request to verify is told in our words, not in the other program's")
{
    const auto made = rows(input({stored(
        "$1", ann, "m.room.message",
        R"({"msgtype":"m.key.verification.request","body":"@ann:example.org is requesting …",
            "from_device":"A","methods":["m.sas.v1"],"to":"@own:example.org"})")}));
    REQUIRE(made.size() == 1);
    CHECK(made[0].kind == Kind::State);
    CHECK(made[0].stateChange == TimelineItem::StateChange::VerificationAsked);
    CHECK(made[0].body.isEmpty());
}

TEST_CASE("membership is told by what was before and who did it")
{
    const QByteArray join = R"({"membership":"join","displayname":"B"})";
    const QByteArray leave = R"({"membership":"leave","reason":"bye"})";
    const QByteArray invite = R"({"membership":"invite"})";
    const std::vector<std::pair<StoredEvent, Change>> cases{
        {member("$1", bob, bob, join), Change::Joined},
        {member("$1", bob, bob, join, invite), Change::Joined},
        {member("$1", bob, bob, R"({"membership":"join","displayname":"C"})", join),
         Change::NameChanged},
        {member("$1", bob, bob,
                R"({"membership":"join","displayname":"B","avatar_url":"mxc://x/1"})", join),
         Change::AvatarChanged},
        {member("$1", bob, bob, leave, join), Change::Left},
        {member("$1", ann, bob, leave, join), Change::Kicked},
        {member("$1", bob, bob, leave, invite), Change::InviteRefused},
        {member("$1", ann, bob, leave, invite), Change::InviteWithdrawn},
        {member("$1", ann, bob, leave, R"({"membership":"ban"})"), Change::Unbanned},
        {member("$1", ann, bob, R"({"membership":"ban"})", join), Change::Banned},
        {member("$1", ann, bob, invite), Change::Invited},
        {member("$1", bob, bob, R"({"membership":"knock"})"), Change::Knocked}};
    for (const auto& [event, change] : cases) {
        const auto made = rows(input({event}));
        REQUIRE(made.size() == 1);
        CHECK(made[0].stateChange == change);
        CHECK(made[0].stateTarget == "bob"_L1);
    }
    CHECK(rows(input({member("$1", bob, bob, leave, join)})).at(0).stateValue == "bye"_L1);
}

TEST_CASE("state events that change nothing to see give no row")
{
    const QByteArray join = R"({"membership":"join","displayname":"B"})";
    StoredEvent name = stored("$2", ann, "m.room.name", R"({"name":"n"})");
    name.event.stateKey = u""_s;
    name.event.unsignedData.insert(u"prev_content"_s, json(R"({"name":"n"})"));
    StoredEvent other = stored("$3", ann, "im.vector.modular.widgets", "{}");
    other.event.stateKey = u"w"_s;
    StoredEvent broken = member("$4", ann, UserId(u"nobody"_s), join);
    CHECK(rows(input({member("$1", bob, bob, join, join), name, other, broken})).empty());
}

TEST_CASE("who has read an own message is counted from receipts here and later")
{
    TimelineInput given = input({text("$1", me, "a"), text("$2", me, "b"),
                                 reaction(u"$3"_s, me, "$1", u"x"_s), text("$4", ann, "c")});
    given.receipts = {{ann, EventId(u"$3"_s)},
                      {bob, EventId(u"$1"_s)},
                      {me, EventId(u"$4"_s)},
                      {UserId(u"@c:x.fr"_s), EventId(u"$old"_s)}};
    const auto made = rows(given);
    REQUIRE(made.size() == 3);
    CHECK(made[0].readBy == 2);
    CHECK(made[1].readBy == 1);
    CHECK(made[2].readBy == 0);
}

TEST_CASE("a file is described without the dangers of its name")
{
    const StoredEvent file = stored(
        "$1", ann, "m.room.message",
        R"({"msgtype":"m.file","body":"../../x\u202Egnp.exe","url":"mxc://x/1","info":{"size":-3}})");
    const auto made = rows(input({file}));
    CHECK(made.at(0).file.name == "xgnp.exe"_L1);
    CHECK(made.at(0).body == "xgnp.exe"_L1);
    CHECK(made.at(0).file.size == -1);
    CHECK_FALSE(made.at(0).file.encrypted);
}

TEST_CASE("a preview is one line and knows what it is about")
{
    const auto made = rows(input({text("$1", ann, "one\\ntwo")}));
    const rooms::LastEvent last = lastMessagePreview(made.at(0));
    CHECK(last.kind == rooms::RoomSummary::LastKind::Text);
    CHECK(last.body == "one two"_L1);
    CHECK(isPreview(made.at(0)));
    TimelineItem divider;
    divider.kind = Kind::DayDivider;
    CHECK_FALSE(isPreview(divider));
}
