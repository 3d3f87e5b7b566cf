// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a device must be to be known, and what it stays: its keys, its name, its owner.

#include "crypto/machine/devicekeys.h"
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

//! The server lists `keys` under Bob's `device`, and Alice asks.
void list(Room& all, const QString& device, const QJsonObject& keys)
{
    all.server.users[bob.toString()][device].keys = keys;
    all.server.changedUsers.append(bob.toString());
    settle(all.peers);
}

QJsonObject withKey(QJsonObject object, const QString& name, const QString& key)
{
    QJsonObject keys = object.value("keys"_L1).toObject();
    if (key.isEmpty()) {
        keys.remove(name);
    } else {
        keys.insert(name, key);
    }
    object.insert("keys"_L1, keys);
    return object;
}

} // namespace

TEST_CASE("E14: a known device keeps its keys: Curve25519, Ed25519 or both swapped are refused")
{
    Room all;
    const auto known = deviceOf(all.alice1, bob, u"B1"_s);
    REQUIRE(known);
    const Forger other(bob.toString(), u"B1"_s);
    QJsonObject curve = withKey(known->keys, u"curve25519:B1"_s, other.curve25519());
    curve.remove("signatures"_L1); // signed by the device itself, which would be in the plot
    curve = use(all.bob1, [&](MachineParts& parts) { return parts.keys.withSignature(curve); });
    const QJsonObject ed = other.withSignature(
        withKey(other.unsignedKeys(), u"curve25519:B1"_s, QString::fromLatin1(known->curve25519)));
    for (const QJsonObject& swapped : {curve, ed, other.keys()}) {
        REQUIRE(crypto::parseDevice(bob, DeviceId(u"B1"_s), swapped)); // nothing else is wrong
        list(all, u"B1"_s, swapped);
        const auto now = deviceOf(all.alice1, bob, u"B1"_s);
        CHECK(now->curve25519 == known->curve25519);
        CHECK(now->ed25519 == known->ed25519);
        CHECK_FALSE(now->deleted);
    }
}

TEST_CASE("E14: a device is known only if it is bound, whole and signed by itself")
{
    Room all;
    const Forger f(bob.toString(), u"B2"_s);
    const Forger other(bob.toString(), u"B3"_s);
    const Forger stranger(u"@eve:x.fr"_s, u"B2"_s);
    const auto sealed = [&](const QJsonObject& object) { return f.withSignature(object); };
    const QJsonObject plain = f.unsignedKeys();
    QJsonObject otherUser = plain;
    otherUser.insert("user_id"_L1, u"@eve:x.fr"_s);
    QJsonObject otherDevice = plain;
    otherDevice.insert("device_id"_L1, u"B3"_s);
    const QString curve = u"curve25519:B2"_s;
    const QString ed = u"ed25519:B2"_s;
    QJsonObject touched = f.keys();
    touched.insert("algorithms"_L1, QJsonArray{u"m.megolm.v1.aes-sha2"_s});
    const std::pair<const char*, QJsonObject> vectors[] = {
        {"another's user id", sealed(otherUser)},
        {"another device id", sealed(otherDevice)},
        {"the object of another device", other.keys()},
        {"the object of another person", stranger.keys()},
        {"no Curve25519 key", sealed(withKey(plain, curve, {}))},
        {"no Ed25519 key", sealed(withKey(plain, ed, {}))},
        {"Curve25519 of 31 bytes", sealed(withKey(plain, curve, f.curve25519().chopped(2)))},
        {"Ed25519 of 33 bytes", sealed(withKey(plain, ed, f.ed25519() + u"A"_s))},
        {"Curve25519 of small order", sealed(withKey(plain, curve, QString(43, u'A')))},
        {"no signature", plain},
        {"signed by another device", other.withSignature(plain)},
        {"altered after signing", touched},
        {"empty", {}},
    };
    for (const auto& [what, object] : vectors) {
        INFO(what);
        list(all, u"B2"_s, object);
        CHECK_FALSE(deviceOf(all.alice1, bob, u"B2"_s));
    }
    list(all, u"B2"_s, f.keys());
    CHECK(deviceOf(all.alice1, bob, u"B2"_s));
}

TEST_CASE("E15: a Curve25519 key that two people publish makes neither the owner by itself")
{
    Room all;
    const UserId eve(u"@eve:x.fr"_s);
    Peer alice2(all.server, alice.toString(), u"A2"_s, all.clock); // sees Eve before Bob
    Forger thief(eve.toString(), u"E1"_s);
    const QString stolen = QString::fromLatin1(must(all.bob1.machine().ownCurve25519()));
    all.server.users[eve.toString()][u"E1"_s].keys =
        thief.withSignature(withKey(thief.unsignedKeys(), u"curve25519:E1"_s, stolen));
    follow(alice2, {eve});
    settle({&alice2});
    REQUIRE(deviceOf(alice2, eve, u"E1"_s)->curve25519 == stolen.toLatin1());
    all.clock.time += 1000;
    all.join(alice2);
    all.peers.push_back(&alice2);
    settle(all.peers);
    use(all.alice1,
        [](MachineParts& parts) { return parts.identities.signDevice(DeviceId(u"A2"_s)); });
    settle(all.peers);
    auto event = all.message(all.bob1, u"$1"_s);
    const auto read = alice2.decrypt(room, event);
    REQUIRE(read); // Bob's key came with his Ed25519 key inside the ciphertext
    CHECK(read->trust == u"ok"_s);
    event.sender = eve;
    CHECK_FALSE(alice2.decrypt(room, event));
    // From a file nothing but names comes: both keys together say whose they are, one does not.
    event.sender = bob;
    Peer alice3(all.server, alice.toString(), u"A3"_s, all.clock);
    follow(alice3, {eve, bob});
    settle({&alice3});
    QJsonObject key = keyOf(all.bob1, sessionOf(event));
    const auto import = [&](Peer& peer, const QString& ed25519) {
        key.insert("sender_claimed_keys"_L1, QJsonObject{{u"ed25519"_s, ed25519}});
        use(peer, [&](MachineParts& parts) {
            crypto::CryptoChanges changes;
            return parts.roomKeys.importOne(key, crypto::InboundGroupRecord::Source::File, changes);
        });
    };
    import(alice3, QString::fromLatin1(must(all.bob1.machine().ownEd25519())));
    CHECK(alice3.decrypt(room, event));
    event.sender = eve;
    CHECK_FALSE(alice3.decrypt(room, event));
    Peer alice4(all.server, alice.toString(), u"A4"_s, all.clock);
    follow(alice4, {eve, bob});
    settle({&alice4});
    import(alice4, thief.ed25519());
    event.sender = bob;
    CHECK_FALSE(alice4.decrypt(room, event));
}

TEST_CASE("E15: somebody who publishes another's key does not keep a broken session from healing")
{
    Room all;
    const UserId eve(u"@eve:x.fr"_s);
    Forger thief(eve.toString(), u"E1"_s);
    const QString stolen = QString::fromLatin1(must(all.bob1.machine().ownCurve25519()));
    use(all.alice1, [&](MachineParts& parts) {
        auto record = must(crypto::parseDevice(
            eve, DeviceId(u"E1"_s),
            thief.withSignature(withKey(thief.unsignedKeys(), u"curve25519:E1"_s, stolen))));
        record.firstSeen = 1; // long before Bob's
        must(parts.context.store.saveDevice(record));
        return true;
    });
    all.message(all.alice1, u"$1"_s);
    all.message(all.bob1, u"$2"_s);
    use(all.alice1, [&](MachineParts& parts) { // the sessions are lost on Alice's side
        for (const auto& session : must(parts.context.store.olmSessions(stolen.toLatin1()))) {
            must(parts.context.store.removeOlmSession(session.sessionId));
        }
        return true;
    });
    all.clock.time += 1000;
    all.bob1.act([&] { must(all.bob1.machine().memberLeft(room, alice)); });
    all.message(all.bob1, u"$3"_s);
    const auto event = all.message(all.bob1, u"$4"_s);
    CHECK(all.alice1.decrypt(room, event));
}

TEST_CASE("E30: a device id that is given to a new device: new keys, a share, no old trust")
{
    Room all;
    auto old = std::make_unique<Peer>(all.server, bob.toString(), u"B2"_s, all.clock);
    all.join(*old);
    settle({&all.alice1, &all.bob1, old.get()});
    const auto sign = [&] {
        use(all.bob1,
            [](MachineParts& parts) { return parts.identities.signDevice(DeviceId(u"B2"_s)); });
    };
    sign();
    settle({&all.alice1, &all.bob1, old.get()});
    use(all.alice1, [&](MachineParts& parts) {
        auto record = must(parts.context.store.device(bob, DeviceId(u"B2"_s)));
        record->verified = true;
        must(parts.context.store.saveDevice(*record));
        return true;
    });
    const auto first = all.message(all.alice1, u"$1"_s);
    old->receive();
    REQUIRE(old->decrypt(room, first));
    all.server.users[bob.toString()].erase(u"B2"_s); // signed out
    all.server.changedUsers.append(bob.toString());
    settle(all.peers);
    Peer fresh(all.server, bob.toString(), u"B2"_s, all.clock);
    all.join(fresh);
    settle({&all.alice1, &all.bob1, &fresh});
    CHECK_FALSE(deviceOf(all.alice1, bob, u"B2"_s)->verified);
    sign();
    settle({&all.alice1, &all.bob1, &fresh});
    const auto second = all.message(all.alice1, u"$2"_s);
    CHECK(sessionOf(second) != sessionOf(first)); // the old device is gone
    fresh.receive();
    CHECK(fresh.decrypt(room, second));
    CHECK_FALSE(old->decrypt(room, second));
}
