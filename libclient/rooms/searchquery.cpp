// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rooms/searchquery.h"

#include "rooms/searchtext.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace client::rooms {

namespace {

constexpr qsizetype mostSigns = 1000;
constexpr size_t mostTerms = 24;
constexpr qsizetype mostNames = 8;
constexpr qsizetype mostWords = 12; // of one term

enum class Filter { From, In, Before, After, On, Has };

std::optional<Filter> filterOf(const QString& name)
{
    static const QHash<QString, Filter> names{
        {u"de"_s, Filter::From},      {u"from"_s, Filter::From},    {u"dans"_s, Filter::In},
        {u"in"_s, Filter::In},        {u"avant"_s, Filter::Before}, {u"before"_s, Filter::Before},
        {u"apres"_s, Filter::After},  {u"after"_s, Filter::After},  {u"le"_s, Filter::On},
        {u"on"_s, Filter::On},        {u"a"_s, Filter::Has},        {u"has"_s, Filter::Has},
        {u"contient"_s, Filter::Has},
    };
    const auto found = names.constFind(searchText(name));
    return found == names.constEnd() ? std::nullopt : std::optional(*found);
}

std::optional<SearchQuery::Has> hasOf(const QString& value)
{
    using Has = SearchQuery::Has;
    static const QHash<QString, Has> names{
        {u"fichier"_s, Has::File}, {u"file"_s, Has::File},     {u"image"_s, Has::Image},
        {u"photo"_s, Has::Image},  {u"picture"_s, Has::Image}, {u"video"_s, Has::Video},
        {u"audio"_s, Has::Audio},  {u"son"_s, Has::Audio},     {u"sound"_s, Has::Audio},
        {u"voice"_s, Has::Audio},  {u"vocal"_s, Has::Audio},   {u"lien"_s, Has::Link},
        {u"link"_s, Has::Link},    {u"url"_s, Has::Link},
    };
    QString one = searchText(value);
    auto found = names.constFind(one);
    if (found == names.constEnd() && one.endsWith(u's')) {
        one.chop(1);
        found = names.constFind(one);
    }
    return found == names.constEnd() ? std::nullopt : std::optional(*found);
}

//! First day, and the day after the last: of a day, a month or a year.
std::optional<std::pair<QDate, QDate>> daysOf(const QString& value, const QDate& today)
{
    const QString word = searchText(value);
    if (word == "today"_L1 || word == "aujourd hui"_L1) {
        return std::pair(today, today.addDays(1));
    }
    if (word == "yesterday"_L1 || word == "hier"_L1) {
        return std::pair(today.addDays(-1), today);
    }
    for (const auto& form : {u"yyyy-MM-dd"_s, u"yyyy-M-d"_s, u"d/M/yyyy"_s, u"d.M.yyyy"_s}) {
        const QDate day = QDate::fromString(value, form);
        if (day.isValid()) {
            return std::pair(day, day.addDays(1));
        }
    }
    for (const auto& form : {u"yyyy-M"_s, u"M/yyyy"_s}) {
        const QDate month = QDate::fromString(value, form);
        if (month.isValid()) {
            return std::pair(month, month.addMonths(1));
        }
    }
    const QDate year = value.size() == 4 ? QDate::fromString(value, u"yyyy"_s) : QDate();
    return year.isValid() ? std::optional(std::pair(year, year.addYears(1))) : std::nullopt;
}

QChar closing(QChar opening)
{
    switch (opening.unicode()) {
    case u'"':
        return u'"';
    case u'«':
        return u'»';
    case u'“':
        return u'”';
    default:
        return {};
    }
}

class Reader {
public:
    Reader(const QString& text, const QDate& today) : m_text(text), m_today(today) {}

    SearchQuery read()
    {
        while (skipSpaces()) {
            if (!closing(m_text.at(m_at)).isNull()) {
                addTerm(quoted(), true);
            } else {
                readPlain();
            }
        }
        if (m_lastIsPlain && !m_query.terms.empty()) {
            m_query.terms.back().prefix = true;
        }
        return std::move(m_query);
    }

private:
    bool skipSpaces()
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace()) {
            ++m_at;
        }
        return m_at < m_text.size();
    }

    //! Up to the closing quote, or to the end where there is none.
    QString quoted()
    {
        const QChar end = closing(m_text.at(m_at));
        qsizetype stop = m_text.indexOf(end, m_at + 1);
        stop = stop < 0 ? m_text.size() : stop;
        const QString inside = m_text.mid(m_at + 1, stop - m_at - 1);
        m_at = stop + 1;
        return inside;
    }

    QString word()
    {
        const qsizetype from = m_at;
        while (m_at < m_text.size() && !m_text.at(m_at).isSpace() &&
               (m_at == from || closing(m_text.at(m_at)).isNull())) {
            ++m_at;
        }
        return m_text.mid(from, m_at - from);
    }

    void readPlain()
    {
        const qsizetype from = m_at;
        const QString plain = word();
        const qsizetype colon = plain.indexOf(u':');
        const auto filter = colon > 0 ? filterOf(plain.first(colon)) : std::nullopt;
        if (!filter) {
            addTerm(plain, false);
            return;
        }
        m_at = from + colon + 1;
        const bool more = m_at < m_text.size() && !m_text.at(m_at).isSpace();
        const bool isQuoted = more && !closing(m_text.at(m_at)).isNull();
        const QString value = !more ? QString() : isQuoted ? quoted() : word();
        if (!value.trimmed().isEmpty() && !apply(*filter, value.trimmed())) {
            addTerm(plain, false); // no such date or kind: it is text
        }
    }

    bool apply(Filter filter, const QString& value)
    {
        switch (filter) {
        case Filter::From:
            return addName(m_query.from, value);
        case Filter::In:
            return addName(m_query.in, value);
        case Filter::Has:
            return addKind(value);
        case Filter::Before:
        case Filter::After:
        case Filter::On:
            break;
        }
        const auto days = daysOf(value, m_today);
        if (days && filter != Filter::After) {
            const QDate end = filter == Filter::Before ? days->first : days->second;
            m_query.before = std::min(m_query.before.value_or(end), end);
        }
        if (days && filter != Filter::Before) {
            const QDate begin = filter == Filter::After ? days->second : days->first;
            m_query.since = std::max(m_query.since.value_or(begin), begin);
        }
        return days.has_value();
    }

    static bool addName(QStringList& names, const QString& value)
    {
        if (names.size() < mostNames) {
            names.append(value);
        }
        return true;
    }

    bool addKind(const QString& value)
    {
        const auto kind = hasOf(value);
        if (kind) {
            m_query.has.insert(*kind);
        }
        return kind.has_value();
    }

    void addTerm(const QString& text, bool isQuoted)
    {
        SearchTerm term;
        term.words = searchWordList(text).mid(0, mostWords);
        term.prefix = !isQuoted && text.endsWith(u'*');
        if (!term.words.isEmpty() && m_query.terms.size() < mostTerms) {
            m_query.terms.push_back(std::move(term));
            m_lastIsPlain = !isQuoted;
        }
    }

    const QString& m_text;
    QDate m_today;
    qsizetype m_at = 0;
    bool m_lastIsPlain = false;
    SearchQuery m_query;
};

} // namespace

SearchQuery parseSearch(const QString& text, const QDate& today)
{
    const QString read = text.left(mostSigns);
    return Reader(read, today).read();
}

} // namespace client::rooms
