// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rooms/displaytext.h"

#include <catch2/catch_test_macros.hpp>

#include <random>

using namespace Qt::StringLiterals;
using namespace client::rooms;

TEST_CASE("names keep letters of every script and lose what turns or hides text")
{
    CHECK(safeName(u"Élodie Müller [DINUM]"_s) == u"Élodie Müller [DINUM]"_s);
    CHECK(safeName(u"日本 العربية"_s) == u"日本 العربية"_s);
    CHECK(safeName(u"\u202Eabc\u202C\u2066d\u200B\uFEFF"_s) == u"abcd"_s);
    CHECK(safeName(u"  a \r\n\t b\u2028c\u0000 "_s) == u"a b c"_s);
    CHECK(safeName(u"\u3164\u2800\u115F"_s).isEmpty());
    CHECK(safeName(u"<img src='http://x'>"_s) == u"<img src='http://x'>"_s);
}

TEST_CASE("a name cannot wear the program's marks of trust")
{
    CHECK_FALSE(safeName(u"Bank ✅ 🛡️ 🔒"_s).contains(u"✅"_s));
    CHECK_FALSE(safeName(u"Bank 🔒"_s).contains(u"🔒"_s));
    CHECK(oneLine(u"ok ✅"_s) == u"ok ✅"_s);
}

TEST_CASE("towers of accents are cut down and family emoji stay whole")
{
    CHECK(safeName(u"a"_s + QString(500, QChar(0x0301))).size() == 4);
    const QString family = u"👨‍👩‍👧"_s;
    CHECK(oneLine(family) == family);
}

TEST_CASE("a text is shortened without cutting a character in two")
{
    const QString text = oneLine(u"😀"_s.repeated(300), 200);
    CHECK(text.size() <= 200);
    CHECK(text.isValidUtf16());
    CHECK(oneLine(QString(1'000'000, u'a'), 10) == u"aaaaaaaaa…"_s);
}

TEST_CASE("hostile file names land directly in the folder")
{
    CHECK(safeFileName(u"../../etc/passwd"_s) == "passwd"_L1);
    CHECK(safeFileName(u"C:\\x\\report.pdf"_s) == "report.pdf"_L1);
    CHECK(safeFileName(u"con.txt"_s) == "_con.txt"_L1);
    CHECK(safeFileName(u"LPT1"_s) == "_LPT1"_L1);
    CHECK(safeFileName(u"a.txt:ads"_s) == "a.txt_ads"_L1);
    CHECK(safeFileName(u"-rf.. "_s) == "rf"_L1);
    CHECK(safeFileName(u".bashrc"_s) == "bashrc"_L1);
    CHECK(safeFileName(u"photo\u202Egnp.exe"_s) == "photognp.exe"_L1);
    CHECK(safeFileName(u"a\u0000b"_s) == "a b"_L1);
    CHECK(safeFileName(u"..\\.."_s) == "file"_L1);
    CHECK(safeFileName({}) == "file"_L1);
    CHECK(safeFileName(u"été 2026 (1).tar.gz"_s) == u"été 2026 (1).tar.gz"_s);
    const QString large = safeFileName(u"é"_s.repeated(300) + u".docx"_s);
    CHECK(large.size() <= 120);
    CHECK(large.endsWith(".docx"_L1));
}

TEST_CASE("no random name leaves the folder or is too long for a file system")
{
    std::mt19937 random(7);
    const QString signs = u"../\\:*?\"<>|\n\u202E -~aé日😀CON.NUL\u0000%"_s;
    for (int round = 0; round < 2000; ++round) {
        QString name;
        for (auto i = random() % 300; i > 0; --i) {
            name.append(signs.at(qsizetype(random()) % signs.size()));
        }
        const QString safe = safeFileName(name);
        INFO(safe.toStdString());
        REQUIRE_FALSE(safe.isEmpty());
        REQUIRE(safe.size() <= 121);
        REQUIRE(safe.toUtf8().size() <= 255);
        REQUIRE(safe.isValidUtf16());
        for (const QChar sign : u"/\\:*?\"<>|\n\u202E\u0000"_s) {
            REQUIRE_FALSE(safe.contains(sign));
        }
        REQUIRE_FALSE(u".- "_s.contains(safe.front()));
        REQUIRE_FALSE(u". "_s.contains(safe.back()));
    }
}
