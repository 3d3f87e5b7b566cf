// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rpc.h"

#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace cli;
using client::Error;

namespace {

Fault faultOf(const QByteArray& line)
{
    const auto parts = parseLine(line);
    REQUIRE(parts.size() == 1);
    REQUIRE(std::holds_alternative<Fault>(parts.front()));
    return std::get<Fault>(parts.front());
}

Request requestOf(const QByteArray& line)
{
    const auto parts = parseLine(line);
    REQUIRE(parts.size() == 1);
    REQUIRE(std::holds_alternative<Request>(parts.front()));
    return std::get<Request>(parts.front());
}

} // namespace

TEST_CASE("a request has an id, a method and params by name")
{
    const Request request = requestOf(
        R"({"jsonrpc":"2.0","id":7,"method":"rooms.list","params":{"membership":"join"}})");
    CHECK(request.id == QJsonValue(7));
    CHECK(request.method == u"rooms.list"_s);
    CHECK(request.params.value("membership"_L1) == u"join"_s);
    CHECK(request.wantsAnswer());
}

TEST_CASE("params may be absent or an empty list")
{
    CHECK(requestOf(R"({"jsonrpc":"2.0","id":1,"method":"a"})").params.isEmpty());
    CHECK(requestOf(R"({"jsonrpc":"2.0","id":1,"method":"a","params":[]})").params.isEmpty());
}

TEST_CASE("ids are strings, numbers or null, and come back as they were")
{
    for (const char* id : {"\"x\"", "\"\"", "0", "-3", "1.5", "9007199254740993", "null"}) {
        CAPTURE(id);
        const QByteArray line = QByteArray(R"({"jsonrpc":"2.0","method":"a","id":)") + id + R"(})";
        const Request request = requestOf(line);
        CHECK(request.wantsAnswer());
        const QByteArray answer =
            QJsonDocument(resultObject(request.id, true)).toJson(QJsonDocument::Compact);
        CHECK(answer.contains(QByteArray("\"id\":") + id));
    }
}

TEST_CASE("without an id it is a notification")
{
    CHECK_FALSE(requestOf(R"({"jsonrpc":"2.0","method":"sync.stop"})").wantsAnswer());
}

TEST_CASE("an id of another type is refused, and not given back")
{
    for (const char* id : {"true", "{}", "[1]"}) {
        CAPTURE(id);
        const Fault fault =
            faultOf(QByteArray(R"({"jsonrpc":"2.0","method":"a","id":)") + id + R"(})");
        CHECK(fault.code == InvalidRequest);
        CHECK(fault.id.isNull());
    }
}

TEST_CASE("what is not JSON is a parse error")
{
    for (const char* line : {"{", "hello", "{\"a\":}", "{} {}", "\xff\xfe", "[1,", "1,2", "]["}) {
        CAPTURE(line);
        const Fault fault = faultOf(line);
        CHECK(fault.code == ParseError);
        CHECK(fault.id.isNull());
        CHECK_FALSE(fault.message.isEmpty());
    }
    CHECK(faultOf(QByteArray("{\"a\":\"\xc3\x28\"}")).code == ParseError);
    CHECK(faultOf(QByteArray(5000, '[') + QByteArray(5000, ']')).code == ParseError);
}

TEST_CASE("what is JSON but no request is an invalid request")
{
    for (const char* line :
         {"1", "\"a\"", "null", "true", "{}", R"({"jsonrpc":"2.0","id":1})",
          R"({"jsonrpc":"1.0","id":1,"method":"a"})", R"({"id":1,"method":"a"})",
          R"({"jsonrpc":2.0,"id":1,"method":"a"})", R"({"jsonrpc":"2.0","id":1,"method":5})"}) {
        CAPTURE(line);
        CHECK(faultOf(line).code == InvalidRequest);
    }
    CHECK(faultOf(R"({"id":"seven","method":"a"})").id == u"seven"_s);
}

TEST_CASE("params by position are refused")
{
    for (const char* params : {"[1]", "\"a\"", "3", "null", "true"}) {
        CAPTURE(params);
        const Fault fault = faultOf(
            QByteArray(R"({"jsonrpc":"2.0","id":4,"method":"a","params":)") + params + R"(})");
        CHECK(fault.code == InvalidParams);
        CHECK(fault.id == QJsonValue(4));
    }
}

TEST_CASE("a batch is its calls, in order, each by itself")
{
    const auto parts = parseLine(R"([{"jsonrpc":"2.0","id":1,"method":"a"},5,)"
                                 R"({"jsonrpc":"2.0","method":"b"},[],)"
                                 R"({"jsonrpc":"2.0","id":"z","method":"c"}])");
    REQUIRE(parts.size() == 5);
    CHECK(std::get<Request>(parts[0]).method == u"a"_s);
    CHECK(std::get<Fault>(parts[1]).code == InvalidRequest);
    CHECK_FALSE(std::get<Request>(parts[2]).wantsAnswer());
    CHECK(std::get<Fault>(parts[3]).code == InvalidRequest);
    CHECK(std::get<Request>(parts[4]).id == u"z"_s);
    CHECK(faultOf("[]").code == InvalidRequest);
}

TEST_CASE("an error of the library says its kind, the server's code and when to try again")
{
    Error error{.kind = Error::Kind::RateLimited,
                .code = 429,
                .detail = {},
                .errcode = u"M_LIMIT_EXCEEDED"_s,
                .retryAfter = std::chrono::milliseconds{1500},
                .softLogout = false};
    const QJsonObject object = errorAnswer(3, error).value("error"_L1).toObject();
    CHECK(object.value("code"_L1) == QJsonValue(LibraryError));
    CHECK(object.value("message"_L1).toString().contains(u"2 s"_s));
    const QJsonObject data = object.value("data"_L1).toObject();
    CHECK(data.value("kind"_L1) == u"rateLimited"_s);
    CHECK(data.value("errcode"_L1) == u"M_LIMIT_EXCEEDED"_s);
    CHECK(data.value("retryAfterMs"_L1) == QJsonValue(1500));
}

TEST_CASE("an error without a server's code has none in its data")
{
    const auto error = client::fail(Error::Kind::Busy).error();
    const QJsonObject data = errorObject(error).value("data"_L1).toObject();
    CHECK(data.keys() == QStringList{u"kind"_s});
    CHECK(data.value("kind"_L1) == u"busy"_s);
}

TEST_CASE("every kind of error has a sentence")
{
    for (int kind = 0; kind <= int(Error::Kind::Internal); ++kind) {
        const QString text = sentence(client::fail(Error::Kind(kind)).error());
        CHECK(text.size() > 10);
        CHECK(text.endsWith(u'.'));
    }
}
