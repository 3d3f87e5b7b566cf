// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Texts that come from outside: JSON, base64, identifiers; and secrets.

#include "base/base64.h"
#include "base/canonicaljson.h"
#include "base/ids.h"
#include "base/json.h"
#include "base/secretbytes.h"

#include <QJsonDocument>

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace Qt::StringLiterals;

namespace {

Result<QByteArray> canonical(const QByteArray& text)
{
    return canonicalJson(QJsonDocument::fromJson(text).object());
}

} // namespace

TEST_CASE("canonical JSON: the specification's examples")
{
    CHECK(canonical("{}") == "{}");
    CHECK(canonical(R"({"one": 1, "two": "Two"})") == R"({"one":1,"two":"Two"})");
    CHECK(canonical(R"({"b": "2", "a": "1"})") == R"({"a":"1","b":"2"})");
    CHECK(canonical(R"({"auth":{"mxid":"@john.doe:example.com","success":true},"a":null})") ==
          R"({"a":null,"auth":{"mxid":"@john.doe:example.com","success":true}})");
    CHECK(canonical(R"({"a":"日本語"})") == QByteArray(R"({"a":"日本語"})"));
    CHECK(canonical(R"({"本": 2, "日": 1})") == QByteArray(R"({"日":1,"本":2})"));
    CHECK(canonical(R"({"a":"\u65E5\n\"\\"})") == QByteArray(R"({"a":"日\n\"\\"})"));
}

TEST_CASE("canonical JSON has no fractions and no huge numbers")
{
    CHECK_FALSE(canonical(R"({"a":1.5})"));
    CHECK_FALSE(canonical(R"({"a":9007199254740993})"));
    CHECK(canonical(R"({"a":-3,"b":9007199254740991})"));
}

TEST_CASE("what is signed has neither signatures nor unsigned")
{
    const QJsonObject object{{u"signatures"_s, QJsonObject()}, {u"unsigned"_s, 1}, {u"a"_s, 1}};
    CHECK(signableJson(object) == R"({"a":1})");
}

TEST_CASE("base64 is strict and unpadded")
{
    CHECK(encodeBase64("f") == "Zg");
    CHECK(decodeBase64("Zg") == "f");
    CHECK(decodeBase64("Zg==") == "f");
    for (const char* wrong : {"Z", "Zg=", "Zg===", "Z g", "Zg\n", "-_", "Zg==Zg"}) {
        INFO(wrong);
        CHECK_FALSE(decodeBase64(wrong));
    }
}

TEST_CASE("a JSON object is one, is UTF-8 and is not bottomless")
{
    CHECK(parseObject(R"({"a":[1]})"));
    for (const QByteArray& wrong :
         {QByteArray(), QByteArray("[]"), QByteArray("{"), QByteArray("{} {}"),
          QByteArray("{\"a\":\"\xff\"}"),
          "{\"a\":" + QByteArray(101, '[') + QByteArray(101, ']') + "}"}) {
        const auto parsed = parseObject(wrong);
        REQUIRE_FALSE(parsed);
        CHECK(parsed.error().kind == Error::Kind::Malformed);
    }
}

TEST_CASE("identifiers follow their grammar")
{
    CHECK(UserId(u"@ann:x.fr"_s).isValid());
    CHECK(RoomId(u"!abc:x.fr"_s).isValid());
    CHECK(MxcUri(u"mxc://x.fr/abc"_s).isValid());
    for (const QString& wrong : {u""_s, u"ann:x.fr"_s, u"@ann"_s, u"@a\nb:x.fr"_s,
                                 u"@"_s + QString(300, u'a') + u":x.fr"_s}) {
        CHECK_FALSE(UserId(wrong).isValid());
    }
    for (const QString& wrong : {u"mxc://x.fr"_s, u"mxc://x.fr/../a"_s, u"https://x.fr/a"_s,
                                 u"mxc://x.fr/a/b"_s, u"mxc:///a"_s}) {
        INFO(wrong.toStdString());
        CHECK_FALSE(MxcUri(wrong).isValid());
    }
    CHECK(serverName(u"@ann:x.fr:8448"_s) == u"x.fr:8448"_s);
}

TEST_CASE("a secret wipes its source and compares by content")
{
    QByteArray source("secret");
    const QByteArray other = source;
    const SecretBytes secret = SecretBytes::takeFrom(source);
    CHECK(source.count('s') == 0);
    CHECK(other == "secret");
    CHECK(secret.equals(SecretBytes::copyOf("secret")));
    CHECK_FALSE(secret.equals(SecretBytes::copyOf("secreT")));
    CHECK_FALSE(secret.equals(SecretBytes()));
}
