// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rooms/searchtext.h"

#include <QChar>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace client::rooms {

namespace {

constexpr qsizetype longestWord = 64;
constexpr char32_t tabled = 0x250; // Latin with its extensions

//! Letters that no normalisation takes apart.
QString latinOf(char32_t sign)
{
    switch (sign) {
    case U'œ':
        return u"oe"_s;
    case U'æ':
        return u"ae"_s;
    case U'ø':
        return u"o"_s;
    case U'ł':
        return u"l"_s;
    case U'đ':
    case U'ð':
        return u"d"_s;
    case U'þ':
        return u"th"_s;
    case U'ı':
        return u"i"_s;
    case U'ß':
        return u"ss"_s;
    default:
        return QString::fromUcs4(&sign, 1);
    }
}

//! What is left of a letter or digit; empty for everything else.
QString foldedSign(char32_t sign)
{
    QString folded;
    const QString whole =
        QString::fromUcs4(&sign, 1).normalized(QString::NormalizationForm_KD).toCaseFolded();
    for (const char32_t part : whole.toUcs4()) {
        if (QChar::isLetterOrNumber(part)) {
            folded += latinOf(part);
        }
    }
    return folded;
}

QString folded(char32_t sign)
{
    static const auto table = [] {
        std::array<QString, tabled> made;
        for (char32_t i = 0; i < tabled; ++i) {
            made.at(i) = foldedSign(i);
        }
        return made;
    }();
    return sign < tabled ? table.at(sign) : foldedSign(sign);
}

bool isApostrophe(char32_t sign)
{
    static constexpr std::array<char32_t, 8> signs{U'\'',     U'\u2019', U'\u02BC', U'\u2018',
                                                   U'\u00B4', U'`',      U'\u2032', U'\uFF07'};
    return std::ranges::find(signs, sign) != signs.end();
}

bool isElision(const QString& word)
{
    static const QSet<QString> all{u"l"_s,      u"d"_s,      u"qu"_s,    u"j"_s, u"n"_s,
                                   u"s"_s,      u"t"_s,      u"m"_s,     u"c"_s, u"jusqu"_s,
                                   u"lorsqu"_s, u"puisqu"_s, u"quoiqu"_s};
    return all.contains(word);
}

//! Draws nothing by itself: accents that stand alone, joiners, soft hyphens.
bool isInside(char32_t sign)
{
    switch (QChar::category(sign)) {
    case QChar::Mark_NonSpacing:
    case QChar::Mark_Enclosing:
    case QChar::Other_Format:
        return true;
    default:
        return false;
    }
}

bool standsAlone(char32_t sign)
{
    switch (QChar::script(sign)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Bopomofo:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

class Splitter {
public:
    void add(char32_t sign, qsizetype at, qsizetype units)
    {
        if (isInside(sign)) {
            m_word.length += m_word.word.isEmpty() ? 0 : units;
            return;
        }
        const bool apostrophe = isApostrophe(sign); // some of them count as letters
        const QString letters = apostrophe ? QString() : folded(sign);
        if (letters.isEmpty()) {
            if (apostrophe && isElision(m_word.word)) {
                m_word = {};
            }
            end();
            return;
        }
        const bool alone = sign >= tabled && standsAlone(sign);
        if (alone) {
            end();
        }
        if (m_word.word.isEmpty()) {
            m_word.from = at;
        }
        m_word.word += letters;
        m_word.length = at + units - m_word.from;
        if (alone) {
            end();
        }
    }

    std::vector<SearchWord> take()
    {
        end();
        return std::move(m_words);
    }

private:
    void end()
    {
        if (!m_word.word.isEmpty()) {
            m_word.word.truncate(longestWord);
            m_words.push_back(std::move(m_word));
        }
        m_word = {};
    }

    std::vector<SearchWord> m_words;
    SearchWord m_word;
};

} // namespace

std::vector<SearchWord> searchWords(const QString& text)
{
    Splitter splitter;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar unit = text.at(i);
        const bool pair =
            unit.isHighSurrogate() && i + 1 < text.size() && text.at(i + 1).isLowSurrogate();
        const char32_t sign =
            pair ? QChar::surrogateToUcs4(unit, text.at(i + 1)) : char32_t(unit.unicode());
        splitter.add(unit.isSurrogate() && !pair ? U'\uFFFD' : sign, i, pair ? 2 : 1);
        i += pair ? 1 : 0;
    }
    return splitter.take();
}

QStringList searchWordList(const QString& text)
{
    QStringList list;
    for (SearchWord& word : searchWords(text)) {
        list.append(std::move(word.word));
    }
    return list;
}

QString searchText(const QString& text)
{
    return searchWordList(text).join(u' ');
}

} // namespace client::rooms
