// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transcript/htmltranscript.h"

#include <QDateTime>
#include <QLocale>
#include <QUrl>

using namespace Qt::StringLiterals;
using client::timeline::TimelineItem;

namespace app {

namespace {

// The page's own: a file that lies somewhere for years depends on nothing.
const auto style = QStringLiteral(R"(
:root{color-scheme:light dark;--ink:#161616;--soft:#666;--line:#ddd;--paper:#fff;--mark:#000091}
@media(prefers-color-scheme:dark){:root{--ink:#eee;--soft:#aaa;--line:#444;--paper:#161616;
--mark:#8585f6}}
body{margin:0 auto;max-width:50rem;padding:1rem;background:var(--paper);color:var(--ink);
font:1rem/1.5 Marianne,"Segoe UI",system-ui,sans-serif}
header{border-bottom:.2rem solid var(--mark)}h1{margin:.5rem 0}h2{font-size:1rem;color:var(--soft);
border-bottom:1px solid var(--line);margin:2rem 0 1rem}
article{margin:0 0 1rem;overflow-wrap:anywhere}article p{margin:.2rem 0;white-space:pre-wrap}
.who{font-weight:700}.soft,time,.state{color:var(--soft);font-size:.875rem}
blockquote{margin:.2rem 0;padding-left:.75rem;border-left:.2rem solid var(--line)}
img{max-width:100%;max-height:30rem}pre{overflow:auto;border:1px solid var(--line);padding:.5rem}
a{color:var(--mark)}@media print{article{break-inside:avoid}}
)");

QString escaped(const QString& text)
{
    return text.toHtmlEscaped();
}

QString part(const QString& tag, const QString& kind, const QString& text)
{
    return text.isEmpty() ? QString()
                          : u"<%1 class=\"%2\">%3</%1>\n"_s.arg(tag, kind, escaped(text));
}

QString addressOf(const QString& path)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(path, "/"));
}

} // namespace

QString HtmlTranscript::begin(const TranscriptHeading& heading)
{
    const QString name = escaped(m_words->roomName(heading.room));
    QString text = u"<!DOCTYPE html>\n<html lang=\"%1\">\n<head>\n<meta charset=\"utf-8\">\n"_s.arg(
        QLocale().bcp47Name());
    text += u"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';"
            " img-src 'self' file:; media-src 'self' file:; style-src 'unsafe-inline'\">\n"
            "<meta name=\"referrer\" content=\"no-referrer\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"_s;
    text += u"<title>"_s + name + u"</title>\n<style>"_s + style + u"</style>\n</head>\n<body>\n"_s;
    text += u"<header>\n<h1>"_s + name + u"</h1>\n"_s;
    text += part(u"p"_s, u"topic"_s, heading.room.topic);
    text += part(u"p"_s, u"soft"_s, m_words->transcriptMade(heading.exported, heading.by));
    return text + u"</header>\n<main>\n"_s;
}

QString HtmlTranscript::dayOf(const TimelineItem& item)
{
    const QDate day = QDateTime::fromMSecsSinceEpoch(item.timestamp).date();
    if (day == m_day) {
        return {};
    }
    m_day = day;
    return u"<h2>"_s + escaped(QLocale().toString(day, QLocale::LongFormat)) + u"</h2>\n"_s;
}

QString HtmlTranscript::file(const TranscriptEntry& entry) const
{
    const TimelineItem& item = entry.item;
    if (entry.fileLost) {
        return part(u"p"_s, u"soft"_s, m_words->transcriptFileLost(item.file.name));
    }
    if (entry.file.isEmpty()) {
        return {};
    }
    const QString address = addressOf(entry.file);
    const QString name = escaped(item.file.name);
    const bool shown = item.kind == TimelineItem::Kind::Image &&
                       (entry.file.endsWith(".png"_L1, Qt::CaseInsensitive) ||
                        entry.file.endsWith(".jpg"_L1, Qt::CaseInsensitive) ||
                        entry.file.endsWith(".jpeg"_L1, Qt::CaseInsensitive) ||
                        entry.file.endsWith(".gif"_L1, Qt::CaseInsensitive) ||
                        entry.file.endsWith(".webp"_L1, Qt::CaseInsensitive));
    const QString inside =
        shown ? u"<img src=\"%1\" alt=\"%2\" loading=\"lazy\">"_s.arg(address, name) : name;
    return u"<p><a href=\"%1\">%2</a></p>\n"_s.arg(address, inside);
}

QString HtmlTranscript::body(const TranscriptEntry& entry) const
{
    const TimelineItem& item = entry.item;
    // With other words than its own (locked, deleted, a poll) the written form is not the one.
    const QString said = m_words->transcriptBody(item);
    if (!item.html.isEmpty() && said == item.body) {
        return u"<div>"_s + item.html + u"</div>\n"_s;
    }
    return part(u"p"_s, u"said"_s, said);
}

QString HtmlTranscript::message(const TranscriptEntry& entry) const
{
    const TimelineItem& item = entry.item;
    const QDateTime when = QDateTime::fromMSecsSinceEpoch(item.timestamp);
    QString text = u"<article id=\"%1\">\n"_s.arg(escaped(item.eventId));
    text += u"<span class=\"who\">%1</span> <time datetime=\"%2\">%3</time>\n"_s.arg(
        escaped(item.senderName), when.toUTC().toString(Qt::ISODate),
        escaped(m_words->time(item.timestamp)));
    for (const QString& remark : m_words->transcriptRemarks(item)) {
        text += part(u"blockquote"_s, u"soft"_s, remark);
    }
    text += body(entry) + file(entry);
    QStringList reactions;
    for (const client::timeline::Reaction& reaction : item.reactions) {
        reactions += u"%1 %2"_s.arg(reaction.key, reaction.senders.join(u", "_s));
    }
    return text + part(u"p"_s, u"soft"_s, reactions.join(u" · "_s)) + u"</article>\n"_s;
}

QString HtmlTranscript::entry(const TranscriptEntry& entry)
{
    const QString day = dayOf(entry.item);
    if (entry.item.kind == TimelineItem::Kind::State) {
        return day + part(u"p"_s, u"state"_s,
                          u"%1 – %2"_s.arg(m_words->time(entry.item.timestamp),
                                           m_words->stateSentence(entry.item)));
    }
    return day + message(entry);
}

QString HtmlTranscript::end(const TranscriptEnding& ending)
{
    return u"</main>\n<footer>"_s +
           part(u"p"_s, u"soft"_s, m_words->transcriptEnd(ending.messages, ending.complete)) +
           u"</footer>\n</body>\n</html>\n"_s;
}

} // namespace app
