// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A program that ends while it handles what came by Olm: what it was handling is tried again, and
// only what ended it each time is put aside.

#include "support/desk.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;

namespace {

const auto bob = u"@bob:x.fr"_s;

struct Ending : Desk {
    Peer bob1{server, bob, u"B1"_s, clock};

    Ending()
    {
        bob1.pump();
        enter(u"shared"_s, {{bob, u"join"_s}});
        follow(bob1, {UserId(user), UserId(bob)});
        bob1.act([&] {
            must(bob1.machine().setRoomEncryption(
                deskRoom,
                {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s}, {u"rotation_period_msgs"_s, 1}}));
        });
        while (!pump().empty()) {
        }
        settle({&bob1});
    }

    //! A message under a key of its own, which lies at the server.
    QJsonObject letter(const QString& id)
    {
        for (int i = 0; i < 20 && !bob1.prepare(deskRoom, {UserId(user), UserId(bob)}); ++i) {
            bob1.pump();
        }
        return {{u"type"_s, u"m.room.encrypted"_s},
                {u"sender"_s, bob},
                {u"event_id"_s, id},
                {u"origin_server_ts"_s, qint64(++clock.time)},
                {u"content"_s, bob1.encrypt(deskRoom, u"bonjour"_s)}};
    }

    //! A sync in the middle of which nothing more is written: what a process leaves that ends
    //! there.
    void end(const QJsonObject& event)
    {
        inFile("CREATE TRIGGER ended BEFORE INSERT ON crypto_inbound"
               " BEGIN SELECT RAISE(ABORT, 'ended'); END;"
               "CREATE TRIGGER mark BEFORE DELETE ON crypto_value WHEN OLD.name LIKE 'inProcess:%'"
               " BEGIN SELECT RAISE(ABORT, 'ended'); END");
        fault(event);
        inFile("DROP TRIGGER ended; DROP TRIGGER mark");
    }

    //! The same, but the program goes on.
    void fail(const QJsonObject& event)
    {
        inFile("CREATE TRIGGER ended BEFORE INSERT ON crypto_inbound"
               " BEGIN SELECT RAISE(ABORT, 'ended'); END");
        fault(event);
        inFile("DROP TRIGGER ended");
    }

    void come(const QJsonObject& event)
    {
        sync({event});
        must(engine->decryptSome());
    }

    bool isRead(const QString& id)
    {
        return must(engine->item(deskRoom, EventId(id))).body == "bonjour"_L1;
    }

private:
    void fault(const QJsonObject& event)
    {
        const auto inbox = server.users[user][u"ANN"_s].inbox;
        CHECK_THROWS(sync({event}));
        server.users[user][u"ANN"_s].inbox = inbox;
    }
};

} // namespace

TEST_CASE("G6: a program that ends twice while it takes in a key still takes it in")
{
    for (const int times : {1, 2, 3}) {
        INFO(times << " times");
        Ending desk;
        const QJsonObject event = desk.letter(u"$1"_s);
        for (int i = 0; i < times; ++i) {
            desk.end(event);
        }
        desk.come(event);
        CHECK(desk.isRead(u"$1"_s) == (times < 3));
        desk.come(desk.letter(u"$2"_s)); // what comes next is read in any case
        CHECK(desk.isRead(u"$2"_s));
    }
}

TEST_CASE("G6: a fault of the store is no end of the program")
{
    Ending desk;
    const QJsonObject event = desk.letter(u"$1"_s);
    for (int i = 0; i < 10; ++i) {
        desk.fail(event);
    }
    desk.come(event);
    CHECK(desk.isRead(u"$1"_s));
}
