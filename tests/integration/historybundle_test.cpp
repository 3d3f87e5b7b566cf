// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The history of a room for whom it is shared with: what goes into the bundle, who hears of it, and
// every reason for which one that is offered is not taken.

#include "support/history.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;
using Source = crypto::InboundGroupRecord::Source;

TEST_CASE("S29: an invitee reads what may be shared, and is told what may not")
{
    History all;
    all.visible(u"joined"_s);
    const auto secret = all.message(all.alice1, u"$1"_s);
    all.visible(u"shared"_s);
    const auto open = all.message(all.alice1, u"$2"_s);
    const auto theirs = all.message(all.bob1, u"$3"_s);
    CHECK(all.carol1.decrypt(room, open).error().reason == u"missingKey"_s);
    all.offer(all.alice1, all.make(all.alice1));
    CHECK_FALSE(all.next()); // not before she has accepted
    all.accept(alice);
    const auto offer = all.next();
    REQUIRE(offer);
    CHECK(offer->mxc == address);
    const auto taken = all.take(*offer);
    CHECK(taken.keys == 2);
    CHECK(taken.changes.newRoomKeys.size() == 2);
    REQUIRE(taken.changes.withheld.size() == 1);
    for (const auto& event : {open, theirs}) {
        const auto read = all.carol1.decrypt(room, event);
        REQUIRE(read);
        CHECK(read->trust == u"sharedHistory"_s);
    }
    const auto locked = all.carol1.decrypt(room, secret);
    REQUIRE_FALSE(locked);
    CHECK(locked.error().reason == u"withheldHistory"_s);
    CHECK_FALSE(all.next()); // once
    const auto by = use(all.carol1, [&](MachineParts& parts) {
        return must(parts.context.store.inboundGroup(room, sessionOf(open)))->sharedBy;
    });
    CHECK(by == alice);
}

TEST_CASE("a bundle that comes after the join is taken as well, and one under the old name")
{
    History all;
    const auto event = all.message(all.alice1, u"$1"_s);
    all.accept(alice);
    CHECK_FALSE(all.next());
    all.offer(all.alice1, all.make(all.alice1));
    REQUIRE(all.next());
    sendOlm(all, all.alice1, all.carol1, crypto::oldBundleType,
            {{u"room_id"_s, room.toString()}, {u"file"_s, all.make(all.alice1)}});
    CHECK_FALSE(all.next()); // the list is asked for again first
    settle(all.peers);
    REQUIRE(all.next());
    CHECK(all.take(*all.next()).keys == 1);
    CHECK(all.carol1.decrypt(room, event));
}

TEST_CASE("A11: a device that the invitee's identity did not sign gets nothing")
{
    History all;
    all.message(all.alice1, u"$1"_s);
    Peer planted(all.server, carol.toString(), u"C9"_s, all.clock); // by the server
    planted.pump();
    all.server.changedUsers.append(carol.toString());
    settle(all.peers);
    // Sessions by Olm exist with both: nothing but the missing signature decides.
    use(all.alice1, [](MachineParts& parts) {
        crypto::OlmChannel channel(parts.context, parts.keys);
        channel.claim(must(parts.context.store.devices(carol)));
        return true;
    });
    settle(all.peers);
    for (const auto* device : {"C1", "C9"}) {
        all.server.users[carol.toString()][QString::fromLatin1(device)].inbox.clear();
    }
    const QJsonObject file = all.make(all.alice1);
    use(all.alice1, [&](MachineParts& parts) {
        parts.sharedHistory.want(guest);
        parts.sharedHistory.uploaded(guest, file);
        return true;
    });
    for (int i = 0; i < 5; ++i) {
        all.alice1.pump();
    }
    CHECK(all.sealedFor(u"C1"_s) == 1);
    CHECK(all.sealedFor(u"C9"_s) == 0);
}

TEST_CASE("A11: nobody without an identity, and no device of one that changed, gets history")
{
    for (const bool changed : {false, true}) {
        History all;
        all.message(all.alice1, u"$1"_s);
        if (changed) {
            follow(all.alice1, {carol});
            settle(all.peers);
        }
        if (changed) {
            use(all.alice1, [](MachineParts& parts) {
                auto identity = *must(parts.context.store.identity(carol));
                identity.changed = true; // from the one that was pinned
                must(parts.context.store.saveIdentity(identity));
                return true;
            });
        } else {
            all.server.identities.erase(carol.toString());
            all.server.users[carol.toString()].erase(u"C1"_s);
            Peer bare(all.server, carol.toString(), u"C2"_s, all.clock);
            bare.pump();
            all.server.changedUsers.append(carol.toString());
            settle(all.peers);
        }
        auto& devices = all.server.users[carol.toString()];
        for (auto& [name, device] : devices) {
            device.inbox.clear();
        }
        const QJsonObject file = all.make(all.alice1);
        use(all.alice1, [&](MachineParts& parts) {
            parts.sharedHistory.want(guest);
            parts.sharedHistory.uploaded(guest, file);
            return true;
        });
        for (int i = 0; i < 5; ++i) {
            all.alice1.pump();
        }
        for (const auto& [name, device] : devices) {
            CHECK(device.inbox.empty());
        }
    }
}

TEST_CASE("history goes only by a list asked for afterwards, only where it may be seen")
{
    History all;
    all.message(all.alice1, u"$1"_s);
    const QJsonObject file = all.make(all.alice1);
    const auto wish = [&] {
        use(all.alice1, [&](MachineParts& parts) {
            parts.sharedHistory.want(guest);
            parts.sharedHistory.uploaded(guest, file);
            return true;
        });
    };
    const auto requests = [&] {
        std::vector<crypto::OutgoingRequest> found;
        all.alice1.act([&] { found = must(all.alice1.machine().outgoingRequests()); });
        return found;
    };
    wish();
    const auto first = requests();
    REQUIRE(first.size() == 1); // the list, and nothing else before it is here
    CHECK(first[0].kind == crypto::OutgoingRecord::Kind::KeysQuery);
    CHECK(first[0].body.value("device_keys"_L1).toObject().keys() == QStringList{carol.toString()});
    all.visible(u"joined"_s); // before it went
    settle(all.peers);
    all.accept(alice);
    CHECK_FALSE(all.next());
    CHECK_FALSE(use(all.alice1, [](MachineParts& p) { return p.sharedHistory.mayShare(room); }));
    all.visible(u"shared"_s);
    CHECK(use(all.alice1, [](MachineParts& p) { return p.sharedHistory.mayShare(room); }));
}

TEST_CASE("what is still to be shared survives a crash, and is given up after a day")
{
    History all;
    const auto event = all.message(all.alice1, u"$1"_s);
    const auto wanted = [&] {
        return use(all.alice1, [](MachineParts& p) { return p.sharedHistory.wanted(); });
    };
    use(all.alice1, [](MachineParts& parts) {
        parts.sharedHistory.want(guest);
        return true;
    });
    all.alice1.open();
    CHECK(wanted() == std::vector{guest});
    const QJsonObject file = all.make(all.alice1);
    use(all.alice1, [&](MachineParts& parts) {
        parts.sharedHistory.uploaded(guest, file);
        return true;
    });
    CHECK(wanted().empty()); // at the server: what is left is the machine's
    all.alice1.open();
    settle(all.peers);
    all.accept(alice);
    REQUIRE(all.next());
    use(all.alice1, [](MachineParts& parts) {
        parts.sharedHistory.want(guest);
        return true;
    });
    all.clock.time += 25LL * 3'600'000;
    settle(all.peers);
    CHECK(wanted().empty());
    CHECK_FALSE(all.next()); // nor is it taken then
}
