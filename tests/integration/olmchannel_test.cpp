// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sessions between two devices: what they may be made from, what breaks and heals them.

#include "base/base64.h"
#include "support/attackroom.h"
#include "support/forger.h"
#include "support/wire.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;

namespace {

constexpr Timestamp minute = 60'000;
constexpr Timestamp hour = 60 * minute;

bool hasSession(Peer& from, Peer& to)
{
    const QByteArray key = must(to.machine().ownCurve25519());
    return use(from, [&](MachineParts& parts) {
        return !must(parts.context.store.olmSessions(key)).empty();
    });
}

//! The session that the next message of `from` to `to` uses.
QByteArray currentSession(Peer& from, Peer& to)
{
    const QByteArray key = must(to.machine().ownCurve25519());
    return use(from, [&](MachineParts& parts) {
        return must(parts.context.store.olmSessions(key)).at(0).sessionId;
    });
}

void dropSessions(Peer& of, Peer& with)
{
    const QByteArray key = must(with.machine().ownCurve25519());
    use(of, [&](MachineParts& parts) {
        for (const auto& session : must(parts.context.store.olmSessions(key))) {
            must(parts.context.store.removeOlmSession(session.sessionId));
        }
        return true;
    });
}

//! The claim that a message of Alice's waits for.
Request claimOf(Room& all)
{
    for (int i = 0; i < 5; ++i) {
        CHECK_FALSE(all.alice1.prepare(room, both));
        const auto claims = requestsOf(all.alice1, Kind::KeysClaim);
        if (!claims.empty()) {
            return claims[0];
        }
        all.alice1.pump();
    }
    throw std::runtime_error("nothing is claimed");
}

QJsonObject claimed(const QJsonObject& keys)
{
    return {{u"one_time_keys"_s, QJsonObject{{bob.toString(), QJsonObject{{u"B1"_s, keys}}}}},
            {u"failures"_s, QJsonObject()}};
}

//! A well-formed message of Alice's to Bob that was altered in the `number`-th way.
QJsonObject corrupted(QJsonObject content, Peer& to, int number)
{
    const QString key = QString::fromLatin1(must(to.machine().ownCurve25519()));
    QJsonObject ciphertext = content.value("ciphertext"_L1).toObject();
    QJsonObject sealed = ciphertext.value(key).toObject();
    QByteArray bytes = *decodeBase64(sealed.value("body"_L1).toString().toLatin1());
    bytes[bytes.size() - 1 - number % 8] ^= char(1 + number / 8);
    sealed.insert("body"_L1, QString::fromLatin1(encodeBase64(bytes)));
    ciphertext.insert(key, sealed);
    content.insert("ciphertext"_L1, ciphertext);
    return content;
}

//! The newest room key of Alice's to Bob as it lies at the server, which forgets it.
QJsonObject interceptedKey(Room& all)
{
    settle(all.peers);
    all.alice1.act([&] { must(all.alice1.machine().memberLeft(room, bob)); });
    for (int i = 0; i < 10 && !all.alice1.prepare(room, both); ++i) {
        all.alice1.pump();
    }
    return std::exchange(all.server.users[bob.toString()][u"B1"_s].inbox, {})
        .back()
        .value("content"_L1)
        .toObject();
}

} // namespace

TEST_CASE("E7: a claimed key counts only when the known device signed it, and m.no_olm goes once")
{
    const auto sign = [](Room& all, const QJsonObject& object) {
        return use(all.bob1, [&](MachineParts& parts) { return parts.keys.withSignature(object); });
    };
    const Forger ghost(bob.toString(), u"B1"_s);
    const Forger second(bob.toString(), u"B2"_s);
    const Forger eve(u"@eve:x.fr"_s, u"B1"_s);
    const QString name = u"signed_curve25519:AAAAAg"_s;
    const QJsonObject key{{u"key"_s, eve.curve25519()}};
    const std::pair<const char*, std::function<QJsonObject(Room&)>> vectors[] = {
        {"nothing", [&](Room&) { return QJsonObject(); }},
        {"unsigned", [&](Room&) { return QJsonObject{{name, key}}; }},
        {"signed by other keys of this name",
         [&](Room&) { return QJsonObject{{name, ghost.withSignature(key)}}; }},
        {"the key of another device of the person",
         [&](Room&) { return QJsonObject{{name, second.withSignature(key)}}; }},
        {"signed by somebody else",
         [&](Room&) { return QJsonObject{{name, eve.withSignature(key)}}; }},
        {"another algorithm",
         [&](Room& all) { return QJsonObject{{u"curve25519:AAAAAg"_s, sign(all, key)}}; }},
        {"two keys",
         [&](Room& all) {
             return QJsonObject{{name, sign(all, key)}, {name + u'x', sign(all, key)}};
         }},
        {"altered after signing",
         [&](Room& all) {
             QJsonObject object = sign(all, key);
             object.insert("fallback"_L1, true);
             return QJsonObject{{name, object}};
         }},
        {"of small order",
         [&](Room& all) {
             return QJsonObject{{name, sign(all, {{u"key"_s, QString(43, u'A')}})}};
         }},
    };
    for (const auto& [what, make] : vectors) {
        INFO(what);
        Room all;
        for (int attempt = 0; attempt < 3; ++attempt) {
            answer(all.alice1, claimOf(all), claimed(make(all)));
            CHECK_FALSE(hasSession(all.alice1, all.bob1));
            all.alice1.pump();
            CHECK(takeNotices(all.server, bob.toString(), u"B1"_s) ==
                  (attempt == 0 ? QStringList{u"m.no_olm"_s} : QStringList()));
            all.clock.time += 2 * minute;
        }
        const auto event = all.message(all.alice1, u"$1"_s); // the server has become honest
        CHECK(all.bob1.decrypt(room, event));
    }
}

TEST_CASE("E7: a one-time key is used once, a fallback key as often as it is given")
{
    Room all;
    const Request first = claimOf(all);
    const QJsonObject given = all.server.handle(alice.toString(), u"A1"_s, first);
    answer(all.alice1, first, given);
    CHECK(hasSession(all.alice1, all.bob1));
    all.message(all.alice1, u"$1"_s);
    const auto again = [&](const QJsonObject& response) {
        dropSessions(all.alice1, all.bob1);
        all.alice1.act([&] { must(all.alice1.machine().memberLeft(room, bob)); });
        all.clock.time += hour;
        answer(all.alice1, claimOf(all), response);
        return hasSession(all.alice1, all.bob1);
    };
    CHECK_FALSE(again(given));
    all.server.users[bob.toString()][u"B1"_s].oneTime.clear();
    const QJsonObject fallback = all.server.handle(alice.toString(), u"A1"_s, first);
    CHECK(again(fallback));
    all.message(all.alice1, u"$2"_s);
    CHECK(again(fallback));
}

TEST_CASE("E8: a dead server delays nobody, and is asked after 15 s, 30 s … 1 h")
{
    Room all;
    const UserId carol(u"@c:mort.fr"_s);
    Peer carol1(all.server, carol.toString(), u"C1"_s, all.clock);
    carol1.pump();
    const std::set<UserId> three{alice, bob, carol};
    follow(all.alice1, three);
    settle({&all.alice1});
    int claims = 0;
    const auto dead = [&](const Request& request, QJsonObject& response) {
        if (request.kind == Kind::KeysClaim) {
            QJsonObject given = response.value("one_time_keys"_L1).toObject();
            claims += given.contains(carol.toString()) ? 1 : 0;
            given.remove(carol.toString());
            response = {{u"one_time_keys"_s, given},
                        {u"failures"_s, QJsonObject{{u"mort.fr"_s, QJsonObject()}}}};
        }
    };
    std::vector<Timestamp> asked;
    const Timestamp start = all.clock.time;
    for (int second = 0; second < 3 * 3600; second += 5) {
        all.clock.time = start + second * 1000;
        const int before = claims;
        int rounds = 0;
        while (!all.alice1.prepare(room, three)) {
            pumpTwisted(all.server, all.alice1, dead);
            REQUIRE(++rounds <= 5); // one claim and one delivery, never a wait for the dead
        }
        if (claims > before) {
            asked.push_back(second);
        }
        if (second == 0) {
            events::Event event;
            event.id = EventId(u"$1"_s);
            event.sender = alice;
            event.type = u"m.room.encrypted"_s;
            event.content = all.alice1.encrypt(room, u"aux autres"_s);
            settle({&all.bob1});
            CHECK(all.bob1.decrypt(room, event));
        }
    }
    CHECK(asked == std::vector<Timestamp>{0, 15, 45, 105, 225, 465, 945, 1905, 3825, 7425});
    CHECK(takeNotices(all.server, carol.toString(), u"C1"_s) == QStringList{u"m.no_olm"_s});
    all.clock.time += hour;
    while (!all.alice1.prepare(room, three)) {
        all.alice1.pump();
    }
    carol1.receive();
    CHECK(hasSession(carol1, all.alice1)); // alive again: it has what follows
}

TEST_CASE("E18: sessions begun by both sides at once serve both, and one of them remains")
{
    for (const Timestamp step : {0, 1000}) {
        INFO("messages " << step << " ms apart");
        Room all;
        for (Peer* peer : all.peers) { // each message takes a new key with it
            peer->act([&] {
                must(peer->machine().setRoomEncryption(
                    room,
                    {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s}, {u"rotation_period_msgs"_s, 1}}));
            });
        }
        int claims = 0;
        std::vector<std::pair<Peer*, events::Event>> sent;
        for (int i = 0; i < 20; ++i) {
            for (Peer* peer : all.peers) { // nobody hears of the other in between
                for (int round = 0; !peer->prepare(room, both); ++round) {
                    claims += countOf(pumpTwisted(all.server, *peer), Kind::KeysClaim);
                    REQUIRE(round < 10);
                }
                events::Event event;
                event.id = EventId(u"$%1%2"_s.arg(peer->device()).arg(i));
                event.sender = UserId(peer->user());
                event.type = u"m.room.encrypted"_s;
                event.content = peer->encrypt(room, u"secret"_s);
                sent.emplace_back(peer == &all.alice1 ? &all.bob1 : &all.alice1, event);
                all.clock.time += step;
            }
            settle(all.peers);
        }
        for (const auto& [reader, event] : sent) {
            CHECK(reader->decrypt(room, event));
        }
        CHECK(claims == 2);
        all.clock.time += 1; // one message that crosses no other
        all.message(all.alice1, u"$fin"_s);
        all.message(all.bob1, u"$fin2"_s);
        CHECK(currentSession(all.alice1, all.bob1) == currentSession(all.bob1, all.alice1));
    }
}

TEST_CASE("E20: a hundred messages that cannot be read: one new session and one word in the hour")
{
    Room all;
    all.message(all.alice1, u"$1"_s);
    all.message(all.bob1, u"$2"_s); // both have heard of each other: no pre-key messages any more
    int claims = 0;
    int words = 0;
    const auto storm = [&](const QJsonObject& content, int from) {
        for (int i = from; i < from + 100; ++i) {
            CHECK(give(all.bob1, alice.toString(), u"m.room.encrypted"_s,
                       corrupted(content, all.bob1, i)) == 1);
            while (!requestsOf(all.bob1).empty()) {
                const auto sent = pumpTwisted(all.server, all.bob1);
                claims += countOf(sent, Kind::KeysClaim);
                words += countOf(sent, Kind::ToDevice, u"m.room.encrypted"_s);
            }
            all.clock.time += 30'000; // fifty minutes for a hundred
        }
    };
    const QJsonObject key = interceptedKey(all);
    storm(key, 0);
    CHECK(claims == 1);
    CHECK(words == 1);
    all.clock.time -= 10 * hour; // set back: the hour begins anew
    storm(key, 100);
    CHECK(claims == 1);
    all.clock.time += hour;
    storm(key, 200);
    CHECK(claims == 2);
    CHECK(words == 2);
    all.alice1.receive(); // learns of the new session: what Bob could not read comes again
    const auto event = all.message(all.alice1, u"$3"_s);
    CHECK(all.bob1.decrypt(room, event));
}

TEST_CASE("E20: repetitions, malformed messages and wrong recipients are no broken sessions")
{
    Room all;
    const auto first = all.message(all.alice1, u"$1"_s);
    QJsonObject key = interceptedKey(all);
    CHECK(give(all.bob1, alice.toString(), u"m.room.encrypted"_s, key) == 0);
    for (int i = 0; i < 10; ++i) { // E21
        CHECK(give(all.bob1, alice.toString(), u"m.room.encrypted"_s, key) == 1);
    }
    CHECK(requestsOf(all.bob1).empty());
    Forger forger(alice.toString(), u"A2"_s);
    forger.publish(all.server);
    settle(all.peers);
    forger.meet(all.server, all.bob1);
    QJsonObject notForBob = forger.payload(all.bob1, u"m.dummy"_s, {});
    notForBob.insert("recipient"_L1, u"@eve:x.fr"_s);
    CHECK_FALSE(forger.send(all.bob1, notForBob));
    QJsonObject malformed = key;
    malformed.insert("ciphertext"_L1, QJsonObject());
    CHECK(give(all.bob1, alice.toString(), u"m.room.encrypted"_s, malformed) == 1);
    const QString bobsKey = QString::fromLatin1(must(all.bob1.machine().ownCurve25519()));
    malformed.insert("ciphertext"_L1,
                     QJsonObject{{bobsKey, QJsonObject{{u"type"_s, 1}, {u"body"_s, u"AwoA"_s}}}});
    CHECK(give(all.bob1, alice.toString(), u"m.room.encrypted"_s, malformed) == 1);
    CHECK(requestsOf(all.bob1).empty());
}
