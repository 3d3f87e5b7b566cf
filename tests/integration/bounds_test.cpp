// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What others can make this device keep, ask or do has an end.

#include "support/attackroom.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;

TEST_CASE("notices that a key is withheld are kept for the newest sessions only")
{
    Room all;
    use(all.bob1, [](MachineParts& parts) {
        auto& store = parts.context.store;
        for (int i = 0; i < 1500; ++i) {
            const QByteArray session = QByteArray::number(i);
            must(store.saveWithheld({room, session, u"m.unverified"_s, {}}));
            must(store.saveWithheld(
                {RoomId(u"!r%1:x.fr"_s.arg(i)), session, u"m.unverified"_s, {}}));
        }
        CHECK_FALSE(must(store.withheld(room, "0")));
        CHECK(must(store.withheld(room, "1499")));
        CHECK(must(store.withheld(room, "600")));
        CHECK_FALSE(must(store.withheld(RoomId(u"!r0:x.fr"_s), "0")));
        CHECK(must(store.withheld(RoomId(u"!r1499:x.fr"_s), "1499")));
        return true;
    });
}

TEST_CASE("who has a session is forgotten with the session")
{
    Room all;
    const QByteArray first = sessionOf(all.message(all.alice1, u"$1"_s));
    const auto shares = [&](const QByteArray& session) {
        return use(all.alice1, [&](MachineParts& parts) {
            return must(parts.context.store.shares(session)).size();
        });
    };
    CHECK(shares(first) == 1);
    all.alice1.act([&] { must(all.alice1.machine().memberLeft(room, bob)); });
    const QByteArray second = sessionOf(all.message(all.alice1, u"$2"_s));
    REQUIRE(first != second);
    CHECK(shares(first) == 0);
    CHECK(shares(second) == 1);
}

TEST_CASE("messages of devices that nobody published are remembered up to a number")
{
    Room all;
    const QByteArray known = must(all.alice1.machine().ownCurve25519());
    use(all.bob1, [&](MachineParts& parts) {
        auto& store = parts.context.store;
        must(store.rememberMessage(known, "old"));
        must(store.rememberMessage("stranger", "old"));
        for (int i = 0; i < 21'000; ++i) {
            must(store.rememberMessage("made up " + QByteArray::number(i), "hash"));
        }
        CHECK(must(store.rememberMessage(known, "old")));
        CHECK_FALSE(must(store.rememberMessage("stranger", "old")));
        CHECK(must(store.rememberMessage("made up 20999", "hash")));
        return true;
    });
}
