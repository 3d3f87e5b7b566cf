// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which room keys go up to the backup: all that can be read, the best copy, and not before they can
// come back.

#include "support/attackroom.h"
#include "support/desk.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;

namespace {

//! alice1 has a backup of its own.
void beginBackup(Room& all)
{
    use(all.alice1, [](MachineParts& parts) {
        parts.backup.create();
        parts.backup.created(u"1"_s);
        return true;
    });
}

std::optional<crypto::BackupUpload> nextUpload(Peer& peer)
{
    return use(peer, [](MachineParts& parts) { return parts.backup.nextUpload(); });
}

} // namespace

TEST_CASE("E57: a copy that is better than the one that went up goes up as well")
{
    Room all;
    beginBackup(all);
    const QByteArray session = sessionOf(all.message(all.alice1, u"$1"_s));
    const auto change = [&](uint32_t index) {
        use(all.alice1, [&](MachineParts& parts) {
            auto record = *must(parts.context.store.inboundGroup(room, session));
            record.firstIndex = index;
            must(parts.context.store.saveInboundGroup(record));
            return true;
        });
    };
    change(7);
    const auto upload = nextUpload(all.alice1);
    REQUIRE(upload);
    change(0); // while it travels
    const auto tell = [&](const crypto::BackupUpload& sent) {
        use(all.alice1, [&](MachineParts& parts) {
            parts.backup.uploaded(sent, -1);
            return true;
        });
    };
    tell(*upload);
    const auto again = nextUpload(all.alice1);
    REQUIRE(again);
    tell(*again);
    CHECK_FALSE(nextUpload(all.alice1));
}

TEST_CASE("E57: a room key that cannot be read keeps no other from the backup")
{
    Room all;
    beginBackup(all);
    const QByteArray bad = sessionOf(all.message(all.alice1, u"$1"_s));
    const QByteArray good = sessionOf(all.message(all.bob1, u"$2"_s));
    use(all.alice1, [&](MachineParts& parts) {
        auto record = *must(parts.context.store.inboundGroup(room, bad));
        record.pickle = "not a pickle";
        must(parts.context.store.saveInboundGroup(record));
        return true;
    });
    const auto upload = nextUpload(all.alice1);
    REQUIRE(upload);
    REQUIRE(upload->sessions.size() == 1);
    CHECK(upload->sessions.front().id == good);
}

TEST_CASE("E53: keys go up to a new backup when its key can be recovered, not before")
{
    Desk desk;
    desk.enter(u"shared"_s, {{u"@bob:x.fr"_s, u"join"_s}});
    desk.write(u"something"_s);
    auto& jobs = desk.engine->encryption();
    desk.server.publishIdentity(desk.user, must(jobs.createIdentity()));
    must(jobs.identityPublished(false));
    must(jobs.createBackup());
    must(jobs.noteRecovery(false, true));
    must(jobs.backupCreated(u"1"_s));
    CHECK_FALSE(must(jobs.nextBackupUpload()));
    desk.open(); // the dialogue was broken off
    auto& later = desk.engine->encryption();
    must(later.noteRecovery(false, true));
    CHECK_FALSE(must(later.nextBackupUpload()));
    must(later.noteRecovery(true, false));
    CHECK(must(later.nextBackupUpload()));
}
