// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "transcript/itemjson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using client::timeline::TimelineItem;

namespace app {

namespace {

QJsonValue fileOf(const TimelineItem& item)
{
    using K = TimelineItem::Kind;
    const bool hasFile = item.kind == K::Image || item.kind == K::File || item.kind == K::Audio ||
                         item.kind == K::Video || item.kind == K::Sticker;
    if (!hasFile) {
        return QJsonValue::Null;
    }
    return QJsonObject{{u"name"_s, item.file.name},          {u"mimetype"_s, item.file.mimetype},
                       {u"size"_s, item.file.size},          {u"width"_s, item.file.width},
                       {u"height"_s, item.file.height},      {u"encrypted"_s, item.file.encrypted},
                       {u"mxc"_s, textOrNull(item.file.mxc)}};
}

QJsonObject encryptionOf(const TimelineItem& item)
{
    using E = TimelineItem::Encryption;
    const QString state = item.encryption == E::Waiting  ? u"waiting"_s
                          : item.encryption == E::Failed ? u"failed"_s
                                                         : u"ok"_s;
    return {{u"encrypted"_s, item.encryption != E::None},
            {u"state"_s, state},
            {u"reason"_s, textOrNull(item.encryptionReason)},
            {u"trust"_s, textOrNull(item.trust)},
            {u"sharedBy"_s, textOrNull(item.sharedBy)}};
}

QJsonArray reactionsOf(const TimelineItem& item)
{
    QJsonArray reactions;
    for (const client::timeline::Reaction& reaction : item.reactions) {
        reactions.append(QJsonObject{{u"key"_s, reaction.key},
                                     {u"count"_s, reaction.count},
                                     {u"mine"_s, reaction.mine},
                                     {u"eventId"_s, textOrNull(reaction.myEventId)},
                                     {u"senders"_s, QJsonArray::fromStringList(reaction.senders)}});
    }
    return reactions;
}

QJsonObject pollOf(const client::timeline::PollInfo& poll)
{
    QJsonArray answers;
    for (const client::timeline::PollChoice& choice : poll.answers) {
        answers.append(QJsonObject{
            {u"id"_s, choice.id},
            {u"text"_s, choice.text},
            {u"votes"_s, poll.shown ? QJsonValue(choice.votes) : QJsonValue(QJsonValue::Null)},
            {u"mine"_s, choice.mine}});
    }
    return {{u"question"_s, poll.question},
            {u"answers"_s, answers},
            {u"closed"_s, poll.closed},
            {u"disclosed"_s, poll.disclosed},
            {u"maxSelections"_s, poll.maxSelections},
            {u"voters"_s, poll.voters}};
}

QJsonValue threadOf(const client::timeline::ThreadInfo& thread)
{
    if (thread.count == 0) {
        return QJsonValue::Null;
    }
    QJsonValue last = QJsonValue::Null;
    if (!thread.lastEventId.isEmpty()) {
        last = QJsonObject{{u"eventId"_s, thread.lastEventId},
                           {u"sender"_s, thread.lastSender},
                           {u"senderName"_s, thread.lastSenderName},
                           {u"body"_s, thread.lastBody},
                           {u"kind"_s, thread.lastKind},
                           {u"timestamp"_s, qint64(thread.lastTimestamp)}};
    }
    return QJsonObject{{u"count"_s, thread.count},
                       {u"unread"_s, thread.unread},
                       {u"highlights"_s, thread.highlights},
                       {u"participated"_s, thread.participated},
                       {u"lastItem"_s, last}};
}

} // namespace

QJsonValue textOrNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonObject itemJson(const TimelineItem& item)
{
    QJsonObject object{
        {u"eventId"_s, textOrNull(item.eventId)},
        {u"txnId"_s, textOrNull(item.txnId)},
        {u"sender"_s, item.sender},
        {u"senderName"_s, item.senderName},
        {u"timestamp"_s, qint64(item.timestamp)},
        {u"kind"_s, enumWord(item.kind)},
        {u"body"_s, item.body},
        {u"formattedBody"_s, textOrNull(item.formattedBody)},
        {u"replyTo"_s, textOrNull(item.replyToId)},
        {u"edited"_s, item.edited},
        {u"redacted"_s, item.redacted},
        {u"highlighted"_s, item.highlighted},
        {u"reactions"_s, reactionsOf(item)},
        {u"file"_s, fileOf(item)},
        {u"sendState"_s, enumWord(item.sendState)},
        {u"encryption"_s, encryptionOf(item)},
        {u"threadId"_s, textOrNull(item.threadId)},
        {u"thread"_s, threadOf(item.thread)},
    };
    if (!item.sendError.isEmpty()) {
        object.insert(u"sendError"_s, item.sendError);
        object.insert(u"sendErrcode"_s, textOrNull(item.sendErrcode));
    }
    if (item.kind == TimelineItem::Kind::Poll) {
        object.insert(u"poll"_s, pollOf(item.poll));
    }
    if (item.kind == TimelineItem::Kind::State) {
        object.insert(u"change"_s, QJsonObject{{u"what"_s, enumWord(item.stateChange)},
                                               {u"target"_s, textOrNull(item.stateTarget)},
                                               {u"value"_s, textOrNull(item.stateValue)}});
    }
    return object;
}

} // namespace app
