// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// P7: an older copy of the profile is put back. What its ratchets know has been used since.

#include "support/desk.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;

namespace {

const auto bob = u"@bob:x.fr"_s;
const std::set<UserId> both{UserId(u"@ann:x.fr"_s), UserId(bob)};

//! A number of a Megolm message: which of its session's it is.
quint64 indexOf(const QJsonObject& content)
{
    const QByteArray message =
        QByteArray::fromBase64(content.value("ciphertext"_L1).toString().toLatin1());
    quint64 index = 0;
    for (qsizetype at = 2, shift = 0; at < message.size(); ++at, shift += 7) {
        index |= quint64(uchar(message[at]) & 0x7f) << shift;
        if ((uchar(message[at]) & 0x80) == 0) {
            break;
        }
    }
    return index;
}

//! Ann's desk with what lies beside her root key, and Bob.
struct Profile : Desk {
    Peer bob1{server, bob, u"B1"_s, clock};
    QByteArray beside;
    int events = 0;
    std::set<std::pair<QString, quint64>> used; //!< (session, index) of Ann's messages

    Profile()
    {
        start();
        bob1.pump();
        enter(u"shared"_s, {{bob, u"join"_s}});
        follow(bob1, both);
        bob1.act([&] {
            must(bob1.machine().setRoomEncryption(deskRoom,
                                                  {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s}}));
        });
        rest();
    }

    //! `kept`: the new number gets to where it belongs.
    void start(bool kept = true)
    {
        engine.reset();
        engine = must(
            engine::Engine::open({folder.path(), secret('r'), &clock, "Europe/Paris", beside}));
        if (kept) {
            beside = engine->generation();
            must(engine->generationKept());
        }
    }

    void rest()
    {
        for (int i = 0; i < 200; ++i) {
            sync({});
            bool moved = false;
            while (!pump().empty()) {
                moved = true;
            }
            settle({&bob1});
            if (!moved && server.users[user][u"ANN"_s].inbox.empty()) {
                return;
            }
        }
        throw std::runtime_error("never at rest");
    }

    bool isRestored() { return must(engine->encryption().status()).profileRestored; }

    //! Files of the account, as a backup takes them while nothing runs.
    void copyTo(const QString& place)
    {
        engine.reset();
        QDir().mkpath(place);
        for (const QString& name : QDir(folder.path()).entryList(QDir::Files)) {
            REQUIRE(QFile::copy(folder.filePath(name), place + u'/' + name));
        }
    }

    void putBack(const QString& place)
    {
        engine.reset();
        for (const QString& name : QDir(place).entryList(QDir::Files)) {
            QFile::remove(folder.filePath(name));
            REQUIRE(QFile::copy(place + u'/' + name, folder.filePath(name)));
        }
        for (const QString& name : {u"cache.db-wal"_s, u"cache.db-shm"_s}) {
            if (!QFile::exists(place + u'/' + name)) {
                QFile::remove(folder.filePath(name));
            }
        }
    }

    //! Ann writes; false: Bob cannot read it, or a key was used twice.
    bool annWrites()
    {
        const QJsonObject content = write(u"bonjour"_s);
        const bool isNew =
            used.emplace(content.value("session_id"_L1).toString(), indexOf(content)).second;
        return isReadBy(bob1, content) && isNew;
    }

    //! Bob writes; false: Ann cannot read it.
    bool bobWrites()
    {
        for (int i = 0; i < 20 && !bob1.prepare(deskRoom, both); ++i) {
            bob1.pump();
        }
        const QString id = u"$bob%1"_s.arg(++events);
        QJsonObject event{{u"type"_s, u"m.room.encrypted"_s},
                          {u"sender"_s, bob},
                          {u"event_id"_s, id},
                          {u"origin_server_ts"_s, qint64(clock.time)},
                          {u"content"_s, bob1.encrypt(deskRoom, u"salut"_s)}};
        bob1.pump();
        sync({event});
        must(engine->decryptSome());
        return must(engine->item(deskRoom, EventId(id))).body == u"salut"_s;
    }

    //! How many of `count` messages each way were lost or unsafe.
    int failuresOf(int count)
    {
        int failures = 0;
        for (int i = 0; i < count; ++i) {
            failures += annWrites() ? 0 : 1;
            failures += bobWrites() ? 0 : 1;
        }
        return failures;
    }
};

} // namespace

TEST_CASE("P7, S26: yesterday's profile comes back: all new messages are read, no key serves twice")
{
    Profile profile;
    REQUIRE(profile.failuresOf(3) == 0);
    const QTemporaryDir copy;
    profile.copyTo(copy.path());
    profile.start();
    REQUIRE(profile.failuresOf(20) == 0);
    const QJsonObject fallback = profile.server.users[profile.user][u"ANN"_s].fallback;
    profile.putBack(copy.path());
    profile.clock.time += 24LL * 3'600'000;
    profile.start();
    CHECK(profile.isRestored());
    profile.rest();
    CHECK(profile.server.users[profile.user][u"ANN"_s].fallback != fallback);
    CHECK(profile.server.users[profile.user][u"ANN"_s].oneTime.size() == 50);
    CHECK(profile.server.refused == 0); // no name stands for two keys
    CHECK(profile.failuresOf(50) == 0);
    CHECK_FALSE(must(profile.engine->encryption().status()).ownKeysForeign);
}

TEST_CASE("P7: it stays said until the person has seen it, and is not said again")
{
    Profile profile;
    const QTemporaryDir copy;
    profile.copyTo(copy.path());
    profile.start();
    profile.putBack(copy.path());
    profile.start();
    CHECK(profile.isRestored());
    profile.start();
    CHECK(profile.isRestored());
    must(profile.engine->encryption().restoredSeen());
    CHECK_FALSE(profile.isRestored());
    profile.start();
    CHECK_FALSE(profile.isRestored());
    CHECK(profile.failuresOf(2) == 0);
}

TEST_CASE("P7: a program that ends between the two writes is no copy")
{
    Profile profile;
    REQUIRE(profile.failuresOf(2) == 0);
    for (int i = 0; i < 3; ++i) {
        profile.start(false);
        CHECK_FALSE(profile.isRestored());
    }
    const QByteArray before = profile.beside;
    profile.beside = profile.engine->generation(); // laid there, and killed before that was noted
    CHECK(profile.beside != before);
    profile.start();
    CHECK_FALSE(profile.isRestored());
    CHECK(profile.failuresOf(2) == 0);
}

TEST_CASE("P7: an end in the very first run is no copy, a profile that turns up elsewhere is one")
{
    Desk desk;
    const auto open = [&](const std::optional<QByteArray>& beside) {
        desk.engine.reset();
        desk.engine = must(engine::Engine::open(
            {desk.folder.path(), secret('r'), &desk.clock, "Europe/Paris", beside}));
        return must(desk.engine->encryption().status()).profileRestored;
    };
    CHECK_FALSE(open(QByteArray())); // of a version that knew no such number
    CHECK_FALSE(open(QByteArray())); // killed before it was laid anywhere
    const QByteArray first = desk.engine->generation();
    CHECK_FALSE(open(first));
    must(desk.engine->generationKept());
    CHECK_FALSE(open(std::nullopt)); // nobody keeps it: nothing is said
    CHECK(open(QByteArray()));       // nothing lies beside the key on this computer
}

TEST_CASE("P7: a fresh sign-in where another profile was is no copy")
{
    Desk desk;
    const QTemporaryDir folder;
    auto engine = must(engine::Engine::open(
        {folder.path(), secret('r'), &desk.clock, "Europe/Paris", QByteArray("left behind")}));
    engine::Account account;
    account.user = UserId(desk.user);
    account.device = DeviceId(u"NEW"_s);
    account.homeserver = QUrl(u"https://x.fr"_s);
    account.accessToken = "token";
    must(engine->saveAccount(account));
    CHECK_FALSE(must(engine->encryption().status()).profileRestored);
    CHECK(engine->generation() != "left behind");
}
