// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every mark of a message and every cause of a lock has words of its own.
#include "text/words.h"

#include <QFile>
#include <QRegularExpression>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using app::Words;
using client::timeline::TimelineItem;

namespace {

//! As the interface of tchap-cli lists them: "`trust`: `ok`, `unverified` (…), …, or null".
QStringList listed(const QString& field, const QString& end)
{
    QFile file(QStringLiteral(TEST_DATA_DIR "/../../docs/cli.md"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    const auto from = text.indexOf(u'`' + field + u"`: "_s, text.indexOf("`encryption.state`"_L1));
    REQUIRE(from > 0);
    const auto start = from + field.size() + 3;
    QString part = text.mid(start, text.indexOf(end, start) - start);
    static const QRegularExpression aside(u"\\([^)]*\\)"_s);
    part.remove(aside);
    QStringList words;
    static const QRegularExpression quoted(u"`(\\w+)`"_s);
    for (const auto& found : quoted.globalMatch(part)) {
        words.append(found.captured(1));
    }
    return words;
}

TimelineItem locked(const QString& why)
{
    TimelineItem item;
    item.kind = TimelineItem::Kind::Encrypted;
    item.encryptionReason = why;
    return item;
}

TimelineItem trusted(const QString& trust)
{
    TimelineItem item;
    item.trust = trust;
    return item;
}

} // namespace

TEST_CASE("every cause of a locked message has a sentence of its own and says what helps")
{
    const Words words(nullptr);
    const QStringList causes = listed(u"reason"_s, u". `trust`"_s);
    CHECK(causes.size() >= 16);
    const QString unknown = words.lockedReason(locked(u"somethingNew"_s));
    const QString otherwise = words.lockedReason(locked(u"withheldSomething"_s));
    CHECK_FALSE(unknown.isEmpty());
    for (const QString& cause : causes) {
        INFO(cause.toStdString());
        const QString sentence = words.lockedReason(locked(cause));
        CHECK(sentence != unknown);
        CHECK(sentence != otherwise);
        CHECK_FALSE(sentence.contains(cause));
        CHECK(words.lockedCause(cause) != words.lockedCause(u"somethingNew"_s));
        CHECK_FALSE(words.lockedHelp(cause).isEmpty());
    }
}

TEST_CASE("a message that was held back says what holds it")
{
    const Words words(nullptr);
    TimelineItem item;
    item.sendState = TimelineItem::SendState::Failed;
    item.sendError = u"forbidden"_s;
    const QString plain = words.sendFailure(item);
    item.sendErrcode = u"IDENTITY_CHANGED"_s;
    const QString changed = words.sendFailure(item);
    item.sendErrcode = u"OWN_KEYS_FOREIGN"_s;
    CHECK(changed != plain);
    CHECK(words.sendFailure(item) != plain);
    CHECK(words.sendFailure(item) != changed);
}

TEST_CASE("every mark of a message is said in a word and in a sentence")
{
    const Words words(nullptr);
    const QStringList marks = listed(u"trust"_s, u", or null"_s);
    CHECK(marks.size() >= 8);
    for (const QString& mark : marks) {
        INFO(mark.toStdString());
        const bool fine = mark == "ok"_L1;
        CHECK(words.trustSentence(trusted(mark)).isEmpty() == fine);
        CHECK(words.trustMark(trusted(mark)).isEmpty() == fine);
        CHECK_FALSE(words.trustSentence(trusted(mark)).contains(mark));
    }
    CHECK(words.isTrustGrave(trusted(u"unverified"_s)));
    CHECK(words.isTrustGrave(trusted(u"identityChanged"_s)));
    CHECK_FALSE(words.isTrustGrave(trusted(u"sharedHistory"_s)));
}
