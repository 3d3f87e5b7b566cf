// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What stands in a conversation that was written to a file.
#include "text/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace app {

using client::timeline::TimelineItem;
using Kind = TimelineItem::Kind;

QString Words::transcriptMade(qint64 timestamp, const QString& user) const
{
    //: a time, and a user id
    return tr("Exported on %1 by %2").arg(fullTime(timestamp), user);
}

QString Words::transcriptEnd(qint64 messages, bool complete) const
{
    const QString count = tr("%n message(s)", nullptr, int(messages));
    return complete ? count
                    : count + u' ' + tr("Older messages could not be fetched from the server.");
}

QString Words::transcriptFileLost(const QString& name) const
{
    return tr("The file %1 could not be fetched.").arg(name);
}

QString Words::exportProgress(qint64 fetched, qint64 messages) const
{
    if (messages > 0) {
        return tr("%n message(s) written…", nullptr, int(messages));
    }
    return fetched > 0 ? tr("%n older message(s) fetched…", nullptr, int(fetched))
                       : tr("Looking for older messages…");
}

QString Words::exported(qint64 messages, const QString& path, int lostFiles, bool complete) const
{
    QStringList sentences{tr("%n message(s) exported to %1.", nullptr, int(messages)).arg(path)};
    if (lostFiles > 0) {
        sentences += tr("%n file(s) could not be fetched.", nullptr, lostFiles);
    }
    if (!complete) {
        sentences += tr("Older messages could not be fetched from the server.");
    }
    return sentences.join(u' ');
}

QString Words::exportError(const client::Error& error) const
{
    using ErrorKind = client::Error::Kind;
    return error.kind == ErrorKind::Invalid || error.kind == ErrorKind::Store
               ? tr("The file cannot be made there, or it exists already. Choose another name.")
               : this->error(error);
}

QStringList Words::transcriptRemarks(const TimelineItem& item) const
{
    QStringList remarks;
    if (!item.threadId.isEmpty()) {
        remarks += tr("In a thread");
    }
    if (!item.replyToId.isEmpty()) {
        remarks += item.replyToBody.isEmpty()
                       ? tr("Reply to a message that is not here")
                       //: a name, and what they wrote
                       : tr("Reply to %1: %2").arg(item.replyToName, item.replyToBody);
    }
    if (item.edited && !item.redacted) {
        remarks += tr("Edited");
    }
    const QString trust = trustSentence(item);
    if (!trust.isEmpty()) {
        remarks += trust;
    }
    return remarks;
}

QString Words::transcriptBody(const TimelineItem& item) const
{
    if (item.kind == Kind::Poll) {
        QStringList lines{item.poll.question};
        for (const client::timeline::PollChoice& choice : item.poll.answers) {
            lines += item.poll.shown
                         ? u"- %1: "_s.arg(choice.text) + tr("%n vote(s)", nullptr, choice.votes)
                         : u"- %1"_s.arg(choice.text);
        }
        return lines.join(u'\n');
    }
    switch (item.kind) {
    case Kind::Encrypted:
        return lockedReason(item);
    case Kind::Redacted:
        return tr("Message deleted");
    case Kind::Emote:
        return u"* "_s + item.senderName + u' ' + item.body;
    default:
        return item.body;
    }
}

} // namespace app
