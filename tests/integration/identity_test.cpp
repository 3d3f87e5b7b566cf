// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Identities, verification and secrets among machines over real SQLCipher files; a server that
// lies about them.

#include "support/two.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;
using crypto::VerificationView;
using State = crypto::VerificationView::State;

namespace {

const UserId alice(u"@a:x.fr"_s);
const UserId bob(u"@b:x.fr"_s);

struct Two {
    ModelServer server;
    FakeClock clock;
    Peer one;
    Peer two;

    Two(const QString& first, const QString& second)
        : one(server, first, u"UN"_s, clock)
        , two(server, second, u"DEUX"_s, clock)
    {
        for (Peer* peer : {&one, &two}) {
            follow(*peer, {UserId(first), UserId(second)});
        }
        settle({&one, &two});
    }

    void settleAll() { settle({&one, &two}); }
};

VerificationView viewOf(Peer& peer)
{
    const auto all = use(peer, [](MachineParts& parts) { return parts.verifications.all(); });
    REQUIRE_FALSE(all.empty());
    for (const VerificationView& view : all) {
        if (view.state != State::Done && view.state != State::Cancelled) {
            return view;
        }
    }
    return all.back();
}

template <class Act>
bool act(Peer& peer, Act work)
{
    return use(peer, [&](MachineParts& parts) {
        std::vector<VerificationView> changed;
        return work(parts.verifications, changed);
    });
}

QString request(Peer& from, const UserId& to)
{
    return use(from, [&](MachineParts& parts) {
        std::vector<VerificationView> changed;
        return parts.verifications.request(to, {}, {}, changed);
    });
}

//! Up to the emoji on both sides.
QString compared(Two& both, const UserId& to)
{
    const QString flow = request(both.one, to);
    REQUIRE_FALSE(flow.isEmpty());
    both.settleAll();
    REQUIRE(act(both.two, [&](auto& v, auto& c) { return v.accept(flow, c); }));
    both.settleAll();
    REQUIRE(act(both.one, [&](auto& v, auto& c) { return v.startSas(flow, c); }));
    both.settleAll();
    CHECK(viewOf(both.one).state == State::Sas);
    CHECK(viewOf(both.one).emoji == viewOf(both.two).emoji);
    CHECK(viewOf(both.one).decimals == viewOf(both.two).decimals);
    return flow;
}

bool isVerified(Peer& peer, const UserId& user)
{
    return use(peer, [&](MachineParts& parts) { return parts.identities.isVerified(user); });
}

} // namespace

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
    Two both(alice.toString(), bob.toString());
    makeIdentity(both.one, both.server);
    makeIdentity(both.two, both.server);
    both.settleAll();
    const QString flow = compared(both, bob);
    REQUIRE(act(both.one, [&](auto& v, auto& c) { return v.confirm(flow, c); }));
    both.settleAll();
    CHECK_FALSE(isVerified(both.one, bob));
    CHECK_FALSE(isVerified(both.two, alice)); // the proof is there, the person's word is not
    REQUIRE(act(both.two, [&](auto& v, auto& c) { return v.confirm(flow, c); }));
    both.settleAll();
    CHECK(isVerified(both.one, bob));
    CHECK(isVerified(both.two, alice));
    CHECK(viewOf(both.one).state == State::Done);
}

TEST_CASE("a new own device that compares emoji is signed and gets the secrets")
{
    Two both(alice.toString(), alice.toString());
    makeIdentity(both.two, both.server);
    both.settleAll();
    const QString flow = compared(both, alice);
    REQUIRE(act(both.one, [&](auto& v, auto& c) { return v.confirm(flow, c); }));
    REQUIRE(act(both.two, [&](auto& v, auto& c) { return v.confirm(flow, c); }));
    both.settleAll();
    use(both.one, [](MachineParts& parts) {
        CHECK(parts.identities.isOwnTrusted());
        for (const QString& name : crypto::identitySecrets) {
            CHECK(parts.identities.hasSeed(name));
        }
        return true;
    });
}

TEST_CASE("done without a proof trusts nothing")
{
    Two both(alice.toString(), bob.toString());
    makeIdentity(both.one, both.server);
    makeIdentity(both.two, both.server);
    both.settleAll();
    const QString flow = compared(both, bob);
    give(both.one, bob.toString(), u"m.key.verification.done"_s, {{u"transaction_id"_s, flow}});
    CHECK(viewOf(both.one).cancelCode == u"m.unexpected_message"_s);
    CHECK_FALSE(isVerified(both.one, bob));
}

TEST_CASE("a key that was swapped on the way breaks the promise made before")
{
    Two both(alice.toString(), bob.toString());
    makeIdentity(both.one, both.server);
    makeIdentity(both.two, both.server);
    both.settleAll();
    const QString flow = request(both.one, bob);
    both.settleAll();
    act(both.two, [&](auto& v, auto& c) { return v.accept(flow, c); });
    both.settleAll();
    act(both.one, [&](auto& v, auto& c) { return v.startSas(flow, c); });
    both.one.pump();
    both.two.receive();
    both.two.pump(); // accept
    both.one.receive();
    both.one.pump(); // key
    give(both.one, bob.toString(), u"m.key.verification.key"_s,
         {{u"transaction_id"_s, flow},
          {u"key"_s, u"3p7bfXt9wbTTW2HC7OQ1Nz+DQ8hbeGdNrfx+FG+IK08"_s}});
    CHECK(viewOf(both.one).cancelCode == u"m.mismatched_commitment"_s);
}

TEST_CASE("each message at the wrong moment ends the dialogue with the right word, once")
{
    for (const auto& type : {u"ready"_s, u"accept"_s, u"key"_s, u"mac"_s, u"done"_s}) {
        Two both(alice.toString(), bob.toString());
        makeIdentity(both.one, both.server);
        makeIdentity(both.two, both.server);
        both.settleAll();
        const QString flow = request(both.two, alice);
        both.settleAll();
        const QJsonObject content{{u"transaction_id"_s, flow},
                                  {u"from_device"_s, u"DEUX"_s},
                                  {u"methods"_s, QJsonArray{u"m.sas.v1"_s}},
                                  {u"key"_s, u"3p7bfXt9wbTTW2HC7OQ1Nz+DQ8hbeGdNrfx+FG+IK08"_s}};
        give(both.one, bob.toString(), u"m.key.verification."_s + type, content);
        CHECK(viewOf(both.one).cancelCode == u"m.unexpected_message"_s);
        give(both.one, bob.toString(), u"m.key.verification."_s + type, content);
        both.settleAll();
        CHECK(viewOf(both.two).state == State::Cancelled);
        CHECK(viewOf(both.two).cancelCode == u"m.unexpected_message"_s);
    }
}

TEST_CASE("a request that is stale, from the future or broken is not shown")
{
    Two both(alice.toString(), bob.toString());
    const auto ask = [&](const QString& id, Timestamp ts, const QJsonValue& methods) {
        give(both.one, bob.toString(), u"m.key.verification.request"_s,
             {{u"transaction_id"_s, id},
              {u"from_device"_s, u"DEUX"_s},
              {u"timestamp"_s, qint64(ts)},
              {u"methods"_s, methods}});
        return use(both.one, [](MachineParts& parts) { return parts.verifications.all().size(); });
    };
    const Timestamp now = both.clock.time;
    const QJsonArray methods{u"m.sas.v1"_s};
    CHECK(ask(u"a"_s, now - 601'000, methods) == 0);
    CHECK(ask(u"b"_s, now + 301'000, methods) == 0);
    CHECK(ask(u"c"_s, now, u"m.sas.v1"_s) == 0);
    CHECK(ask({}, now, methods) == 0);
    CHECK(ask(u"d"_s, now - 599'000, methods) == 1);
    CHECK(ask(u"e"_s, now, methods) == 2); // the second ends both
    both.clock.time += 601'000;
    both.one.receive();
    const auto all = use(both.one, [](MachineParts& p) { return p.verifications.all(); });
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
        Two both(alice.toString(), alice.toString());
        makeIdentity(both.two, both.server);
        both.settleAll();
        const QString flow = request(both.one, alice);
        both.settleAll();
        act(both.two, [&](auto& v, auto& c) { return v.accept(flow, c); });
        both.settleAll();
        Peer& shower = newShows ? both.one : both.two;
        Peer& scanner = newShows ? both.two : both.one;
        const auto code =
            use(shower, [&](MachineParts& parts) { return parts.verifications.qr(flow); });
        REQUIRE(code);
        act(scanner, [&](auto& v, auto& c) { return v.scanned(flow, *code, c); });
        both.settleAll();
        CHECK(viewOf(shower).state == State::Scanned);
        CHECK_FALSE(isVerified(both.one, alice));
        act(shower, [&](auto& v, auto& c) { return v.confirm(flow, c); });
        both.settleAll();
        CHECK(isVerified(both.one, alice));
        CHECK(use(both.one, [](MachineParts& parts) {
            const auto own = must(parts.context.store.device(alice, DeviceId(u"UN"_s)));
            return own && parts.identities.isSignedByOwner(*own);
        }));
    }
}

TEST_CASE("a QR code with one byte altered, or for another dialogue, proves nothing")
{
    Two both(alice.toString(), bob.toString());
    makeIdentity(both.one, both.server);
    makeIdentity(both.two, both.server);
    both.settleAll();
    QByteArray good;
    for (int at = -1; at < 40; ++at) {
        const QString flow = request(both.one, bob);
        both.settleAll();
        act(both.two, [&](auto& v, auto& c) { return v.accept(flow, c); });
        both.settleAll();
        if (viewOf(both.one).state != State::Ready) {
            both.clock.time += 61'000; // the bound on requests of one person
            continue;
        }
        good = use(both.one, [&](MachineParts& p) { return *p.verifications.qr(flow); });
        QByteArray bad = good;
        if (at >= 0) {
            const qsizetype place = bad.size() - 16 - 64 + qsizetype(at) * 64 / 40;
            bad[place] = char(bad[place] ^ 1);
        } else {
            bad.truncate(bad.size() - 20);
        }
        act(both.two, [&](auto& v, auto& c) { return v.scanned(flow, bad, c); });
        CHECK(viewOf(both.two).cancelCode == u"m.key_mismatch"_s);
        both.settleAll();
    }
    CHECK_FALSE(isVerified(both.one, bob));
    CHECK_FALSE(isVerified(both.two, alice));
}
