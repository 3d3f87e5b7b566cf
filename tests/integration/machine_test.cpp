// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The encryption machine of several devices against a model server, over real SQLCipher files.

#include "support/peer.h"

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>
#include <random>

using namespace client;
using namespace testing;
using crypto::OlmMachine;

namespace {

const RoomId room(u"!salle:x.fr"_s);

events::Event eventOf(const QString& id, const QString& sender, const QJsonObject& content,
                      Timestamp ts = 1'700'000'000'000)
{
    events::Event event;
    event.id = EventId(id);
    event.sender = UserId(sender);
    event.type = u"m.room.encrypted"_s;
    event.originServerTs = ts;
    event.content = content;
    return event;
}

void makeEncrypted(Peer& peer, const std::set<UserId>& people)
{
    peer.act([&] {
        must(peer.machine().setRoomEncryption(room, {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s}}));
        must(peer.machine().trackUsers(people));
    });
}

void settle(const std::vector<Peer*>& peers)
{
    for (int round = 0; round < 20; ++round) {
        bool moved = false;
        for (Peer* peer : peers) {
            moved = peer->receive() || moved;
            moved = peer->pump() || moved;
        }
        if (!moved) {
            return;
        }
    }
    FAIL("the machines never come to rest");
}

QJsonObject send(Peer& from, const std::vector<Peer*>& all, const std::set<UserId>& people,
                 const QString& body)
{
    for (int i = 0; i < 10 && !from.prepare(room, people); ++i) {
        from.pump();
    }
    REQUIRE(from.prepare(room, people));
    const QJsonObject content = from.encrypt(room, body);
    settle(all);
    return content;
}

struct Two {
    FakeClock clock;
    ModelServer server;
    Peer ann{server, u"@ann:x.fr"_s, u"ANN"_s, clock};
    Peer bob{server, u"@bob:x.fr"_s, u"BOB"_s, clock};
    std::vector<Peer*> all{&ann, &bob};
    std::set<UserId> people{UserId(u"@ann:x.fr"_s), UserId(u"@bob:x.fr"_s)};

    Two()
    {
        makeEncrypted(ann, people);
        makeEncrypted(bob, people);
        settle(all);
    }
};

QString bodyOf(const std::expected<crypto::Decrypted, crypto::DecryptFailure>& result)
{
    return result ? result->content.value("body"_L1).toString() : u"?"_s + result.error().reason;
}

} // namespace

TEST_CASE("messages go both ways and are readable to their sender")
{
    Two two;
    const auto one = eventOf(u"$1"_s, two.ann.user(), send(two.ann, two.all, two.people, u"un"_s));
    CHECK(bodyOf(two.bob.decrypt(room, one)) == u"un"_s);
    CHECK(bodyOf(two.ann.decrypt(room, one)) == u"un"_s);
    const auto two_ =
        eventOf(u"$2"_s, two.bob.user(), send(two.bob, two.all, two.people, u"deux"_s));
    CHECK(bodyOf(two.ann.decrypt(room, two_)) == u"deux"_s);
    CHECK(two.server.refused == 0);
}

TEST_CASE("an index serves one event only, for good")
{
    Two two;
    const QJsonObject content = send(two.ann, two.all, two.people, u"une fois"_s);
    const auto real = eventOf(u"$1"_s, two.ann.user(), content);
    REQUIRE(two.bob.decrypt(room, real));
    CHECK(two.bob.decrypt(room, real)); // the same again is no replay
    two.bob.open();
    CHECK_FALSE(two.bob.decrypt(room, eventOf(u"$2"_s, two.ann.user(), content)));
    CHECK_FALSE(two.bob.decrypt(room, eventOf(u"$1"_s, two.ann.user(), content, 5)));
}

TEST_CASE("a message belongs to its room and its sender")
{
    Two two;
    const QJsonObject content = send(two.ann, two.all, two.people, u"ici"_s);
    CHECK_FALSE(
        two.bob.decrypt(RoomId(u"!autre:x.fr"_s), eventOf(u"$1"_s, two.ann.user(), content)));
    const auto foreign = two.bob.decrypt(room, eventOf(u"$3"_s, u"@eve:x.fr"_s, content));
    CHECK(
        (!foreign || foreign->trust !=
                         two.bob.decrypt(room, eventOf(u"$1"_s, two.ann.user(), content))->trust));
}

TEST_CASE("a ciphertext that was touched is refused")
{
    Two two;
    QJsonObject content = send(two.ann, two.all, two.people, u"intact"_s);
    QString text = content.value("ciphertext"_L1).toString();
    for (const qsizetype at : {qsizetype(4), text.size() / 2, text.size() - 3}) {
        QString broken = text;
        broken[at] = broken[at] == u'A' ? u'B' : u'A';
        content.insert(u"ciphertext"_s, broken);
        CHECK_FALSE(two.bob.decrypt(room, eventOf(u"$1"_s, two.ann.user(), content)));
    }
}

TEST_CASE("who left cannot read what follows")
{
    Two two;
    const QJsonObject before = send(two.ann, two.all, two.people, u"avant"_s);
    two.ann.act([&] { must(two.ann.machine().memberLeft(room, UserId(two.bob.user()))); });
    const QJsonObject after = send(two.ann, two.all, {UserId(two.ann.user())}, u"après"_s);
    CHECK(before.value("session_id"_L1) != after.value("session_id"_L1));
    CHECK(two.bob.decrypt(room, eventOf(u"$1"_s, two.ann.user(), before)));
    const auto refused = two.bob.decrypt(room, eventOf(u"$2"_s, two.ann.user(), after));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().waiting);
}

TEST_CASE("a session rotates after its number of messages and after its time")
{
    Two two;
    two.ann.act([&] {
        must(two.ann.machine().setRoomEncryption(
            room, {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s}, {u"rotation_period_msgs"_s, 3}}));
    });
    std::set<QString> sessions;
    for (int i = 0; i < 7; ++i) {
        sessions.insert(send(two.ann, two.all, two.people, QString::number(i))
                            .value("session_id"_L1)
                            .toString());
    }
    CHECK(sessions.size() == 3);
    two.clock.time += 8LL * 24 * 3'600'000;
    sessions.insert(
        send(two.ann, two.all, two.people, u"plus tard"_s).value("session_id"_L1).toString());
    CHECK(sessions.size() == 4);
}

TEST_CASE("to-device garbage of every shape is refused and changes nothing")
{
    Two two;
    auto& inbox = two.server.users[two.bob.user()][two.bob.device()].inbox;
    const QString key = QString::fromLatin1(must(two.bob.machine().ownCurve25519()));
    const auto encrypted = [&](const QJsonValue& body, int type) {
        return QJsonObject{
            {u"sender"_s, u"@ann:x.fr"_s},
            {u"type"_s, u"m.room.encrypted"_s},
            {u"content"_s,
             QJsonObject{{u"algorithm"_s, u"m.olm.v1.curve25519-aes-sha2"_s},
                         {u"sender_key"_s, QString(43, u'A')},
                         {u"ciphertext"_s,
                          QJsonObject{{key, QJsonObject{{u"type"_s, type}, {u"body"_s, body}}}}}}}};
    };
    inbox = {
        QJsonObject(),           encrypted(u""_s, 0),         encrypted(u"AAAA"_s, 0),
        encrypted(u"AAAA"_s, 1), encrypted(u"AwogAAAA"_s, 0), encrypted(QString(200'000, u'A'), 1),
        encrypted(12, 0),        encrypted(u"!!!"_s, 1),      encrypted(u"AA"_s, -7)};
    const int before = two.bob.discarded();
    two.bob.receive();
    CHECK(two.bob.discarded() - before == 9);
    const auto event =
        eventOf(u"$1"_s, two.ann.user(), send(two.ann, two.all, two.people, u"ok"_s));
    CHECK(bodyOf(two.bob.decrypt(room, event)) == u"ok"_s);
}

//! Lost answers, repeated deliveries, restarts and rolled-back acts in random order.
TEST_CASE("random schedules lose nothing")
{
    const char* asked = std::getenv("TCHAP_SCHEDULES");
    const int schedules = asked != nullptr ? std::atoi(asked) : 500;
    for (int seed = 0; seed < schedules; ++seed) {
        std::mt19937 random{unsigned(seed)};
        const auto chance = [&](unsigned percent) { return random() % 100 < percent; };
        FakeClock clock;
        ModelServer server;
        std::vector<std::unique_ptr<Peer>> peers;
        for (const auto& [user, device] : {std::pair(u"@ann:x.fr"_s, u"A1"_s),
                                           {u"@ann:x.fr"_s, u"A2"_s},
                                           {u"@bob:x.fr"_s, u"B1"_s}}) {
            peers.push_back(std::make_unique<Peer>(server, user, device, clock));
        }
        std::vector<Peer*> all{peers[0].get(), peers[1].get(), peers[2].get()};
        const std::set<UserId> people{UserId(u"@ann:x.fr"_s), UserId(u"@bob:x.fr"_s)};
        for (Peer* peer : all) {
            makeEncrypted(*peer, people);
        }
        settle(all);
        std::vector<events::Event> sent;
        for (int step = 0; step < 60; ++step) {
            Peer& peer = *all[random() % all.size()];
            clock.time += random() % 5'000;
            switch (random() % 6) {
            case 0:
                peer.pump(chance(30));
                break;
            case 1:
                peer.receive(1 + random() % 3, chance(20));
                break;
            case 2:
                if (chance(15))
                    peer.open();
                break;
            case 3:
                peer.act([&] { must(peer.machine().prepareToEncrypt(room, people)); }, chance(50));
                break;
            default:
                if (peer.prepare(room, people)) {
                    sent.push_back(eventOf(u"$%1"_s.arg(sent.size()), peer.user(),
                                           peer.encrypt(room, QString::number(step))));
                }
            }
        }
        settle(all);
        INFO("seed " << seed);
        CHECK(server.refused == 0);
        for (const events::Event& event : sent) {
            for (Peer* peer : all) {
                INFO(event.id.toString().toStdString() << " for " << peer->device().toStdString());
                CHECK(peer->decrypt(room, event));
            }
        }
    }
}
