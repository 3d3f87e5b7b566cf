// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Times, sizes and names in the words of the locale.
#include "text/words.h"

#include <QDateTime>
#include <QLocale>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace app {

namespace {

QDateTime local(qint64 timestamp)
{
    return QDateTime::fromMSecsSinceEpoch(timestamp);
}

} // namespace

QString Words::time(qint64 timestamp) const
{
    const QLocale locale;
    const QTime at = local(timestamp).time();
    // "C" is nobody's language: its short format has seconds.
    return locale.language() == QLocale::C ? at.toString(u"HH:mm"_s)
                                           : locale.toString(at, QLocale::ShortFormat);
}

QString Words::day(qint64 timestamp) const
{
    const QDate date = local(timestamp).date();
    const QDate today = QDate::currentDate();
    if (date == today) {
        return tr("Today");
    }
    if (date == today.addDays(-1)) {
        return tr("Yesterday");
    }
    //: day of the week, day and month, as in "Monday 3 March"
    const QString format = date.year() == today.year() ? tr("dddd d MMMM") : tr("dddd d MMMM yyyy");
    return QLocale().toString(date, format);
}

QString Words::dayOrTime(qint64 timestamp) const
{
    if (timestamp <= 0) {
        return {};
    }
    const QDate date = local(timestamp).date();
    const qint64 age = date.daysTo(QDate::currentDate());
    if (age <= 0) {
        return time(timestamp);
    }
    if (age == 1) {
        return tr("Yesterday");
    }
    if (age < 7) {
        return QLocale().toString(date, u"ddd"_s);
    }
    return QLocale().toString(date, QLocale::ShortFormat);
}

QString Words::fullTime(qint64 timestamp) const
{
    return QLocale().toString(local(timestamp), QLocale::LongFormat);
}

QString Words::fileSize(qint64 bytes) const
{
    return bytes < 0 ? QString() : QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString Words::personName(const QString& name) const
{
    const qsizetype bracket = name.lastIndexOf(u'[');
    return bracket > 0 && name.endsWith(u']') ? name.first(bracket).trimmed() : name;
}

QString Words::personOrganisation(const QString& name) const
{
    const qsizetype bracket = name.lastIndexOf(u'[');
    return bracket > 0 && name.endsWith(u']') ? name.sliced(bracket + 1).chopped(1).trimmed()
                                              : QString();
}

QString Words::initials(const QString& name) const
{
    QString bare = personName(name).trimmed();
    while (!bare.isEmpty() && !bare.front().isLetterOrNumber()) {
        bare.slice(1);
    }
    const QStringList parts = bare.split(u' ', Qt::SkipEmptyParts);
    if (parts.isEmpty()) {
        return u"?"_s;
    }
    const QString first = parts.first().first(1).toUpper();
    return parts.size() == 1 ? first : first + parts.last().first(1).toUpper();
}

int Words::colourIndex(const QString& id) const
{
    // FNV-1a: the same colour on every machine and at every start.
    quint32 hash = 2166136261U;
    for (const char c : id.toUtf8()) {
        hash = (hash ^ quint8(c)) * 16777619U;
    }
    return int(hash % 12);
}

QString Words::linkHost(const QString& url) const
{
    return QUrl(url).host(QUrl::EncodeUnicode); // punycode: look-alike letters are seen
}

} // namespace app
