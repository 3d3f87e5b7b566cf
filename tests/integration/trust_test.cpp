// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The mark beside a message says what is known now, not what was known when it came.

#include "support/screenroom.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;
using timeline::TimelineItem;
using Kind = TimelineItem::Kind;

namespace {

const UserId carol(u"@c:x.fr"_s);

//! What the open window was told of one message since the last time; nothing: it was not.
std::optional<TimelineItem> told(Screen& desk, const QString& id)
{
    std::optional<TimelineItem> last;
    for (const auto& change : desk.take().timelines) {
        for (const auto& op : change.diff.ops) {
            if (const auto* update = std::get_if<ListDiff<TimelineItem>::Update>(&op)) {
                last = update->item.eventId == id ? update->item : last;
            }
        }
    }
    return last;
}

QString toldMark(Screen& desk, const QString& id)
{
    const auto item = told(desk, id);
    return item ? item->trust : u"nothing"_s;
}

void newIdentity(ScreenRoom& all)
{
    makeIdentity(all.bob1, all.server);
    all.rest();
}

void verify(ScreenRoom& all)
{
    auto& jobs = all.desk.engine->encryption();
    QString flow;
    const auto desk = [&](auto act) { all.desk.note(must(jobs.verify(act))), all.rest(); };
    const auto peer = [&](auto act) {
        use(all.bob1, [&](MachineParts& parts) {
            std::vector<crypto::VerificationView> changed;
            return act(parts.verifications, changed);
        });
        all.rest();
    };
    desk([&](auto& v, auto& c) { flow = v.request(bob, DeviceId(u"B1"_s), {}, c); });
    peer([&](auto& v, auto& c) { return v.accept(flow, c); });
    desk([&](auto& v, auto& c) { v.startSas(flow, c); });
    peer([&](auto& v, auto& c) { return v.confirm(flow, c); });
    desk([&](auto& v, auto& c) { v.confirm(flow, c); });
    REQUIRE(must(jobs.identity(bob)).verified);
}

//! A device of Bob whose keys nobody has been told of, and a message under its key.
struct Hidden {
    Peer device;
    events::Event event;
    QJsonObject key;
    std::map<QString, ModelServer::Device>::node_type node;
    std::vector<QJsonObject> inbox; //!< what it sent to Alice

    Hidden(ScreenRoom& all, const UserId& claimed)
        : device(all.server, bob.toString(), u"B2"_s, all.clock)
    {
        all.join(device);
        event = all.write(device, u"$late"_s);
        event.sender = claimed;
        key = keyOf(device, sessionOf(event));
        node = all.server.users[bob.toString()].extract(u"B2"_s);
        inbox = std::exchange(all.server.users[alice.toString()][u"A1"_s].inbox, {});
    }

    void show(ScreenRoom& all)
    {
        all.server.users[bob.toString()].insert(std::move(node));
        all.server.changedUsers.append(bob.toString());
    }
};

} // namespace

TEST_CASE("E51: the mark of a message already shown follows devices and identities")
{
    ScreenRoom all;
    Screen& desk = all.desk;
    auto& jobs = desk.engine->encryption();
    must(desk.engine->openRoom(room, 50));
    all.arrive(all.bob1, u"$1"_s);
    CHECK(desk.item(u"$1"_s).trust == u"ok"_s); // an identity that never changed
    desk.take();

    newIdentity(all);
    CHECK(toldMark(desk, u"$1"_s) == u"unverified"_s); // changed, nobody had verified it
    desk.note(must(jobs.acknowledge(bob)));
    CHECK(toldMark(desk, u"$1"_s) == u"ok"_s);

    verify(all);
    CHECK(desk.item(u"$1"_s).trust == u"ok"_s);
    desk.take();
    newIdentity(all);
    CHECK(toldMark(desk, u"$1"_s) == u"identityChanged"_s); // verified before: red
    desk.open();
    must(desk.engine->openRoom(room, 50));
    CHECK(desk.item(u"$1"_s).trust == u"identityChanged"_s); // over a restart too
    auto& again = desk.engine->encryption();
    desk.note(must(again.acknowledge(bob)));
    CHECK(toldMark(desk, u"$1"_s) == u"ok"_s);

    desk.note(must(again.blockDevice(bob, DeviceId(u"B1"_s), true)));
    CHECK(toldMark(desk, u"$1"_s) == u"unverified"_s);
    desk.note(must(again.blockDevice(bob, DeviceId(u"B1"_s), false)));
    CHECK(toldMark(desk, u"$1"_s) == u"ok"_s);

    all.server.users[bob.toString()].erase(u"B1"_s);
    all.server.changedUsers.append(bob.toString());
    desk.rest();
    CHECK(toldMark(desk, u"$1"_s) == u"unknownDevice"_s);
}

TEST_CASE("E51: a device that nobody signed, and that is signed later")
{
    ScreenRoom all;
    Peer bob2(all.server, bob.toString(), u"B2"_s, all.clock);
    all.join(bob2);
    all.others.push_back(&bob2);
    all.rest();
    must(all.desk.engine->openRoom(room, 50));
    all.arrive(bob2, u"$1"_s);
    CHECK(all.desk.item(u"$1"_s).trust == u"unsignedDevice"_s);
    all.desk.take();
    use(all.bob1, [](MachineParts& p) { return p.identities.signDevice(DeviceId(u"B2"_s)); });
    all.rest();
    CHECK(toldMark(all.desk, u"$1"_s) == u"ok"_s);
}

TEST_CASE("E51: keys out of a backup and clear words are marked, whoever is verified")
{
    ScreenRoom all;
    verify(all);
    all.desk.makeBackup();
    auto event = all.write(all.bob1, u"$1"_s);
    const QJsonObject key = keyOf(all.bob1, sessionOf(event));
    all.bob1.pump();
    all.server.users[alice.toString()][u"A1"_s].inbox.clear();
    QJsonObject clear = Screen::wire(event);
    clear.insert(u"event_id"_s, u"$2"_s);
    clear.insert(u"type"_s, u"m.room.message"_s);
    clear.insert(u"content"_s, QJsonObject{{u"msgtype"_s, u"m.text"_s}, {u"body"_s, u"a"_s}});
    all.desk.sync({Screen::wire(event), clear});
    CHECK(all.desk.item(u"$1"_s).kind == Kind::Encrypted);
    all.desk.restore(key);
    CHECK(all.desk.item(u"$1"_s).body == u"secret"_s);
    CHECK(all.desk.item(u"$1"_s).trust == u"forwarded"_s);
    CHECK(all.desk.item(u"$2"_s).trust == u"notEncrypted"_s);
}

TEST_CASE("E25: a message of a device that is not known yet gets its mark when it is")
{
    ScreenRoom all;
    must(all.desk.engine->openRoom(room, 50));
    Peer bob2(all.server, bob.toString(), u"B2"_s, all.clock);
    all.join(bob2);
    bob2.pump();
    all.others.push_back(&bob2);
    all.server.changedUsers.append(bob.toString());
    all.bob1.receive();
    all.bob1.pump();
    use(all.bob1, [](MachineParts& p) { return p.identities.signDevice(DeviceId(u"B2"_s)); });
    all.bob1.pump();
    all.desk.queriesAreLost = true; // its first messages overtake the answer about its keys
    all.arrive(bob2, u"$1"_s);
    CHECK(all.desk.item(u"$1"_s).body == u"secret"_s); // the key is not lost
    CHECK(all.desk.item(u"$1"_s).trust == u"unknownDevice"_s);
    all.desk.take();
    all.desk.queriesAreLost = false;
    all.rest();
    CHECK(toldMark(all.desk, u"$1"_s) == u"ok"_s);
}

TEST_CASE("E25: a session that turns out to be somebody else's: the name is taken off")
{
    ScreenRoom all;
    Screen& desk = all.desk;
    desk.makeBackup();
    must(desk.engine->openRoom(room, 50));
    Hidden hidden(all, carol);
    desk.sync({desk.member(carol, u"Carol"_s), Screen::wire(hidden.event)});
    desk.restore(hidden.key); // the backup holds no proof of whose it is
    CHECK(desk.item(u"$late"_s).senderName == u"Carol"_s);
    CHECK(desk.item(u"$late"_s).trust == u"forwarded"_s);
    CHECK(desk.summary().lastBody == u"secret"_s);
    desk.take();
    hidden.show(all);
    all.rest();
    const auto now = told(desk, u"$late"_s);
    REQUIRE(now);
    CHECK(now->kind == Kind::Encrypted);
    CHECK(now->encryptionReason == u"senderMismatch"_s);
    CHECK(now->body.isEmpty());
    CHECK(now->sender.isEmpty());
    CHECK(now->senderName.isEmpty());
    CHECK(desk.summary().lastBody.isEmpty()); // the list of rooms shows neither
    CHECK(desk.summary().lastSenderName.isEmpty());
}

TEST_CASE("E25: a device that lied about its person keeps neither the name nor the words")
{
    ScreenRoom all;
    Screen& desk = all.desk;
    must(desk.engine->openRoom(room, 50));
    desk.sync({desk.member(carol, u"Carol"_s)});
    all.rest();
    // Carol's device says in its messages that it is Bob's; the server goes along with it.
    Hidden hidden(all, bob);
    const QJsonObject published = use(hidden.device, [](MachineParts& parts) {
        QJsonObject keys = parts.keys.deviceKeys();
        keys.insert("user_id"_L1, carol.toString());
        keys.remove("signatures"_L1);
        keys = parts.keys.withSignature(keys);
        const QJsonValue signature = keys.value("signatures"_L1).toObject().value(bob.toString());
        keys.insert("signatures"_L1, QJsonObject{{carol.toString(), signature}});
        return keys;
    });
    all.server.users[alice.toString()][u"A1"_s].inbox = hidden.inbox;
    desk.sync({Screen::wire(hidden.event)});
    CHECK(desk.item(u"$late"_s).senderName == u"Bob"_s);
    CHECK(desk.item(u"$late"_s).trust == u"unknownDevice"_s);
    all.server.users[carol.toString()][u"B2"_s].keys = published;
    all.server.changedUsers.append(carol.toString());
    desk.take();
    all.rest();
    const auto now = told(desk, u"$late"_s);
    REQUIRE(now);
    CHECK(now->encryptionReason == u"senderMismatch"_s);
    CHECK(now->senderName.isEmpty());
    CHECK(now->body.isEmpty());
}

TEST_CASE("E51, E79: an edit is shown as far as it is trusted itself")
{
    ScreenRoom all;
    Screen& desk = all.desk;
    desk.makeBackup();
    Peer bob2(all.server, bob.toString(), u"B2"_s, all.clock); // nobody signed it
    all.join(bob2);
    all.others.push_back(&bob2);
    all.rest();
    all.arrive(all.bob1, u"$1"_s, u"oui"_s);
    const auto edit = [&](Peer& from, const QString& id) {
        auto event = all.write(from, id);
        from.act([&] {
            event.content = must(from.machine().encrypt(
                room, u"m.room.message"_s,
                {{u"msgtype"_s, u"m.text"_s},
                 {u"body"_s, u"non"_s},
                 {u"m.new_content"_s,
                  QJsonObject{{u"msgtype"_s, u"m.text"_s}, {u"body"_s, u"non"_s}}}}));
        });
        event.content.insert(u"m.relates_to"_s, QJsonObject{{u"rel_type"_s, u"m.replace"_s},
                                                            {u"event_id"_s, u"$1"_s}});
        return event;
    };
    const auto foreign = edit(bob2, u"$2"_s);
    all.rest();
    desk.sync({Screen::wire(foreign)});
    CHECK(desk.item(u"$1"_s).body == u"oui"_s);
    CHECK(desk.item(u"$1"_s).trust == u"ok"_s);

    use(all.bob1, [](MachineParts& parts) { // its next session begins with the edit
        auto session = *must(parts.context.store.outboundGroup(room));
        session.invalidated = true;
        must(parts.context.store.saveOutboundGroup(session));
        return true;
    });
    const auto unproven = edit(all.bob1, u"$3"_s);
    const QJsonObject key = keyOf(all.bob1, sessionOf(unproven));
    all.bob1.pump();
    all.server.users[alice.toString()][u"A1"_s].inbox.clear();
    desk.sync({Screen::wire(unproven)});
    desk.restore(key);
    CHECK(desk.item(u"$1"_s).body == u"non"_s);
    CHECK(desk.item(u"$1"_s).trust == u"forwarded"_s); // no better than its words
}
