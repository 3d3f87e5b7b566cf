// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a message between devices must say of itself and of its sender.

#include "crypto/olm/megolm.h"
#include "support/attackroom.h"
#include "support/forger.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;

TEST_CASE("E23: what an Olm message says of itself is what the envelope says, or it is nothing")
{
    Room all;
    Forger forger(u"@carol:x.fr"_s, u"C1"_s);
    forger.publish(all.server);
    follow(all.bob1, {UserId(u"@carol:x.fr"_s)});
    settle(all.peers);
    forger.meet(all.server, all.bob1);
    const QJsonObject good = forger.payload(all.bob1, u"m.dummy"_s, {});
    CHECK(forger.send(all.bob1, good));
    const QJsonObject someKey{
        {u"ed25519"_s, QString::fromLatin1(must(all.alice1.machine().ownEd25519()))}};
    const std::pair<QString, QJsonValue> wrong[] = {
        {u"sender"_s, u"@alice:x.fr"_s},
        {u"recipient"_s, alice.toString()},
        {u"recipient_keys"_s, someKey},
        {u"keys"_s, someKey},
        {u"keys"_s, QJsonObject()},
        {u"keys"_s, QJsonObject{{u"ed25519"_s, u"AAAA"_s}}},
        {u"type"_s, 12},
        {u"type"_s, QString()},
        {u"content"_s, u"m.dummy"_s},
        {u"content"_s, QJsonArray()},
        {u"recipient_keys"_s, QJsonObject()}};
    for (const auto& [name, value] : wrong) {
        INFO(name.toStdString());
        QJsonObject payload = good;
        payload.insert(name, value);
        CHECK_FALSE(forger.send(all.bob1, payload));
    }
    for (const auto& name :
         {u"sender"_s, u"recipient"_s, u"recipient_keys"_s, u"keys"_s, u"type"_s, u"content"_s}) {
        INFO("without " << name.toStdString());
        QJsonObject payload = good;
        payload.remove(name);
        CHECK_FALSE(forger.send(all.bob1, payload));
    }
    QJsonObject bare = good; // without the device's own word the list alone tells whose key it is
    bare.remove("sender_device_keys"_L1);
    CHECK(forger.send(all.bob1, bare));
    bare.insert("keys"_L1, someKey);
    CHECK_FALSE(forger.send(all.bob1, bare));
    CHECK(forger.send(all.bob1, good));
}

TEST_CASE("E24, A9: the sender's device keys inside a message are its own, or it is dropped")
{
    Room all;
    Peer late(all.server, bob.toString(), u"B2"_s, all.clock);
    late.pump();
    Forger forger(u"@carol:x.fr"_s, u"C1"_s); // not known to anybody: its own word is all there is
    const Forger other(u"@carol:x.fr"_s, u"C1"_s);
    const Forger victim(alice.toString(), u"C1"_s);
    const auto with = [](QJsonObject object, QLatin1StringView name, const QJsonValue& value) {
        object.insert(name, value);
        return object;
    };
    const auto keys = [&](const QString& curve, const QString& ed) {
        return with(forger.unsignedKeys(), "keys"_L1,
                    QJsonObject{{u"curve25519:C1"_s, curve}, {u"ed25519:C1"_s, ed}});
    };
    const QJsonObject foreignUser =
        forger.withSignature(with(forger.unsignedKeys(), "user_id"_L1, alice.toString()));
    const std::pair<const char*, QJsonValue> vectors[] = {
        {"A9: of another person", foreignUser},
        {"of another person, who signed", victim.keys()},
        {"another Curve25519 key",
         forger.withSignature(keys(other.curve25519(), forger.ed25519()))},
        {"another Ed25519 key", other.withSignature(keys(forger.curve25519(), other.ed25519()))},
        {"not signed", forger.unsignedKeys()},
        {"altered after signing", with(forger.keys(), "algorithms"_L1, QJsonArray())},
        {"not an object", u"keys"_s},
        {"empty", QJsonObject()},
    };
    const auto payload = [&] {
        auto group = must(crypto::OutboundGroup::create());
        return forger.payload(late, u"m.room_key"_s,
                              {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s},
                               {u"room_id"_s, room.toString()},
                               {u"session_id"_s, QString::fromLatin1(group.id())},
                               {u"session_key"_s, QString::fromLatin1(group.sessionKey().view())}});
    };
    forger.meet(all.server, late);
    for (const auto& name : {"sender_device_keys"_L1, "org.matrix.msc4147.device_keys"_L1}) {
        for (const auto& [what, value] : vectors) {
            INFO(what);
            QJsonObject message = payload();
            message.remove("sender_device_keys"_L1);
            message.insert(name, value);
            CHECK_FALSE(forger.send(late, message));
            const QJsonObject content = message.value("content"_L1).toObject();
            CHECK_FALSE(hasKey(late, content.value("session_id"_L1).toString().toLatin1()));
        }
        QJsonObject good = payload();
        good.insert(name, good.take("sender_device_keys"_L1));
        CHECK(forger.send(late, good));
    }
    QJsonObject doubled = payload();
    doubled.insert("org.matrix.msc4147.device_keys"_L1, doubled.value("sender_device_keys"_L1));
    CHECK_FALSE(forger.send(late, doubled));
    QJsonObject silent = payload();
    silent.remove("sender_device_keys"_L1);
    CHECK(forger.send(late, silent)); // older programs do not send them
}
