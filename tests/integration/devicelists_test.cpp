// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Whose devices are known: lists that are late, crossed, incomplete or false.

#include "crypto/machine/devicedirectory.h"
#include "support/attackroom.h"
#include "support/forger.h"
#include "support/wire.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;

namespace {

std::optional<crypto::DeviceRecord> deviceOf(Peer& peer, const UserId& user, const QString& device)
{
    return use(peer, [&](MachineParts& parts) {
        return must(parts.context.store.device(user, DeviceId(device)));
    });
}

bool isOutdated(Peer& peer, const UserId& user)
{
    return use(peer, [&](MachineParts& parts) {
        const auto tracked = must(parts.context.store.trackedUser(user));
        return tracked && tracked->outdated;
    });
}

void tellChanged(Peer& peer, const UserId& user, bool initial = false)
{
    crypto::SyncChanges changes;
    changes.oneTimeKeyCount = 50;
    changes.unusedFallback = true;
    changes.initial = initial;
    if (!user.isEmpty()) {
        changes.changedUsers = {user.toString()};
    }
    peer.act([&] { must(peer.machine().receiveSync(changes)); });
}

//! A device of Bob's that nobody has been told of yet.
std::unique_ptr<Peer> silentDevice(Room& all, const QString& id)
{
    const qsizetype told = all.server.changedUsers.size();
    auto device = std::make_unique<Peer>(all.server, bob.toString(), id, all.clock);
    device->pump();
    all.server.changedUsers.resize(told);
    return device;
}

//! Bob's identity signs the device that his first one is told of now.
void signSecond(Room& all)
{
    tellChanged(all.bob1, bob);
    all.bob1.pump();
    const bool done = use(all.bob1, [](MachineParts& parts) {
        return parts.identities.signDevice(DeviceId(u"B2"_s));
    });
    REQUIRE(done);
    all.bob1.pump();
}

QStringList askedIn(const Request& query)
{
    return query.body.value("device_keys"_L1).toObject().keys();
}

} // namespace

TEST_CASE("E2: other keys under this very device's name stop its encryption")
{
    Room all;
    QJsonObject& published = all.server.users[alice.toString()][u"A1"_s].keys;
    const QJsonObject real = published;
    const Forger other(alice.toString(), u"A1"_s);
    published = other.keys();
    CHECK_FALSE(refusalOf(all.alice1, room, both));
    all.alice1.open(); // every start compares
    all.alice1.pump();
    const auto refusal = refusalOf(all.alice1, room, both);
    REQUIRE(refusal);
    CHECK(refusal->kind == Error::Kind::Crypto);
    CHECK(refusal->errcode == u"OWN_KEYS_FOREIGN"_s);
    CHECK(deviceOf(all.alice1, alice, u"A1"_s)->ed25519 == must(all.alice1.machine().ownEd25519()));
    all.server.users[alice.toString()][u"A1"_s].oneTime.clear();
    all.alice1.receive();
    CHECK(requestsOf(all.alice1, Kind::KeysUpload).empty()); // nothing is overwritten
    published = real;                                        // one wrong answer is not the end
    all.alice1.open();
    all.alice1.pump();
    CHECK_FALSE(refusalOf(all.alice1, room, both));
}

TEST_CASE("E2: a device that was never seen otherwise is not known by keys of another")
{
    Room all;
    Peer alice2(all.server, alice.toString(), u"A2"_s, all.clock);
    const Forger other(alice.toString(), u"A2"_s);
    pumpTwisted(all.server, alice2, [&](const Request& request, QJsonObject&) {
        if (request.kind == Kind::KeysUpload) {
            all.server.users[alice.toString()][u"A2"_s].keys = other.keys();
        }
    });
    CHECK_FALSE(deviceOf(alice2, alice, u"A2"_s)); // or it would be signed as the own one
    CHECK(use(alice2, [](MachineParts& parts) {
        return crypto::DeviceDirectory::areOwnKeysForeign(parts.context);
    }));
}

TEST_CASE("E9: a change that was told before a restart is asked about after it")
{
    Room all;
    const auto second = silentDevice(all, u"B2"_s);
    tellChanged(all.alice1, bob);
    all.alice1.open();
    all.alice1.pump();
    CHECK(deviceOf(all.alice1, bob, u"B2"_s));
    CHECK_FALSE(isOutdated(all.alice1, bob));
}

TEST_CASE("E10: a change while the answer travels: the list stays outdated until asked again")
{
    Room all;
    tellChanged(all.alice1, bob);
    const auto first = requestsOf(all.alice1, Kind::KeysQuery);
    REQUIRE(first.size() == 1);
    const QJsonObject old = all.server.handle(alice.toString(), u"A1"_s, first[0]);
    const auto second = silentDevice(all, u"B2"_s);
    tellChanged(all.alice1, bob);
    CHECK(requestsOf(all.alice1, Kind::KeysQuery).size() == 1); // one under way for each user
    answer(all.alice1, first[0], old);
    CHECK(isOutdated(all.alice1, bob));
    CHECK_FALSE(all.alice1.prepare(room, both)); // a message waits
    all.alice1.pump();
    CHECK_FALSE(isOutdated(all.alice1, bob));
    CHECK(deviceOf(all.alice1, bob, u"B2"_s));
    answer(all.alice1, first[0], old); // and once more: nobody asked
    CHECK_FALSE(deviceOf(all.alice1, bob, u"B2"_s)->deleted);
}

TEST_CASE("E10: two answers in the wrong order: the newer one wins")
{
    Room all;
    tellChanged(all.alice1, bob);
    const auto asked = requestsOf(all.alice1, Kind::KeysQuery);
    const QJsonObject old = all.server.handle(alice.toString(), u"A1"_s, asked.at(0));
    const auto second = silentDevice(all, u"B2"_s);
    all.alice1.pump();
    CHECK(deviceOf(all.alice1, bob, u"B2"_s));
    // The older one was asked for outside the queue, for a page that a person looked at.
    all.alice1.act([&] { must(all.alice1.machine().receiveKeysOf(bob, old)); });
    all.alice1.pump();
    CHECK_FALSE(deviceOf(all.alice1, bob, u"B2"_s)->deleted);
    CHECK_FALSE(isOutdated(all.alice1, bob));
}

TEST_CASE("E10: six hundred people are asked about in three requests")
{
    Room all;
    std::set<UserId> many;
    for (int i = 0; i < 600; ++i) {
        many.insert(UserId(u"@p%1:x.fr"_s.arg(i)));
    }
    follow(all.alice1, many);
    const auto queries = requestsOf(all.alice1, Kind::KeysQuery);
    REQUIRE(queries.size() == 3);
    QStringList asked;
    for (const Request& query : queries) {
        CHECK(askedIn(query).size() <= 250);
        asked += askedIn(query);
    }
    CHECK(QSet<QString>(asked.begin(), asked.end()).size() == 600);
}

TEST_CASE("E11: who left and came back with another device gets a key on it")
{
    Room all;
    all.message(all.alice1, u"$1"_s);
    all.alice1.act([&] {
        must(all.alice1.machine().memberLeft(room, bob));
        must(all.alice1.machine().untrackUsers({bob}));
    });
    const auto second = silentDevice(all, u"B2"_s); // nobody tells whom nobody shares a room with
    all.join(*second);
    tellChanged(all.alice1, bob);
    CHECK(requestsOf(all.alice1, Kind::KeysQuery).empty()); // no longer of any interest
    all.peers.push_back(second.get());
    signSecond(all);
    settle(all.peers);
    follow(all.alice1, {bob});
    const auto event = all.message(all.alice1, u"$2"_s);
    CHECK(second->decrypt(room, event));
}

TEST_CASE("E11: an answer that was asked for before somebody left says nothing after the return")
{
    Room all;
    const auto leave = [&] {
        all.alice1.act([&] { must(all.alice1.machine().untrackUsers({bob})); });
    };
    leave();
    follow(all.alice1, {bob}); // asked about as somebody new, both times
    const auto first = requestsOf(all.alice1, Kind::KeysQuery);
    const QJsonObject old = all.server.handle(alice.toString(), u"A1"_s, first.at(0));
    leave();
    const auto second = silentDevice(all, u"B2"_s);
    follow(all.alice1, {bob});
    answer(all.alice1, first[0], old);
    CHECK(isOutdated(all.alice1, bob));
    all.alice1.pump();
    CHECK(deviceOf(all.alice1, bob, u"B2"_s));
}

TEST_CASE("E12: an initial sync has every list asked for again before the next message")
{
    Room all;
    const auto second = silentDevice(all, u"B2"_s);
    tellChanged(all.alice1, {});
    CHECK(requestsOf(all.alice1, Kind::KeysQuery).empty());
    tellChanged(all.alice1, {}, true);
    CHECK_FALSE(all.alice1.prepare(room, both));
    const auto queries = requestsOf(all.alice1, Kind::KeysQuery);
    REQUIRE(queries.size() == 1);
    CHECK(askedIn(queries[0]) == QStringList{alice.toString(), bob.toString()});
    all.alice1.pump();
    CHECK(deviceOf(all.alice1, bob, u"B2"_s));
}

TEST_CASE("E13: a list whose server is away stays as it was; the new device reads later messages")
{
    Room all;
    const auto second = silentDevice(all, u"B2"_s);
    all.join(*second);
    signSecond(all);
    tellChanged(all.alice1, bob);
    const auto away = [](const Request& request, QJsonObject& response) {
        if (request.kind == Kind::KeysQuery) {
            response = {{u"device_keys"_s, QJsonObject()},
                        {u"failures"_s, QJsonObject{{u"x.fr"_s, QJsonObject()}}}};
        }
    };
    for (const Timestamp wait : {15'000, 30'000, 60'000}) {
        const auto sent = pumpTwisted(all.server, all.alice1, away);
        CHECK(countOf(sent, Kind::KeysQuery) == 1);
        CHECK(requestsOf(all.alice1, Kind::KeysQuery).empty()); // not before the delay is over
        CHECK(isOutdated(all.alice1, bob));
        CHECK_FALSE(deviceOf(all.alice1, bob, u"B1"_s)->deleted);
        all.clock.time += wait - 1;
        CHECK(requestsOf(all.alice1, Kind::KeysQuery).empty());
        all.clock.time += 1;
    }
    pumpTwisted(all.server, all.alice1, away);
    // Meanwhile a message goes to the devices that are known.
    for (int i = 0; i < 5 && !all.alice1.prepare(room, both); ++i) {
        pumpTwisted(all.server, all.alice1, away);
    }
    events::Event early;
    early.id = EventId(u"$1"_s);
    early.sender = alice;
    early.type = u"m.room.encrypted"_s;
    early.content = all.alice1.encrypt(room, u"avant"_s);
    all.clock.time += 120'000;
    const auto later = all.message(all.alice1, u"$2"_s);
    second->receive();
    CHECK(all.bob1.decrypt(room, early));
    CHECK(all.bob1.decrypt(room, later));
    CHECK(second->decrypt(room, later));
    CHECK_FALSE(second->decrypt(room, early)); // from the present index on
}

TEST_CASE("E13: a clock that was set back by years delays no question")
{
    Room all;
    tellChanged(all.alice1, bob);
    pumpTwisted(all.server, all.alice1, [](const Request& request, QJsonObject& response) {
        if (request.kind == Kind::KeysQuery) {
            response = {{u"device_keys"_s, QJsonObject()},
                        {u"failures"_s, QJsonObject{{u"x.fr"_s, QJsonObject()}}}};
        }
    });
    REQUIRE(isOutdated(all.alice1, bob));
    all.clock.time -= 3 * 365LL * 24 * 3'600'000;
    settle({&all.alice1});
    CHECK_FALSE(isOutdated(all.alice1, bob));
}

TEST_CASE("E13: three failures of the own server: the message waits, and reaches the new device")
{
    Room all;
    auto second = std::make_unique<Peer>(all.server, bob.toString(), u"B2"_s, all.clock);
    all.join(*second);
    all.peers.push_back(second.get());
    settle({&all.bob1, second.get()});
    signSecond(all);
    all.alice1.receive();
    QString id;
    for (int i = 0; i < 3; ++i) { // 500: nothing is reported back
        const auto queries = requestsOf(all.alice1, Kind::KeysQuery);
        REQUIRE(queries.size() == 1);
        CHECK((id.isEmpty() || id == queries[0].id));
        id = queries[0].id;
        CHECK_FALSE(all.alice1.prepare(room, both));
    }
    const auto event = all.message(all.alice1, u"$1"_s);
    CHECK(second->decrypt(room, event));
}

TEST_CASE("E13: a person who is missing from the answer without a failure has no devices")
{
    Room all;
    const auto before = all.message(all.alice1, u"$1"_s);
    tellChanged(all.alice1, bob);
    pumpTwisted(all.server, all.alice1, [](const Request& request, QJsonObject& response) {
        if (request.kind == Kind::KeysQuery) {
            response = {{u"device_keys"_s, QJsonObject()}};
        }
    });
    CHECK(deviceOf(all.alice1, bob, u"B1"_s)->deleted);
    CHECK_FALSE(isOutdated(all.alice1, bob));
    all.server.users[bob.toString()][u"B1"_s].inbox.clear();
    const auto after = all.message(all.alice1, u"$2"_s);
    CHECK(sessionOf(after) != sessionOf(before));
    CHECK_FALSE(hasKey(all.bob1, sessionOf(after)));
}
