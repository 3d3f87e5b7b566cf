// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rooms/searchextract.h"
#include "rooms/searchtext.h"

#include <catch2/catch_test_macros.hpp>

using namespace Qt::StringLiterals;
using namespace client::rooms;
using Has = SearchQuery::Has;

namespace {

const QDate today(2026, 3, 15);

SearchQuery parsed(const QString& text)
{
    return parseSearch(text, today);
}

SearchTerm word(const QString& text)
{
    return {{text}, false};
}

SearchTerm beginning(const QString& text)
{
    return {{text}, true};
}

QStringList marked(const SearchExtract& extract)
{
    QStringList parts;
    for (const auto& [from, length] : extract.marks) {
        parts << extract.text.mid(from, length);
    }
    return parts;
}

} // namespace

TEST_CASE("case, accents and ligatures make no difference to a search")
{
    CHECK(searchText(u"ÉLÉVATION Élévation e\u0301levation"_s) == u"elevation elevation elevation");
    CHECK(searchText(u"cœur CŒUR et Lætitia, straße"_s) == u"coeur coeur et laetitia strasse");
    CHECK(searchText(u"Ångström Øre Łódź ﬁn ＡＢＣ"_s) == u"angstrom ore lodz fin abc");
    CHECK(searchText(u"İstanbul ISTANBUL ısı"_s) == u"istanbul istanbul isi");
    CHECK(searchText(u"so\u00ADcial zero\u200Bwidth"_s) == u"social zerowidth");
}

TEST_CASE("what an elision cuts off is no word of its own")
{
    CHECK(searchText(u"l'arrêté L’ARRÊTÉ l\u02BCarrêté"_s) == u"arrete arrete arrete");
    CHECK(searchText(u"jusqu'à lorsqu’il puisqu'on qu'elle d'État"_s) == u"a il on elle etat");
    CHECK(searchText(u"j'ai n'est s'il t'en m'a c'est"_s) == u"ai est il en a est");
    CHECK(searchText(u"aujourd'hui O'Brien don't James's"_s) ==
          u"aujourd hui o brien don t james s");
    CHECK(searchText(u"le l d qu"_s) == u"le l d qu");
}

TEST_CASE("words of file names, of scripts without spaces, and of nothing")
{
    CHECK(searchText(u"Rapport_2026-03.pdf"_s) == u"rapport 2026 03 pdf");
    CHECK(searchText(u"会議の資料"_s) == u"会 議 の 資 料");
    CHECK(searchText(u"Привет, мир! العربية"_s) == u"привет мир العربية");
    CHECK(searchText(u"?!… \"'’ \u0000 \n 👍"_s).isEmpty());
    CHECK(searchText(QString(QChar(0xD800)) + u"a"_s) == u"a");
    CHECK(searchWordList(QString(10'000, u'x')) == QStringList{QString(64, u'x')});
}

TEST_CASE("a word knows where it stands in the text")
{
    const auto words = searchWords(u"C'est l'e\u0301te\u0301 !"_s);
    REQUIRE(words.size() == 2);
    CHECK(words[0] == SearchWord{u"est"_s, 2, 3});
    CHECK(words[1] == SearchWord{u"ete"_s, 8, 5});
}

TEST_CASE("the last word of a query is the beginning of one")
{
    CHECK(parsed(u"Réunion budg"_s).terms == std::vector{word(u"reunion"_s), beginning(u"budg"_s)});
    CHECK(parsed(u"budg* réunion "_s).terms ==
          std::vector{beginning(u"budg"_s), beginning(u"reunion"_s)});
    CHECK(parsed(u"l'arr"_s).terms == std::vector{beginning(u"arr"_s)});
    CHECK(parsed(u"l'"_s).terms.empty());
    CHECK(parsed(u"rapport_fin"_s).terms ==
          std::vector{SearchTerm{{u"rapport"_s, u"fin"_s}, true}});
}

TEST_CASE("quotes of both languages make a phrase, also one that is not closed")
{
    const std::vector phrase{SearchTerm{{u"ordre"_s, u"du"_s, u"jour"_s}, false}};
    CHECK(parsed(u"\"ordre du jour\""_s).terms == phrase);
    CHECK(parsed(u"« ordre du jour »"_s).terms == phrase);
    CHECK(parsed(u"“Ordre du jour”"_s).terms == phrase);
    CHECK(parsed(u"\"ordre du jour"_s).terms == phrase);
    CHECK(parsed(u"note\"ordre du jour\"fin"_s).terms ==
          std::vector{word(u"note"_s), phrase.front(), beginning(u"fin"_s)});
}

TEST_CASE("filters in French and in English")
{
    const auto french = parsed(u"budget de:marie dans:\"Comité de suivi\" a:fichiers"_s);
    const auto english = parsed(u"budget from:marie in:\"Comité de suivi\" HAS:file"_s);
    CHECK(french == english);
    CHECK(french.terms == std::vector{beginning(u"budget"_s)});
    CHECK(french.from == QStringList{u"marie"_s});
    CHECK(french.in == QStringList{u"Comité de suivi"_s});
    CHECK(french.has == std::set{Has::File});
    CHECK(parsed(u"à:photo has:vidéo has:audio a:lien"_s).has ==
          std::set{Has::Image, Has::Video, Has::Audio, Has::Link});
    CHECK(parsed(u"from:@bob:x.fr from:\"Jean D\""_s).from ==
          QStringList{u"@bob:x.fr"_s, u"Jean D"_s});
    CHECK(parsed(u"from:@bob:x.fr"_s).terms.empty());
}

TEST_CASE("dates of both languages, days, months and years")
{
    CHECK(parsed(u"avant:2026-02-01"_s).before == QDate(2026, 2, 1));
    CHECK(parsed(u"before:1/2/2026"_s).before == QDate(2026, 2, 1));
    CHECK(parsed(u"après:2026-02-01"_s).since == QDate(2026, 2, 2));
    CHECK(parsed(u"apres:2025"_s).since == QDate(2026, 1, 1));
    CHECK(parsed(u"after:2026-01"_s).since == QDate(2026, 2, 1));
    const auto day = parsed(u"on:yesterday"_s);
    CHECK(day.since == QDate(2026, 3, 14));
    CHECK(day.before == today);
    CHECK(parsed(u"le:aujourd'hui"_s) == parsed(u"on:2026-03-15"_s));
    const auto both = parsed(u"before:2026-05-01 before:2026-04-01 after:2026 after:2024"_s);
    CHECK(both.before == QDate(2026, 4, 1));
    CHECK(both.since == QDate(2027, 1, 1));
}

TEST_CASE("what is no filter is text; a filter that waits for its value is nothing")
{
    CHECK(parsed(u"https://x.fr"_s).terms ==
          std::vector{SearchTerm{{u"https"_s, u"x"_s, u"fr"_s}, true}});
    CHECK(parsed(u"avant:demain"_s).terms ==
          std::vector{SearchTerm{{u"avant"_s, u"demain"_s}, true}});
    CHECK(parsed(u"has:nothing"_s).terms.size() == 1);
    CHECK(parsed(u"de: in: before: has:"_s).isEmpty());
    CHECK(parsed(u"le mot de trop"_s).terms.size() == 4);
}

TEST_CASE("hostile queries become words or nothing")
{
    CHECK(parsed(QString()).isEmpty());
    CHECK(parsed(u"\"\" '' ** () {} ^ - + : ;"_s).isEmpty());
    CHECK(parsed(QString(10'240, u'"')).isEmpty());
    CHECK(parsed(u"a\" OR words:*"_s).terms ==
          std::vector{word(u"a"_s), SearchTerm{{u"or"_s, u"words"_s}, false}});
    CHECK(parsed(u"NEAR(a b, 2) NOT c"_s).terms.size() == 5);
    CHECK(parsed(QString(u"a\0b"_s)).terms == std::vector{SearchTerm{{u"a"_s, u"b"_s}, true}});
    CHECK(parsed(QString(u"mot "_s).repeated(3000)).terms.size() == 24);
    const auto many = parsed(QString(u"a-"_s).repeated(400));
    REQUIRE(many.terms.size() == 1);
    CHECK(many.terms.front().words.size() == 12);
    CHECK(parsed(QString(u"from:a "_s).repeated(100)).from.size() == 8);
}

TEST_CASE("an extract shows the first find and marks all of them")
{
    const auto extract =
        searchExtract(u"Voici l'Arrêté du maire,\nles arrêtés suivants"_s, parsed(u"arrete"_s));
    CHECK(extract.text == u"Voici l'Arrêté du maire, les arrêtés suivants");
    CHECK(marked(extract) == QStringList{u"Arrêté"_s, u"arrêtés"_s});
    const auto phrase = searchExtract(u"ordre, ordre du jour"_s, parsed(u"\"ordre du jour\""_s));
    CHECK(marked(phrase) == QStringList{u"ordre"_s, u"du"_s, u"jour"_s});
    CHECK(phrase.marks.front().first == 7);
}

TEST_CASE("an extract of a long text is short, whole at its ends, and without traps")
{
    const QString far =
        QString(u"mot "_s).repeated(2000) + u"aiguille\u202E "_s + u"fin "_s.repeated(99);
    const auto extract = searchExtract(far, parsed(u"aiguille"_s));
    CHECK(extract.text.size() <= 170);
    CHECK(extract.text.startsWith(u"…mot"));
    CHECK(extract.text.endsWith(u"fin…"));
    CHECK_FALSE(extract.text.contains(QChar(0x202E)));
    CHECK(marked(extract) == QStringList{u"aiguille"_s});
    const auto emoji = searchExtract(u"😀"_s.repeated(500), parsed(u"rien"_s));
    CHECK_FALSE(emoji.text.contains(QChar(0xFFFD)));
    CHECK(emoji.marks.empty());
    CHECK(searchExtract(QString(), parsed(u"a"_s)) == SearchExtract());
}

TEST_CASE("whole words, neighbours and short texts answer better")
{
    const auto score = [](const QString& text, const QString& query) {
        return searchScore(searchWordList(text), parsed(query));
    };
    CHECK(score(u"le budget"_s, u"budget"_s) > score(u"les budgets"_s, u"budget"_s));
    CHECK(score(u"budget voté hier"_s, u"budget voté"_s) >
          score(u"budget non encore voté"_s, u"budget voté"_s));
    CHECK(score(u"budget"_s, u"budget"_s) >
          score(u"budget de la ville et du reste"_s, u"budget"_s));
}
