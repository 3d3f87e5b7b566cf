// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a refusal leaves behind: nothing to announce, and nothing of the old ciphertext. What
// comes back of one's own.

#include "support/desk.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;

namespace {

const auto bob = u"@bob:x.fr"_s;

QJsonObject encryptedBy(const QString& sender, const QString& id, const QJsonObject& content)
{
    return {{u"type"_s, u"m.room.encrypted"_s},
            {u"sender"_s, sender},
            {u"event_id"_s, id},
            {u"origin_server_ts"_s, qint64(1'700'000'000'000)},
            {u"content"_s, content}};
}

//! How many notifications an event makes, by the time nothing is left to decrypt.
size_t announced(Desk& desk, const QJsonObject& event)
{
    size_t count = desk.sync({event}).notifications.size();
    for (int i = 0; i < 5; ++i) {
        count += must(desk.engine->decryptSome()).notifications.size();
    }
    return count;
}

} // namespace

TEST_CASE("A8: what was refused is not announced, under nobody's name")
{
    Desk desk;
    desk.enter(u"shared"_s, {{bob, u"join"_s}});
    const QJsonObject waits{{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s},
                            {u"session_id"_s, u"unknown"_s},
                            {u"ciphertext"_s, u"AAAA"_s}};
    CHECK(announced(desk, encryptedBy(bob, u"$1"_s, waits)) == 1);
    CHECK(announced(desk, encryptedBy(bob, u"$2"_s, {{u"algorithm"_s, u"other"_s}})) == 0);
    CHECK(announced(desk, encryptedBy(bob, u"$3"_s, {})) == 0);
}

TEST_CASE("a message that was refused for good is encrypted anew when it is tried again")
{
    Desk desk;
    Peer bob1(desk.server, bob, u"B1"_s, desk.clock);
    bob1.pump();
    desk.enter(u"shared"_s, {{bob, u"join"_s}});
    engine::OutgoingMessage message;
    message.room = deskRoom;
    message.body = u"plus tard"_s;
    const TxnId txn = must(desk.engine->enqueue(message)).txn;
    const auto ready = [&] {
        for (int i = 0; i < 20; ++i) {
            const auto job = must(desk.engine->nextJob(deskRoom));
            if (job && job->kind == engine::OutboxJob::Kind::Send) {
                return must(parseObject(job->request.body));
            }
            if (job && job->kind == engine::OutboxJob::Kind::NeedMembers) {
                must(
                    desk.engine->applyMembers(deskRoom, desk.members(), desk.engine->syncsSoFar()));
            }
            desk.pump();
        }
        throw std::runtime_error("never ready");
    };
    const QJsonObject first = ready();
    CHECK(ready() == first); // no answer: the same again
    must(desk.engine->sendFailed(txn,
                                 Error{.kind = Error::Kind::Forbidden,
                                       .code = 403,
                                       .detail = {},
                                       .errcode = u"M_FORBIDDEN"_s,
                                       .retryAfter = {},
                                       .softLogout = false},
                                 true));
    Peer bob2(desk.server, bob, u"B2"_s, desk.clock);
    bob2.pump();
    desk.sync({}, false, {{u"changed"_s, QJsonArray{bob}}});
    must(desk.engine->retry(txn));
    const QJsonObject again = ready();
    CHECK(again.value("ciphertext"_L1) != first.value("ciphertext"_L1));
    CHECK(desk.isReadBy(bob2, again));
}

TEST_CASE("one's own message never shows as locked when it comes back")
{
    Desk desk;
    desk.enter(u"shared"_s, {});
    const QJsonObject content = desk.write(u"bonjour"_s);
    const auto last = [&desk] {
        return must(desk.engine->page(deskRoom, 10, {}, true)).items.back();
    };
    const QString id = last().eventId;
    CHECK(last().body == u"bonjour"_s);
    CHECK_FALSE(desk.sync({encryptedBy(desk.user, id, content)}).decryptPending);
    CHECK(last().eventId == id);
    CHECK(last().body == u"bonjour"_s);
    CHECK(last().encryption == timeline::TimelineItem::Encryption::Ok);
}

TEST_CASE("a session of one's own is work for the backup at once")
{
    Desk desk;
    desk.enter(u"shared"_s, {});
    engine::OutgoingMessage message;
    message.room = deskRoom;
    message.body = u"bonjour"_s;
    must(desk.engine->enqueue(message));
    bool hasWork = false;
    for (int i = 0; i < 10; ++i) {
        const auto job = must(desk.engine->nextJob(deskRoom));
        REQUIRE(job);
        if (job->kind == engine::OutboxJob::Kind::Send) {
            hasWork |= must(desk.engine->sent(job->txn, EventId(u"$1"_s))).backupHasWork;
            break;
        }
        if (job->kind == engine::OutboxJob::Kind::NeedMembers) {
            must(desk.engine->applyMembers(deskRoom, desk.members(), desk.engine->syncsSoFar()));
        }
        desk.pump();
    }
    CHECK(hasWork);
    CHECK(desk.sync({}).backupHasWork); // until it has looked: a word of it may be lost
    must(desk.engine->encryption().nextBackupUpload());
    CHECK_FALSE(desk.sync({}).backupHasWork);
}

TEST_CASE("a session begun while one types is work for the backup before anything is sent")
{
    Desk desk;
    desk.enter(u"shared"_s, {});
    must(desk.engine->applyMembers(deskRoom, desk.members(), desk.engine->syncsSoFar()));
    bool hasWork = false;
    for (int i = 0; i < 10; ++i) {
        const auto step = must(desk.engine->encryption().prepareRoom(deskRoom));
        hasWork |= step.update.backupHasWork;
        if (!step.pending) {
            break;
        }
        desk.pump();
    }
    CHECK(hasWork);
}
