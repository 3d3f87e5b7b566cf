// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The key backup at a server that loses, alters or invents entries, and what is told of it.

#include "crypto/olm/megolm.h"
#include "support/screenroom.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;

namespace {

//! A session that nobody sent, as a backup holds it.
QJsonObject madeKey()
{
    const auto outbound = must(crypto::OutboundGroup::create());
    const auto group = must(crypto::InboundGroup::fromSessionKey(outbound.sessionKey()));
    const auto exported = must(group.exportAt(0));
    const QString other = QString::fromLatin1(QByteArray(32, 'k').toBase64().chopped(1));
    return {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s},
            {u"room_id"_s, room.toString()},
            {u"session_id"_s, QString::fromLatin1(group.id())},
            {u"session_key"_s, QString::fromUtf8(exported.view())},
            {u"sender_key"_s, other},
            {u"sender_claimed_keys"_s, QJsonObject{{u"ed25519"_s, other}}}};
}

QString idOf(const QJsonObject& key)
{
    return key.value("session_id"_L1).toString();
}

//! One byte of the ratchet is another: the same name, but no view of the same session.
QJsonObject unconnected(QJsonObject key)
{
    QByteArray raw = QByteArray::fromBase64(key.value("session_key"_L1).toString().toLatin1());
    raw[20] = char(raw[20] ^ 1);
    key.insert(u"session_key"_s, QString::fromLatin1(raw.toBase64(QByteArray::OmitTrailingEquals)));
    return key;
}

struct Took {
    int imported = 0, total = 0, batches = 0, largest = 0;
};

Took restore(Screen& desk, const QJsonObject& sessions)
{
    auto& jobs = desk.engine->encryption();
    const QJsonObject body{
        {u"rooms"_s, QJsonObject{{room.toString(), QJsonObject{{u"sessions"_s, sessions}}}}}};
    Took took;
    took.total = must(jobs.beginRestore(toJson(body)));
    int left = took.total;
    for (bool done = left == 0; !done; ++took.batches) {
        auto some = must(jobs.restoreSome());
        took.largest = std::max(took.largest, left - some.left);
        left = some.left;
        took.imported = some.count.imported;
        done = some.done;
        desk.note(std::move(some.update));
    }
    return took;
}

int keysOf(Screen& desk)
{
    return must(desk.engine->encryption().status()).roomKeys;
}

} // namespace

TEST_CASE("E56: of a hundred thousand entries the good ones arrive, a few at a time")
{
    ScreenRoom all;
    all.desk.makeBackup();
    const int before = keysOf(all.desk);
    QJsonObject sessions;
    for (int i = 0; i < 100; ++i) {
        const QJsonObject key = madeKey();
        sessions.insert(idOf(key), all.desk.sealed(key));
    }
    const QJsonObject broken{{u"session_data"_s, QJsonObject{{u"ephemeral"_s, u"AAAA"_s},
                                                             {u"ciphertext"_s, u"AAAA"_s},
                                                             {u"mac"_s, u"AAAA"_s}}}};
    for (int i = 100; i < 100'000; ++i) {
        sessions.insert(u"broken%1"_s.arg(i), i % 3 == 0 ? QJsonObject() : broken);
    }
    const Took took = restore(all.desk, sessions);
    CHECK(took.total == 100'000);
    CHECK(took.imported == 100);
    CHECK(took.largest <= 200); // the engine is free in between
    CHECK(keysOf(all.desk) == before + 100);
}

TEST_CASE("E56: each kind of broken entry is passed over, and what was known stays")
{
    ScreenRoom all;
    all.desk.makeBackup();
    const auto event = all.arrive(all.bob1, u"$1"_s);
    const QJsonObject known = keyOf(all.bob1, sessionOf(event));
    const int before = keysOf(all.desk);
    const auto isTaken = [&](const QString& id, const QJsonObject& entry) {
        return restore(all.desk, {{id, entry}}).imported == 1;
    };
    CHECK(isTaken(idOf(known), all.desk.sealed(known))); // nothing new, nothing wrong
    CHECK_FALSE(isTaken(idOf(known), all.desk.sealed(unconnected(known))));
    const QJsonObject key = madeKey();
    QJsonObject entry = all.desk.sealed(key);
    QJsonObject data = entry.value("session_data"_L1).toObject();
    data.insert(u"mac"_s, u"AAAAAAAAAAA"_s);
    CHECK_FALSE(isTaken(idOf(key), {{u"session_data"_s, data}}));
    data = entry.value("session_data"_L1).toObject();
    data.insert(u"ciphertext"_s, QString(10 * 1024 * 1024, u'A'));
    CHECK_FALSE(isTaken(idOf(key), {{u"session_data"_s, data}}));
    CHECK_FALSE(isTaken(u"another"_s, entry)); // under a name that is not the key's
    QJsonObject other = key;
    other.insert(u"algorithm"_s, u"m.megolm.v2"_s);
    CHECK_FALSE(isTaken(idOf(key), all.desk.sealed(other)));
    other = key;
    other.insert(u"session_key"_s, QString(2000, u'A'));
    CHECK_FALSE(isTaken(idOf(key), all.desk.sealed(other)));
    CHECK(keysOf(all.desk) == before);
    CHECK(all.desk.item(u"$1"_s).trust == u"ok"_s); // came from its sender, and still counts so
    CHECK(isTaken(idOf(key), entry));
}

TEST_CASE("E56: an entry put under another room opens nothing of the room that it is of")
{
    ScreenRoom all;
    all.desk.makeBackup();
    auto event = all.write(all.bob1, u"$1"_s);
    const QJsonObject key = keyOf(all.bob1, sessionOf(event));
    all.bob1.pump();
    all.server.users[alice.toString()][u"A1"_s].inbox.clear();
    all.desk.sync({Screen::wire(event)});
    auto& jobs = all.desk.engine->encryption();
    const QByteArray session = sessionOf(event);
    all.desk.note(must(jobs.restoreOne(RoomId(u"!autre:x.fr"_s), session, all.desk.sealed(key))));
    all.desk.sync({});
    CHECK(all.desk.item(u"$1"_s).kind == timeline::TimelineItem::Kind::Encrypted);
    all.desk.restore(key);
    CHECK(all.desk.item(u"$1"_s).body == u"secret"_s);
}

TEST_CASE("E55: at most a hundred keys a request, the same ones until it is answered")
{
    ScreenRoom all;
    use(all.bob1, [](MachineParts& parts) {
        parts.backup.create();
        parts.backup.created(u"1"_s);
        crypto::CryptoChanges changes;
        for (int i = 0; i < 250; ++i) {
            parts.roomKeys.importOne(madeKey(), crypto::InboundGroupRecord::Source::File, changes);
        }
        return true;
    });
    const auto next = [&] {
        return use(all.bob1, [](MachineParts& p) { return p.backup.nextUpload(); });
    };
    int total = 0;
    while (const auto upload = next()) {
        CHECK(upload->sessions.size() <= 100);
        const auto again = next(); // after 429, 500 or no answer
        REQUIRE(again);
        CHECK(again->sessions.front().id == upload->sessions.front().id);
        total += int(upload->sessions.size());
        use(all.bob1, [&](MachineParts& parts) {
            parts.backup.uploaded(*upload, total);
            return true;
        });
    }
    CHECK(total == 250);
}

TEST_CASE("E55, E88: how many keys are not in the backup; what the server lost goes up again")
{
    ScreenRoom all;
    all.desk.makeBackup();
    auto& jobs = all.desk.engine->encryption();
    const auto remaining = [&] {
        const auto status = must(jobs.status());
        return status.roomKeys - status.backedUp;
    };
    const auto upload = [&](int serverHas) {
        const auto some = must(jobs.nextBackupUpload());
        REQUIRE(some);
        all.desk.note(must(jobs.backupUploaded(*some, serverHas)));
        return int(some->sessions.size());
    };
    CHECK(remaining() == 0);
    all.arrive(all.bob1, u"$1"_s);
    CHECK(remaining() == 1);
    CHECK(upload(1) == 1);
    CHECK(remaining() == 0);
    CHECK_FALSE(must(jobs.nextBackupUpload()));

    all.clock.time += 8LL * 24 * 3'600'000; // the session is worn
    all.arrive(all.bob1, u"$2"_s);
    CHECK(remaining() == 1);
    CHECK(upload(1) == 1); // two were put there: it lost one
    CHECK(remaining() == 2);
    CHECK(upload(2) == 2);
    CHECK(remaining() == 0);

    auto info = must(jobs.createBackup()); // replaced: M_WRONG_ROOM_KEYS_VERSION
    info.insert(u"version"_s, u"2"_s);
    all.desk.note(must(jobs.backupVersion(info)));
    CHECK(remaining() == 2);
    const auto next = must(jobs.nextBackupUpload());
    REQUIRE(next);
    CHECK(next->version == u"2"_s);
}
