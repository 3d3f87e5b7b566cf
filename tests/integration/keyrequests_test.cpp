// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Keys that messages wait for: how many are asked for, and in which order they are looked for.

#include "store/eventtable.h"
#include "support/attackroom.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;

TEST_CASE("E48: twenty keys are asked for at a time; one that came makes room")
{
    Room all;
    Peer alice2(all.server, alice.toString(), u"A2"_s, all.clock);
    all.join(alice2);
    all.peers.push_back(&alice2);
    settle(all.peers);
    use(all.alice1,
        [](MachineParts& parts) { return parts.identities.signDevice(DeviceId(u"A2"_s)); });
    settle(all.peers);
    use(alice2, [](MachineParts& parts) {
        parts.identities.trustOwn(must(parts.context.store.identity(alice))->master);
        return true;
    });
    settle(all.peers);
    const auto ask = [&](int number) {
        return use(alice2, [&](MachineParts& parts) {
            return parts.requests.ask(room, "session" + QByteArray::number(number));
        });
    };
    const auto requests = [&] {
        size_t count = 0;
        alice2.act([&] { count = must(alice2.machine().outgoingRequests()).size(); });
        return count;
    };
    int asked = 0;
    for (int i = 0; i < 30; ++i) {
        asked += ask(i) ? 1 : 0;
    }
    CHECK(asked == 20);
    CHECK(requests() == 20);
    CHECK(ask(3)); // open already: nothing more to do
    CHECK(requests() == 20);
    use(alice2, [](MachineParts& parts) {
        parts.requests.cancel(room, "session3");
        return true;
    });
    CHECK(requests() == 21); // the word that it is not needed any more
    CHECK(ask(20));
    CHECK_FALSE(ask(21));
    all.clock.time += 2LL * 3'600'000; // nobody answers: others have their turn
    CHECK(ask(21));
}

TEST_CASE("sessions are looked for by their newest message, and again after an hour")
{
    QTemporaryDir folder;
    const auto database = must(store::Database::open(folder.filePath(u"cache.db"_s), secret('k')));
    must(store::migrate(*database));
    must(database->execute("PRAGMA foreign_keys = OFF")); // events alone
    auto transaction = must(database->begin());
    store::EventTable events(*database);
    const auto add = [&](int number, const QByteArray& session, const QString& reason) {
        store::EventRow row;
        row.room = room;
        row.id = EventId(u"$%1"_s.arg(number));
        row.place = {1, number};
        row.sender = alice;
        row.type = u"m.room.encrypted"_s;
        row.ts = 1000 + number;
        row.decryption = store::EventRow::Decryption::Waiting;
        row.reason = reason;
        row.sessionId = session;
        must(events.insert(row));
    };
    add(1, "old", u"missingKey"_s);
    add(2, "middle", u"missingKey"_s);
    add(3, "before", u"sentBeforeJoin"_s);
    add(4, "new", u"missingKey"_s);
    add(5, "old", u"missingKey"_s);
    constexpr Timestamp hour = 3'600'000;
    constexpr Timestamp now = 100 * hour;
    using Sessions = std::vector<std::pair<RoomId, QByteArray>>;
    CHECK(must(events.waitingSessions(now, false)) ==
          Sessions{{room, "old"}, {room, "new"}, {room, "middle"}});
    must(events.noteLookedFor(room, "new", now));
    CHECK(must(events.waitingSessions(now, false)) == Sessions{{room, "old"}, {room, "middle"}});
    CHECK(must(events.waitingSessions(now, true)) == Sessions{{room, "new"}});
    CHECK(must(events.waitingSessions(now + 2 * hour, false)).size() == 3);
    CHECK(must(events.waitingSessions(now - 2 * hour, false)).size() == 3); // a clock set back
}
