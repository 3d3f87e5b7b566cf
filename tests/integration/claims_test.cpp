// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Room keys that somebody else sent first, or that somebody made up: who made the session is read.

#include "base/base64.h"
#include "crypto/olm/megolm.h"
#include "support/attackroom.h"
#include "support/forger.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;

namespace {

const auto mallory = u"@m:x.fr"_s;

//! Alice has written, and what she sent to Bob's device has not come yet.
struct Late : Room {
    Forger thief{mallory, u"M1"_s};
    QJsonObject key; //!< as Alice gave it to each device
    events::Event event;
    std::vector<QJsonObject> held;

    Late()
    {
        thief.meet(server, bob1);
        for (int i = 0; i < 10 && !alice1.prepare(room, both); ++i) {
            alice1.pump();
        }
        key = use(alice1, [](MachineParts& parts) {
            const auto record = must(parts.context.store.outboundGroup(room));
            const auto group =
                must(crypto::OutboundGroup::unpickle(record->pickle, parts.context.pickleKey));
            return QJsonObject{{u"algorithm"_s, crypto::megolmAlgorithm},
                               {u"room_id"_s, room.toString()},
                               {u"session_id"_s, QString::fromLatin1(group.id())},
                               {u"session_key"_s, QString::fromLatin1(group.sessionKey().view())}};
        });
        event.id = EventId(u"$1"_s);
        event.sender = alice;
        event.type = u"m.room.encrypted"_s;
        event.originServerTs = clock.time;
        event.content = alice1.encrypt(room, u"secret"_s);
        held = std::exchange(inbox(), {});
    }

    std::vector<QJsonObject>& inbox() { return server.users[bob.toString()][u"B1"_s].inbox; }

    void hand()
    {
        inbox() = held;
        settle(peers);
    }

    bool steal() { return thief.send(bob1, thief.payload(bob1, u"m.room_key"_s, key)); }
};

} // namespace

TEST_CASE("A8: who passes a session on as the own does not shut out who made it")
{
    Late late;
    CHECK(late.steal());
    const auto refused = late.bob1.decrypt(room, late.event);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().reason == u"senderMismatch"_s);
    late.hand();
    const auto read = late.bob1.decrypt(room, late.event);
    REQUIRE(read);
    CHECK(read->owner == alice);
    CHECK(read->trust == u"ok"_s);
}

TEST_CASE("A8: a second claim on a session changes nothing for the first")
{
    Late late;
    late.hand();
    REQUIRE(late.bob1.decrypt(room, late.event));
    late.steal();
    const auto read = late.bob1.decrypt(room, late.event);
    REQUIRE(read);
    CHECK(read->owner == alice);
    CHECK(read->trust == u"ok"_s);
    auto foreign = late.event; // the very same ciphertext again, under the other name
    foreign.id = EventId(u"$2"_s);
    foreign.sender = UserId(mallory);
    const auto repeated = late.bob1.decrypt(room, foreign);
    REQUIRE_FALSE(repeated);
    CHECK(repeated.error().reason == u"replay"_s);
}

TEST_CASE("A8: one person claims a session a few times and no more")
{
    Room all;
    use(all.bob1, [](MachineParts& parts) {
        for (int i = 0; i < 10; ++i) {
            must(parts.context.store.saveClaim(
                {room, "session", UserId(mallory), "key" + QByteArray::number(i), "ed25519"}));
        }
        must(parts.context.store.saveClaim({room, "session", alice, "key", "ed25519"}));
        CHECK(must(parts.context.store.claims(room, "session")).size() == 4);
        return true;
    });
}

TEST_CASE("a made-up copy of a session, as from a backup, does not keep the true key out")
{
    Late late;
    auto bytes = *decodeBase64(late.key.value("session_key"_L1).toString().toLatin1());
    bytes.chop(64); // an export bears no signature
    bytes[0] = 1;
    for (int i = 5; i < 5 + 128; ++i) {
        bytes[i] = char(i);
    }
    QJsonObject made = late.key;
    made.insert(u"session_key"_s, QString::fromLatin1(encodeBase64(bytes)));
    made.insert(u"sender_key"_s, QString(43, u'A'));
    crypto::CryptoChanges changes;
    REQUIRE(use(late.bob1, [&](MachineParts& parts) {
        return parts.roomKeys.importOne(made, crypto::InboundGroupRecord::Source::Backup, changes);
    }));
    CHECK_FALSE(late.bob1.decrypt(room, late.event));
    late.hand();
    const auto read = late.bob1.decrypt(room, late.event);
    REQUIRE(read);
    CHECK(read->trust == u"ok"_s);
    use(late.bob1, [&](MachineParts& parts) { // and not the other way round
        return parts.roomKeys.importOne(made, crypto::InboundGroupRecord::Source::Backup, changes);
    });
    CHECK(late.bob1.decrypt(room, late.event));
}
