// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What syncs say of people and rooms, and who can read the next message because of it.

#include "support/desk.h"
#include "support/forger.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;

namespace {

const auto bob = u"@bob:x.fr"_s;
const auto carol = u"@carol:x.fr"_s;

QStringList askedIn(const std::vector<Request>& requests)
{
    QStringList asked;
    for (const Request& request : requests) {
        asked += request.body.value("device_keys"_L1).toObject().keys();
    }
    return asked;
}

struct Office : Desk {
    Peer bob1{server, bob, u"B1"_s, clock};
    Peer carol1{server, carol, u"C1"_s, clock};

    Office()
    {
        bob1.pump();
        carol1.pump();
    }

    QString sessionAfter(const std::function<void()>& act)
    {
        act();
        return write(u"bonjour"_s).value("session_id"_L1).toString();
    }
};

} // namespace

TEST_CASE("E2: the person is told that the server has other keys for this device")
{
    Office office;
    office.enter(u"shared"_s, {{bob, u"join"_s}});
    office.pump();
    office.pump();
    CHECK_FALSE(must(office.engine->encryption().status()).ownKeysForeign);
    const Forger other(office.user, u"ANN"_s);
    office.server.users[office.user][u"ANN"_s].keys = other.keys();
    office.open();
    const auto sent = office.pump();
    CHECK(askedIn(sent).contains(office.user));
    CHECK(must(office.engine->encryption().status()).ownKeysForeign);
    CHECK_THROWS(office.write(u"secret"_s));
    const auto job = must(office.engine->nextJob(deskRoom));
    REQUIRE(job);
    CHECK(job->error.errcode == u"OWN_KEYS_FOREIGN"_s);
}

TEST_CASE("E3: a sync that says nothing of one-time keys means that none are left")
{
    Office office;
    office.enter(u"shared"_s, {});
    while (!office.pump().empty()) {
    }
    CHECK(must(office.engine->cryptoRequests()).empty());
    must(office.engine->applySync(R"({"next_batch":"s9","device_unused_fallback_key_types":
        ["signed_curve25519"]})"));
    const auto requests = must(office.engine->cryptoRequests());
    REQUIRE(requests.size() == 1);
    CHECK(requests[0].body.value("one_time_keys"_L1).toObject().size() == 50);
}

TEST_CASE(
    "E11: a person is followed as long as an encrypted room is shared, and anew after a return")
{
    Office office;
    office.enter(u"shared"_s, {{bob, u"join"_s}});
    CHECK(office.isReadBy(office.bob1, office.write(u"un"_s)));
    const QJsonObject left{{u"left"_s, QJsonArray{bob}}};
    office.sync({}, false, left); // the server's word alone: Bob is still here
    Peer bob2(office.server, bob, u"B2"_s, office.clock);
    bob2.pump();
    CHECK(askedIn(office.pump()).isEmpty());
    office.sync({}, false, {{u"changed"_s, QJsonArray{bob}}});
    CHECK(askedIn(office.pump()) == QStringList{bob});
    office.sync({office.member(bob, u"leave"_s)}, false, left);
    const QJsonObject without = office.write(u"sans lui"_s);
    CHECK_FALSE(office.isReadBy(office.bob1, without));
    Peer bob3(office.server, bob, u"B3"_s, office.clock); // no "changed" for whom no room is shared
    bob3.pump();
    office.sync({}, false, {{u"changed"_s, QJsonArray{bob}}});
    CHECK(askedIn(office.pump()).isEmpty());
    office.sync({office.member(bob, u"join"_s)});
    CHECK(askedIn(office.pump()) == QStringList{bob});
    const QJsonObject again = office.write(u"de retour"_s);
    CHECK(office.isReadBy(bob3, again));
    CHECK(office.isReadBy(office.bob1, again));
}

TEST_CASE("E29: what syncs tell of members and visibility makes a new session, or does not")
{
    Office office;
    office.enter(u"shared"_s, {{bob, u"join"_s}, {carol, u"join"_s}});
    const auto visibility = [&](const QString& value) {
        return office.state(u"m.room.history_visibility"_s, {}, {{u"history_visibility"_s, value}});
    };
    QString last = office.sessionAfter([] {});
    const auto rotates = [&](const std::function<void()>& act) {
        const QString next = office.sessionAfter(act);
        return std::exchange(last, next) != next;
    };
    CHECK_FALSE(rotates([&] { office.sync({office.member(bob, u"join"_s, u"Robert"_s)}); }));
    CHECK_FALSE(rotates([&] { office.sync({visibility(u"world_readable"_s)}); }));
    CHECK_FALSE(rotates([&] { office.open(); }));
    CHECK_FALSE(rotates([&] { office.sync({}, true); }));
    CHECK(rotates([&] { office.sync({visibility(u"joined"_s)}); }));
    CHECK_FALSE(rotates([&] { office.sync({visibility(u"invited"_s)}); }));
    CHECK(rotates([&] { office.sync({visibility(u"shared"_s)}); }));
    CHECK(rotates([&] { office.sync({office.member(carol, u"leave"_s)}); }));
    CHECK_FALSE(rotates([&] { office.sync({office.member(carol, u"invite"_s)}); }));
    CHECK(rotates([&] { office.sync({office.member(carol, u"leave"_s)}); })); // withdrawn
    CHECK_FALSE(rotates([&] { office.sync({office.member(carol, u"join"_s)}); }));
    CHECK(rotates([&] { office.sync({office.member(carol, u"ban"_s)}); }));
    CHECK_FALSE(rotates([&] { office.sync({office.member(carol, u"join"_s)}); }));
    CHECK(rotates([&] { office.sync({office.member(carol, u"leave"_s)}, true); })); // in a hole
    CHECK_FALSE(office.isReadBy(office.carol1, office.write(u"sans elle"_s)));
    CHECK(office.isReadBy(office.bob1, office.write(u"avec lui"_s)));
}

TEST_CASE("E29: who came and went in a hole of the timeline, known from the list of members only")
{
    Office office;
    office.enter(u"shared"_s, {{bob, u"join"_s}});
    office.sync({}, true); // Carol joins unseen
    office.member(carol, u"join"_s);
    const QJsonObject with = office.write(u"avec elle"_s); // by /members
    CHECK(office.isReadBy(office.carol1, with));
    office.sync({office.member(carol, u"leave"_s)}, true);
    const QJsonObject without = office.write(u"sans elle"_s);
    CHECK(with.value("session_id"_L1) != without.value("session_id"_L1));
    CHECK_FALSE(office.isReadBy(office.carol1, without));
}

TEST_CASE("E32: who is invited reads what is written after the invitation, unless only members may")
{
    for (const QString& visibility : {u"shared"_s, u"invited"_s, u"joined"_s}) {
        INFO(visibility.toStdString());
        Office office;
        office.enter(visibility, {{bob, u"join"_s}, {carol, u"invite"_s}});
        const QJsonObject content = office.write(u"avant l'arrivée"_s);
        CHECK(office.isReadBy(office.bob1, content));
        CHECK(office.isReadBy(office.carol1, content) == (visibility != u"joined"_s));
        office.sync({office.member(carol, u"join"_s)});
        CHECK(office.isReadBy(office.carol1, office.write(u"bienvenue"_s)));
    }
}
