// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a server may try against identities, secrets and the key backup. Each of these fails when
// the defence that it names is taken out.

#include "crypto/primitives/curves.h"
#include "support/attackroom.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;

TEST_CASE("A6: nothing goes up to a backup that the own identity did not sign")
{
    Room all;
    all.message(all.alice1, u"$1"_s);
    const auto upload = [&] {
        return use(all.alice1, [](MachineParts& p) { return p.backup.nextUpload(); });
    };
    const auto tell = [&](const QJsonObject& info) {
        use(all.alice1, [&](MachineParts& parts) {
            parts.backup.serverVersion(info);
            return true;
        });
    };
    const QJsonObject mine = use(all.alice1, [](MachineParts& p) { return p.backup.create(); });
    QJsonObject info = mine;
    info.insert("version"_L1, u"1"_s);
    tell(info);
    CHECK(upload()); // signed by the identity
    QJsonObject foreign = info;
    QJsonObject auth = info.value("auth_data"_L1).toObject();
    auth.insert("public_key"_L1,
                QString::fromLatin1(crypto::x25519Generate().publicKey)); // the signature is old
    foreign.insert("auth_data"_L1, auth);
    tell(foreign);
    CHECK_FALSE(upload());
    auth.remove("signatures"_L1);
    foreign.insert("auth_data"_L1, auth);
    tell(foreign);
    CHECK_FALSE(upload());
    const QJsonObject bobs = use(all.bob1, [](MachineParts& p) { return p.backup.create(); });
    foreign = bobs;
    foreign.insert("version"_L1, u"2"_s);
    tell(foreign);
    CHECK_FALSE(upload());
    tell({});
    CHECK_FALSE(upload());
}

TEST_CASE("A12: secrets that nobody asked for, or that are not the right ones, are refused")
{
    Room all;
    Peer alice2(all.server, alice.toString(), u"A2"_s, all.clock);
    all.join(alice2);
    all.peers.push_back(&alice2);
    settle(all.peers);
    all.message(all.alice1, u"$1"_s);
    const QJsonObject unasked{{u"request_id"_s, u"x"_s},
                              {u"secret"_s, QString::fromLatin1(QByteArray(32, 'x').toBase64())}};
    const auto none = [&] {
        return use(alice2, [](MachineParts& parts) {
            bool any = false;
            for (const QString& name : crypto::identitySecrets) {
                any = any || parts.identities.hasSeed(name);
            }
            return !any;
        });
    };
    all.message(alice2, u"$2"_s);
    sendOlm(all, all.alice1, alice2, u"m.secret.send"_s, unasked);
    CHECK(none());
    sendOlm(all, all.bob1, alice2, u"m.secret.send"_s, unasked);
    CHECK(none());
    use(alice2, [](MachineParts& parts) {
        for (const QString& name : crypto::identitySecrets) {
            CHECK_FALSE(parts.identities.offerSeed(name, secret('z'))); // makes another public key
        }
        return true;
    });
    CHECK(none());
}

TEST_CASE("A18: an own identity that the server replaced is not trusted and signs nothing")
{
    Room all;
    const QJsonObject old = all.server.identities[alice.toString()];
    FakeClock clock;
    ModelServer elsewhere;
    Peer liar(elsewhere, alice.toString(), u"A1"_s, clock);
    const QJsonObject false_ = use(liar, [](MachineParts& parts) {
        parts.identities.create();
        return parts.identities.publicKeys();
    });
    all.server.publishIdentity(alice.toString(), false_);
    settle(all.peers);
    const auto state = [&] {
        return use(all.alice1, [](MachineParts& parts) {
            return std::pair{parts.identities.isOwnTrusted(), parts.identities.view(alice).changed};
        });
    };
    CHECK(state() == std::pair{false, true});
    CHECK_FALSE(use(all.alice1, [](MachineParts& parts) {
        return parts.identities.signDevice(DeviceId(u"A1"_s));
    }));
    all.server.publishIdentity(alice.toString(), old); // A19: and back
    settle(all.peers);
    CHECK(state().second);
}

TEST_CASE("S24: nothing is encrypted for a verified person whose identity changed, until settled")
{
    Room all;
    use(all.alice1, [](MachineParts& parts) {
        const auto identity = must(parts.context.store.identity(bob));
        return parts.identities.signUser(bob, identity->master);
    });
    settle(all.peers);
    all.message(all.alice1, u"$1"_s);
    makeIdentity(all.bob1, all.server);
    settle(all.peers);
    CHECK_THROWS(all.alice1.prepare(room, both));
    use(all.alice1, [](MachineParts& parts) {
        parts.identities.acknowledge(bob);
        return true;
    });
    const auto event = all.message(all.alice1, u"$2"_s);
    CHECK(all.bob1.decrypt(room, event));
}

TEST_CASE("A17: a change that the server keeps to itself is found within the week")
{
    Room all;
    const auto lists = [&] {
        return use(all.alice1, [](MachineParts& parts) {
            return must(parts.context.store.devices(bob)).size();
        });
    };
    CHECK(lists() == 1);
    Peer silent(all.server, bob.toString(), u"B2"_s, all.clock);
    const qsizetype told = all.server.changedUsers.size();
    silent.pump();
    all.server.changedUsers.resize(told);
    settle(all.peers);
    CHECK(lists() == 1);
    all.clock.time += 8LL * 24 * 3'600'000;
    settle(all.peers);
    CHECK(lists() == 2);
}
