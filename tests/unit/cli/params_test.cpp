// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "params.h"
#include "rpc.h"

#include <QJsonArray>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace cli;

TEST_CASE("a text must be there, be a string and not be empty")
{
    Params fine({{u"a"_s, u"x"_s}});
    CHECK(fine.text(u"a"_s) == u"x"_s);
    CHECK(fine.isFine());
    for (const QJsonValue& value : {QJsonValue(), QJsonValue(u""_s), QJsonValue(1),
                                    QJsonValue(QJsonObject()), QJsonValue(false)}) {
        Params params({{u"a"_s, value}});
        CHECK(params.text(u"a"_s).isEmpty());
        CHECK_FALSE(params.isFine());
        CHECK(params.fault().error().code == InvalidParams);
        CHECK(params.fault().error().detail.startsWith(u"a "_s));
    }
}

TEST_CASE("an optional text may be absent or null, not of another type")
{
    Params params({{u"a"_s, QJsonValue::Null}, {u"b"_s, 3}});
    CHECK(params.optionalText(u"a"_s).isEmpty());
    CHECK(params.optionalText(u"c"_s).isEmpty());
    CHECK(params.isFine());
    CHECK(params.optionalText(u"b"_s).isEmpty());
    CHECK_FALSE(params.isFine());
}

TEST_CASE("a number is whole and within its limits")
{
    for (const QJsonValue& value : {QJsonValue(-1), QJsonValue(11), QJsonValue(2.5),
                                    QJsonValue(u"3"_s), QJsonValue(1e300), QJsonValue(true)}) {
        Params params({{u"n"_s, value}});
        CHECK(params.optionalNumber(u"n"_s, 5, 0, 10) == 0);
        CHECK_FALSE(params.isFine());
    }
    Params params({{u"n"_s, 10}});
    CHECK(params.number(u"n"_s, 0, 10) == 10);
    CHECK(params.optionalNumber(u"m"_s, 5, 0, 10) == 5);
    CHECK(params.isFine());
    params.number(u"m"_s, 0, 10);
    CHECK_FALSE(params.isFine());
}

TEST_CASE("a flag is true, false or absent")
{
    Params params({{u"yes"_s, true}, {u"no"_s, false}, {u"odd"_s, 1}});
    CHECK(params.flag(u"yes"_s) == true);
    CHECK(params.flag(u"no"_s) == false);
    CHECK_FALSE(params.flag(u"none"_s).has_value());
    CHECK(params.isFine());
    params.flag(u"odd"_s);
    CHECK_FALSE(params.isFine());
}

TEST_CASE("a list has texts only, and the first fault is the one that is told")
{
    Params fine({{u"l"_s, QJsonArray{u"a"_s, u"b"_s}}});
    CHECK(fine.list(u"l"_s) == QStringList{u"a"_s, u"b"_s});
    CHECK(fine.list(u"none"_s).isEmpty());
    CHECK(fine.isFine());
    Params params({{u"l"_s, QJsonArray{1}}, {u"m"_s, u"x"_s}});
    params.list(u"l"_s);
    params.list(u"m"_s);
    CHECK(params.fault().error().detail.startsWith(u"l "_s));
}
