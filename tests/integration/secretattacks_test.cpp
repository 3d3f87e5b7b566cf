// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which of the own devices may have a secret or a key, whose answer counts, and what an identity
// that the server put in place of the own one is good for.

#include "support/attackroom.h"
#include "support/forger.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;

namespace {

const auto encrypted = u"m.room.encrypted"_s;

//! Alice's two devices; the second knows the identity, and is signed by the first on demand.
struct Office : Room {
    Peer alice2{server, alice.toString(), u"A2"_s, clock};

    Office()
    {
        join(alice2);
        peers.push_back(&alice2);
        settle(peers);
    }

    void sign()
    {
        REQUIRE(use(alice1,
                    [](MachineParts& p) { return p.identities.signDevice(DeviceId(u"A2"_s)); }));
        settle(peers);
    }

    void trust()
    {
        const QByteArray master =
            use(alice1, [](MachineParts& p) { return p.identities.trustedMaster(); });
        use(alice2, [&](MachineParts& p) {
            p.identities.trustOwn(master);
            return true;
        });
        server.changedUsers.append(alice.toString());
        settle(peers);
    }

    //! The server says that Alice has another identity, one that it made.
    void replaceIdentity(Peer& liar)
    {
        server.publishIdentity(alice.toString(), use(liar, [](MachineParts& parts) {
                                   parts.identities.create();
                                   return parts.identities.publicKeys();
                               }));
        settle(peers);
    }

    //! What the first device sends to the second when it asks for a secret.
    QStringList answerTo(const QString& id)
    {
        auto& inbox = server.users[alice.toString()][u"A2"_s].inbox;
        inbox.clear();
        give(alice1, alice.toString(), u"m.secret.request"_s,
             {{u"action"_s, u"request"_s},
              {u"name"_s, u"m.cross_signing.self_signing"_s},
              {u"request_id"_s, id},
              {u"requesting_device_id"_s, u"A2"_s}});
        for (int i = 0; i < 3; ++i) {
            alice1.pump(); // a session first, then the secret
        }
        return inboxOf(alice.toString(), u"A2"_s);
    }
};

SecretBytes seedOf(Peer& peer, const QString& name)
{
    return use(peer, [&](MachineParts& parts) {
        return SecretBytes::copyOf(parts.identities.seed(name).view());
    });
}

bool hasSeed(Peer& peer, const QString& name)
{
    return use(peer, [&](MachineParts& parts) { return parts.identities.hasSeed(name); });
}

QJsonObject answer(const QString& id, const SecretBytes& secret)
{
    return {{u"request_id"_s, id},
            {u"secret"_s, QString::fromLatin1(secret.view().toByteArray().toBase64())}};
}

QString askedFor(Peer& peer, const QString& name)
{
    const QJsonObject asked =
        use(peer, [](MachineParts& p) { return p.context.object(u"secretsAsked"_s); });
    for (const QString& id : asked.keys()) {
        if (asked.value(id).toString() == name) {
            return id;
        }
    }
    return {};
}

} // namespace

TEST_CASE("E61: secrets are given to a signed device, for five minutes, by a trusted identity")
{
    {
        Office all;
        CHECK(all.answerTo(u"1"_s).isEmpty()); // not signed
        all.sign();
        CHECK(all.answerTo(u"2"_s).contains(encrypted));
    }
    {
        Office all;
        all.sign();
        all.clock.time += 6 * 60'000;
        CHECK(all.answerTo(u"1"_s).isEmpty());
    }
    {
        Office all;
        all.sign();
        FakeClock clock;
        ModelServer elsewhere;
        Peer liar(elsewhere, alice.toString(), u"A1"_s, clock);
        all.replaceIdentity(liar);
        CHECK_FALSE(all.answerTo(u"1"_s).contains(encrypted));
    }
}

TEST_CASE("A12: a secret counts from a signed own device only, and only the one that was asked for")
{
    const auto name = u"m.cross_signing.user_signing"_s;
    Office all;
    all.trust();
    REQUIRE(use(all.alice1,
                [](MachineParts& p) { return p.identities.signDevice(DeviceId(u"A2"_s)); }));
    all.alice1.pump(); // and is away from now on: the question stays open
    settle({&all.alice2});
    const QString id = askedFor(all.alice2, name);
    REQUIRE_FALSE(id.isEmpty());
    const SecretBytes seed = seedOf(all.alice1, name);
    Forger intruder(alice.toString(), u"A9"_s); // in the account, and not signed
    intruder.publish(all.server);
    settle({&all.alice2});
    intruder.meet(all.server, all.alice2);
    const auto send = [&](const QString& of, const SecretBytes& secret) {
        return intruder.send(all.alice2,
                             intruder.payload(all.alice2, u"m.secret.send"_s, answer(of, secret)));
    };
    CHECK_FALSE(send(id, seed));
    CHECK_FALSE(hasSeed(all.alice2, name));

    all.server.users[alice.toString()][u"A9"_s].keys = use(
        all.alice1, [&](MachineParts& p) { return p.identities.signedAsDevice(intruder.keys()); });
    all.server.changedUsers.append(alice.toString());
    settle({&all.alice2});
    CHECK_FALSE(send(u"unasked"_s, seed));
    CHECK_FALSE(hasSeed(all.alice2, {}));
    CHECK_FALSE(send(askedFor(all.alice2, u"m.cross_signing.master"_s), secret('z'))); // E59
    CHECK_FALSE(hasSeed(all.alice2, u"m.cross_signing.master"_s));
    CHECK(send(id, seed));
    CHECK(hasSeed(all.alice2, name));
}

TEST_CASE("E49: a request for a key counts from the own account only, whatever device it names")
{
    Office all;
    all.sign();
    const auto event = all.message(all.alice1, u"$1"_s);
    const auto ask = [&](const QString& sender, const QString& id) {
        all.server.users[alice.toString()][u"A2"_s].inbox.clear();
        give(all.alice1, sender, u"m.room_key_request"_s,
             {{u"action"_s, u"request"_s},
              {u"request_id"_s, id},
              {u"requesting_device_id"_s, u"A2"_s},
              {u"body"_s, QJsonObject{{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s},
                                      {u"room_id"_s, room.toString()},
                                      {u"session_id"_s, QString::fromLatin1(sessionOf(event))}}}});
        all.alice1.pump();
        return all.inboxOf(alice.toString(), u"A2"_s);
    };
    CHECK(ask(bob.toString(), u"1"_s).isEmpty());
    CHECK(ask(alice.toString(), u"2"_s) == QStringList{encrypted});
}

TEST_CASE("E38: under an own identity that the server made nobody new gets a key")
{
    Office all;
    FakeClock clock;
    ModelServer elsewhere;
    Peer liar(elsewhere, alice.toString(), u"A9"_s, clock);
    follow(liar, {alice});
    settle({&liar});
    makeIdentity(liar, elsewhere);
    settle({&liar});
    auto& planted = all.server.users[alice.toString()][u"A9"_s];
    planted = elsewhere.users[alice.toString()][u"A9"_s]; // signed by the false identity
    all.server.publishIdentity(alice.toString(), elsewhere.identities[alice.toString()]);
    settle(all.peers);
    planted.inbox.clear();
    all.message(all.alice1, u"$1"_s);
    CHECK_FALSE(all.inboxOf(alice.toString(), u"A9"_s).contains(encrypted));
}

TEST_CASE("E38: an own identity that was replaced stays marked until it is made or opened anew")
{
    Office all;
    FakeClock clock;
    ModelServer elsewhere;
    Peer liar(elsewhere, alice.toString(), u"A1"_s, clock);
    all.replaceIdentity(liar);
    const auto isMarked = [&] {
        return use(all.alice1, [](MachineParts& p) { return p.identities.view(alice).changed; });
    };
    CHECK(isMarked());
    use(all.alice1, [](MachineParts& parts) {
        parts.identities.acknowledge(alice); // as for a colleague: no way out for oneself
        return true;
    });
    all.server.changedUsers.append(alice.toString());
    settle(all.peers);
    CHECK(isMarked());
}

TEST_CASE("A6: the signature of an identity that was replaced proves no backup")
{
    Office all;
    all.message(all.bob1, u"$1"_s);
    QJsonObject info = use(all.alice1, [](MachineParts& p) { return p.backup.create(); });
    info.insert(u"version"_s, u"1"_s);
    const auto goesUp = [&] {
        return use(all.alice1, [&](MachineParts& parts) {
            parts.backup.serverVersion(info);
            return parts.backup.nextUpload().has_value();
        });
    };
    CHECK(goesUp());
    FakeClock clock;
    ModelServer elsewhere;
    Peer liar(elsewhere, alice.toString(), u"A1"_s, clock);
    all.replaceIdentity(liar);
    CHECK_FALSE(goesUp());
}

TEST_CASE("A18: a device that is gone is not signed")
{
    Office all;
    all.server.users[alice.toString()].erase(u"A2"_s);
    all.server.changedUsers.append(alice.toString());
    settle({&all.alice1, &all.bob1});
    CHECK_FALSE(use(all.alice1, [](MachineParts& parts) {
        return parts.identities.signDevice(DeviceId(u"A2"_s));
    }));
}
