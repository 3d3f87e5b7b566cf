// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A conversation as a file: what stands in it, and what hostile words cannot do to it.
#include "transcript/transcriptfile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using app::TranscriptEntry;
using app::TranscriptKind;
using client::timeline::TimelineItem;
using Kind = TimelineItem::Kind;

namespace {

TranscriptEntry said(const QString& body, const QString& name = u"Ann"_s)
{
    TimelineItem item;
    item.eventId = u"$1"_s;
    item.sender = u"@ann:x.fr"_s;
    item.senderName = name;
    item.body = body;
    item.timestamp = 1'700'000'000'000;
    return {item, {}, false};
}

QString written(TranscriptKind kind, const std::vector<TranscriptEntry>& entries,
                bool complete = true)
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"talk.out"_s);
    app::TranscriptHeading heading;
    heading.room.name = u"<b>Réunion</b>"_s;
    heading.room.roomId = u"!a:x.fr"_s;
    heading.exported = 1'700'000'000'000;
    heading.by = u"@ann:x.fr"_s;
    app::TranscriptFile file;
    REQUIRE(file.begin(path, kind, heading));
    CHECK_FALSE(QFile::exists(path)); // until it is whole
    REQUIRE(file.add(entries));
    REQUIRE(file.finish({qint64(entries.size()), complete}));
    QFile result(path);
    REQUIRE(result.open(QIODevice::ReadOnly));
    return QString::fromUtf8(result.readAll());
}

} // namespace

TEST_CASE("transcript: words that look like markup stay words")
{
    auto entry = said(u"<script>alert(1)</script> & <img src=x onerror=1>"_s, u"<i>\"Ann\"</i>"_s);
    entry.item.eventId = u"$\"><script>"_s;
    entry.item.file.name = u"\"><script>.png"_s;
    entry.item.kind = Kind::Image;
    entry.file = u"talk_files/0001 \"><script>.png"_s;
    TimelineItem::Kind kinds[] = {Kind::Image, Kind::Text};
    for (const auto kind : kinds) {
        entry.item.kind = kind;
        const QString page = written(TranscriptKind::Html, {entry});
        CHECK_FALSE(page.contains("<script"_L1));
        CHECK_FALSE(page.contains("<i>\""_L1));
        CHECK_FALSE(page.contains("<b>R"_L1));
        CHECK(page.contains("&lt;script&gt;alert(1)"_L1));
        CHECK(page.contains("default-src 'none'"_L1));
    }
}

TEST_CASE("transcript: the sanitised form is used, but never in the place of other words")
{
    auto entry = said(u"gras"_s);
    entry.item.html = u"<strong>gras</strong>"_s;
    CHECK(written(TranscriptKind::Html, {entry}).contains("<strong>gras</strong>"_L1));
    entry.item.kind = Kind::Redacted;
    const QString page = written(TranscriptKind::Html, {entry});
    CHECK_FALSE(page.contains("gras"_L1));
    CHECK(page.contains("Message deleted"_L1));
}

TEST_CASE("transcript: what cannot be read or had says so in every format for people")
{
    auto locked = said({});
    locked.item.kind = Kind::Encrypted;
    locked.item.encryptionReason = u"missingKey"_s;
    auto lost = said(u"plan.pdf"_s);
    lost.item.kind = Kind::File;
    lost.item.file.name = u"plan.pdf"_s;
    lost.fileLost = true;
    for (const auto kind : {TranscriptKind::Html, TranscriptKind::Text}) {
        const QString text = written(kind, {locked, lost, said(u"suite"_s)}, false);
        CHECK(
            text.contains(app::Words(nullptr).lockedReason(locked.item).toHtmlEscaped().first(20)));
        CHECK(text.contains("plan.pdf could not be fetched"_L1));
        CHECK(text.contains("suite"_L1));
        CHECK(text.contains("Older messages could not be fetched"_L1));
    }
}

TEST_CASE("transcript: replies, threads, edits, reactions and polls are told")
{
    auto entry = said(u"oui"_s);
    entry.item.threadId = u"$root"_s;
    entry.item.replyToId = u"$0"_s;
    entry.item.replyToName = u"Bob"_s;
    entry.item.replyToBody = u"On y va ?"_s;
    entry.item.edited = true;
    client::timeline::Reaction reaction;
    reaction.key = u"👍"_s;
    reaction.senders = {u"Bob"_s, u"Chloé"_s};
    entry.item.reactions = {reaction};
    auto poll = said({});
    poll.item.kind = Kind::Poll;
    poll.item.poll.question = u"Quand ?"_s;
    poll.item.poll.shown = true;
    poll.item.poll.answers = {{u"1"_s, u"lundi"_s, 2, false}};
    for (const auto kind : {TranscriptKind::Html, TranscriptKind::Text}) {
        const QString text = written(kind, {entry, poll});
        for (const auto& words : {u"In a thread"_s, u"Reply to Bob: On y va ?"_s, u"Edited"_s,
                                  u"👍 Bob, Chloé"_s, u"Quand ?"_s, u"- lundi: "_s}) {
            INFO(words.toStdString());
            CHECK(text.contains(words));
        }
    }
}

TEST_CASE("transcript: JSON is one object with an item a line")
{
    auto entry = said(u"un\nligne \"deux\""_s);
    entry.file = u"talk_files/0001 a.png"_s;
    const QString text = written(TranscriptKind::Json, {entry, said(u"b"_s)}, false);
    const auto whole = QJsonDocument::fromJson(text.toUtf8()).object();
    CHECK(whole.value("roomId"_L1) == u"!a:x.fr"_s);
    CHECK(whole.value("count"_L1) == 2);
    CHECK(whole.value("complete"_L1) == false);
    const auto messages = whole.value("messages"_L1).toArray();
    REQUIRE(messages.size() == 2);
    CHECK(messages[0]["body"_L1] == u"un\nligne \"deux\""_s);
    CHECK(messages[0]["savedAs"_L1] == u"talk_files/0001 a.png"_s);
    CHECK(messages[1]["savedAs"_L1].isNull());
    CHECK(text.count(u'\n') == 4);
    CHECK(QJsonDocument::fromJson(written(TranscriptKind::Json, {}).toUtf8()).isObject());
}

TEST_CASE("transcript: nothing is overwritten, and nothing is left of what was given up")
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"talk.html"_s);
    {
        app::TranscriptFile file;
        REQUIRE(file.begin(path, TranscriptKind::Html, {}));
        const auto place = file.placeFor(u"../../evil/CON.txt"_s);
        REQUIRE(place);
        CHECK(place->path.startsWith(folder.path() + u"/talk_files/0001 "_s));
        CHECK_FALSE(place->shown.contains(".."_L1));
        QFile attachment(place->path);
        REQUIRE(attachment.open(QIODevice::WriteOnly));
    }
    CHECK(QDir(folder.path()).isEmpty());
    QDir(folder.path()).mkdir(u"talk_files"_s);
    CHECK_FALSE(app::TranscriptFile().begin(path, TranscriptKind::Html, {}));
    CHECK(QDir(folder.filePath(u"talk_files"_s)).exists());
    QFile::link(folder.filePath(u"nowhere"_s), folder.filePath(u"link.html"_s));
    CHECK_FALSE(
        app::TranscriptFile().begin(folder.filePath(u"link.html"_s), TranscriptKind::Html, {}));
    CHECK_FALSE(
        app::TranscriptFile().begin(folder.filePath(u"no/talk.html"_s), TranscriptKind::Html, {}));
}
