// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The key backup at a server that loses, alters or invents entries, and what is told of it.

#include "crypto/olm/megolm.h"
#include "crypto/recovery/keyfile.h"
#include "support/screenroom.h"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <malloc.h>

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
    qint64 held = 0; //!< memory, beside the text itself
};

Took restoreText(Screen& desk, const QByteArray& text)
{
    auto& jobs = desk.engine->encryption();
    Took took;
    const size_t before = mallinfo2().uordblks + mallinfo2().hblkhd;
    took.total = must(jobs.beginRestore(text));
    took.held = qint64(mallinfo2().uordblks + mallinfo2().hblkhd) - qint64(before);
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

QByteArray answerOf(const QByteArray& sessions)
{
    return R"({"rooms":{")" + room.toString().toUtf8() + R"(":{"sessions":{)" + sessions + "}}}}";
}

Took restore(Screen& desk, const QJsonObject& sessions)
{
    return restoreText(desk, answerOf(toJson(sessions).sliced(1).chopped(1)));
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
    QByteArray sessions, entry;
    const auto add = [&](const QByteArray& name, const QByteArray& text) {
        sessions += (sessions.isEmpty() ? "\"" : ",\"") + name + "\":" + text;
    };
    for (int i = 0; i < 1000; ++i) {
        const QJsonObject key = madeKey();
        entry = toJson(all.desk.sealed(key));
        add(idOf(key).toUtf8(), entry);
    }
    const QByteArray deep = QByteArray(200, '[') + QByteArray(200, ']');
    const std::array<QByteArray, 5> broken{"{}", "7", R"({"session_data":)" + deep + "}",
                                           QByteArray(entry).replace("\"mac\":\"", "\"mac\":\"AA"),
                                           entry}; // the last one under names that are not its own
    for (int i = 1000; i < 100'000; ++i) {
        add("broken" + QByteArray::number(i), broken.at(size_t(i) % broken.size()));
    }
    const QByteArray text = answerOf(sessions);
    const Took took = restoreText(all.desk, text);
    CHECK(took.total == 100'000);
    CHECK(took.imported == 1000);
    CHECK(took.largest <= 100); // the engine is free in between
    CHECK(took.held < text.size() / 4);
    CHECK(keysOf(all.desk) == before + 1000);
}

TEST_CASE("E56: of a room only what is not here, or not as much of it")
{
    ScreenRoom all;
    all.desk.makeBackup();
    const QJsonObject key = madeKey();
    const QByteArray text =
        R"({"sessions":{")" + idOf(key).toUtf8() + "\":" + toJson(all.desk.sealed(key)) + "}}";
    auto& jobs = all.desk.engine->encryption();
    for (const int taken : {1, 0}) {
        CHECK(must(jobs.beginRoomRestore(room, text)) == 1);
        CHECK(must(jobs.restoreSome()).count.imported == taken);
    }
    CHECK_FALSE(jobs.beginRoomRestore(room, "[]"));
}

TEST_CASE("E78: a key file is taken in key by key, one that is broken is passed over")
{
    ScreenRoom all;
    all.arrive(all.bob1, u"$1"_s);
    all.desk.makeBackup();
    all.desk.restore(madeKey());
    auto& jobs = all.desk.engine->encryption();
    const QString path = all.desk.folder.filePath(u"keys.txt"_s);
    const int here = keysOf(all.desk);
    CHECK(must(jobs.exportKeys(path, secret('p'))).imported == here);
    ScreenRoom other;
    const int before = keysOf(other.desk);
    auto& taking = other.desk.engine->encryption();
    CHECK(must(taking.beginImport(path, secret('p'))) == here);
    CHECK(must(taking.restoreSome()).count.imported == here);
    CHECK(keysOf(other.desk) == before + here);

    const auto write = [&](const QByteArray& clear) {
        QFile file(path);
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(must(crypto::sealKeyFile(clear, secret('p'))));
    };
    write("[7,{}," + toJson(madeKey()) + ",{\"algorithm\":\"m.megolm.v1.aes-sha2\"}]");
    CHECK(must(taking.beginImport(path, secret('p'))) == 4);
    CHECK(must(taking.restoreSome()).count.imported == 1);
    const std::vector<QByteArray> none{"{}", "[7", "[]]", "", "[{},]x"};
    for (const QByteArray& bad : none) {
        write(bad);
        CHECK_FALSE(taking.beginImport(path, secret('p')));
    }
}

TEST_CASE("E56: an answer that is cut off is none")
{
    ScreenRoom all;
    all.desk.makeBackup();
    const QJsonObject key = madeKey();
    const QByteArray whole =
        answerOf("\"" + idOf(key).toUtf8() + "\":" + toJson(all.desk.sealed(key)));
    auto& jobs = all.desk.engine->encryption();
    for (qsizetype size = 0; size < whole.size(); size += 7) {
        const auto begun = jobs.beginRestore(whole.first(size));
        CHECK((!begun && begun.error().kind == Error::Kind::Malformed));
    }
    CHECK(must(jobs.beginRestore("{}")) == 0);
    CHECK(restoreText(all.desk, whole).imported == 1);
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

    all.clock.time += 8LL * 24 * 3'600'000;
    all.arrive(all.bob1, u"$3"_s);
    const auto old = must(jobs.nextBackupUpload());
    REQUIRE(old);
    auto info = must(jobs.createBackup()); // replaced: M_WRONG_ROOM_KEYS_VERSION
    info.insert(u"version"_s, u"2"_s);
    all.desk.note(must(jobs.backupVersion(info)));
    CHECK(remaining() == 3);
    all.desk.note(must(jobs.backupUploaded(*old, 3))); // an answer about what is gone
    CHECK(remaining() == 3);
    const auto next = must(jobs.nextBackupUpload());
    REQUIRE(next);
    CHECK(next->version == u"2"_s);
}
