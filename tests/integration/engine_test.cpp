// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The engine over a real store: a sync that is cut or twisted changes nothing; what a person writes
// outlives the program.

#include "engine/engine.h"
#include "support/peer.h"

#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;
using engine::Engine;

namespace {

const RoomId room(u"!salle:x.fr"_s);

QJsonObject json(const char* text)
{
    return QJsonDocument::fromJson(text).object();
}

QJsonObject message(int number)
{
    QJsonObject event = json(R"({"type":"m.room.message","sender":"@bob:x.fr",
        "content":{"msgtype":"m.text","body":"bonjour"}})");
    event.insert(u"event_id"_s, u"$m%1"_s.arg(number));
    event.insert(u"origin_server_ts"_s, qint64(1'700'000'000'000) + number);
    return event;
}

QByteArray syncOf(const QString& next, const QJsonArray& events)
{
    QJsonObject body = json(R"({"rooms":{"join":{"!salle:x.fr":{
        "summary":{"m.joined_member_count":2},
        "state":{"events":[
          {"type":"m.room.create","state_key":"","sender":"@bob:x.fr","event_id":"$c",
           "origin_server_ts":1,"content":{"room_version":"10"}},
          {"type":"m.room.name","state_key":"","sender":"@bob:x.fr","event_id":"$n",
           "origin_server_ts":2,"content":{"name":"Salle"}},
          {"type":"m.room.member","state_key":"@ann:x.fr","sender":"@ann:x.fr","event_id":"$a",
           "origin_server_ts":3,"content":{"membership":"join","displayname":"Ann"}},
          {"type":"m.room.member","state_key":"@bob:x.fr","sender":"@bob:x.fr","event_id":"$b",
           "origin_server_ts":3,"content":{"membership":"join","displayname":"Bob"}}]},
        "timeline":{"limited":false,"prev_batch":"p","events":[]}}}},
        "device_one_time_keys_count":{"signed_curve25519":50},
        "device_unused_fallback_key_types":["signed_curve25519"]})");
    QJsonObject joined = body["rooms"_L1]["join"_L1]["!salle:x.fr"_L1].toObject();
    QJsonObject timeline = joined.value("timeline"_L1).toObject();
    timeline.insert(u"events"_s, events);
    joined.insert(u"timeline"_s, timeline);
    body.insert(u"rooms"_s, QJsonObject{{u"join"_s, QJsonObject{{room.toString(), joined}}}});
    body.insert(u"next_batch"_s, next);
    return toJson(body);
}

struct Opened {
    QTemporaryDir folder;
    FakeClock clock;
    std::unique_ptr<Engine> engine;

    Opened()
    {
        open();
        engine::Account account;
        account.user = UserId(u"@ann:x.fr"_s);
        account.device = DeviceId(u"ANN"_s);
        account.homeserver = QUrl(u"https://x.fr"_s);
        account.accessToken = "token";
        must(engine->saveAccount(account));
    }

    void open()
    {
        engine.reset();
        engine = must(Engine::open({folder.path(), secret('r'), &clock, "Europe/Paris"}));
    }

    size_t count() { return must(engine->page(room, 1000, {}, true)).items.size(); }
};

} // namespace

TEST_CASE("a sync that is cut at any byte changes nothing")
{
    Opened opened;
    must(opened.engine->applySync(syncOf(u"s1"_s, {message(1)})));
    const size_t before = opened.count();
    const QByteArray whole = syncOf(u"s2"_s, {message(2), message(3)});
    for (qsizetype length = 0; length < whole.size(); ++length) {
        INFO("cut after " << length);
        CHECK_FALSE(opened.engine->applySync(whole.first(length)));
    }
    CHECK(must(opened.engine->since()) == u"s1"_s);
    CHECK(opened.count() == before);
    must(opened.engine->applySync(whole));
    CHECK(opened.count() == before + 2);
}

TEST_CASE("a sync whose values are of other types never harms")
{
    const QByteArray whole = syncOf(u"s2"_s, {message(2)});
    const QJsonValue wrong[] = {QJsonValue::Null,
                                true,
                                -5,
                                1e300,
                                u"x"_s,
                                QJsonArray{1, QJsonArray()},
                                QJsonObject{{u"a"_s, QJsonArray{QJsonValue::Null}}}};
    Opened opened;
    must(opened.engine->applySync(syncOf(u"s1"_s, {message(1)})));
    const QJsonObject body = json(whole.constData());
    std::function<void(QJsonValue, std::function<void(const QJsonValue&)>)> twist =
        [&](const QJsonValue& value, const std::function<void(const QJsonValue&)>& put) {
            for (const QJsonValue& other : wrong) {
                put(other);
            }
            const QJsonObject object = value.toObject();
            for (const QString& key : object.keys()) {
                twist(object.value(key), [&](const QJsonValue& other) {
                    QJsonObject changed = object;
                    changed.insert(key, other);
                    put(changed);
                });
            }
            const QJsonArray array = value.toArray();
            for (qsizetype i = 0; i < array.size(); ++i) {
                twist(array.at(i), [&](const QJsonValue& other) {
                    QJsonArray changed = array;
                    changed.replace(i, other);
                    put(changed);
                });
            }
        };
    int tried = 0;
    twist(body, [&](const QJsonValue& changed) {
        ++tried;
        // Accepted in part or refused: both are fine, a crash or a lost message is not.
        if (!opened.engine->applySync(toJson(changed.toObject()))) {
            ++tried;
        }
    });
    CHECK(tried > 300);
    bool kept = false;
    for (const auto& item : must(opened.engine->page(room, 1000, {}, true)).items) {
        kept = kept || item.eventId == u"$m1"_s;
    }
    CHECK(kept);
}

TEST_CASE("nesting without end stops no sync")
{
    Opened opened;
    for (const int depth : {100, 10'000, 1'000'000}) {
        const QByteArray deep =
            "{\"next_batch\":\"s\",\"x\":" + QByteArray(depth, '[') + QByteArray(depth, ']') + "}";
        CHECK(opened.engine->applySync(deep));
    }
}

TEST_CASE("a message is on disk before anything else, keeps its order and its transaction")
{
    Opened opened;
    must(opened.engine->applySync(syncOf(u"s1"_s, {message(1)})));
    std::vector<TxnId> txns;
    for (int i = 0; i < 3; ++i) {
        engine::OutgoingMessage outgoing;
        outgoing.room = room;
        outgoing.body = QString::number(i);
        txns.push_back(must(opened.engine->enqueue(outgoing)).txn);
    }
    opened.open();
    CHECK(must(opened.engine->counters()).unsent == 3);
    for (const TxnId& txn : txns) {
        const auto job = must(opened.engine->nextJob(room));
        REQUIRE(job);
        REQUIRE(job->kind == engine::OutboxJob::Kind::Send);
        CHECK(job->txn == txn);
        opened.open(); // the answer was never heard: the same again
        const auto again = must(opened.engine->nextJob(room));
        CHECK(again->txn == txn);
        CHECK(again->request.path == job->request.path);
        CHECK(again->request.body == job->request.body);
        must(opened.engine->sent(txn, EventId(u"$sent"_s + txn.toString())));
    }
    CHECK(must(opened.engine->counters()).unsent == 0);
    CHECK_FALSE(must(opened.engine->nextJob(room)));
}

TEST_CASE("the echo becomes the event, once")
{
    Opened opened;
    must(opened.engine->applySync(syncOf(u"s1"_s, {message(1)})));
    engine::OutgoingMessage outgoing;
    outgoing.room = room;
    outgoing.body = u"moi"_s;
    const TxnId txn = must(opened.engine->enqueue(outgoing)).txn;
    must(opened.engine->nextJob(room));
    QJsonObject own = message(7);
    own.insert(u"sender"_s, u"@ann:x.fr"_s);
    own.insert(u"content"_s, QJsonObject{{u"msgtype"_s, u"m.text"_s}, {u"body"_s, u"moi"_s}});
    own.insert(u"unsigned"_s, QJsonObject{{u"transaction_id"_s, txn.toString()}});
    must(opened.engine->applySync(syncOf(u"s2"_s, {own}))); // sync was faster than the answer
    must(opened.engine->sent(txn, EventId(u"$m7"_s)));
    int seen = 0;
    for (const auto& item : must(opened.engine->page(room, 100, {})).items) {
        seen += item.body == u"moi"_s ? 1 : 0;
    }
    CHECK(seen == 1);
}

TEST_CASE("a room made with encryption never sends in clear, whatever sync has brought of it")
{
    Opened opened;
    must(opened.engine->roomMadeEncrypted(room));
    must(opened.engine->applySync(syncOf(u"s1"_s, {message(1)}))); // without its encryption event
    engine::OutgoingMessage outgoing;
    outgoing.room = room;
    outgoing.body = u"secret"_s;
    must(opened.engine->enqueue(outgoing));
    const auto job = must(opened.engine->nextJob(room));
    REQUIRE(job);
    CHECK(job->kind != engine::OutboxJob::Kind::Send);
}

TEST_CASE("another's message is not edited")
{
    Opened opened;
    must(opened.engine->applySync(syncOf(u"s1"_s, {message(1)})));
    engine::OutgoingMessage edit;
    edit.kind = engine::OutgoingMessage::Kind::Edit;
    edit.room = room;
    edit.body = u"autre"_s;
    edit.target = u"$m1"_s;
    const auto refused = opened.engine->enqueue(edit);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == Error::Kind::Forbidden);
    CHECK(must(opened.engine->counters()).unsent == 0);
}
