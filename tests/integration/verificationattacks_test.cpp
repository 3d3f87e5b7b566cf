// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Verification between two machines, one of which or the server between them does not play by the
// rules.

#include "crypto/primitives/curves.h"
#include "support/dialogue.h"

#include <catch2/generators/catch_generators.hpp>

#include <functional>

using namespace client;
using namespace testing;

namespace {

const QString one = u"UN"_s;
const QString two = u"DEUX"_s;

void say(Dialogue& pair, const QString& type, QJsonObject content, const QString& flow)
{
    content.insert(u"transaction_id"_s, flow);
    give(pair.one, bob.toString(), u"m.key.verification."_s + type, content);
    pair.one.pump();
}

//! The proof that Bob's device would send for these keys, whatever they are.
QJsonObject proof(Compared& pair, const QMap<QString, QByteArray>& keys)
{
    return use(pair.two, [&](MachineParts& parts) {
        const auto flow = crypto::VerificationFlow::fromJson(
            parts.context.object(u"verification:"_s + pair.flow));
        QByteArray raw = QByteArray::fromBase64(flow.ephemeral);
        const auto shared = must(crypto::x25519Agree(SecretBytes::takeFrom(raw), flow.theirKey));
        const crypto::SasParty from{bob, DeviceId(two), flow.ownKey};
        const crypto::SasParty to{alice, DeviceId(one), flow.theirKey};
        const auto mac = [&](const QString& id, const QByteArray& text) {
            return QString::fromLatin1(crypto::sasMac(shared, from, to, pair.flow, id, text));
        };
        QJsonObject macs;
        for (auto it = keys.begin(); it != keys.end(); ++it) {
            macs.insert(it.key(), mac(it.key(), it.value()));
        }
        const QByteArray ids = QStringList(keys.keys()).join(u',').toUtf8();
        return QJsonObject{{u"mac"_s, macs}, {u"keys"_s, mac(u"KEY_IDS"_s, ids)}};
    });
}

//! What Bob's device and identity sign with.
QMap<QString, QByteArray> keysOfBob(Compared& pair)
{
    return use(pair.two, [](MachineParts& parts) {
        const QByteArray master = parts.identities.trustedMaster();
        return QMap<QString, QByteArray>{{u"ed25519:"_s + two, parts.keys.ed25519()},
                                         {u"ed25519:"_s + QString::fromLatin1(master), master}};
    });
}

//! Alice confirms, and the proof comes, if it has not before. The code of the cancellation, or
//! nothing.
QString answerTo(Compared& pair, const QJsonObject& content = {})
{
    act(pair.one, [&](auto& v, auto& c) { return v.confirm(pair.flow, c); });
    if (!content.isEmpty()) {
        say(pair, u"mac"_s, content, pair.flow);
    }
    const bool trusted = isVerified(pair.one, bob);
    const QString code = cancelled(pair.one);
    CHECK(trusted == (code == u"not cancelled"_s));
    CHECK(trusted == deviceAt(pair.one, pair.two).verified);
    return trusted ? QString() : code;
}

} // namespace

TEST_CASE("E70: a proof names known keys only, each with its own MAC, the identity among them")
{
    const auto with = [](const std::function<void(QMap<QString, QByteArray>&)>& change) {
        Compared pair;
        auto keys = keysOfBob(pair);
        change(keys);
        return answerTo(pair, proof(pair, keys));
    };
    const QString device = u"ed25519:"_s + two;
    const QByteArray other = crypto::ed25519Generate().publicKey;
    const QString otherId = u"ed25519:"_s + QString::fromLatin1(other);
    const QString mismatch = u"m.key_mismatch"_s;
    CHECK(with([](auto&) {}).isEmpty());
    CHECK(with([](auto& keys) { keys.clear(); }) == u"m.invalid_message"_s);
    CHECK(with([&](auto& keys) { keys = {{device, keys[device]}}; }) == mismatch);
    CHECK(with([&](auto& keys) { keys.remove(device); }) == mismatch);
    CHECK(with([&](auto& keys) { keys.insert(otherId, other); }) == mismatch);
    CHECK(with([&](auto& keys) { keys = {{device, keys[device]}, {otherId, other}}; }) == mismatch);
    CHECK(with([&](auto& keys) { keys[device] = other; }) == mismatch);
    CHECK(with([&](auto& keys) {
              for (auto it = keys.begin(); it != keys.end(); ++it) {
                  *it = it.key() == device ? *it : other; // the identity's MAC is of another key
              }
          }) == mismatch);
}

TEST_CASE("E70: a proof that does not cover its own list, or is no proof at all")
{
    {
        Compared pair;
        QJsonObject content = proof(pair, keysOfBob(pair));
        content.insert(u"keys"_s, u"AAAA"_s);
        CHECK(answerTo(pair, content) == u"m.key_mismatch"_s);
    }
    {
        Compared pair;
        QJsonObject content = proof(pair, keysOfBob(pair));
        content.insert(u"keys"_s, 5);
        CHECK(answerTo(pair, content) == u"m.invalid_message"_s);
    }
    {
        Compared pair;
        QJsonObject content = proof(pair, keysOfBob(pair));
        content.insert(u"mac"_s, u"text"_s);
        CHECK(answerTo(pair, content) == u"m.invalid_message"_s);
    }
}

TEST_CASE("E68: keys that change after the start end the dialogue, and nothing is trusted")
{
    const bool proofFirst = GENERATE(false, true);
    const auto after = [&](const std::function<void(Compared&)>& change) {
        Compared pair;
        const QJsonObject content = proof(pair, keysOfBob(pair));
        if (proofFirst) {
            say(pair, u"mac"_s, content, pair.flow); // and is right, at this moment
        }
        change(pair);
        pair.one.receive();
        pair.one.pump();
        pair.server.changedUsers.append(bob.toString());
        pair.one.receive();
        pair.one.pump();
        return proofFirst ? answerTo(pair) : answerTo(pair, content);
    };
    CHECK(after([](Compared&) {}).isEmpty());
    CHECK(after([](Compared& pair) { makeIdentity(pair.two, pair.server); }) ==
          u"m.key_mismatch"_s);
    CHECK(after([](Compared& pair) { pair.server.users[bob.toString()].erase(two); }) ==
          u"m.key_mismatch"_s);
    CHECK(after([](Compared& pair) { replaceDevice(pair.server, pair.one, pair.two); }) ==
          u"m.key_mismatch"_s);
    CHECK(after([](Compared& pair) {
              FakeClock clock;
              ModelServer elsewhere;
              Peer liar(elsewhere, alice.toString(), one, clock);
              pair.server.publishIdentity(alice.toString(), use(liar, [](MachineParts& parts) {
                                              parts.identities.create();
                                              return parts.identities.publicKeys();
                                          }));
          }) == u"m.key_mismatch"_s);
}

TEST_CASE("E72: every way to end a dialogue has its code, said once, and no end is answered")
{
    const QJsonObject nothing;
    const auto once = [](Dialogue& pair, const QString& code) {
        pair.one.pump();
        CHECK(cancelled(pair.one) == code);
        CHECK(cancelsFor(pair.server, bob, two) == QStringList{code});
    };
    const auto silent = [](Dialogue& pair, const QString& flow) {
        const auto before = cancelsFor(pair.server, bob, two);
        for (const auto& type : {u"cancel"_s, u"start"_s, u"key"_s, u"mac"_s, u"done"_s}) {
            say(pair, type, {{u"code"_s, u"m.user"_s}, {u"from_device"_s, two}}, flow);
        }
        CHECK(cancelsFor(pair.server, bob, two) == before);
    };
    const auto ended = [&](const QString& code, const std::function<void(Compared&)>& cause) {
        INFO(code.toStdString());
        Compared pair;
        cause(pair);
        once(pair, code);
        silent(pair, pair.flow);
    };
    ended(u"m.user"_s, [](Compared& pair) {
        act(pair.one, [&](auto& v, auto& c) { return v.cancel(pair.flow, c); });
    });
    ended(u"m.mismatched_sas"_s, [](Compared& pair) {
        act(pair.one, [&](auto& v, auto& c) { return v.mismatch(pair.flow, c); });
    });
    ended(u"m.unexpected_message"_s,
          [&](Compared& pair) { say(pair, u"ready"_s, nothing, pair.flow); });
    ended(u"m.invalid_message"_s, [&](Compared& pair) { say(pair, u"mac"_s, nothing, pair.flow); });
    ended(u"m.timeout"_s, [](Compared& pair) {
        pair.clock.time += 601'000;
        pair.one.receive();
    });
    ended(u"m.key_mismatch"_s, [](Compared& pair) {
        say(pair, u"mac"_s,
            {{u"keys"_s, u"AAAA"_s}, {u"mac"_s, QJsonObject{{u"ed25519:x"_s, u"AAAA"_s}}}},
            pair.flow);
    });
}

TEST_CASE("E72: a method that was not offered, a dialogue that is not known, a code of others")
{
    Dialogue pair(alice.toString(), bob.toString());
    makeIdentity(pair.one, pair.server);
    makeIdentity(pair.two, pair.server);
    pair.settleAll();
    const auto ready = [&] {
        const QString flow = request(pair.two, alice);
        pair.settleAll();
        act(pair.one, [&](auto& v, auto& c) { return v.accept(flow, c); });
        pair.settleAll();
        return flow;
    };
    const QString first = ready();
    say(pair, u"start"_s, {{u"from_device"_s, two}, {u"method"_s, u"m.other"_s}}, first);
    CHECK(cancelsFor(pair.server, bob, two) == QStringList{u"m.unknown_method"_s});
    pair.settleAll();
    for (int i = 0; i < 3; ++i) {
        say(pair, u"key"_s, {{u"from_device"_s, two}}, u"unknown"_s);
        say(pair, u"cancel"_s, {{u"from_device"_s, two}}, u"unknown2"_s);
    }
    CHECK(cancelsFor(pair.server, bob, two) == QStringList{u"m.unknown_transaction"_s});
    pair.settleAll();
    pair.clock.time += 120'000;
    const QString second = ready();
    QByteArray code = use(pair.two, [&](MachineParts& p) { return *p.verifications.qr(second); });
    code[7] = '\x01'; // as if between devices of one person
    act(pair.one, [&](auto& v, auto& c) { return v.scanned(second, code, c); });
    pair.one.pump();
    CHECK(cancelsFor(pair.server, bob, two) == QStringList{u"m.user_mismatch"_s});
    CHECK_FALSE(isVerified(pair.one, bob));
}
