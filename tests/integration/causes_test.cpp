// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Why a message cannot be read: one word a cause, by an event that has this cause and no other.

#include "crypto/olm/megolm.h"
#include "support/screenroom.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;

namespace {

struct Causes {
    ScreenRoom all;
    events::Event event;
    int number = 0;

    explicit Causes(bool keyIsLost = true)
    {
        if (!keyIsLost) {
            event = all.arrive(all.bob1, u"$1"_s);
            return;
        }
        event = all.write(all.bob1, u"$1"_s);
        all.bob1.pump();
        all.server.users[alice.toString()][u"A1"_s].inbox.clear();
    }

    //! What is said of the event as the server tells it now.
    QString word(const QJsonObject& more = {}, const QJsonObject& content = {})
    {
        QJsonObject wire = Screen::wire(event);
        const QString id = u"$c%1"_s.arg(++number);
        wire.insert(u"event_id"_s, id);
        for (auto it = more.begin(); it != more.end(); ++it) {
            wire.insert(it.key(), it.value());
        }
        QJsonObject inner = event.content;
        for (auto it = content.begin(); it != content.end(); ++it) {
            inner.insert(it.key(), it.value());
        }
        wire.insert(u"content"_s, inner);
        all.desk.sync({wire});
        return all.desk.item(id).encryptionReason;
    }

    void tellWithheld(const QString& code)
    {
        all.server.users[alice.toString()][u"A1"_s].inbox.push_back(
            {{u"sender"_s, bob.toString()},
             {u"type"_s, u"m.room_key.withheld"_s},
             {u"content"_s, QJsonObject{{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s},
                                        {u"room_id"_s, room.toString()},
                                        {u"session_id"_s, event.content.value("session_id"_L1)},
                                        {u"code"_s, code}}}});
        all.desk.sync({});
    }
};

QJsonObject at(Timestamp ts)
{
    return {{u"origin_server_ts"_s, qint64(ts)}};
}

} // namespace

TEST_CASE("E83: a key that has not come, or that was never meant to")
{
    Causes causes;
    CHECK(causes.word() == u"missingKey"_s);
    CHECK(causes.word({{u"unsigned"_s, QJsonObject{{u"membership"_s, u"leave"_s}}}}) ==
          u"sentBeforeJoin"_s);
    CHECK(causes.word({{u"unsigned"_s, QJsonObject{{u"membership"_s, u"join"_s}}}}) ==
          u"missingKey"_s);
    for (const auto& [code, reason] : {std::pair{u"m.unverified"_s, u"withheldUnverified"_s},
                                       std::pair{u"m.blacklisted"_s, u"withheldBlacklisted"_s},
                                       std::pair{u"m.unauthorised"_s, u"withheldUnauthorised"_s},
                                       std::pair{u"m.unavailable"_s, u"withheldUnavailable"_s},
                                       std::pair{u"m.no_olm"_s, u"withheldNoOlm"_s},
                                       std::pair{u"m.history_not_shared"_s, u"withheldHistory"_s},
                                       std::pair{u"autre"_s, u"missingKey"_s}}) {
        causes.tellWithheld(code);
        CHECK(causes.word() == reason);
    }
}

TEST_CASE("E83: from before this device: without a backup, and before it is confirmed")
{
    Causes causes;
    const Timestamp before = FakeClock().time - 1000;
    CHECK(causes.word(at(before)) == u"historicalNoBackup"_s);
    causes.all.desk.makeBackup();
    CHECK(causes.word(at(before)) == u"missingKey"_s);
    FakeClock clock;
    ModelServer elsewhere;
    Peer other(elsewhere, alice.toString(), u"A1"_s, clock); // the identity is not this device's
    causes.all.server.publishIdentity(alice.toString(), use(other, [](MachineParts& parts) {
                                          parts.identities.create();
                                          return parts.identities.publicKeys();
                                      }));
    causes.all.rest();
    CHECK(causes.word(at(before)) == u"historicalUnverified"_s);
}

TEST_CASE("E83: what is wrong with the message itself")
{
    Causes causes;
    CHECK(causes.word({}, {{u"algorithm"_s, u"m.megolm.v9"_s}}) == u"unknownAlgorithm"_s);
    CHECK(causes.word({}, {{u"algorithm"_s, 5}}) == u"malformed"_s);
    CHECK(causes.word({}, {{u"ciphertext"_s, QJsonObject()}}) == u"malformed"_s);
    CHECK(causes.word({}, {{u"session_id"_s, QString()}}) == u"malformed"_s);
    Causes read(false);
    CHECK(read.word() == u"replay"_s);
    CHECK(read.word({{u"sender"_s, u"@c:x.fr"_s}}) == u"senderMismatch"_s);
    CHECK(read.word({}, {{u"ciphertext"_s, u"AAAA"_s}}) == u"malformed"_s);
}

TEST_CASE("E83: a key that begins after the message")
{
    Causes causes;
    ScreenRoom& all = causes.all;
    const auto first = causes.event; // of index 0
    all.desk.makeBackup();
    QJsonObject key = keyOf(all.bob1, sessionOf(first));
    const auto later = use(all.bob1, [&](MachineParts& parts) {
        const auto record = must(parts.context.store.inboundGroup(room, sessionOf(first)));
        const auto group =
            must(crypto::InboundGroup::unpickle(record->pickle, parts.context.pickleKey));
        return QString::fromUtf8(must(group.exportAt(1)).view());
    });
    key.insert(u"session_key"_s, later);
    all.desk.restore(key);
    CHECK(causes.word() == u"unknownIndex"_s);
}
