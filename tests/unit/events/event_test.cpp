// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/json.h"
#include "events/event.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace client;

namespace {

QJsonObject json(const QByteArray& text)
{
    const auto object = parseObject(text);
    REQUIRE(object.has_value());
    return *object;
}

} // namespace

TEST_CASE("an event keeps what this program does not know")
{
    const auto event = events::parseEvent(json(
        R"({"event_id":"$1","sender":"@a:x.fr","type":"m.room.message","origin_server_ts":12,
            "content":{"body":"b"},"unsigned":{"transaction_id":"t1"},"org.new":[1]})"));
    REQUIRE(event.has_value());
    CHECK(event->id == EventId(u"$1"_s));
    CHECK(event->originServerTs == 12);
    CHECK(event->transactionId() == "t1"_L1);
    CHECK_FALSE(event->isState());
    CHECK(event->raw.contains("org.new"_L1));
}

TEST_CASE("an empty state key makes a state event")
{
    const auto event = events::parseEvent(json(
        R"({"event_id":"$1","sender":"@a:x.fr","type":"m.room.name","state_key":"","content":{}})"));
    REQUIRE(event.has_value());
    CHECK(event->isState());
}

TEST_CASE("events that lack what identifies them are refused")
{
    const QByteArray broken[] = {
        R"({})",
        R"({"event_id":5,"sender":"@a:x.fr","type":"m","content":{}})",
        R"({"event_id":"$1","sender":"a","type":"m","content":{}})",
        R"({"event_id":"$1","sender":"@a:x.fr","type":["m"],"content":{}})",
        R"({"event_id":"$1","sender":"@a:x.fr","type":"","content":{}})",
        R"({"event_id":"$1","sender":"@a:x.fr","type":"m","content":"text"})",
        R"({"event_id":"$1","sender":"@a:x.fr","type":"m"})",
        R"({"event_id":"$1","sender":"@a:x.fr","type":"m","content":{},"state_key":null})",
        R"({"event_id":"$1","sender":"@a:x.fr","type":"m","content":{},"state_key":7})",
    };
    for (const QByteArray& text : broken) {
        INFO(text.toStdString());
        CHECK_FALSE(events::parseEvent(json(text)).has_value());
    }
}

TEST_CASE("ids and types of a megabyte are refused")
{
    QJsonObject object = json(R"({"event_id":"$1","sender":"@a:x.fr","type":"m","content":{}})");
    REQUIRE(events::parseEvent(object).has_value());
    for (const QString& key : {u"event_id"_s, u"sender"_s, u"type"_s, u"state_key"_s}) {
        QJsonObject large = object;
        large.insert(key, object.value(key).toString() + QString(1'000'000, u'a'));
        CHECK_FALSE(events::parseEvent(large).has_value());
    }
}

TEST_CASE("a time that no calendar knows is brought within the calendar")
{
    QJsonObject object = json(R"({"event_id":"$1","sender":"@a:x.fr","type":"m","content":{}})");
    object.insert("origin_server_ts"_L1, -5);
    CHECK(events::parseEvent(object)->originServerTs == 0);
    object.insert("origin_server_ts"_L1, 1e300);
    CHECK(events::parseEvent(object)->originServerTs == 253'402'300'799'000);
    object.insert("origin_server_ts"_L1, u"yesterday"_s);
    CHECK(events::parseEvent(object)->originServerTs == 0);
}

TEST_CASE("malformed events of a list are skipped and counted")
{
    QJsonArray array;
    array.append(5);
    array.append(QJsonObject());
    array.append(json(R"({"event_id":"$1","sender":"@a:x.fr","type":"m","content":{}})"));
    array.append(QJsonArray());
    int skipped = 0;
    CHECK(events::parseEvents(array, &skipped).size() == 1);
    CHECK(skipped == 3);
}

TEST_CASE("a stripped event needs a state key and no id")
{
    const QByteArray state =
        R"({"sender":"@a:x.fr","type":"m.room.name","state_key":"","content":{"name":"n"}})";
    CHECK(events::parseStrippedEvent(json(state)).has_value());
    CHECK_FALSE(events::parseEvent(json(state)).has_value());
    CHECK_FALSE(events::parseStrippedEvent(
                    json(R"({"sender":"@a:x.fr","type":"m.room.name","content":{}})"))
                    .has_value());
}
