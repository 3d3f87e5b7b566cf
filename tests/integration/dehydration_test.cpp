// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The own dehydrated device: when it is made, what it looks like, and how a new sign-in reads what
// was sent to it.

#include "support/dehydrated.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;
using crypto::Dehydration;
using Errand = crypto::Dehydration::Errand;

namespace {

constexpr Timestamp day = 24LL * 3'600'000;

Errand next(Peer& peer)
{
    return use(peer, [](MachineParts& parts) { return parts.dehydration.next(); });
}

template <class Work>
void with(Peer& peer, Work work)
{
    use(peer, [&](MachineParts& parts) {
        work(parts.dehydration);
        return true;
    });
}

//! A new sign-in of bob that has opened secret storage.
struct Newcomer {
    Peer peer;
    crypto::Rehydration device;

    Newcomer(Room& all, const QString& id, const QJsonObject& body)
        : peer(all.server, bob.toString(), id, all.clock)
        , device(must(crypto::Rehydration::wake(body, keyOfDevice(all))))
    {
        all.join(peer);
        all.peers.push_back(&peer);
        settle(all.peers);
    }

    static SecretBytes keyOfDevice(Room& all)
    {
        return use(all.bob1, [](MachineParts& parts) { return parts.dehydration.key(); });
    }

    bool receive(const QJsonObject& event)
    {
        return use(peer, [&](MachineParts& parts) {
            crypto::CryptoChanges changes;
            return device.receive(parts.context, parts.roomKeys, event, changes);
        });
    }
};

std::vector<QJsonObject> inbox(Room& all, const QJsonObject& body)
{
    return all.server.users[bob.toString()][body.value("device_id"_L1).toString()].inbox;
}

//! A key for the room, put into Olm for the device of `body` by alice; `more` replaces members of
//! the payload.
QJsonObject sentByHand(Room& all, const QJsonObject& body, const QJsonObject& more,
                       const QString& type, const QJsonObject& content)
{
    auto account = must(crypto::Account::fromSecrets(secretsOf(all.bob1, body)));
    auto sender = must(crypto::Account::create());
    // The fallback key: it is there for each of many.
    const QJsonObject keys = body.value("fallback_keys"_L1).toObject();
    const QByteArray key = keys.begin().value().toObject().value("key"_L1).toString().toLatin1();
    auto session = must(sender.createOutbound(account.curve25519(), key));
    QJsonObject payload{
        {u"type"_s, type},
        {u"content"_s, content},
        {u"sender"_s, alice.toString()},
        {u"recipient"_s, bob.toString()},
        {u"recipient_keys"_s, QJsonObject{{u"ed25519"_s, QString::fromLatin1(account.ed25519())}}},
        {u"keys"_s, QJsonObject{{u"ed25519"_s, QString::fromLatin1(sender.ed25519())}}}};
    for (auto it = more.begin(); it != more.end(); ++it) {
        payload.insert(it.key(), it.value());
    }
    const auto message = must(session.encrypt(toJson(payload)));
    const QString curve = QString::fromLatin1(account.curve25519());
    const QJsonObject sealed{{u"type"_s, message.type},
                             {u"body"_s, QString::fromLatin1(message.body)}};
    return {{u"sender"_s, alice.toString()},
            {u"type"_s, u"m.room.encrypted"_s},
            {u"content"_s, QJsonObject{{u"algorithm"_s, u"m.olm.v1.curve25519-aes-sha2"_s},
                                       {u"sender_key"_s, QString::fromLatin1(sender.curve25519())},
                                       {u"ciphertext"_s, QJsonObject{{curve, sealed}}}}}};
}

} // namespace

TEST_CASE("a dehydrated device is made when all is there for it, and again after a week")
{
    Room all;
    Peer& peer = all.bob1;
    CHECK(next(peer) == Errand::None); // the server has said nothing
    with(peer, [](Dehydration& d) { d.serverSaid(true, false); });
    CHECK(next(peer) == Errand::None); // no key
    with(peer, [](Dehydration& d) { d.makeKey(); });
    CHECK(next(peer) == Errand::None); // a key that lies nowhere opens nothing
    with(peer, [](Dehydration& d) { d.keyStored(); });
    CHECK(next(peer) == Errand::Create);
    CHECK(next(all.alice1) == Errand::None);
    const QJsonObject first = makeDehydrated(peer);
    REQUIRE_FALSE(first.isEmpty());
    peer.open();
    CHECK(next(peer) == Errand::None);
    CHECK(makeDehydrated(peer).isEmpty());
    all.clock.time += 7 * day + 1;
    with(peer, [](Dehydration& d) { d.serverSaid(true, true); });
    CHECK(next(peer) == Errand::Create);
    with(peer, [](Dehydration& d) { d.created(); });
    CHECK(next(peer) == Errand::None);
    with(peer, [](Dehydration& d) { d.serverSaid(true, false); }); // somebody removed it
    CHECK(next(peer) == Errand::Create);
    with(peer, [](Dehydration& d) { d.serverSaid(false, false); });
    CHECK(next(peer) == Errand::None);
}

TEST_CASE("an identity that is not the person's own makes no device, a reset removes it")
{
    Room all;
    const QJsonObject body = makeDehydrated(all.bob1);
    all.clock.time += 8 * day;
    CHECK(next(all.bob1) == Errand::Create);
    FakeClock clock;
    ModelServer elsewhere;
    Peer thief(elsewhere, bob.toString(), u"B1"_s, clock);
    all.server.publishIdentity(bob.toString(), use(thief, [](MachineParts& parts) {
                                   parts.identities.create();
                                   return parts.identities.publicKeys();
                               }));
    settle(all.peers);
    CHECK(next(all.bob1) == Errand::None);
    with(all.bob1, [](Dehydration& d) { d.forget(); });
    CHECK(next(all.bob1) == Errand::Remove);
    with(all.bob1, [](Dehydration& d) {
        CHECK_FALSE(d.hasKey());
        d.makeKey(); // of the new recovery
        d.keyStored();
    });
    CHECK(next(all.bob1) == Errand::Remove); // first things first
    with(all.bob1, [](Dehydration& d) { d.removed(); });
    CHECK(next(all.bob1) == Errand::None);
}

TEST_CASE("a new sign-in reads what was sent while the person was signed in nowhere")
{
    Room all;
    const QJsonObject body = makeDehydrated(all.bob1);
    dehydrate(all.server, bob.toString(), body);
    settle(all.peers);
    const auto event = all.message(all.alice1, u"$1"_s);
    Newcomer late(all, u"B2"_s, body);
    REQUIRE_FALSE(late.peer.decrypt(room, event));
    const auto events = inbox(all, body);
    REQUIRE(events.size() == 1);
    CHECK(late.receive(events[0]));
    const auto read = late.peer.decrypt(room, event);
    REQUIRE(read);
    CHECK(read->trust == u"ok"_s);
    CHECK_FALSE(late.receive(events[0])); // a repetition within one reading
    // The program ended before the device was replaced: it begins again and finds the same.
    Newcomer again(all, u"B3"_s, body);
    CHECK(again.receive(events[0]));
    CHECK(again.peer.decrypt(room, event));
    late.device = must(crypto::Rehydration::wake(body, Newcomer::keyOfDevice(all)));
    CHECK(late.receive(events[0]));
    CHECK(late.peer.decrypt(room, event));
}

TEST_CASE("a second key by the same session, and a fallback key for two, are read as well")
{
    Room all;
    const QJsonObject body = makeDehydrated(all.bob1);
    dehydrate(all.server, bob.toString(), body);
    all.server.users[bob.toString()][body.value("device_id"_L1).toString()].oneTime.clear();
    Peer alice2(all.server, alice.toString(), u"A2"_s, all.clock);
    all.join(alice2);
    all.peers.push_back(&alice2);
    settle(all.peers);
    std::vector<events::Event> sent{all.message(all.alice1, u"$1"_s), all.message(alice2, u"$2"_s)};
    all.clock.time += 8 * day; // the session of the room is worn
    sent.push_back(all.message(all.alice1, u"$3"_s));
    Newcomer late(all, u"B2"_s, body);
    for (const QJsonObject& event : inbox(all, body)) {
        CHECK(late.receive(event));
    }
    for (const events::Event& event : sent) {
        CHECK(late.peer.decrypt(room, event));
    }
}

TEST_CASE("what reaches a dehydrated device passes the checks of every other message")
{
    Room all;
    const auto event = all.message(all.alice1, u"$1"_s);
    const QJsonObject body = makeDehydrated(all.bob1);
    Newcomer late(all, u"B2"_s, body);
    const QJsonObject key = use(all.alice1, [&](MachineParts& parts) {
        const auto session = must(parts.context.store.outboundGroup(room));
        const auto group =
            must(crypto::OutboundGroup::unpickle(session->pickle, parts.context.pickleKey));
        return QJsonObject{{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s},
                           {u"room_id"_s, room.toString()},
                           {u"session_id"_s, QString::fromLatin1(group.id())},
                           {u"session_key"_s, QString::fromLatin1(group.sessionKey().view())}};
    });
    const auto by = [&](const QJsonObject& more, const QString& type = u"m.room_key"_s) {
        return late.receive(sentByHand(all, body, more, type, key));
    };
    CHECK_FALSE(by({{u"sender"_s, bob.toString()}}));
    CHECK_FALSE(by({{u"recipient"_s, alice.toString()}}));
    CHECK_FALSE(by({{u"recipient_keys"_s, QJsonObject()}}));
    CHECK_FALSE(by({{u"keys"_s, QJsonObject()}}));
    CHECK_FALSE(by({{u"sender_device_keys"_s, QJsonObject{{u"user_id"_s, u"@m:x.fr"_s}}}}));
    CHECK_FALSE(by({{u"content"_s, u"texte"_s}}));
    for (const auto& type : {u"m.forwarded_room_key"_s, u"m.secret.send"_s, u"m.dummy"_s}) {
        CHECK_FALSE(by({}, type));
    }
    QJsonObject other = key;
    other.insert("session_id"_L1, u"autre"_s);
    CHECK_FALSE(late.receive(sentByHand(all, body, {}, u"m.room_key"_s, other)));
    CHECK_FALSE(late.receive(
        {{u"sender"_s, alice.toString()}, {u"type"_s, u"m.room_key"_s}, {u"content"_s, key}}));
    CHECK_FALSE(hasKey(late.peer, sessionOf(event)));
    CHECK(by({}));
    CHECK(hasKey(late.peer, sessionOf(event)));
}

TEST_CASE("a dehydrated device under another key, another name or altered is not woken")
{
    Room all;
    QJsonObject body = makeDehydrated(all.bob1);
    const SecretBytes key = Newcomer::keyOfDevice(all);
    CHECK(crypto::Rehydration::wake(body, key));
    CHECK_FALSE(crypto::Rehydration::wake(body, secret('x')));
    CHECK_FALSE(crypto::Rehydration::wake({}, key));
    body.insert(u"device_id"_s, u"AUTRE"_s);
    CHECK_FALSE(crypto::Rehydration::wake(body, key));
}
