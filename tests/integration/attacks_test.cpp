// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a server, a member of the room or another device may try against the encryption. Each of
// these fails when the defence that it names is taken out.

#include "crypto/olm/megolm.h"
#include "support/attackroom.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;

TEST_CASE("A1: a device that the server added gets a notice and no key")
{
    Room all;
    Peer ghost(all.server, bob.toString(), u"GEIST"_s, all.clock);
    ghost.pump();
    all.server.changedUsers.append(bob.toString());
    settle(all.peers);
    const auto event = all.message(all.alice1, u"$1"_s);
    CHECK(all.bob1.decrypt(room, event));
    CHECK(all.inboxOf(bob.toString(), u"GEIST"_s) == QStringList{u"m.room_key.withheld"_s});
    all.message(all.alice1, u"$2"_s);
    CHECK(all.inboxOf(bob.toString(), u"GEIST"_s).size() == 1); // told once
    ghost.receive();
    const auto locked = ghost.decrypt(room, event);
    REQUIRE_FALSE(locked);
    CHECK(locked.error().reason == u"withheldUnverified"_s);
}

TEST_CASE("A3: keys and secrets in clear, or inside a room message, do nothing")
{
    Room all;
    const auto event = all.message(all.alice1, u"$1"_s);
    Peer late(all.server, bob.toString(), u"B2"_s, all.clock);
    const QJsonObject key = keyOf(all.alice1, sessionOf(event));
    for (const auto& type : {u"m.room_key"_s, u"m.forwarded_room_key"_s, u"m.secret.send"_s}) {
        CHECK(give(late, bob.toString(), type, key) == 1);
        CHECK(give(late, alice.toString(), type, key) == 1);
        QJsonObject wrapped = event.content;
        wrapped.insert("type"_L1, type);
        CHECK(give(late, bob.toString(), u"m.room.encrypted"_s, wrapped) == 1);
    }
    CHECK_FALSE(hasKey(late, sessionOf(event)));
    auto group = must(crypto::OutboundGroup::create()); // as it would be taken from an Olm message
    CHECK(give(late, alice.toString(), u"m.room_key"_s,
               {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s},
                {u"room_id"_s, room.toString()},
                {u"session_id"_s, QString::fromLatin1(group.id())},
                {u"session_key"_s, QString::fromLatin1(group.sessionKey().view())}}) == 1);
    CHECK_FALSE(hasKey(late, group.id()));
}

TEST_CASE("A4: a forwarded key that was not asked for is refused, whoever sends it")
{
    Room all;
    Peer alice2(all.server, alice.toString(), u"A2"_s, all.clock);
    all.join(alice2);
    all.peers.push_back(&alice2);
    settle(all.peers);
    const auto event = all.message(all.alice1, u"$1"_s);
    const QByteArray session = sessionOf(event);
    const QJsonObject key = keyOf(all.alice1, session);
    CHECK_FALSE(hasKey(alice2, session)); // not signed: it was withheld
    all.message(alice2, u"$2"_s);         // sessions between all
    sendOlm(all, all.bob1, alice2, u"m.forwarded_room_key"_s, key);
    CHECK_FALSE(hasKey(alice2, session));
    sendOlm(all, all.alice1, alice2, u"m.forwarded_room_key"_s, key);
    CHECK_FALSE(hasKey(alice2, session));
    // Not even from an own device that is vouched for, to one that is, too.
    use(all.alice1,
        [](MachineParts& parts) { return parts.identities.signDevice(DeviceId(u"A2"_s)); });
    settle(all.peers);
    use(alice2, [](MachineParts& parts) {
        parts.identities.trustOwn(must(parts.context.store.identity(alice))->master);
        return true;
    });
    settle(all.peers);
    sendOlm(all, all.alice1, alice2, u"m.forwarded_room_key"_s, key);
    CHECK_FALSE(hasKey(alice2, session));
}

TEST_CASE("A4: a key that was asked for is taken from own signed devices only")
{
    Room all;
    Peer alice2(all.server, alice.toString(), u"A2"_s, all.clock);
    all.join(alice2);
    all.peers.push_back(&alice2);
    settle(all.peers);
    const QByteArray session = sessionOf(all.message(all.alice1, u"$1"_s));
    const QJsonObject key = keyOf(all.alice1, session);
    all.message(alice2, u"$2"_s); // sessions between all
    use(all.alice1,
        [](MachineParts& parts) { return parts.identities.signDevice(DeviceId(u"A2"_s)); });
    settle(all.peers);
    use(alice2, [](MachineParts& parts) {
        parts.identities.trustOwn(must(parts.context.store.identity(alice))->master);
        return true;
    });
    settle(all.peers);
    std::erase(all.peers, &all.alice1); // does not answer yet
    use(alice2, [&](MachineParts& parts) { return parts.requests.ask(room, session); });
    sendOlm(all, all.bob1, alice2, u"m.forwarded_room_key"_s, key);
    CHECK_FALSE(hasKey(alice2, session));
    all.peers.push_back(&all.alice1);
    settle(all.peers);
    CHECK(hasKey(alice2, session));
}

TEST_CASE("a key is asked of own signed devices, given by them, and taken once")
{
    Room all;
    const auto event = all.message(all.alice1, u"$1"_s);
    const QByteArray session = sessionOf(event);
    Peer alice2(all.server, alice.toString(), u"A2"_s, all.clock);
    all.join(alice2);
    all.peers.push_back(&alice2);
    settle(all.peers);
    const auto ask = [&] {
        use(alice2, [&](MachineParts& parts) {
            parts.requests.ask(room, session);
            return true;
        });
        settle(all.peers);
    };
    ask();
    CHECK_FALSE(hasKey(alice2, session)); // it is not signed: nobody is asked
    use(all.alice1,
        [](MachineParts& parts) { return parts.identities.signDevice(DeviceId(u"A2"_s)); });
    settle(all.peers);
    use(alice2, [](MachineParts& parts) {
        const auto own = must(parts.context.store.identity(alice));
        parts.identities.trustOwn(own->master);
        return true;
    });
    ask();
    REQUIRE(hasKey(alice2, session));
    const auto read = alice2.decrypt(room, event);
    REQUIRE(read);
    CHECK(read->trust == u"forwarded"_s);
}

TEST_CASE("A10: a request of another person, or under a name with other keys, gets nothing")
{
    Room all;
    const auto event = all.message(all.alice1, u"$1"_s);
    const auto ask = [&](const QString& sender, const QString& device) {
        give(all.alice1, sender, u"m.room_key_request"_s,
             {{u"action"_s, u"request"_s},
              {u"request_id"_s, u"r"_s + device},
              {u"requesting_device_id"_s, device},
              {u"body"_s, QJsonObject{{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s},
                                      {u"room_id"_s, room.toString()},
                                      {u"session_id"_s, QString::fromLatin1(sessionOf(event))}}}});
        all.alice1.pump();
    };
    all.server.users[bob.toString()][u"B1"_s].inbox.clear();
    ask(bob.toString(), u"B1"_s);
    CHECK(all.inboxOf(bob.toString(), u"B1"_s).isEmpty());
    Peer stranger(all.server, alice.toString(), u"A9"_s, all.clock); // own account, not signed
    stranger.pump();
    all.server.changedUsers.append(alice.toString());
    settle(all.peers);
    all.server.users[alice.toString()][u"A9"_s].inbox.clear();
    ask(alice.toString(), u"A9"_s);
    CHECK(all.inboxOf(alice.toString(), u"A9"_s) == QStringList{u"m.room_key.withheld"_s});
}

TEST_CASE("A7: a key out of the backup is never proof of who wrote, and replaces none")
{
    Room all;
    const auto event = all.message(all.alice1, u"$1"_s);
    const QByteArray session = sessionOf(event);
    QJsonObject key = keyOf(all.alice1, session);
    crypto::CryptoChanges changes;
    const auto import = [&](Peer& peer, const QJsonObject& content) {
        return use(peer, [&](MachineParts& parts) {
            return parts.roomKeys.importOne(content, crypto::InboundGroupRecord::Source::Backup,
                                            changes);
        });
    };
    CHECK(import(all.bob1, key)); // known already
    CHECK(all.bob1.decrypt(room, event)->trust == u"ok"_s);
    Peer other(all.server, bob.toString(), u"B2"_s, all.clock);
    CHECK(import(other, key));
    CHECK(other.decrypt(room, event)->trust == u"forwarded"_s);
    key.insert("room_id"_L1, u"!ailleurs:x.fr"_s);
    CHECK(import(other, key));
    CHECK(other.decrypt(room, event)); // the room's own key is still what it was
    key.insert("session_id"_L1, u"autre"_s);
    CHECK_FALSE(import(other, key));
}

TEST_CASE(
    "A19: a changed identity stays marked until the person has acted, also when it flips back")
{
    Room all;
    const QJsonObject old = all.server.identities[bob.toString()];
    makeIdentity(all.bob1, all.server); // nothing pending: the same seeds are not made twice
    FakeClock clock;
    ModelServer elsewhere;
    Peer other(elsewhere, bob.toString(), u"B1"_s, clock);
    const QJsonObject fresh = use(other, [](MachineParts& parts) {
        parts.identities.create();
        return parts.identities.publicKeys();
    });
    all.server.publishIdentity(bob.toString(), fresh);
    settle(all.peers);
    const auto changed = [&] {
        return use(all.alice1, [](MachineParts& p) { return p.identities.view(bob).changed; });
    };
    CHECK(changed());
    all.server.publishIdentity(bob.toString(), old);
    settle(all.peers);
    CHECK(changed());
    all.alice1.open();
    CHECK(changed());
    use(all.alice1, [](MachineParts& parts) {
        parts.identities.acknowledge(bob);
        return true;
    });
    CHECK_FALSE(changed());
}

TEST_CASE("A8: an event under the key of somebody else is not shown as its sender's")
{
    Room all;
    auto event = all.message(all.alice1, u"$1"_s);
    event.sender = bob;
    const auto refused = all.bob1.decrypt(room, event);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().reason == u"senderMismatch"_s);
    Peer other(all.server, bob.toString(), u"B2"_s, all.clock);
    all.join(other);
    other.pump();
    crypto::CryptoChanges changes;
    const QJsonObject key = keyOf(all.alice1, sessionOf(event));
    use(other, [&](MachineParts& parts) {
        return parts.roomKeys.importOne(key, crypto::InboundGroupRecord::Source::File, changes);
    });
    const auto imported = other.decrypt(room, event); // the key says whose device it came from
    REQUIRE_FALSE(imported);
    CHECK(imported.error().reason == u"senderMismatch"_s);
}

TEST_CASE("A25: a forged notice changes a word and no more; the key that comes later wins")
{
    Room all;
    for (int i = 0; i < 10 && !all.alice1.prepare(room, both); ++i) {
        all.alice1.pump();
    }
    events::Event event;
    event.id = EventId(u"$1"_s);
    event.sender = alice;
    event.type = u"m.room.encrypted"_s;
    event.originServerTs = all.clock.time;
    event.content = all.alice1.encrypt(room, u"secret"_s);
    CHECK(give(all.bob1, alice.toString(), u"m.room_key.withheld"_s,
               {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s},
                {u"room_id"_s, room.toString()},
                {u"session_id"_s, event.content.value("session_id"_L1)},
                {u"code"_s, u"m.blacklisted"_s}}) == 0);
    CHECK(all.bob1.decrypt(room, event).error().reason == u"withheldBlacklisted"_s);
    settle(all.peers);
    CHECK(all.bob1.decrypt(room, event));
}
