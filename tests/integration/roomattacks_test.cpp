// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A server that puts people into rooms, writes settings for the person, or tells another time.

#include "support/dialogue.h"
#include "support/screenroom.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;

TEST_CASE("A2: somebody who was put into a room is seen before the next message")
{
    ScreenRoom all;
    Screen& desk = all.desk;
    const UserId ghost(u"@fantome:x.fr"_s);
    const int before = desk.summary().memberCount;
    must(desk.engine->openRoom(room, 50));
    desk.take();
    desk.sync({desk.member(ghost, u"Fantôme"_s)});
    CHECK(desk.summary().memberCount == before + 1);
    QStringList lines;
    for (const auto& change : desk.take().timelines) {
        for (const auto& op : change.diff.ops) {
            if (const auto* more = std::get_if<ListDiff<timeline::TimelineItem>::Insert>(&op)) {
                for (const auto& item : more->items) {
                    lines.append(item.stateTarget);
                }
            }
        }
    }
    CHECK(lines.contains(u"Fantôme"_s)); // a line in the open window
}

TEST_CASE("A2: where only verified people get keys, somebody who was put there gets none")
{
    ScreenRoom all;
    Screen& desk = all.desk;
    const UserId ghost(u"@fantome:x.fr"_s);
    Peer device(all.server, ghost.toString(), u"G1"_s, all.clock);
    device.pump();
    desk.note(must(desk.engine->encryption().setShareWith(crypto::ShareWith::Verified)));
    desk.sync({desk.member(ghost, u"Fantôme"_s)});
    engine::OutgoingMessage message;
    message.room = room;
    message.body = u"secret"_s;
    must(desk.engine->enqueue(message));
    for (int i = 0; i < 20; ++i) {
        const auto job = must(desk.engine->nextJob(room));
        REQUIRE(job);
        if (job->kind == engine::OutboxJob::Kind::Send) {
            break;
        }
        if (job->kind == engine::OutboxJob::Kind::NeedMembers) {
            desk.note(must(desk.engine->applyMembers(
                room,
                toJson(QJsonObject{{u"chunk"_s, QJsonArray{desk.member(alice, u"Alice"_s),
                                                           desk.member(bob, u"Bob"_s),
                                                           desk.member(ghost, u"Fantôme"_s)}}}),
                desk.engine->syncsSoFar())));
        }
        desk.pump();
    }
    desk.pump();
    QStringList types;
    for (const QJsonObject& event : all.server.users[ghost.toString()][u"G1"_s].inbox) {
        types.append(event.value("type"_L1).toString());
    }
    CHECK(types == QStringList{u"m.room_key.withheld"_s});
}

TEST_CASE("A21, E60: account data weakens nothing; a backup it wants off is a question")
{
    ScreenRoom all;
    Screen& desk = all.desk;
    desk.makeBackup();
    auto& jobs = desk.engine->encryption();
    desk.note(must(jobs.setShareWith(crypto::ShareWith::Verified)));
    desk.note(must(jobs.blockDevice(bob, DeviceId(u"B1"_s), true)));
    all.arrive(all.bob1, u"$1"_s);
    const auto state = [&] {
        const auto status = must(jobs.status());
        const auto devices = must(jobs.devices(bob));
        return std::tuple{status.shareWith,        status.identityTrusted,  status.backupTrusted,
                          status.backupKeyHere,    status.thisDeviceSigned, devices,
                          desk.summary().encrypted};
    };
    const auto before = state();
    CHECK_FALSE(must(jobs.status()).backupDisabledElsewhere);
    CHECK(must(jobs.nextBackupUpload()));
    const auto data = [](const QString& type, const QJsonObject& content) {
        return QJsonObject{{u"type"_s, type}, {u"content"_s, content}};
    };
    const auto tell = [&](const QJsonArray& events) { desk.sync({}, events); };
    tell({data(u"m.key_backup"_s, {{u"enabled"_s, false}}),
          data(u"m.direct"_s, {{bob.toString(), QJsonArray{room.toString()}}}),
          data(u"m.ignored_user_list"_s, {{u"ignored_users"_s, QJsonObject()}}),
          data(u"m.push_rules"_s, {{u"global"_s, QJsonObject()}}),
          data(u"org.matrix.preview_urls"_s, {{u"disable"_s, false}}),
          data(u"im.vector.setting.crypto"_s, {{u"blacklistUnverifiedDevices"_s, false}}),
          data(u"m.secret_storage.default_key"_s, {{u"key"_s, u"autre"_s}}),
          data(u"m.org.matrix.custom.backup_disabled"_s, {{u"disabled"_s, true}})});
    CHECK((state() == before));
    CHECK(must(jobs.status()).backupDisabledElsewhere);
    CHECK(must(jobs.nextBackupUpload())); // it goes on until the person has answered
    tell({data(u"m.key_backup"_s, {{u"enabled"_s, true}})});
    CHECK_FALSE(must(jobs.status()).backupDisabledElsewhere);
    tell({data(u"m.key_backup"_s, {{u"enabled"_s, u"false"_s}})}); // no boolean: the older name
    CHECK(must(jobs.status()).backupDisabledElsewhere);
}

TEST_CASE("a clock that is two years off: everything is read, and nothing waits for it")
{
    constexpr Timestamp years = 2LL * 365 * 24 * 3'600'000;
    for (const Timestamp offset : {years, -years}) {
        ModelServer server;
        FakeClock right;
        FakeClock wrong;
        wrong.time += offset;
        Peer one(server, alice.toString(), u"A1"_s, right);
        Peer two(server, bob.toString(), u"B1"_s, wrong);
        const std::vector<Peer*> peers{&one, &two};
        for (Peer* peer : peers) {
            follow(*peer, both);
            peer->act([&] {
                must(peer->machine().setRoomEncryption(
                    room, {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s}}));
            });
        }
        makeIdentity(one, server);
        makeIdentity(two, server);
        settle(peers);
        int number = 0;
        const auto isRead = [&](Peer& from, Peer& to) {
            for (int i = 0; i < 10 && !from.prepare(room, both); ++i) {
                from.pump();
            }
            events::Event event;
            event.id = EventId(u"$%1"_s.arg(++number));
            event.sender = UserId(from.user());
            event.type = u"m.room.encrypted"_s;
            event.originServerTs = right.time; // the server's time
            event.content = from.encrypt(room, u"secret"_s);
            settle(peers);
            return to.decrypt(room, event).has_value();
        };
        for (int i = 0; i < 3; ++i) {
            CHECK(isRead(one, two));
            CHECK(isRead(two, one));
        }
        std::swap(right.time, wrong.time); // both are set, one back and one forward
        for (int i = 0; i < 3; ++i) {
            CHECK(isRead(one, two));
            CHECK(isRead(two, one));
        }
        settle(peers);
    }
}
