// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What others think of a dehydrated device: who gives it keys, that nobody asks it for anything or
// believes a word of it, and when it counts as a sign-in after all.

#include "support/dehydrated.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;

namespace {

const auto keyMessage = u"m.room.encrypted"_s;
const auto notice = u"m.room_key.withheld"_s;

QString idOf(const QJsonObject& body)
{
    return body.value("device_id"_L1).toString();
}

//! The device of `owner` is listed and known to everybody.
QJsonObject listed(Room& all, Peer& owner, QJsonObject body)
{
    dehydrate(all.server, owner.user(), body);
    settle(all.peers);
    return body;
}

std::optional<DeviceId> waiting(Peer& at, const UserId& owner)
{
    return use(at, [&](MachineParts& parts) {
        return crypto::Dehydration::waitingAmong(must(parts.context.store.devices(owner)),
                                                 parts.identities);
    });
}

} // namespace

TEST_CASE("a dehydrated device gets keys when its owner's identity signed it, else none")
{
    for (const bool isSigned : {true, false}) {
        Room all;
        const QJsonObject made = makeDehydrated(all.bob1);
        const QJsonObject body =
            listed(all, all.bob1, isSigned ? made : selfSigned(all.bob1, made, true));
        const auto event = all.message(all.alice1, u"$1"_s);
        CHECK(all.bob1.decrypt(room, event));
        CHECK(all.inboxOf(bob.toString(), idOf(body)) ==
              QStringList{isSigned ? keyMessage : notice});
    }
}

TEST_CASE("without an identity of its owner, or by a hand's word, a dehydrated device gets no key")
{
    Room all;
    const QJsonObject made = makeDehydrated(all.bob1);
    const QJsonObject body = listed(all, all.bob1, selfSigned(all.bob1, made, true));
    all.alice1.act([&] {
        store::CryptoTables& store = all.alice1.tables();
        auto record = must(store.device(bob, DeviceId(idOf(body))));
        record->verified = true;
        must(store.saveDevice(*record));
    });
    all.message(all.alice1, u"$1"_s);
    CHECK(all.inboxOf(bob.toString(), idOf(body)) == QStringList{notice});
    all.server.identities.erase(bob.toString()); // as for a person who never made one
    Peer fresh(all.server, alice.toString(), u"A2"_s, all.clock);
    all.join(fresh);
    all.peers.push_back(&fresh);
    settle(all.peers);
    all.message(fresh, u"$2"_s);
    CHECK(all.inboxOf(bob.toString(), idOf(body)) == QStringList{notice, notice});
    const auto own =
        use(fresh, [](MachineParts& parts) { return parts.identities.hasIdentity(bob); });
    CHECK_FALSE(own);
}

TEST_CASE("what a dehydrated device says is dropped, known or not, and only that")
{
    for (const bool waits : {true, false}) {
        Room all;
        const auto event = all.message(all.alice1, u"$1"_s);
        Peer alice2(all.server, alice.toString(), u"A2"_s, all.clock);
        all.join(alice2);
        all.peers.push_back(&alice2);
        settle(all.peers);
        const QJsonObject body = selfSigned(all.bob1, makeDehydrated(all.bob1), waits);
        const QJsonObject key = keyOf(all.alice1, sessionOf(event));
        QJsonObject fresh = keyOf(all.alice1, sessionOf(event));
        const auto say = [&](const QJsonObject& more) {
            const QJsonObject content = spoken(all, all.bob1, body, alice2, u"m.dummy"_s, {}, more);
            return give(alice2, bob.toString(), keyMessage, content) == 0;
        };
        // Not in the list yet: its own word is in the message.
        CHECK(say({{u"sender_device_keys"_s, body.value("device_keys"_L1)}}) == !waits);
        CHECK(say({})); // nothing tells what it is
        listed(all, all.bob1, body);
        CHECK(say({}) == !waits);
    }
}

TEST_CASE("whoever asks under the name of a dehydrated device gets no answer")
{
    Room all;
    const auto event = all.message(all.alice1, u"$1"_s);
    const QJsonObject body = listed(all, all.alice1, makeDehydrated(all.alice1));
    const QString id = idOf(body);
    all.server.users[alice.toString()][id].inbox.clear();
    const QString session = QString::fromLatin1(sessionOf(event));
    const auto ask = [&](const QString& type, QJsonObject content) {
        content.insert(u"request_id"_s, u"r"_s + type);
        content.insert(u"transaction_id"_s, u"t"_s + type);
        content.insert(u"action"_s, u"request"_s);
        const int refused = give(all.alice1, alice.toString(), type, content);
        settle(all.peers);
        return refused;
    };
    const QJsonObject wanted{{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s},
                             {u"room_id"_s, room.toString()},
                             {u"session_id"_s, session}};
    CHECK(ask(u"m.room_key_request"_s, {{u"requesting_device_id"_s, id}, {u"body"_s, wanted}}) ==
          1);
    CHECK(ask(u"m.secret.request"_s,
              {{u"requesting_device_id"_s, id}, {u"name"_s, crypto::backupSecret}}) == 1);
    CHECK(ask(u"m.secret.request"_s,
              {{u"requesting_device_id"_s, id}, {u"name"_s, crypto::identitySecrets[0]}}) == 1);
    CHECK(ask(u"m.key.verification.request"_s, {{u"from_device"_s, id},
                                                {u"timestamp"_s, qint64(all.clock.time)},
                                                {u"methods"_s, QJsonArray{u"m.sas.v1"_s}}}) == 1);
    CHECK(use(all.alice1, [](MachineParts& p) { return p.verifications.all().empty(); }));
    CHECK(all.inboxOf(alice.toString(), id).isEmpty());
}

TEST_CASE("a dehydrated device is asked for no key, no secret and no verification")
{
    Room all;
    const QJsonObject body = listed(all, all.alice1, makeDehydrated(all.alice1));
    const QString id = idOf(body);
    const QByteArray session = sessionOf(all.message(all.bob1, u"$1"_s));
    Peer alice2(all.server, alice.toString(), u"A2"_s, all.clock);
    all.join(alice2);
    all.peers.push_back(&alice2);
    settle(all.peers);
    use(all.alice1,
        [](MachineParts& parts) { return parts.identities.signDevice(DeviceId(u"A2"_s)); });
    settle(all.peers);
    for (auto& [name, device] : all.server.users[alice.toString()]) {
        device.inbox.clear();
    }
    const auto flow = use(alice2, [&](MachineParts& parts) {
        const auto own = must(parts.context.store.identity(alice));
        parts.identities.trustOwn(own->master);
        parts.secrets.askForMissing();
        parts.requests.ask(room, session);
        parts.requests.cancel(room, session);
        std::vector<crypto::VerificationView> changed;
        parts.verifications.request(alice, {}, {}, changed);
        return parts.verifications.request(alice, DeviceId(id), {}, changed);
    });
    alice2.pump();
    CHECK(flow.isEmpty());
    CHECK(all.inboxOf(alice.toString(), id).isEmpty());
    const QStringList asked = all.inboxOf(alice.toString(), u"A1"_s);
    for (const auto& type :
         {u"m.secret.request"_s, u"m.room_key_request"_s, u"m.key.verification.request"_s}) {
        CHECK(asked.contains(type));
    }
}

TEST_CASE("one signed dehydrated device is no sign-in; two are, and one that nobody signed is")
{
    Room all;
    CHECK_FALSE(waiting(all.alice1, bob));
    const QJsonObject first = listed(all, all.bob1, makeDehydrated(all.bob1));
    CHECK(waiting(all.alice1, bob) == DeviceId(idOf(first)));
    CHECK(waiting(all.bob1, bob) == DeviceId(idOf(first)));
    all.clock.time += 8LL * 24 * 3'600'000;
    const QJsonObject second = makeDehydrated(all.bob1);
    listed(all, all.bob1, second); // by a server that keeps the first
    CHECK_FALSE(waiting(all.alice1, bob));
    listed(all, all.bob1, selfSigned(all.bob1, second, false)); // the flag is gone again
    all.server.users[bob.toString()].erase(idOf(first));
    listed(all, all.bob1, selfSigned(all.bob1, second, true));
    CHECK_FALSE(waiting(all.alice1, bob));
}
