// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// One-time and fallback keys: how many, which, and how long their private halves are kept.

#include "support/attackroom.h"
#include "support/forger.h"
#include "support/wire.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;

namespace {

constexpr Timestamp minute = 60'000;
constexpr Timestamp hour = 60 * minute;
constexpr Timestamp day = 24 * hour;

struct Published {
    FakeClock clock;
    ModelServer server;
    Peer ann{server, u"@ann:x.fr"_s, u"ANN"_s, clock};

    Published() { settle({&ann}); }

    ModelServer::Device& atServer() { return server.users[ann.user()][ann.device()]; }

    QString fallback()
    {
        return atServer().fallback.begin().value().toObject().value("key"_L1).toString();
    }

    //! A device that got the fallback key because nothing else was left.
    Forger lastComer(const QString& user)
    {
        atServer().oneTime.clear();
        Forger forger(user, u"F"_s);
        forger.meet(server, ann);
        return forger;
    }
};

} // namespace

TEST_CASE("E3: the server holds fifty one-time keys: 0, absent or 10 there, 50, 50 or 40 go up")
{
    const std::pair<std::optional<int>, int> vectors[] = {
        {0, 50}, {std::nullopt, 50}, {10, 40}, {49, 1}, {50, 0}, {1000, 0}, {-3, 50}};
    for (const auto& [told, wanted] : vectors) {
        INFO("told " << told.value_or(-1));
        Published one;
        crypto::SyncChanges changes;
        changes.oneTimeKeyCount = told;
        changes.unusedFallback = true;
        one.ann.act([&] { must(one.ann.machine().receiveSync(changes)); });
        const auto uploads = requestsOf(one.ann, Kind::KeysUpload);
        int sent = 0;
        for (const Request& upload : uploads) {
            sent += int(upload.body.value("one_time_keys"_L1).toObject().size());
        }
        CHECK(sent == wanted);
        CHECK(uploads.size() == (wanted > 0 ? 1 : 0));
    }
}

TEST_CASE("E5: a fallback key serves all who got it; used, it is replaced, and goes an hour later")
{
    Published one;
    const QString first = one.fallback();
    Forger bob = one.lastComer(u"@bob:x.fr"_s);
    Forger carol = one.lastComer(u"@carol:x.fr"_s);
    Forger dan = one.lastComer(u"@dan:x.fr"_s);
    Forger emma = one.lastComer(u"@emma:x.fr"_s);
    Forger late = one.lastComer(u"@late:x.fr"_s);
    CHECK(bob.usedKey == first);
    CHECK(carol.usedKey == first);
    settle({&one.ann});
    REQUIRE(one.fallback() != first); // the server said that it was used
    CHECK(bob.sayHello(one.ann));
    CHECK(carol.sayHello(one.ann));
    one.clock.time += 2 * hour;
    one.ann.receive(); // nobody has used the new one: the old one may still be on its way
    CHECK(dan.sayHello(one.ann));
    Forger gil = one.lastComer(u"@gil:x.fr"_s);
    CHECK(gil.usedKey == one.fallback());
    CHECK(gil.sayHello(one.ann)); // from now on, an hour
    one.clock.time += 59 * minute;
    one.ann.receive();
    CHECK(emma.sayHello(one.ann));
    one.clock.time += 2 * minute;
    one.ann.receive();
    CHECK_FALSE(late.sayHello(one.ann));
    CHECK(gil.sayHello(one.ann));
}

TEST_CASE("E5: the old fallback key stays while messages wait at the server")
{
    Published one;
    Forger bob = one.lastComer(u"@bob:x.fr"_s);
    Forger carol = one.lastComer(u"@carol:x.fr"_s);
    Forger late = one.lastComer(u"@late:x.fr"_s);
    settle({&one.ann});
    Forger dan = one.lastComer(u"@dan:x.fr"_s);
    CHECK(dan.sayHello(one.ann));
    one.clock.time += 3 * day; // away: two days' messages lie at the server
    CHECK(bob.sayHello(one.ann));
    CHECK(carol.sayHello(one.ann));
    one.ann.receive(); // the first answer without messages
    CHECK_FALSE(late.sayHello(one.ann));
}

TEST_CASE("E5: a fallback key is replaced every week, used or not, and two are kept at most")
{
    Published one;
    QString before = one.fallback();
    for (int week = 0; week < 3; ++week) {
        one.clock.time += 6 * day;
        settle({&one.ann});
        one.ann.receive();
        one.ann.pump();
        CHECK(one.fallback() == before);
        one.clock.time += 2 * day;
        one.ann.receive();
        one.ann.pump();
        CHECK(one.fallback() != before);
        before = one.fallback();
    }
}

TEST_CASE("A26: somebody takes all one-time keys: others still reach the device, keys are renewed")
{
    Published one;
    const QString first = one.fallback();
    QSet<QString> taken;
    for (int i = 0; i < 60; ++i) {
        Forger thief(u"@voleur:x.fr"_s, u"V%1"_s.arg(i));
        thief.meet(one.server, one.ann);
        taken.insert(thief.usedKey);
    }
    CHECK(taken.size() == 51); // fifty, and the fallback key again and again
    Forger bob(u"@bob:x.fr"_s, u"B"_s);
    Forger carol(u"@carol:x.fr"_s, u"C"_s);
    bob.meet(one.server, one.ann);
    carol.meet(one.server, one.ann);
    CHECK(bob.usedKey == first);
    one.ann.receive(); // one sync
    const auto sent = pumpTwisted(one.server, one.ann);
    CHECK(countOf(sent, Kind::KeysUpload) == 1);
    CHECK(one.atServer().oneTime.size() == 50);
    CHECK(one.fallback() != first);
    CHECK(one.server.refused == 0);
    CHECK(bob.sayHello(one.ann));
    CHECK(carol.sayHello(one.ann));
    Forger dan(u"@dan:x.fr"_s, u"D"_s);
    dan.meet(one.server, one.ann);
    CHECK_FALSE(taken.contains(dan.usedKey));
    CHECK(dan.sayHello(one.ann));
}
