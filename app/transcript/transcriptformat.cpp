// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transcript/transcriptformat.h"

#include "transcript/htmltranscript.h"
#include "transcript/itemjson.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>

using namespace Qt::StringLiterals;
using client::timeline::TimelineItem;

namespace app {

namespace {

QString jsonText(const QJsonObject& object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

//! One object; every message on a line of its own, so that a huge file can be read line by line.
class JsonTranscript final : public TranscriptFormat {
public:
    QString begin(const TranscriptHeading& heading) override
    {
        const QJsonObject head{
            {u"roomId"_s, heading.room.roomId},  {u"name"_s, heading.room.name},
            {u"topic"_s, heading.room.topic},    {u"encrypted"_s, heading.room.encrypted},
            {u"exportedAt"_s, heading.exported}, {u"exportedBy"_s, heading.by}};
        return jsonText(head).chopped(1) + u",\"messages\":["_s;
    }

    QString entry(const TranscriptEntry& entry) override
    {
        QJsonObject object = itemJson(entry.item);
        object.insert(u"savedAs"_s, textOrNull(entry.file));
        const QString start = m_first ? u"\n"_s : u",\n"_s;
        m_first = false;
        ++m_count;
        return start + jsonText(object);
    }

    QString end(const TranscriptEnding& ending) override
    {
        return u"\n],\"count\":%1,\"complete\":%2}\n"_s.arg(m_count).arg(
            ending.complete ? u"true"_s : u"false"_s);
    }

private:
    bool m_first = true;
    qint64 m_count = 0; //!< of items: what is no message is one, too
};

class TextTranscript final : public TranscriptFormat {
public:
    explicit TextTranscript(const Words* words) : m_words(words) {}

    QString begin(const TranscriptHeading& heading) override
    {
        QString text = m_words->roomName(heading.room) + u'\n';
        if (!heading.room.topic.isEmpty()) {
            text += heading.room.topic + u'\n';
        }
        return text + m_words->transcriptMade(heading.exported, heading.by) + u"\n\n"_s;
    }

    QString entry(const TranscriptEntry& entry) override
    {
        const TimelineItem& item = entry.item;
        const QString when =
            QDateTime::fromMSecsSinceEpoch(item.timestamp).toString(u"yyyy-MM-dd HH:mm"_s);
        if (item.kind == TimelineItem::Kind::State) {
            return u"[%1] * %2\n"_s.arg(when, m_words->stateSentence(item));
        }
        QString text = u"[%1] "_s.arg(when) + item.senderName + u": "_s;
        QStringList lines = m_words->transcriptRemarks(item);
        lines += m_words->transcriptBody(item).split(u'\n');
        if (!entry.file.isEmpty()) {
            lines += u"→ "_s + entry.file;
        }
        if (entry.fileLost) {
            lines += m_words->transcriptFileLost(item.file.name);
        }
        for (const client::timeline::Reaction& reaction : item.reactions) {
            lines += u"%1 %2"_s.arg(reaction.key, reaction.senders.join(u", "_s));
        }
        return text + lines.join(u"\n    "_s) + u'\n';
    }

    QString end(const TranscriptEnding& ending) override
    {
        return u'\n' + m_words->transcriptEnd(ending.messages, ending.complete) + u'\n';
    }

private:
    const Words* m_words;
};

} // namespace

std::unique_ptr<TranscriptFormat> TranscriptFormat::make(TranscriptKind kind, const Words* words)
{
    switch (kind) {
    case TranscriptKind::Html:
        return std::make_unique<HtmlTranscript>(words);
    case TranscriptKind::Text:
        return std::make_unique<TextTranscript>(words);
    case TranscriptKind::Json:
        break;
    }
    return std::make_unique<JsonTranscript>();
}

} // namespace app
