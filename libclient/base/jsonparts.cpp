// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/jsonparts.h"

#include "base/json.h"

namespace client {

namespace {

constexpr qsizetype none = -1;

//! Behind the quote that ends the string which begins at `at`.
qsizetype afterString(QByteArrayView text, qsizetype at)
{
    for (qsizetype quote = text.indexOf('"', at + 1); quote > 0;
         quote = text.indexOf('"', quote + 1)) {
        qsizetype first = quote;
        while (first > at + 1 && text[first - 1] == '\\') {
            --first;
        }
        if ((quote - first) % 2 == 0) {
            return quote + 1;
        }
    }
    return none;
}

//! Behind the object or array that begins at `at`. Brackets are counted, not matched.
qsizetype afterNested(QByteArrayView text, qsizetype at)
{
    int depth = 0;
    while (at >= 0 && at < text.size()) {
        const char c = text[at];
        if (c == '"') {
            at = afterString(text, at);
            continue;
        }
        if (c == '{' || c == '[') {
            ++depth;
        } else if ((c == '}' || c == ']') && --depth == 0) {
            return at + 1;
        }
        ++at;
    }
    return none;
}

//! Behind a number or a word.
qsizetype afterWord(QByteArrayView text, qsizetype at)
{
    const qsizetype begin = at;
    while (at < text.size() && !QByteArrayView(",]} \t\r\n\"[{:").contains(text[at])) {
        ++at;
    }
    return at > begin ? at : none;
}

} // namespace

JsonParts::JsonParts(QByteArrayView text) : m_text(text)
{
    if (take('{')) {
        m_end = '}';
    } else if (take('[')) {
        m_end = ']';
    }
}

std::optional<JsonParts::Part> JsonParts::next()
{
    if (m_end == 0) {
        return std::nullopt;
    }
    const bool isLast = take(m_end);
    if (isLast || (!m_isFirst && !take(','))) {
        skipSpace();
        m_isWhole = isLast && m_at == m_text.size();
        m_end = 0;
        return std::nullopt;
    }
    m_isFirst = false;
    Part part;
    if (m_end == '}') {
        const auto name = value();
        if (!name || !name->startsWith('"') || !take(':')) {
            m_end = 0;
            return std::nullopt;
        }
        part.name = *name;
    }
    const auto found = value();
    if (!found) {
        m_end = 0;
        return std::nullopt;
    }
    part.value = *found;
    return part;
}

std::optional<QByteArrayView> JsonParts::value()
{
    skipSpace();
    const qsizetype begin = m_at;
    if (begin >= m_text.size()) {
        return std::nullopt;
    }
    const char c = m_text[begin];
    const bool isNested = c == '{' || c == '[';
    const qsizetype end = c == '"'   ? afterString(m_text, begin)
                          : isNested ? afterNested(m_text, begin)
                                     : afterWord(m_text, begin);
    if (end == none) {
        return std::nullopt;
    }
    m_at = end;
    return m_text.sliced(begin, end - begin);
}

bool JsonParts::take(char wanted)
{
    skipSpace();
    const bool isThere = m_at < m_text.size() && m_text[m_at] == wanted;
    m_at += isThere ? 1 : 0;
    return isThere;
}

void JsonParts::skipSpace()
{
    while (m_at < m_text.size() && QByteArrayView(" \t\r\n").contains(m_text[m_at])) {
        ++m_at;
    }
}

QString jsonString(QByteArrayView quoted)
{
    if (quoted.size() < 2 || !quoted.startsWith('"')) {
        return {};
    }
    if (!quoted.contains('\\')) {
        return QString::fromUtf8(quoted.sliced(1, quoted.size() - 2));
    }
    const auto parsed = parseArray("[" + quoted.toByteArray() + "]");
    return parsed ? parsed->at(0).toString() : QString();
}

} // namespace client
