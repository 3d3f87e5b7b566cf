// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Olm sessions that are out of order: the clock went back, a stored session is unreadable.

#include "support/attackroom.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;

namespace {

//! The next Olm message for Bob arrives damaged.
void damage(Room& all)
{
    auto& inbox = all.server.users[bob.toString()][u"B1"_s].inbox;
    inbox.clear();
    const QByteArray theirs = must(all.bob1.machine().ownCurve25519());
    use(all.alice1, [&](MachineParts& parts) {
        const auto device = must(parts.context.store.device(bob, DeviceId(u"B1"_s)));
        crypto::OlmChannel channel(parts.context, parts.keys);
        QJsonObject content = *channel.seal(*device, u"m.dummy"_s, {});
        QJsonObject sealed = content.value("ciphertext"_L1).toObject();
        QJsonObject ours = sealed.value(QString::fromLatin1(theirs)).toObject();
        QString body = ours.value("body"_L1).toString();
        const qsizetype at = body.size() - 6;
        body[at] = body[at] == u'A' ? u'B' : u'A';
        ours.insert(u"body"_s, body);
        sealed.insert(QString::fromLatin1(theirs), ours);
        content.insert(u"ciphertext"_s, sealed);
        inbox.push_back({{u"sender"_s, alice.toString()},
                         {u"type"_s, u"m.room.encrypted"_s},
                         {u"content"_s, content}});
        return true;
    });
    all.bob1.receive();
}

void spoil(Peer& peer, Peer& other)
{
    const QByteArray key = must(other.machine().ownCurve25519());
    use(peer, [&](MachineParts& parts) {
        auto all = must(parts.context.store.olmSessions(key));
        REQUIRE_FALSE(all.empty());
        for (auto& record : all) {
            record.pickle = "no pickle";
            must(parts.context.store.saveOlmSession(record));
        }
        return true;
    });
}

size_t sessionsWith(Peer& peer, Peer& other)
{
    const QByteArray key = must(other.machine().ownCurve25519());
    return use(peer, [&](MachineParts& parts) {
        return must(parts.context.store.olmSessions(key)).size();
    });
}

} // namespace

TEST_CASE("S30: a session is healed once, also when the clock went back since the broken one")
{
    Room all;
    all.clock.time += 2LL * 3'600'000;
    all.message(all.alice1, u"$1"_s);
    all.message(all.bob1, u"$2"_s);
    all.message(all.alice1, u"$3"_s);
    all.clock.time -= 2LL * 3'600'000;
    damage(all);
    const size_t before = all.server.users[alice.toString()][u"A1"_s].oneTime.size();
    for (int i = 0; i < 10; ++i) {
        all.bob1.pump();
    }
    CHECK(all.server.users[alice.toString()][u"A1"_s].oneTime.size() == before - 1);
    CHECK(all.inboxOf(alice.toString(), u"A1"_s) == QStringList{u"m.room.encrypted"_s});
    settle(all.peers);
    // The new session is the one in use, on both sides.
    CHECK(sessionsWith(all.alice1, all.bob1) == sessionsWith(all.bob1, all.alice1));
    const auto newest = [&](Peer& peer, Peer& other) {
        const QByteArray key = must(other.machine().ownCurve25519());
        return use(peer, [&](MachineParts& parts) {
            return must(parts.context.store.olmSessions(key)).front().sessionId;
        });
    };
    CHECK(newest(all.alice1, all.bob1) == newest(all.bob1, all.alice1));
}

TEST_CASE("a stored session that cannot be read is left out and replaced")
{
    Room all;
    all.message(all.bob1, u"$1"_s); // a session between them, on both sides
    spoil(all.alice1, all.bob1);
    const auto event = all.message(all.alice1, u"$2"_s);
    CHECK(all.bob1.decrypt(room, event));
    spoil(all.bob1, all.alice1);
    const auto later = all.message(all.alice1, u"$3"_s);
    CHECK(all.bob1.decrypt(room, later));
    sendOlm(all, all.alice1, all.bob1, u"m.dummy"_s, {}); // does not stop Bob's sync
    settle(all.peers);
    sendOlm(all, all.bob1, all.alice1, u"m.dummy"_s, {});
    CHECK(sessionsWith(all.bob1, all.alice1) > 0);
}
