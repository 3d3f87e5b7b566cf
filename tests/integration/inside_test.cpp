// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What may be inside an encrypted event, what stays outside of it, and what others can see of a
// failure to read one.

#include "crypto/olm/megolm.h"
#include "support/screenroom.h"

#include <QFile>

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;

namespace {

//! These very bytes, under the session that Bob shared.
QJsonObject sealed(Peer& from, const QByteArray& plain)
{
    return use(from, [&](MachineParts& parts) {
        auto record = *must(parts.context.store.outboundGroup(room));
        auto group = must(crypto::OutboundGroup::unpickle(record.pickle, parts.context.pickleKey));
        const QByteArray text = must(group.encrypt(plain));
        record.pickle = must(group.pickle(parts.context.pickleKey));
        must(parts.context.store.saveOutboundGroup(record));
        return QJsonObject{{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s},
                           {u"session_id"_s, QString::fromLatin1(record.sessionId)},
                           {u"ciphertext"_s, QString::fromLatin1(text)}};
    });
}

QJsonObject inner(const QString& type, const QString& where = room.toString())
{
    return {{u"type"_s, type},
            {u"room_id"_s, where},
            {u"content"_s, QJsonObject{{u"msgtype"_s, u"m.text"_s}, {u"body"_s, u"oui"_s}}}};
}

//! Sends what waits, as the program does; every request that leaves.
std::vector<api::Request> sendAll(ScreenRoom& all)
{
    std::vector<api::Request> left;
    auto& engine = *all.desk.engine;
    for (int i = 0; i < 50; ++i) {
        const auto job = must(engine.nextJob(room));
        if (!job) {
            return left;
        }
        using Kind = engine::OutboxJob::Kind;
        if (job->kind == Kind::NeedMembers) {
            all.desk.note(must(engine.applyMembers(
                room,
                toJson(QJsonObject{{u"chunk"_s, QJsonArray{all.desk.member(alice, u"Alice"_s),
                                                           all.desk.member(bob, u"Bob"_s)}}}),
                engine.syncsSoFar())));
        } else if (job->kind == Kind::NeedKeys) {
            all.rest();
        } else if (job->kind == Kind::Upload) {
            left.push_back(job->request);
            const MxcUri uri(u"mxc://x.fr/m%1"_s.arg(i));
            all.desk.note(must(engine.uploadDone(job->txn, job->thumbnail, uri)));
        } else {
            REQUIRE(job->kind == Kind::Send);
            left.push_back(job->request);
            all.desk.note(must(engine.sent(job->txn, EventId(u"$sent%1"_s.arg(i)))));
        }
    }
    throw std::runtime_error("the outbox never empties");
}

} // namespace

TEST_CASE("E46: state, redactions and the like have no place inside a message")
{
    ScreenRoom all;
    all.arrive(all.bob1, u"$0"_s);
    const auto reasonOf = [&](const QString& id, const QJsonObject& plain) {
        events::Event event;
        event.id = EventId(id);
        event.sender = bob;
        event.type = u"m.room.encrypted"_s;
        event.originServerTs = ++all.clock.time;
        event.content = sealed(all.bob1, toJson(plain));
        all.desk.sync({Screen::wire(event)});
        return all.desk.item(id).encryptionReason;
    };
    CHECK(reasonOf(u"$ok"_s, inner(u"m.room.message"_s)).isEmpty());
    int number = 0;
    for (const auto& type : {u"m.room.encrypted"_s, u"m.room.redaction"_s, u"m.room.member"_s,
                             u"m.room.encryption"_s, QString()}) {
        INFO(type.toStdString());
        CHECK(reasonOf(u"$t%1"_s.arg(++number), inner(type)) == u"badPlaintext"_s);
    }
    for (const QJsonValue& key : {QJsonValue(QString()), QJsonValue(5), QJsonValue()}) {
        QJsonObject state = inner(u"m.room.topic"_s);
        state.insert(u"state_key"_s, key);
        CHECK(reasonOf(u"$k%1"_s.arg(++number), state) == u"badPlaintext"_s);
    }
    QJsonObject number5 = inner(u"m.room.message"_s);
    number5.insert(u"type"_s, 5);
    CHECK(reasonOf(u"$5"_s, number5) == u"badPlaintext"_s);
    CHECK(all.desk.summary().topic.isEmpty());
}

TEST_CASE("E52, A28: whatever is wrong inside, nothing leaves that tells so")
{
    const QByteArray good = toJson(inner(u"m.room.message"_s));
    const auto trafficAfter = [&](const std::function<void(ScreenRoom&, events::Event&)>& spoil) {
        ScreenRoom all;
        auto event = all.arrive(all.bob1, u"$0"_s);
        event.id = EventId(u"$1"_s);
        event.originServerTs = ++all.clock.time;
        spoil(all, event);
        all.desk.sent.clear();
        all.desk.sync({Screen::wire(event)});
        CHECK(all.desk.item(u"$1"_s).encryption == timeline::TimelineItem::Encryption::Failed);
        CHECK(must(all.desk.engine->encryption().wantedKeys()).sessions.empty());
        all.clock.time += 3'600'000;
        all.rest();
        QStringList kinds;
        for (const auto& request : all.desk.sent) {
            kinds.append(QString::number(int(request.kind)) + request.eventType);
        }
        return kinds;
    };
    const auto altered = [&](qsizetype fromEnd) {
        return [=](ScreenRoom& all, events::Event& event) {
            event.content = sealed(all.bob1, good);
            QByteArray raw =
                QByteArray::fromBase64(event.content.value("ciphertext"_L1).toString().toLatin1());
            raw[raw.size() - fromEnd] = char(raw[raw.size() - fromEnd] ^ 1);
            event.content.insert(u"ciphertext"_s,
                                 QString::fromLatin1(raw.toBase64(QByteArray::OmitTrailingEquals)));
        };
    };
    const auto bytes = [](const QByteArray& plain) {
        return
            [=](ScreenRoom& all, events::Event& event) { event.content = sealed(all.bob1, plain); };
    };
    const QStringList signature = trafficAfter(altered(1));
    CHECK(trafficAfter(altered(70)) == signature); // the MAC
    CHECK(trafficAfter(altered(80)) == signature); // the words
    CHECK(trafficAfter(bytes("{")) == signature);  // not JSON
    CHECK(trafficAfter(bytes(toJson(inner(u"m.room.message"_s, u"!autre:x.fr"_s)))) == signature);
    CHECK(trafficAfter([](ScreenRoom&, events::Event&) {}) == signature); // a copy of $0
    CHECK(trafficAfter([&](ScreenRoom& all, events::Event& event) {
              event.content = sealed(all.bob1, good);
              event.sender = UserId(u"@c:x.fr"_s); // somebody else's key
          }) == signature);
    CHECK(signature.isEmpty());
}

TEST_CASE("E40: of an encrypted message only what the server needs is outside")
{
    ScreenRoom all;
    all.arrive(all.bob1, u"$1"_s);
    const QString path = all.desk.folder.filePath(u"Bilan-Zebre.png"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("PICTURE-OF-A-ZEBRE");
    file.close();
    engine::OutgoingMessage text;
    text.room = room;
    text.body = u"ZEBRE a @b"_s;
    text.formattedBody = u"<b>ZEBRE</b>"_s;
    text.mentions = {bob.toString()};
    text.replyTo = u"$1"_s;
    engine::OutgoingMessage attached;
    attached.kind = engine::OutgoingMessage::Kind::File;
    attached.room = room;
    attached.filePath = path;
    attached.fileName = u"Bilan-Zebre.png"_s;
    attached.body = u"ZEBRE"_s;
    attached.mimetype = u"image/png"_s;
    attached.fileSize = 18;
    attached.thumbnailPath = path;
    must(all.desk.engine->enqueue(text));
    must(all.desk.engine->enqueue(attached));
    all.desk.sent.clear();
    const auto left = sendAll(all);
    CHECK(left.size() == 4); // two messages, a file, a thumbnail
    QByteArray wire;
    for (const api::Request& request : left) {
        wire += request.path + ' ' + request.body + '\n';
        const auto content = parseObject(request.body);
        if (!content) {
            continue; // the file: ciphertext
        }
        for (const QString& key : content->keys()) {
            CHECK(QStringList{u"algorithm"_s, u"ciphertext"_s, u"session_id"_s, u"sender_key"_s,
                              u"device_id"_s, u"m.relates_to"_s}
                      .contains(key));
        }
    }
    CHECK_FALSE(wire.contains("\"body\""));
    for (const auto& request : all.desk.sent) { // where Olm has a member of that name
        wire += toJson(request.body);
    }
    // Long, or with a sign that Base64 has not: chance writes every word of three letters.
    for (const auto* word : {"-Zebre", "ZEBRE", "PICTURE-", "image/", ".png", "mxc:", "thumbnail",
                             "mention", "filename", "formatted"}) {
        INFO(word);
        CHECK_FALSE(wire.contains(word));
    }
}
