// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// This device's own room sessions: when a new one is due and when not, who gets it, and what the
// others are told.

#include "crypto/machine/sharingpolicy.h"
#include "crypto/olm/megolm.h"
#include "support/attackroom.h"
#include "support/wire.h"

#include <catch2/catch_test_macros.hpp>

#include <functional>

using namespace client;
using namespace testing;

namespace {

constexpr Timestamp day = 24 * 3'600'000LL;

//! Bob has a second device that his identity signed.
struct TwoDevices : Room {
    Peer bob2{server, bob.toString(), u"B2"_s, clock};

    TwoDevices()
    {
        join(bob2);
        settle({&alice1, &bob1, &bob2});
        use(bob1,
            [](MachineParts& parts) { return parts.identities.signDevice(DeviceId(u"B2"_s)); });
        peers.push_back(&bob2);
        settle(peers);
        show(u"shared"_s);
    }

    void show(const QString& visibility)
    {
        alice1.act([&] { must(alice1.machine().setHistoryVisibility(room, visibility)); });
    }

    void block(Peer& peer, bool blocked = true)
    {
        alice1.act([&] {
            must(alice1.machine().blockDevice(UserId(peer.user()), DeviceId(peer.device()),
                                              blocked));
        });
    }
};

//! Does the next message after `act` use another session?
bool rotates(TwoDevices& all, const std::function<void()>& act)
{
    const auto before = all.message(all.alice1, u"$1"_s);
    act();
    return sessionOf(all.message(all.alice1, u"$2"_s)) != sessionOf(before);
}

void setPolicy(Peer& peer, crypto::ShareWith with, bool onlySigned)
{
    use(peer, [&](MachineParts& parts) {
        crypto::SharingPolicy::setShareWith(parts.context, with);
        crypto::SharingPolicy::setOnlySigned(parts.context, onlySigned);
        return true;
    });
}

} // namespace

TEST_CASE("E29: what makes a new session before the next message")
{
    using Act = std::function<void(TwoDevices&)>;
    const std::pair<const char*, Act> causes[] = {
        {"somebody left",
         [](TwoDevices& all) {
             all.alice1.act([&] { must(all.alice1.machine().memberLeft(room, bob)); });
         }},
        {"a device is gone",
         [](TwoDevices& all) {
             all.server.users[bob.toString()].erase(u"B2"_s);
             all.server.changedUsers.append(bob.toString());
             all.peers.pop_back();
             all.alice1.receive();
             all.alice1.pump();
         }},
        {"a device is blocked", [](TwoDevices& all) { all.block(all.bob2); }},
        {"a person is no longer eligible",
         [](TwoDevices& all) { setPolicy(all.alice1, crypto::ShareWith::Verified, false); }},
        {"shared becomes joined", [](TwoDevices& all) { all.show(u"joined"_s); }},
        {"shared becomes invited", [](TwoDevices& all) { all.show(u"invited"_s); }},
        {"a hundred messages",
         [](TwoDevices& all) {
             for (int i = 0; i < 99; ++i) {
                 all.alice1.encrypt(room, u"encore"_s);
             }
         }},
        {"a week", [](TwoDevices& all) { all.clock.time += 7 * day; }},
        {"the clock was set back", [](TwoDevices& all) { all.clock.time -= 1000; }},
    };
    for (const auto& [what, act] : causes) {
        INFO(what);
        TwoDevices all;
        CHECK(rotates(all, [&] { act(all); }));
    }
    for (const QString& open : {u"shared"_s, u"world_readable"_s}) {
        TwoDevices all;
        all.show(u"joined"_s);
        CHECK(rotates(all, [&] { all.show(open); }));
    }
}

TEST_CASE("E29: what makes no new session")
{
    using Act = std::function<void(TwoDevices&)>;
    std::unique_ptr<Peer> bob3;
    const std::pair<const char*, Act> harmless[] = {
        {"nothing", [](TwoDevices&) {}},
        {"a restart", [](TwoDevices& all) { all.alice1.open(); }},
        {"shared becomes world_readable", [](TwoDevices& all) { all.show(u"world_readable"_s); }},
        {"the same visibility again", [](TwoDevices& all) { all.show(u"shared"_s); }},
        {"a new sign-in",
         [&](TwoDevices& all) {
             bob3 = std::make_unique<Peer>(all.server, bob.toString(), u"B3"_s, all.clock);
             bob3->pump();
             settle(all.peers);
             use(all.bob1, [](MachineParts& parts) {
                 return parts.identities.signDevice(DeviceId(u"B3"_s));
             });
             settle(all.peers);
         }},
        {"somebody left who was never given it",
         [](TwoDevices& all) {
             all.alice1.act(
                 [&] { must(all.alice1.machine().memberLeft(room, UserId(u"@c:x.fr"_s))); });
         }},
        {"laxer rotation settings",
         [](TwoDevices& all) {
             all.alice1.act([&] {
                 must(all.alice1.machine().setRoomEncryption(
                     room, {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s},
                            {u"rotation_period_msgs"_s, 5000}}));
             });
         }},
        {"97 messages more",
         [](TwoDevices& all) {
             for (int i = 0; i < 97; ++i) {
                 all.alice1.encrypt(room, u"encore"_s);
             }
         }},
        {"six days", [](TwoDevices& all) { all.clock.time += 6 * day; }},
    };
    for (const auto& [what, act] : harmless) {
        INFO(what);
        TwoDevices all;
        CHECK_FALSE(rotates(all, [&] { act(all); }));
    }
    TwoDevices all;
    all.show(u"joined"_s);
    CHECK_FALSE(rotates(all, [&] { all.show(u"invited"_s); }));
}

TEST_CASE("E66: a room that was seen encrypted stays so, by the strictest settings seen")
{
    TwoDevices all;
    const auto tell = [&](const QJsonObject& content) {
        all.alice1.act([&] { must(all.alice1.machine().setRoomEncryption(room, content)); });
    };
    const auto megolm = [](int messages) {
        return QJsonObject{{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s},
                           {u"rotation_period_msgs"_s, messages}};
    };
    tell(megolm(2));
    for (const QJsonObject& content :
         {megolm(1000), QJsonObject(), QJsonObject{{u"algorithm"_s, u"m.none"_s}},
          QJsonObject{{u"algorithm"_s, u"m.none"_s}, {u"rotation_period_msgs"_s, 1}}}) {
        tell(content);
    }
    std::set<QByteArray> sessions;
    for (int i = 0; i < 6; ++i) {
        sessions.insert(sessionOf(all.message(all.alice1, u"$e%1"_s.arg(i))));
    }
    CHECK(sessions.size() == 3);
}

TEST_CASE("E66: where the way to encrypt is not known nothing is encrypted")
{
    for (const auto& algorithm : {u"m.none"_s, u"m.megolm.v2"_s, QString()}) {
        Room all;
        const RoomId other(u"!autre:x.fr"_s);
        all.alice1.act([&] {
            must(all.alice1.machine().setRoomEncryption(other, {{u"algorithm"_s, algorithm}}));
        });
        all.alice1.act([&] {
            const auto refused = all.alice1.machine().prepareToEncrypt(other, both);
            REQUIRE_FALSE(refused);
            CHECK(refused.error().kind == Error::Kind::Unsupported);
        });
    }
}

TEST_CASE("E40: a relation stands outside of the ciphertext, and only there")
{
    Room all;
    all.message(all.alice1, u"$1"_s); // the key is on its way
    const QJsonObject relation{{u"rel_type"_s, u"m.replace"_s}, {u"event_id"_s, u"$1"_s}};
    QJsonObject outer;
    all.alice1.act([&] {
        outer = must(all.alice1.machine().encrypt(
            room, u"m.room.message"_s,
            {{u"msgtype"_s, u"m.text"_s}, {u"body"_s, u"mieux"_s}, {u"m.relates_to"_s, relation}}));
    });
    CHECK(outer.value("m.relates_to"_L1).toObject() == relation);
    const QByteArray plain = use(all.bob1, [&](MachineParts& parts) {
        const auto session = outer.value("session_id"_L1).toString().toLatin1();
        const auto record = must(parts.context.store.inboundGroup(room, session));
        auto group = must(crypto::InboundGroup::unpickle(record->pickle, parts.context.pickleKey));
        return must(group.decrypt(outer.value("ciphertext"_L1).toString().toLatin1())).text;
    });
    const QJsonObject inside = must(parseObject(plain)).value("content"_L1).toObject();
    CHECK(inside == QJsonObject{{u"msgtype"_s, u"m.text"_s}, {u"body"_s, u"mieux"_s}});
}

TEST_CASE("E31: who comes later gets the session from the present message on")
{
    TwoDevices all;
    const auto before = all.message(all.alice1, u"$1"_s);
    Peer bob3(all.server, bob.toString(), u"B3"_s, all.clock);
    all.join(bob3);
    all.peers.push_back(&bob3);
    settle(all.peers);
    use(all.bob1,
        [](MachineParts& parts) { return parts.identities.signDevice(DeviceId(u"B3"_s)); });
    settle(all.peers);
    const auto after = all.message(all.alice1, u"$2"_s);
    CHECK(sessionOf(before) == sessionOf(after));
    CHECK(bob3.decrypt(room, after));
    const auto refused = bob3.decrypt(room, before);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().reason == u"unknownIndex"_s);
}

TEST_CASE("E35: strategy by kind of device: a key, or the reason why not")
{
    TwoDevices all; // B1 and B2 are signed by Bob's identity
    const UserId carol(u"@c:x.fr"_s);
    const UserId dora(u"@d:x.fr"_s);
    Peer bob3(all.server, bob.toString(), u"B3"_s, all.clock); // not signed
    Peer carol1(all.server, carol.toString(), u"C1"_s, all.clock);
    Peer carol2(all.server, carol.toString(), u"C2"_s, all.clock); // not signed
    Peer dora1(all.server, dora.toString(), u"D1"_s, all.clock);   // without an identity
    Peer dora2(all.server, dora.toString(), u"D2"_s, all.clock);
    for (Peer* peer : {&bob3, &carol1, &carol2, &dora1, &dora2}) {
        follow(*peer, {});
        all.peers.push_back(peer);
    }
    const std::set<UserId> people{alice, bob, carol, dora};
    follow(all.alice1, people);
    makeIdentity(carol1, all.server);
    settle(all.peers);
    use(all.alice1, [&](MachineParts& parts) {
        return parts.identities.signUser(carol, must(parts.context.store.identity(carol))->master);
    });
    settle(all.peers);
    all.block(all.bob2);
    all.block(dora2);
    const QString key = u"key"_s;
    const QString no = u"m.unverified"_s;
    const QString blocked = u"m.blacklisted"_s;
    using crypto::ShareWith;
    //            bob1, bob2, bob3, carol1, carol2, dora1, dora2
    const std::tuple<ShareWith, bool, QStringList> table[] = {
        {ShareWith::All, false, {key, blocked, no, key, no, key, blocked}},
        {ShareWith::All, true, {key, blocked, no, key, no, no, blocked}},
        {ShareWith::Verified, false, {no, blocked, no, key, no, no, blocked}},
        {ShareWith::Verified, true, {no, blocked, no, key, no, no, blocked}},
    };
    for (const auto& [with, onlySigned, expected] : table) {
        INFO("verified only: " << (with == ShareWith::Verified) << ", signed only: " << onlySigned);
        setPolicy(all.alice1, with, onlySigned);
        for (Peer* peer : all.peers) {
            all.server.users[peer->user()][peer->device()].inbox.clear();
        }
        all.clock.time += 8 * day; // a new session for everybody
        for (int i = 0; i < 10 && !all.alice1.prepare(room, people); ++i) {
            all.alice1.pump();
        }
        all.alice1.encrypt(room, u"secret"_s);
        QStringList got;
        for (Peer* peer : {&all.bob1, &all.bob2, &bob3, &carol1, &carol2, &dora1, &dora2}) {
            QStringList codes;
            for (const QString& type : all.inboxOf(peer->user(), peer->device())) {
                codes += type == "m.room.encrypted"_L1 ? key : QString();
            }
            codes += takeNotices(all.server, peer->user(), peer->device());
            codes.removeAll(QString());
            got += codes.join(u'+');
        }
        CHECK(got == expected);
    }
}

TEST_CASE("E36: each reason is told once for a device and a session")
{
    TwoDevices all;
    Peer bob3(all.server, bob.toString(), u"B3"_s, all.clock); // not signed
    all.peers.push_back(&bob3);
    settle(all.peers);
    all.block(all.bob2);
    const auto toldNow = [&](Peer& peer) {
        return takeNotices(all.server, peer.user(), peer.device());
    };
    const auto send = [&] {
        for (int i = 0; i < 10 && !all.alice1.prepare(room, both); ++i) {
            all.alice1.pump();
        }
        all.alice1.encrypt(room, u"secret"_s);
        all.alice1.pump();
    };
    send();
    CHECK(toldNow(all.bob2) == QStringList{u"m.blacklisted"_s});
    CHECK(toldNow(bob3) == QStringList{u"m.unverified"_s});
    CHECK(toldNow(all.bob1).isEmpty());
    send();
    CHECK(toldNow(all.bob2).isEmpty());
    CHECK(toldNow(bob3).isEmpty());
    all.block(bob3); // another reason
    send();
    CHECK(toldNow(bob3) == QStringList{u"m.blacklisted"_s});
    all.clock.time += 8 * day; // another session
    send();
    CHECK(toldNow(all.bob2) == QStringList{u"m.blacklisted"_s});
    CHECK(toldNow(bob3) == QStringList{u"m.blacklisted"_s});
}

TEST_CASE("E36: a refused request for a key is answered once, however often it comes")
{
    Room all;
    Peer alice2(all.server, alice.toString(), u"A2"_s, all.clock);
    Peer alice3(all.server, alice.toString(), u"A3"_s, all.clock); // not signed
    all.peers.push_back(&alice2);
    all.peers.push_back(&alice3);
    settle(all.peers);
    use(all.alice1,
        [](MachineParts& parts) { return parts.identities.signDevice(DeviceId(u"A2"_s)); });
    settle(all.peers);
    const auto event = all.message(all.alice1, u"$1"_s);
    const QByteArray known = sessionOf(event);
    int number = 0;
    const auto ask = [&](Peer& peer, const QByteArray& session) {
        give(all.alice1, alice.toString(), u"m.room_key_request"_s,
             {{u"action"_s, u"request"_s},
              {u"request_id"_s, u"r%1"_s.arg(++number)},
              {u"requesting_device_id"_s, peer.device()},
              {u"body"_s, QJsonObject{{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s},
                                      {u"room_id"_s, room.toString()},
                                      {u"session_id"_s, QString::fromLatin1(session)}}}});
        while (all.alice1.pump()) {
        }
        return takeNotices(all.server, peer.user(), peer.device());
    };
    for (Peer* peer : {&alice2, &alice3}) {
        takeNotices(all.server, peer->user(), peer->device());
    }
    CHECK(ask(alice2, "inconnue") == QStringList{u"m.unavailable"_s});
    CHECK(ask(alice2, "inconnue").isEmpty());
    CHECK(ask(alice2, "autre") == QStringList{u"m.unavailable"_s});
    CHECK(ask(alice3, known) == QStringList{u"m.unverified"_s});
    CHECK(ask(alice3, known).isEmpty());
    CHECK(ask(alice3, known).isEmpty());
}
