// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rooms/searchextract.h"

#include "rooms/displaytext.h"
#include "rooms/searchtext.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace client::rooms {

namespace {

constexpr qsizetype lead = 48; // signs before the find

//! Whether the term stands at this place: 0 no, 1 as a beginning, 2 in whole.
template <class Words, class WordAt>
int matches(const Words& words, size_t at, const SearchTerm& term, WordAt wordAt)
{
    const auto count = size_t(term.words.size());
    if (count == 0 || at + count > size_t(std::size(words))) {
        return 0;
    }
    for (size_t i = 0; i + 1 < count; ++i) {
        if (wordAt(words[at + i]) != term.words.at(qsizetype(i))) {
            return 0;
        }
    }
    const QString& last = wordAt(words[at + count - 1]);
    if (last == term.words.last()) {
        return 2;
    }
    return term.prefix && last.startsWith(term.words.last()) ? 1 : 0;
}

const QString& spelling(const SearchWord& word)
{
    return word.word;
}

//! Index of each word that is part of a find.
std::vector<size_t> found(const std::vector<SearchWord>& words, const SearchQuery& query,
                          bool firstOnly)
{
    std::vector<size_t> places;
    for (size_t at = 0; at < words.size() && !(firstOnly && !places.empty()); ++at) {
        for (const SearchTerm& term : query.terms) {
            if (matches(words, at, term, spelling) == 0) {
                continue;
            }
            for (size_t i = 0; i < size_t(term.words.size()); ++i) {
                places.push_back(at + i);
            }
        }
    }
    std::ranges::sort(places);
    const auto [begin, end] = std::ranges::unique(places);
    places.erase(begin, end);
    return places;
}

//! Never between the halves of a sign, and rather between two words.
qsizetype softStart(const QString& text, qsizetype wanted)
{
    if (wanted <= 0) {
        return 0;
    }
    const qsizetype space = text.indexOf(u' ', wanted);
    if (space >= 0 && space - wanted < lead / 2) {
        return space + 1;
    }
    return text.at(wanted).isLowSurrogate() ? wanted + 1 : wanted;
}

qsizetype softEnd(const QString& text, qsizetype wanted)
{
    if (wanted >= text.size()) {
        return text.size();
    }
    const qsizetype space = text.lastIndexOf(u' ', wanted);
    if (space > 0 && wanted - space < lead / 2) {
        return space;
    }
    return text.at(wanted).isLowSurrogate() ? wanted - 1 : wanted;
}

} // namespace

SearchExtract searchExtract(const QString& text, const SearchQuery& query, qsizetype limit)
{
    const auto all = searchWords(text);
    const auto first = found(all, query, true);
    const qsizetype find = first.empty() ? 0 : all.at(first.front()).from;
    const bool whole = text.size() <= limit;
    const qsizetype from = whole ? 0 : softStart(text, find - lead);
    const qsizetype to = whole ? text.size() : softEnd(text, from + limit);
    SearchExtract extract;
    extract.text = oneLine(text.mid(from, std::max(to - from, qsizetype(1))), limit);
    if (from > 0) {
        extract.text.prepend(u'…');
    }
    if (to < text.size() && !extract.text.endsWith(u'…')) {
        extract.text.append(u'…');
    }
    const auto shown = searchWords(extract.text);
    for (const size_t place : found(shown, query, false)) {
        extract.marks.emplace_back(shown.at(place).from, shown.at(place).length);
    }
    return extract;
}

double searchScore(const QStringList& words, const SearchQuery& query)
{
    const auto same = [](const QString& word) -> const QString& { return word; };
    double score = 0;
    qsizetype before = -2;
    for (const SearchTerm& term : query.terms) {
        int best = 0;
        qsizetype where = -2;
        int times = 0;
        for (qsizetype at = 0; at < words.size(); ++at) {
            const int match = matches(words, size_t(at), term, same);
            times += match > 0 ? 1 : 0;
            const bool follows = match == best && match > 0 && at == before + 1;
            if (match > best || follows) {
                best = match;
                where = at;
            }
        }
        score += best * double(term.words.size()) + std::min(times, 4) * 0.1;
        score += where >= 0 && where == before + 1 ? 1 : 0;
        before = where >= 0 ? where + term.words.size() - 1 : -2;
    }
    return score + 1 / (1 + std::log2(double(words.size()) + 1));
}

} // namespace client::rooms
