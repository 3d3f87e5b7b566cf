// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Identities, verification and secrets among machines over real SQLCipher files; a server that
// lies about them.

#include "support/dialogue.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;

TEST_CASE("an identity is made once, signs its device and is kept over a restart")
{
    ModelServer server;
    FakeClock clock;
    Peer peer(server, alice.toString(), u"UN"_s, clock);
    settle({&peer});
    const auto keys = [&] {
        return use(peer, [](MachineParts& parts) {
            parts.identities.create();
            return parts.identities.publicKeys();
        });
    };
    const QJsonObject first = keys();
    peer.open(); // the answer was lost and the program ended
    CHECK(keys() == first);
    makeIdentity(peer, server);
    settle({&peer});
    use(peer, [&](MachineParts& parts) {
        const auto own = must(parts.context.store.device(alice, DeviceId(u"UN"_s)));
        CHECK(parts.identities.isSignedByOwner(*own));
        CHECK(parts.identities.isOwnTrusted());
        return true;
    });
}

TEST_CASE("two people who compare emoji trust each other's identities")
{
    Dialogue pair(alice.toString(), bob.toString());
    makeIdentity(pair.one, pair.server);
    makeIdentity(pair.two, pair.server);
    pair.settleAll();
    const QString flow = compared(pair, bob);
    REQUIRE(act(pair.one, [&](auto& v, auto& c) { return v.confirm(flow, c); }));
    pair.settleAll();
    CHECK_FALSE(isVerified(pair.one, bob));
    CHECK_FALSE(isVerified(pair.two, alice)); // the proof is there, the person's word is not
    REQUIRE(act(pair.two, [&](auto& v, auto& c) { return v.confirm(flow, c); }));
    pair.settleAll();
    CHECK(isVerified(pair.one, bob));
    CHECK(isVerified(pair.two, alice));
    CHECK(viewOf(pair.one).state == State::Done);
}

TEST_CASE("a new own device that compares emoji is signed and gets the secrets")
{
    Dialogue pair(alice.toString(), alice.toString());
    makeIdentity(pair.two, pair.server);
    pair.settleAll();
    const QString flow = compared(pair, alice);
    REQUIRE(act(pair.one, [&](auto& v, auto& c) { return v.confirm(flow, c); }));
    REQUIRE(act(pair.two, [&](auto& v, auto& c) { return v.confirm(flow, c); }));
    pair.settleAll();
    use(pair.one, [](MachineParts& parts) {
        CHECK(parts.identities.isOwnTrusted());
        for (const QString& name : crypto::identitySecrets) {
            CHECK(parts.identities.hasSeed(name));
        }
        return true;
    });
}

TEST_CASE("done without a proof trusts nothing")
{
    Dialogue pair(alice.toString(), bob.toString());
    makeIdentity(pair.one, pair.server);
    makeIdentity(pair.two, pair.server);
    pair.settleAll();
    const QString flow = compared(pair, bob);
    give(pair.one, bob.toString(), u"m.key.verification.done"_s, {{u"transaction_id"_s, flow}});
    CHECK(viewOf(pair.one).cancelCode == u"m.unexpected_message"_s);
    CHECK_FALSE(isVerified(pair.one, bob));
}

TEST_CASE("a key that was swapped on the way breaks the promise made before")
{
    Dialogue pair(alice.toString(), bob.toString());
    makeIdentity(pair.one, pair.server);
    makeIdentity(pair.two, pair.server);
    pair.settleAll();
    const QString flow = request(pair.one, bob);
    pair.settleAll();
    act(pair.two, [&](auto& v, auto& c) { return v.accept(flow, c); });
    pair.settleAll();
    act(pair.one, [&](auto& v, auto& c) { return v.startSas(flow, c); });
    pair.one.pump();
    pair.two.receive();
    pair.two.pump(); // accept
    pair.one.receive();
    pair.one.pump(); // key
    give(pair.one, bob.toString(), u"m.key.verification.key"_s,
         {{u"transaction_id"_s, flow},
          {u"key"_s, u"3p7bfXt9wbTTW2HC7OQ1Nz+DQ8hbeGdNrfx+FG+IK08"_s}});
    CHECK(viewOf(pair.one).cancelCode == u"m.mismatched_commitment"_s);
}

TEST_CASE("each message at the wrong moment ends the dialogue with the right word, once")
{
    for (const auto& type : {u"ready"_s, u"accept"_s, u"key"_s, u"mac"_s, u"done"_s}) {
        Dialogue pair(alice.toString(), bob.toString());
        makeIdentity(pair.one, pair.server);
        makeIdentity(pair.two, pair.server);
        pair.settleAll();
        const QString flow = request(pair.two, alice);
        pair.settleAll();
        const QJsonObject content{{u"transaction_id"_s, flow},
                                  {u"from_device"_s, u"DEUX"_s},
                                  {u"methods"_s, QJsonArray{u"m.sas.v1"_s}},
                                  {u"key"_s, u"3p7bfXt9wbTTW2HC7OQ1Nz+DQ8hbeGdNrfx+FG+IK08"_s}};
        give(pair.one, bob.toString(), u"m.key.verification."_s + type, content);
        CHECK(viewOf(pair.one).cancelCode == u"m.unexpected_message"_s);
        give(pair.one, bob.toString(), u"m.key.verification."_s + type, content);
        pair.settleAll();
        CHECK(viewOf(pair.two).state == State::Cancelled);
        CHECK(viewOf(pair.two).cancelCode == u"m.unexpected_message"_s);
    }
}

TEST_CASE("a request that is stale, from the future or broken is not shown")
{
    Dialogue pair(alice.toString(), bob.toString());
    const auto ask = [&](const QString& id, Timestamp ts, const QJsonValue& methods) {
        give(pair.one, bob.toString(), u"m.key.verification.request"_s,
             {{u"transaction_id"_s, id},
              {u"from_device"_s, u"DEUX"_s},
              {u"timestamp"_s, qint64(ts)},
              {u"methods"_s, methods}});
        return use(pair.one, [](MachineParts& parts) { return parts.verifications.all().size(); });
    };
    const Timestamp now = pair.clock.time;
    const QJsonArray methods{u"m.sas.v1"_s};
    CHECK(ask(u"a"_s, now - 601'000, methods) == 0);
    CHECK(ask(u"b"_s, now + 301'000, methods) == 0);
    CHECK(ask(u"c"_s, now, u"m.sas.v1"_s) == 0);
    CHECK(ask({}, now, methods) == 0);
    CHECK(ask(u"d"_s, now - 599'000, methods) == 1);
    CHECK(ask(u"e"_s, now, methods) == 2); // the second ends both
    pair.clock.time += 601'000;
    pair.one.receive();
    const auto all = use(pair.one, [](MachineParts& p) { return p.verifications.all(); });
    for (const VerificationView& view : all) {
        CHECK(view.state == State::Cancelled);
    }
}

TEST_CASE("a device named like a signing key cannot be verified")
{
    ModelServer server;
    FakeClock clock;
    Peer one(server, alice.toString(), u"UN"_s, clock);
    Peer two(server, bob.toString(), u"DEUX"_s, clock);
    follow(one, {alice, bob});
    follow(two, {alice, bob});
    makeIdentity(one, server);
    makeIdentity(two, server);
    settle({&one, &two});
    const QString master = server.identities[bob.toString()]
                               .value("master_key"_L1)
                               .toObject()
                               .value("keys"_L1)
                               .toObject()
                               .begin()
                               .value()
                               .toString();
    Peer liar(server, bob.toString(), master, clock);
    settle({&one, &two, &liar});
    const QString flow = request(two, alice);
    settle({&one, &two, &liar});
    CHECK_FALSE(act(one, [&](auto& v, auto& c) { return v.accept(flow, c); }));
    CHECK(viewOf(one).cancelCode == u"m.key_mismatch"_s);
}

TEST_CASE("QR codes: each way between own devices, and between people")
{
    for (const bool newShows : {false, true}) {
        Dialogue pair(alice.toString(), alice.toString());
        makeIdentity(pair.two, pair.server);
        pair.settleAll();
        const QString flow = request(pair.one, alice);
        pair.settleAll();
        act(pair.two, [&](auto& v, auto& c) { return v.accept(flow, c); });
        pair.settleAll();
        Peer& shower = newShows ? pair.one : pair.two;
        Peer& scanner = newShows ? pair.two : pair.one;
        const auto code =
            use(shower, [&](MachineParts& parts) { return parts.verifications.qr(flow); });
        REQUIRE(code);
        act(scanner, [&](auto& v, auto& c) { return v.scanned(flow, *code, c); });
        pair.settleAll();
        CHECK(viewOf(shower).state == State::Scanned);
        CHECK_FALSE(isVerified(pair.one, alice));
        act(shower, [&](auto& v, auto& c) { return v.confirm(flow, c); });
        pair.settleAll();
        CHECK(isVerified(pair.one, alice));
        CHECK(use(pair.one, [](MachineParts& parts) {
            const auto own = must(parts.context.store.device(alice, DeviceId(u"UN"_s)));
            return own && parts.identities.isSignedByOwner(*own);
        }));
    }
}

TEST_CASE("a QR code with one byte altered, or for another dialogue, proves nothing")
{
    Dialogue pair(alice.toString(), bob.toString());
    makeIdentity(pair.one, pair.server);
    makeIdentity(pair.two, pair.server);
    pair.settleAll();
    QByteArray good;
    for (int at = -1; at < 40; ++at) {
        const QString flow = request(pair.one, bob);
        pair.settleAll();
        act(pair.two, [&](auto& v, auto& c) { return v.accept(flow, c); });
        pair.settleAll();
        if (viewOf(pair.one).state != State::Ready) {
            pair.clock.time += 61'000; // the bound on requests of one person
            continue;
        }
        good = use(pair.one, [&](MachineParts& p) { return *p.verifications.qr(flow); });
        QByteArray bad = good;
        if (at >= 0) {
            const qsizetype place = bad.size() - 16 - 64 + qsizetype(at) * 64 / 40;
            bad[place] = char(bad[place] ^ 1);
        } else {
            bad.truncate(bad.size() - 20);
        }
        act(pair.two, [&](auto& v, auto& c) { return v.scanned(flow, bad, c); });
        CHECK(viewOf(pair.two).cancelCode == u"m.key_mismatch"_s);
        pair.settleAll();
    }
    CHECK_FALSE(isVerified(pair.one, bob));
    CHECK_FALSE(isVerified(pair.two, alice));
}
