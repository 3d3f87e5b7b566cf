// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A room of many devices: nobody is forgotten, no request is too large, and only the first message
// pays for it.

#include "support/crowd.h"
#include "support/two.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;

TEST_CASE("the first message of a large room reaches every device, the second asks for nothing")
{
    const RoomId room(u"!foule:x.fr"_s);
    FakeClock clock;
    ModelServer server;
    Crowd crowd(120, 3);
    Peer peer(server, u"@a:x.fr"_s, u"A"_s, clock);
    peer.act([&] {
        must(peer.machine().setRoomEncryption(room, {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s}}));
    });
    const auto pump = [&] {
        std::vector<crypto::OutgoingRequest> requests;
        peer.act([&] { requests = must(peer.machine().outgoingRequests()); });
        for (const auto& request : requests) {
            const QJsonObject answer = crowd.answer(request);
            peer.act([&] { must(peer.machine().markSent(request.id, answer)); });
        }
        return requests.size();
    };
    int rounds = 0;
    while (!peer.prepare(room, crowd.users)) {
        pump();
        REQUIRE(++rounds < 20);
    }
    CHECK(crowd.delivered == 360);
    CHECK(crowd.largest <= 250);
    peer.encrypt(room, u"un"_s);
    CHECK(peer.prepare(room, crowd.users));
    peer.encrypt(room, u"deux"_s);
    CHECK(pump() == 0);
    const auto generation = [&] {
        return must(peer.machine().look(
            [](MachineParts& parts) { return must(parts.context.store.value(u"generation"_s)); }));
    };
    const QByteArray before = generation();
    give(peer, u"@p1:s0.fr"_s, u"m.room_key.withheld"_s, {{u"code"_s, u"m.no_olm"_s}});
    CHECK(generation() == before); // whatever comes, nobody is looked at again for it
    auto fewer = crowd.users;
    fewer.erase(fewer.begin());
    rounds = 0;
    while (!peer.prepare(room, fewer)) { // somebody is gone: a new session for all the others
        pump();
        REQUIRE(++rounds < 20);
    }
    CHECK(crowd.delivered == 360 + 357);
}

TEST_CASE("what is asked about one server's people is in few requests, for it may be slow")
{
    FakeClock clock;
    ModelServer server;
    Crowd crowd(600, 1, 6);
    Peer peer(server, u"@a:x.fr"_s, u"A"_s, clock);
    peer.act([&] {
        must(peer.machine().setRoomEncryption(RoomId(u"!foule:x.fr"_s),
                                              {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s}}));
    });
    std::map<crypto::OutgoingRecord::Kind, int> all;
    std::map<crypto::OutgoingRecord::Kind, int> slow;
    for (int round = 0; !peer.prepare(RoomId(u"!foule:x.fr"_s), crowd.users); ++round) {
        REQUIRE(round < 20);
        std::vector<crypto::OutgoingRequest> requests;
        peer.act([&] { requests = must(peer.machine().outgoingRequests()); });
        for (const auto& request : requests) {
            const QJsonObject asked = request.body.value("device_keys"_L1).toObject();
            const QJsonObject wanted = request.body.value("one_time_keys"_L1).toObject();
            const QStringList people = asked.keys() + wanted.keys();
            ++all[request.kind];
            slow[request.kind] += people.filter(u":s3.fr"_s).isEmpty() ? 0 : 1;
            const QJsonObject answer = crowd.answer(request);
            peer.act([&] { must(peer.machine().markSent(request.id, answer)); });
        }
    }
    using Kind = crypto::OutgoingRecord::Kind;
    CHECK(all[Kind::KeysQuery] == 3);
    CHECK(slow[Kind::KeysQuery] == 1);
    CHECK(all[Kind::KeysClaim] == 4);
    CHECK(slow[Kind::KeysClaim] <= 2);
}
