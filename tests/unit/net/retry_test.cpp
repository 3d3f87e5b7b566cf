// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// When to try again, and never against a server that says how long to wait.

#include "net/qttransport.h"
#include "net/retrypolicy.h"

#include <QCoreApplication>

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace client::net;
using namespace std::chrono_literals;
using namespace Qt::StringLiterals;
using Kind = Error::Kind;

namespace {

Error errorOf(Kind kind)
{
    return fail(kind).error();
}

} // namespace

TEST_CASE("faults of the network are tried again, refusals are not")
{
    for (const Kind kind : {Kind::Offline, Kind::Timeout, Kind::Server, Kind::RateLimited}) {
        CHECK(retryDelay(errorOf(kind), 1, 0.5));
    }
    for (const Kind kind : {Kind::Forbidden, Kind::NotFound, Kind::Invalid, Kind::Unsupported}) {
        CHECK_FALSE(retryDelay(errorOf(kind), 1, 0.5));
    }
}

TEST_CASE("waits grow, spread, and keep what the server asks")
{
    CHECK(*retryDelay(errorOf(Kind::Offline), 5, 0.5) >
          *retryDelay(errorOf(Kind::Offline), 1, 0.5));
    CHECK(*retryDelay(errorOf(Kind::Offline), 4, 0.0) !=
          *retryDelay(errorOf(Kind::Offline), 4, 0.9));
    Error limited = errorOf(Kind::RateLimited);
    limited.retryAfter = 90s;
    CHECK(*retryDelay(limited, 1, 0.0) >= 90s);
    CHECK(syncRetryDelay(errorOf(Kind::Malformed), 50, 0.99) <= 10min);
}

TEST_CASE("plain http goes to this computer only, and only when asked for")
{
    int count = 0;
    const QCoreApplication application(count, nullptr); // the network needs one
    const auto strict = QtTransport::create({});
    const auto loose = QtTransport::create({{}, true});
    REQUIRE(strict);
    REQUIRE(loose);
    CHECK((*strict)->checkUrl(QUrl(u"https://x.fr"_s)));
    CHECK_FALSE((*strict)->checkUrl(QUrl(u"http://127.0.0.1:8008"_s)));
    CHECK((*loose)->checkUrl(QUrl(u"http://127.0.0.1:8008"_s)));
    CHECK((*loose)->checkUrl(QUrl(u"http://localhost:8008"_s)));
    for (const QString& wrong : {u"http://x.fr"_s, u"http://127.0.0.1.x.fr"_s, u"ftp://x.fr"_s,
                                 u"https://user:pw@x.fr"_s, u"file:///etc/passwd"_s, QString()}) {
        INFO(wrong.toStdString());
        CHECK_FALSE((*loose)->checkUrl(QUrl(wrong)));
    }
    CHECK_FALSE(QtTransport::create({u"/nonexistent.pem"_s, false}));
}
