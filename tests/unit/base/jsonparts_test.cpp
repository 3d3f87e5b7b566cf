// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/json.h"
#include "base/jsonparts.h"

#include <catch2/catch_test_macros.hpp>

#include <vector>

using namespace client;
using namespace Qt::StringLiterals;

namespace {

struct Taken {
    std::vector<QString> names;
    std::vector<QByteArray> values;
    bool whole = false;
};

Taken apart(const QByteArray& text)
{
    Taken taken;
    JsonParts parts(text);
    while (const auto part = parts.next()) {
        taken.names.push_back(jsonString(part->name));
        taken.values.push_back(part->value.toByteArray());
    }
    taken.whole = parts.isWhole();
    return taken;
}

} // namespace

TEST_CASE("an object and an array are taken apart one level deep")
{
    const auto object =
        apart(R"( { "a" : [1,{"b":"}"}] , "\u0062\"" : "x\\" ,"": null,"c":-1e5 } )");
    CHECK(object.whole);
    CHECK(object.names == std::vector{u"a"_s, u"b\""_s, QString(), u"c"_s});
    CHECK(object.values == std::vector<QByteArray>{R"([1,{"b":"}"}])", R"("x\\")", "null", "-1e5"});
    const auto array = apart(R"([{},"a,b",[[]],true])");
    CHECK(array.whole);
    CHECK(array.values == std::vector<QByteArray>{"{}", R"("a,b")", "[[]]", "true"});
    CHECK(apart("{}").whole);
    CHECK(apart("[ ]").whole);
}

TEST_CASE("the parts of an object are what a parser makes of it")
{
    QJsonObject object;
    for (int i = 0; i < 200; ++i) {
        const QString odd = QString(i % 7, u'\\') + QString(i % 5, u'"') + QChar(0x20 + i * 3);
        object.insert(odd + QString::number(i),
                      QJsonArray{odd, i, QJsonObject{{odd, QJsonArray{odd}}}});
    }
    const QByteArray text = toJson(object);
    QJsonObject again;
    JsonParts parts(text);
    while (const auto part = parts.next()) {
        again.insert(jsonString(part->name), parseArray(part->value.toByteArray()).value());
    }
    CHECK(parts.isWhole());
    CHECK(again == object);
    for (qsizetype size = 0; size < text.size(); ++size) {
        CHECK_FALSE(apart(text.first(size)).whole);
    }
}

TEST_CASE("what is neither object nor array, or no JSON, is not whole")
{
    const std::vector<QByteArray> none{
        "",      " ",           "7",     "\"a\"", "{",    "[",         "{\"a\"}",        "{\"a\":}",
        "{a:1}", "{\"a\":1,,}", "[1 2]", "{}x",   "[1]]", "{\"a\":{}", "{\"a\":\"\\\"}", "[,1]",
        "[}"};
    for (const QByteArray& text : none) {
        INFO(text.toStdString());
        CHECK_FALSE(apart(text).whole);
    }
}
