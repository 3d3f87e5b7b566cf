// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A fault while a message is prepared: nothing half done is kept, and the message goes once it can.

#include "support/desk.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;
using Step = engine::OutboxJob::Kind;

namespace {

const auto bob = u"@bob:x.fr"_s;

struct Broken : Desk {
    Peer bob1{server, bob, u"B1"_s, clock};

    Broken()
    {
        bob1.pump();
        enter(u"shared"_s, {{bob, u"join"_s}});
    }

    TxnId enqueue()
    {
        engine::OutgoingMessage message;
        message.room = deskRoom;
        message.body = u"bonjour"_s;
        return must(engine->enqueue(message)).txn;
    }

    //! Up to the first job that is not about members or keys, or a fault.
    Result<std::optional<engine::OutboxJob>> prepare()
    {
        for (int i = 0; i < 20; ++i) {
            auto job = engine->nextJob(deskRoom);
            if (!job || !*job) {
                return job;
            }
            if ((*job)->kind == Step::NeedMembers) {
                must(engine->applyMembers(deskRoom, members(), engine->syncsSoFar()));
            } else if ((*job)->kind != Step::NeedKeys) {
                return job;
            }
            pump();
        }
        throw std::runtime_error("never ready");
    }

    bool goes()
    {
        const auto job = must(prepare());
        if (!job || job->kind != Step::Send) {
            return false;
        }
        must(engine->sent(job->txn, EventId(u"$gone"_s)));
        return isReadBy(bob1, must(parseObject(job->request.body)));
    }
};

} // namespace

TEST_CASE("a store that fails while a key is given away keeps nothing of it")
{
    Broken desk;
    desk.inFile("CREATE TRIGGER broken BEFORE INSERT ON crypto_outgoing"
                " WHEN NEW.event_type = 'm.room.encrypted'"
                " BEGIN SELECT RAISE(ABORT, 'broken'); END");
    desk.enqueue();
    for (int i = 0; i < 3; ++i) {
        const auto job = desk.prepare();
        REQUIRE_FALSE(job);
        CHECK(job.error().kind == Error::Kind::Store); // the message waits for better times
    }
    desk.inFile("DROP TRIGGER broken");
    CHECK(desk.goes());
}

TEST_CASE("a message that cannot be encrypted is told of, and goes when it is tried again")
{
    Broken desk;
    desk.inFile("CREATE TRIGGER broken AFTER INSERT ON crypto_value WHEN NEW.name LIKE 'ready:%'"
                " BEGIN UPDATE crypto_outbound SET pickle = x'00'; END");
    const TxnId txn = desk.enqueue();
    const auto job = must(desk.prepare());
    REQUIRE(job);
    CHECK(job->kind == Step::Refused);
    CHECK(job->txn == txn);
    CHECK(job->error.kind == Error::Kind::Crypto);
    must(desk.engine->sendFailed(txn, job->error, true));
    desk.inFile("DROP TRIGGER broken");
    must(desk.engine->retry(txn));
    CHECK(desk.goes());
}

TEST_CASE("a room's session that can be read no more is replaced")
{
    Broken desk;
    const auto before = desk.write(u"un"_s);
    desk.inFile("UPDATE crypto_outbound SET pickle = x'00'");
    desk.enqueue();
    CHECK(desk.goes());
    const auto after = desk.write(u"trois"_s);
    CHECK(before.value("session_id"_L1) != after.value("session_id"_L1));
    CHECK(desk.isReadBy(desk.bob1, after));
}
