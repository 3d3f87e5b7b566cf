// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The account's file: what it looks like, that old ones open, and what happens to broken ones.

#include "engine/engine.h"
#include "support/peer.h"

#include <QFile>

#include <catch2/catch_test_macros.hpp>

#include <cstdlib>

using namespace client;
using namespace testing;
using Kind = Error::Kind;

namespace {

QString dataFile(const char* name)
{
    return QString::fromLatin1(TEST_DATA_DIR) + u"/db/"_s + QString::fromLatin1(name);
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

//! A snapshot is renewed by TCHAP_RENEW=1: a change of the schema is seen in review.
bool isRenewing()
{
    return std::getenv("TCHAP_RENEW") != nullptr;
}

Result<std::unique_ptr<store::Database>> openMigrated(const QString& path, char key = 'k')
{
    auto database = store::Database::open(path, secret(key));
    if (database) {
        if (auto done = store::migrate(**database); !done) {
            return std::unexpected(done.error());
        }
    }
    return database;
}

Kind kindOf(const Result<std::unique_ptr<store::Database>>& result)
{
    return result ? Kind::Internal : result.error().kind;
}

} // namespace

TEST_CASE("the schema is the one that was reviewed")
{
    QTemporaryDir folder;
    const auto database = must(openMigrated(folder.filePath(u"cache.db"_s)));
    const QByteArray schema = must(database->schema());
    if (isRenewing()) {
        QFile file(dataFile("schema.txt"));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(schema);
    }
    CHECK(schema == contentOf(dataFile("schema.txt")));
}

TEST_CASE("a file of every released version opens with its rows")
{
    const QByteArray frozen = dataFile("v0002.db").toUtf8();
    if (isRenewing() && !QFile::exists(QString::fromUtf8(frozen))) {
        const auto database = must(openMigrated(QString::fromUtf8(frozen)));
        store::CryptoTables tables(*database);
        auto transaction = must(database->begin());
        must(tables.saveValue(u"mark"_s, "kept"));
        must(transaction.commit());
    }
    QTemporaryDir folder;
    const QString copy = folder.filePath(u"cache.db"_s);
    REQUIRE(QFile::copy(QString::fromUtf8(frozen), copy));
    REQUIRE(QFile::copy(QString::fromUtf8(frozen) + u".keycheck"_s, copy + u".keycheck"_s));
    const auto database = must(openMigrated(copy));
    store::CryptoTables tables(*database);
    CHECK(must(tables.value(u"mark"_s)) == "kept");
    must(database->checkIntegrity());
}

TEST_CASE("a wrong key, a second program, a damaged and a newer file are told apart")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"cache.db"_s);
    {
        const auto database = must(openMigrated(path));
        CHECK(kindOf(openMigrated(path)) == Kind::Busy);
    }
    const QByteArray whole = contentOf(path);
    CHECK(kindOf(openMigrated(path, 'x')) == Kind::WrongKey);
    CHECK(contentOf(path) == whole);
    // Without its check a file still opens with its own key only, which writes the check anew.
    REQUIRE(QFile::remove(path + u".keycheck"_s));
    CHECK(kindOf(openMigrated(path, 'x')) == Kind::Damaged);
    CHECK(contentOf(path) == whole);
    must(openMigrated(path));
    CHECK(kindOf(openMigrated(path, 'x')) == Kind::WrongKey);
    {
        const auto database = must(openMigrated(path));
        must(database->execute("PRAGMA user_version = 9999"));
    }
    CHECK(kindOf(openMigrated(path)) == Kind::TooNew);
    {
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadWrite));
        file.write(QByteArray(4096, 'z'));
    }
    CHECK(kindOf(openMigrated(path)) == Kind::Damaged);
}

TEST_CASE("what is rolled back is gone")
{
    QTemporaryDir folder;
    const auto database = must(openMigrated(folder.filePath(u"cache.db"_s)));
    store::CryptoTables tables(*database);
    {
        auto transaction = must(database->begin());
        must(tables.saveValue(u"a"_s, "1"));
    }
    CHECK(must(tables.value(u"a"_s)).isEmpty());
}
