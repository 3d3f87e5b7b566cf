// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One value of the server's answer that cannot be read falls by itself.

#include "base/answerjson.h"
#include "support/desk.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;

namespace {

QJsonObject nested(int depth)
{
    QJsonObject object;
    for (int i = 0; i < depth; ++i) {
        object = QJsonObject{{u"x"_s, object}};
    }
    return object;
}

} // namespace

TEST_CASE("an answer loses what is nested too deeply, and nothing else")
{
    CHECK_FALSE(parseObject(toJson(nested(500))));
    const auto answer = parseAnswer(
        toJson(QJsonObject{{u"a"_s, nested(500)}, {u"b"_s, u"[[{\\\"]"_s}, {u"c"_s, nested(50)}}));
    REQUIRE(answer);
    CHECK(answer->value("b"_L1) == u"[[{\\\"]"_s);
    CHECK(answer->value("c"_L1) == nested(50));
    CHECK(answer->value("a"_L1).toObject().value("x"_L1).isObject());
    CHECK_FALSE(parseAnswer("{\"a\":" + QByteArray(1'000'000, '[')));
    CHECK_FALSE(parseAnswer("{\"a\":" + QByteArray(300, ']') + "}"));
    const auto deep = parseAnswer("{\"a\":" + QByteArray(1'000'000, '[') +
                                  QByteArray(1'000'000, ']') + ",\"b\":1}");
    REQUIRE(deep);
    CHECK(deep->value("b"_L1) == 1);
}

TEST_CASE("A44: a to-device event that is nested too deeply keeps no other from arriving")
{
    Desk desk;
    desk.enter(u"shared"_s, {{u"@bob:x.fr"_s, u"join"_s}});
    auto& inbox = desk.server.users[desk.user][u"ANN"_s].inbox;
    inbox.push_back({{u"sender"_s, u"@m:x.fr"_s},
                     {u"type"_s, u"m.room_key_request"_s},
                     {u"content"_s, nested(500)}});
    inbox.push_back({{u"sender"_s, u"@bob:x.fr"_s},
                     {u"type"_s, u"m.key.verification.request"_s},
                     {u"content"_s, QJsonObject{{u"from_device"_s, u"B"_s},
                                                {u"methods"_s, QJsonArray{u"m.sas.v1"_s}},
                                                {u"transaction_id"_s, u"t"_s},
                                                {u"timestamp"_s, qint64(desk.clock.time)}}}});
    desk.sync({});
    CHECK(must(desk.engine->encryption().verifications()).size() == 1);
}

TEST_CASE("A44: a device whose keys are nested too deeply takes no other device with it")
{
    Desk desk;
    Peer bob1(desk.server, u"@bob:x.fr"_s, u"B1"_s, desk.clock);
    bob1.pump();
    desk.enter(u"shared"_s, {{u"@bob:x.fr"_s, u"join"_s}});
    bob1.act([&] {
        must(bob1.machine().setRoomEncryption(deskRoom,
                                              {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s}}));
    });
    const Twist poison = [](const Request& request, QJsonObject& response) {
        if (request.kind != Kind::KeysQuery) {
            return;
        }
        QJsonObject all = response.value("device_keys"_L1).toObject();
        QJsonObject bobs = all.value(u"@bob:x.fr"_s).toObject();
        QJsonObject evil = bobs.value(u"B1"_s).toObject();
        evil.insert(u"unknown"_s, nested(500));
        bobs.insert(u"B2"_s, evil);
        all.insert(u"@bob:x.fr"_s, bobs);
        response.insert(u"device_keys"_s, all);
    };
    for (int i = 0; i < 5; ++i) {
        desk.pump(poison);
    }
    CHECK(desk.isReadBy(bob1, desk.write(u"still here"_s)));
}
