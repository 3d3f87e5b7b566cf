// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rooms/displaytext.h"

#include <QChar>
#include <QStringList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace client::rooms {

namespace {

constexpr int maxMarks = 3;         // more combining marks on one letter climb over other lines
constexpr qsizetype maxRead = 8192; // what is longer is cut before it is looked at
constexpr qsizetype maxFileName = 120;
constexpr qsizetype maxFileBytes = 200;
constexpr qsizetype maxSuffix = 16;

//! Letters and marks that draw nothing.
bool isBlank(char32_t sign)
{
    static constexpr std::array<char32_t, 9> blanks{0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5,
                                                    0x2800, 0x3164, 0xFFA0, 0x1D159};
    return std::ranges::find(blanks, sign) != blanks.end();
}

//! Looks like the program's own marks of trust.
bool isShield(char32_t sign)
{
    static constexpr std::array<char32_t, 14> shields{0x2611,  0x2705,  0x2713,  0x2714,  0x26D4,
                                                      0x1F50F, 0x1F510, 0x1F511, 0x1F512, 0x1F513,
                                                      0x1F5F8, 0x1F5F9, 0x1F6E1, 0x1F6E2};
    return std::ranges::find(shields, sign) != shields.end();
}

//! Joiners are needed inside emoji and in scripts whose letters change their shape.
bool mayJoin(char32_t before)
{
    if (before == 0 || before < 0x300) {
        return false;
    }
    const auto category = QChar::category(before);
    if (category == QChar::Symbol_Other || category == QChar::Symbol_Modifier ||
        category == QChar::Mark_NonSpacing) {
        return true;
    }
    const auto script = QChar::script(before);
    return script == QChar::Script_Arabic ||
           (script >= QChar::Script_Devanagari && script <= QChar::Script_Sinhala);
}

class Cleaner {
public:
    explicit Cleaner(bool shields) : m_shields(shields) {}

    void add(char32_t sign)
    {
        switch (QChar::category(sign)) {
        case QChar::Other_Control:
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph:
        case QChar::Separator_Space:
            m_space = !m_text.isEmpty();
            return;
        case QChar::Other_Format:
            if ((sign == 0x200D || sign == 0x200C) && !m_space && mayJoin(m_last)) {
                put(sign);
            }
            return;
        case QChar::Other_Surrogate:
        case QChar::Other_PrivateUse:
        case QChar::Other_NotAssigned:
            addVisible(0xFFFD);
            return;
        case QChar::Mark_NonSpacing:
        case QChar::Mark_Enclosing:
            addMark(sign);
            return;
        default:
            addVisible(m_shields && isShield(sign) ? U'\u00B7' : sign);
        }
    }

    QString text() const { return m_text; }

private:
    void addMark(char32_t sign)
    {
        if (!isBlank(sign) && ++m_marks <= maxMarks && !m_space) {
            put(sign);
        }
    }

    void addVisible(char32_t sign)
    {
        if (isBlank(sign)) {
            return;
        }
        m_marks = 0;
        if (m_space) {
            put(U' ');
            m_space = false;
        }
        put(sign);
    }

    void put(char32_t sign)
    {
        m_text.append(QChar::fromUcs4(sign));
        m_last = sign;
    }

    QString m_text;
    char32_t m_last = 0;
    int m_marks = 0;
    bool m_space = false;
    bool m_shields = false;
};

QString cleaned(const QString& text, bool shields)
{
    Cleaner cleaner(shields);
    const QString start = text.left(maxRead);
    for (const uint sign : start.toUcs4()) {
        cleaner.add(sign);
    }
    return cleaner.text();
}

//! Never cuts a pair of surrogates in two.
QString cut(const QString& text, qsizetype length)
{
    if (text.size() <= length) {
        return text;
    }
    const bool splits = length > 0 && text.at(length - 1).isHighSurrogate();
    return text.left(splits ? length - 1 : length);
}

QString shortened(const QString& text, qsizetype limit)
{
    return text.size() <= limit ? text : cut(text, limit - 1).trimmed() + u'…';
}

QString lastComponent(QString name)
{
    name.replace(u'\\', u'/');
    const QStringList parts = name.split(u'/', Qt::SkipEmptyParts);
    for (auto part = parts.crbegin(); part != parts.crend(); ++part) {
        if (*part != "."_L1 && *part != ".."_L1) {
            return *part;
        }
    }
    return {};
}

//! Names of devices on Windows, with or without a suffix.
bool isReserved(const QString& name)
{
    const QString stem = name.section(u'.', 0, 0).trimmed().toUpper();
    static const QStringList devices{u"CON"_s,    u"PRN"_s,    u"AUX"_s,    u"NUL"_s,
                                     u"CLOCK$"_s, u"CONIN$"_s, u"CONOUT$"_s};
    if (devices.contains(stem)) {
        return true;
    }
    return stem.size() == 4 && (stem.startsWith("COM"_L1) || stem.startsWith("LPT"_L1)) &&
           u"0123456789¹²³"_s.contains(stem.at(3));
}

QString fitted(const QString& name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    const bool hasSuffix = dot > 0 && name.size() - dot <= maxSuffix;
    const QString suffix = hasSuffix ? name.mid(dot) : QString();
    QString stem = cut(hasSuffix ? name.left(dot) : name, maxFileName - suffix.size());
    while (!stem.isEmpty() && (stem + suffix).toUtf8().size() > maxFileBytes) {
        stem = cut(stem, stem.size() - 1);
    }
    return stem.trimmed() + suffix;
}

QString trimmedEnds(QString name)
{
    while (!name.isEmpty() && (name.endsWith(u'.') || name.endsWith(u' '))) {
        name.chop(1);
    }
    while (!name.isEmpty() && u".-~ "_s.contains(name.front())) {
        name.remove(0, 1);
    }
    return name;
}

} // namespace

QString safeName(const QString& text, qsizetype limit)
{
    return shortened(cleaned(text, true), limit);
}

QString oneLine(const QString& text, qsizetype limit)
{
    return shortened(cleaned(text, false), limit);
}

QString safeFileName(const QString& name)
{
    QString safe = cleaned(lastComponent(name.right(maxRead)), false);
    for (QChar& sign : safe) {
        if (u"<>:\"|?*/\\"_s.contains(sign)) {
            sign = u'_';
        }
    }
    safe = trimmedEnds(fitted(trimmedEnds(safe)));
    if (isReserved(safe)) {
        safe.prepend(u'_');
    }
    return safe.isEmpty() ? u"file"_s : safe;
}

} // namespace client::rooms
