// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rooms/pushpattern.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace client::rooms {

namespace {

constexpr qsizetype maxPattern = 255;
constexpr qsizetype maxText = 16'384;

bool isWordSign(QChar sign)
{
    return sign.isLetterOrNumber() || sign.isMark() || sign == u'_';
}

bool isEdge(const QString& text, qsizetype position)
{
    return position == 0 || position == text.size() || !isWordSign(text.at(position - 1)) ||
           !isWordSign(text.at(position));
}

struct Sign {
    enum class Kind { Exact, One, Any };
    Kind kind = Kind::Exact;
    QChar exact;
};

std::vector<Sign> compile(const QString& pattern, bool wildcards)
{
    std::vector<Sign> signs;
    for (const QChar sign : pattern) {
        if (wildcards && sign == u'*') {
            if (signs.empty() || signs.back().kind != Sign::Kind::Any) {
                signs.push_back({Sign::Kind::Any, {}});
            }
        } else if (wildcards && sign == u'?') {
            signs.push_back({Sign::Kind::One, {}});
        } else {
            signs.push_back({Sign::Kind::Exact, sign});
        }
    }
    return signs;
}

//! All places in the pattern at which a match may stand are followed at the same time.
class Matcher {
public:
    explicit Matcher(std::vector<Sign> signs)
        : m_signs(std::move(signs))
        , m_at(m_signs.size() + 1)
        , m_next(m_signs.size() + 1)
    {}

    void begin() { enter(m_at, 0); }

    bool isDone() const { return m_at.back() != 0; }

    void step(QChar sign)
    {
        std::ranges::fill(m_next, char(0));
        for (size_t i = 0; i < m_signs.size(); ++i) {
            if (m_at[i] == 0) {
                continue;
            }
            if (m_signs[i].kind == Sign::Kind::Any) {
                enter(m_next, i);
            } else if (m_signs[i].kind == Sign::Kind::One || m_signs[i].exact == sign) {
                enter(m_next, i + 1);
            }
        }
        std::swap(m_at, m_next);
    }

private:
    void enter(std::vector<char>& places, size_t place) const
    {
        places[place] = 1;
        if (place < m_signs.size() && m_signs[place].kind == Sign::Kind::Any) {
            places[place + 1] = 1;
        }
    }

    std::vector<Sign> m_signs;
    std::vector<char> m_at;
    std::vector<char> m_next;
};

bool matches(std::vector<Sign> signs, const QString& text, GlobScope scope)
{
    Matcher matcher(std::move(signs));
    for (qsizetype i = 0; i <= text.size(); ++i) {
        if (i == 0 || (scope == GlobScope::Words && isEdge(text, i))) {
            matcher.begin();
        }
        const bool mayEnd = scope == GlobScope::Words ? i > 0 && isEdge(text, i) : i == text.size();
        if (mayEnd && matcher.isDone()) {
            return true;
        }
        if (i < text.size()) {
            matcher.step(text.at(i));
        }
    }
    return false;
}

} // namespace

bool globMatches(const QString& pattern, const QString& text, GlobScope scope)
{
    if (pattern.size() > maxPattern || (pattern.isEmpty() && scope == GlobScope::Words)) {
        return false;
    }
    if (scope == GlobScope::Whole && text.size() > maxText) {
        return pattern == "*"_L1;
    }
    return matches(compile(pattern.toCaseFolded(), true), text.left(maxText).toCaseFolded(), scope);
}

bool containsWords(const QString& text, const QString& words)
{
    if (words.isEmpty() || words.size() > maxPattern) {
        return false;
    }
    return matches(compile(words.toCaseFolded(), false), text.left(maxText).toCaseFolded(),
                   GlobScope::Words);
}

} // namespace client::rooms
