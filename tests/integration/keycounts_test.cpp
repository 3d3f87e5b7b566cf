// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How many room keys there are, and how many of them are in the backup: told without counting them.

#include "support/peer.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;

namespace {

struct File {
    File() { must(store::migrate(*database)); }

    //! As a program of that time left it.
    explicit File(int version)
    {
        REQUIRE(store::latestVersion() > version);
        const QDir scripts(u":/store/migrations"_s);
        for (const QString& name : scripts.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
            if (name.first(4).toInt() <= version) {
                QFile script(scripts.filePath(name));
                REQUIRE(script.open(QIODevice::ReadOnly));
                must(database->execute(script.readAll()));
            }
        }
        must(database->execute("PRAGMA user_version = " + QByteArray::number(version)));
    }

    void save(int number, bool backedUp)
    {
        crypto::InboundGroupRecord record;
        record.room = RoomId(u"!r%1:x.fr"_s.arg(number % 7));
        record.sessionId = QByteArray::number(number).rightJustified(43, 'x');
        record.senderKey = QByteArray(43, 'k');
        record.ed25519 = QByteArray(43, 'e');
        record.owner = UserId(u"@bob:x.fr"_s);
        record.pickle = QByteArray(500, 'p');
        record.backedUp = backedUp;
        must(tables.saveInboundGroup(record));
    }

    int all() { return must(tables.countInboundGroups(false)); }

    int backedUp() { return must(tables.countInboundGroups(true)); }

    QTemporaryDir folder;
    std::unique_ptr<store::Database> database =
        must(store::Database::open(folder.filePath(u"cache.db"_s), secret('k')));
    store::CryptoTables tables{*database};
};

} // namespace

TEST_CASE("room keys are counted as they come, change and are rolled back")
{
    File file;
    CHECK(file.all() == 0);
    for (int i = 0; i < 10; ++i) {
        file.save(i, i < 3);
    }
    file.save(3, true);
    file.save(3, true); // the same again
    file.save(0, false);
    CHECK(file.all() == 10);
    CHECK(file.backedUp() == 3);
    {
        auto transaction = must(file.database->begin());
        file.save(10, true);
        CHECK(file.all() == 11);
    }
    CHECK(file.all() == 10);
    CHECK(file.backedUp() == 3);
    must(file.tables.forgetBackedUp());
    CHECK(file.all() == 10);
    CHECK(file.backedUp() == 0);
    must(file.database->execute("DELETE FROM crypto_inbound WHERE room = '!r1:x.fr'"));
    CHECK(file.all() == 8);
}

TEST_CASE("room keys of a file from before they were counted are counted once")
{
    File file(7);
    for (int i = 0; i < 5; ++i) {
        file.save(i, i < 2);
    }
    must(store::migrate(*file.database));
    CHECK(file.all() == 5);
    CHECK(file.backedUp() == 2);
}

TEST_CASE("how many room keys there are is told at once, however many")
{
    File file;
    auto transaction = must(file.database->begin());
    for (int i = 0; i < 20'000; ++i) {
        file.save(i, i % 2 == 0);
    }
    must(transaction.commit());
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 1000; ++i) {
        REQUIRE(file.all() == 20'000);
        REQUIRE(file.backedUp() == 10'000);
    }
    CHECK(timer.elapsed() < 2000); // reading them each time: about a minute
}
