// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is left of trust and of private keys when an identity is replaced, and what a verification
// is worth that cannot be signed.

#include "crypto/primitives/curves.h"
#include "support/attackroom.h"
#include "support/wire.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;
using crypto::VerificationView;
using State = crypto::VerificationView::State;

namespace {

const QString userSigning = u"m.cross_signing.user_signing"_s;

struct ThreeDevices : Room {
    Peer alice2{server, alice.toString(), u"A2"_s, clock};

    ThreeDevices()
    {
        join(alice2);
        peers.push_back(&alice2);
        settle(peers);
    }
};

template <class Act>
bool act(Peer& peer, Act work)
{
    return use(peer, [&](MachineParts& parts) {
        std::vector<VerificationView> changed;
        return work(parts.verifications, changed);
    });
}

//! Up to the emoji on both sides.
QString compared(Room& all, Peer& one, Peer& two)
{
    const QString flow = use(one, [&](MachineParts& parts) {
        std::vector<VerificationView> changed;
        return parts.verifications.request(UserId(two.user()), DeviceId(two.device()), {}, changed);
    });
    settle(all.peers);
    REQUIRE(act(two, [&](auto& v, auto& c) { return v.accept(flow, c); }));
    settle(all.peers);
    REQUIRE(act(one, [&](auto& v, auto& c) { return v.startSas(flow, c); }));
    settle(all.peers);
    return flow;
}

void verify(Room& all, Peer& one, Peer& two)
{
    const QString flow = compared(all, one, two);
    for (Peer* peer : {&one, &two}) {
        REQUIRE(act(*peer, [&](auto& v, auto& c) { return v.confirm(flow, c); }));
        settle(all.peers);
    }
}

VerificationView lastOf(Peer& peer)
{
    return use(peer, [](MachineParts& parts) { return parts.verifications.all().back(); });
}

std::vector<QByteArray> publicSeeds(Peer& peer)
{
    return use(peer, [](MachineParts& parts) {
        std::vector<QByteArray> keys;
        for (const QString& name : crypto::identitySecrets) {
            const SecretBytes seed = parts.identities.seed(name);
            keys.push_back(seed.isEmpty() ? QByteArray() : must(crypto::ed25519Public(seed)));
        }
        return keys;
    });
}

bool isVerifiedDevice(Peer& at, Peer& whose)
{
    return use(at, [&](MachineParts& parts) {
        return must(parts.context.store.device(UserId(whose.user()), DeviceId(whose.device())))
            ->verified;
    });
}

//! What alice1 asks for; signatures are refused as the server does it in an answer of 200.
int pumpRefusing(Room& all)
{
    int refused = 0;
    for (const Request& request : requestsOf(all.alice1)) {
        QJsonObject response;
        if (request.kind == Kind::SignaturesUpload) {
            QJsonObject failures;
            for (const QString& user : request.body.keys()) {
                QJsonObject names;
                for (const QString& name : request.body.value(user).toObject().keys()) {
                    names.insert(name, QJsonObject{{u"errcode"_s, u"M_INVALID_SIGNATURE"_s}});
                }
                failures.insert(user, names);
            }
            response = {{u"failures"_s, failures}};
            ++refused;
        } else {
            response = all.server.handle(all.alice1.user(), all.alice1.device(), request);
        }
        answer(all.alice1, request, response);
    }
    return refused;
}

bool isSignedByAlice(Room& all)
{
    return all.server.identities[bob.toString()]
        .value("master_key"_L1)
        .toObject()
        .value("signatures"_L1)
        .toObject()
        .contains(alice.toString());
}

bool signBob(Room& all)
{
    return use(all.alice1, [](MachineParts& parts) {
        return parts.identities.signUser(bob, must(parts.context.store.identity(bob))->master);
    });
}

} // namespace

TEST_CASE("E69: seeds of an identity that was replaced sign nothing and are asked for anew")
{
    ThreeDevices all;
    verify(all, all.alice2, all.alice1);
    REQUIRE(publicSeeds(all.alice2) == publicSeeds(all.alice1));
    const auto old = publicSeeds(all.alice1);
    all.clock.time += 3'600'000;
    makeIdentity(all.alice1, all.server);
    settle(all.peers);
    REQUIRE(publicSeeds(all.alice1) != old);
    const QString flow = compared(all, all.alice2, all.alice1);
    REQUIRE(act(all.alice2, [&](auto& v, auto& c) { return v.confirm(flow, c); }));
    settle(all.peers);
    REQUIRE(act(all.alice1, [&](auto& v, auto& c) { return v.confirm(flow, c); }));
    all.alice1.pump();
    all.alice2.receive(); // it trusts the new identity and was given nothing yet
    CHECK(publicSeeds(all.alice2) == std::vector<QByteArray>(3));
    CHECK_FALSE(use(all.alice2, [](MachineParts& parts) {
        return parts.identities.signDevice(DeviceId(u"A2"_s));
    }));
    settle(all.peers); // verified again, it is answered again
    CHECK(publicSeeds(all.alice2) == publicSeeds(all.alice1));
}

TEST_CASE("E51: a device verified under another identity of its owner is not verified any more")
{
    ThreeDevices all;
    verify(all, all.alice1, all.bob1);
    REQUIRE(isVerifiedDevice(all.alice1, all.bob1));
    makeIdentity(all.bob1, all.server);
    settle(all.peers);
    CHECK_FALSE(isVerifiedDevice(all.alice1, all.bob1));
}

TEST_CASE("E65: a device that was left out of a new identity gets no more room keys")
{
    ThreeDevices all;
    verify(all, all.alice2, all.alice1);
    REQUIRE(isVerifiedDevice(all.alice1, all.alice2));
    REQUIRE(hasKey(all.alice2, sessionOf(all.message(all.alice1, u"$1"_s))));
    makeIdentity(all.alice1, all.server);
    settle(all.peers);
    CHECK_FALSE(isVerifiedDevice(all.alice1, all.alice2));
    use(all.alice1, [](MachineParts& parts) {
        auto session = *must(parts.context.store.outboundGroup(room));
        session.invalidated = true;
        must(parts.context.store.saveOutboundGroup(session));
        return true;
    });
    CHECK_FALSE(hasKey(all.alice2, sessionOf(all.message(all.alice1, u"$2"_s))));
}

TEST_CASE("E71: a verification of a person is not begun without the key to sign with")
{
    Room all;
    use(all.alice1, [](MachineParts& parts) {
        parts.context.saveSecret(userSigning, {});
        return true;
    });
    const QString flow = use(all.bob1, [](MachineParts& parts) {
        std::vector<VerificationView> changed;
        return parts.verifications.request(alice, {}, {}, changed);
    });
    settle(all.peers);
    CHECK_FALSE(act(all.alice1, [&](auto& v, auto& c) { return v.accept(flow, c); }));
    settle(all.peers);
    CHECK(lastOf(all.alice1).cancelCode == crypto::noSigningKey);
    CHECK(lastOf(all.bob1).state == State::Cancelled);
}

TEST_CASE("E71: a verification that could not be signed is not done")
{
    Room all;
    const QString flow = compared(all, all.alice1, all.bob1);
    use(all.alice1, [](MachineParts& parts) {
        parts.context.saveSecret(userSigning, {});
        return true;
    });
    for (Peer* peer : {&all.bob1, &all.alice1}) {
        act(*peer, [&](auto& v, auto& c) { return v.confirm(flow, c); });
        settle(all.peers);
    }
    CHECK(lastOf(all.alice1).state == State::Cancelled);
    CHECK_FALSE(isVerifiedDevice(all.alice1, all.bob1));
    CHECK_FALSE(isSignedByAlice(all));
}

TEST_CASE("E71: a signature that the server did not take is made again")
{
    Room all;
    REQUIRE(signBob(all));
    CHECK(pumpRefusing(all) == 1);
    CHECK_FALSE(isSignedByAlice(all));
    settle(all.peers);
    CHECK(isSignedByAlice(all));
    CHECK(use(all.alice1, [](MachineParts& parts) { return parts.identities.isVerified(bob); }));
}

TEST_CASE("E71: a signature that the server never takes is given up")
{
    Room all;
    REQUIRE(signBob(all));
    int refused = 0;
    for (int round = 0; round < 20; ++round) {
        refused += pumpRefusing(all);
    }
    CHECK(refused == 4);
    CHECK_FALSE(isSignedByAlice(all));
    CHECK_FALSE(
        use(all.alice1, [](MachineParts& parts) { return parts.identities.isVerified(bob); }));
}

TEST_CASE("A47: requests are counted by this device's clock, and what is kept is bounded")
{
    Room all;
    int made = 0;
    const auto ask = [&](const QString& who) {
        give(all.alice1, who, u"m.key.verification.request"_s,
             {{u"from_device"_s, u"M"_s},
              {u"methods"_s, QJsonArray{u"m.sas.v1"_s}},
              {u"transaction_id"_s, u"t%1"_s.arg(++made)},
              {u"timestamp"_s, qint64(all.clock.time - 9 * 60'000)}}); // so it says
    };
    const auto kept = [&] {
        return use(all.alice1,
                   [](MachineParts& parts) { return parts.verifications.all().size(); });
    };
    for (int i = 0; i < 20; ++i) {
        ask(u"@m:x.fr"_s);
    }
    CHECK(kept() == 5);
    for (int minute = 0; minute < 10; ++minute) {
        all.clock.time += 60'001;
        for (int i = 0; i < 5; ++i) {
            ask(u"@m:x.fr"_s);
        }
    }
    CHECK(kept() == 20);
    for (int i = 0; i < 150; ++i) {
        ask(u"@m%1:x.fr"_s.arg(i));
    }
    CHECK(kept() <= 100);
}
