// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is left of an account after its sign-out: nothing.

#include "session/sessionfiles.h"
#include "support/screenroom.h"

#include <QDir>

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;

namespace {

//! An account with a key, a file beside it and one in a folder.
QString makeAccount(ScreenRoom& all)
{
    all.arrive(all.bob1, u"$1"_s);
    all.desk.engine.reset();
    const QString folder = all.desk.folder.path();
    REQUIRE(QDir(folder).mkpath(u"media"_s));
    for (const QString& name : {u"/key.json"_s, u"/.hidden"_s, u"/media/one.cipher"_s}) {
        QFile file(folder + name);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write("key");
    }
    return folder;
}

} // namespace

TEST_CASE("E88: of an account that signed out no file is left")
{
    ScreenRoom all;
    const QString folder = makeAccount(all);
    must(session::finishWipe(folder)); // nobody signed out: nothing is touched
    CHECK(session::hasAccount(folder));
    CHECK(QFile::exists(folder + u"/key.json"_s));
    must(session::markWipe(folder));
    must(session::finishWipe(folder));
    CHECK_FALSE(QDir(folder).exists());
}

TEST_CASE("E88: an erasing that was cut off is ended at the next start")
{
    ScreenRoom all;
    const QString folder = makeAccount(all);
    must(session::markWipe(folder));
    REQUIRE(QFile::remove(folder + u"/key.json"_s));
    REQUIRE(QFile::remove(folder + u"/cache.db"_s)); // no account by its looks, yet not erased
    must(session::finishWipe(folder));
    CHECK_FALSE(QDir(folder).exists());
}
