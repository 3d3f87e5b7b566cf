// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json.h"

#include <QJsonArray>
#include <QMetaEnum>

using namespace Qt::StringLiterals;
using client::rooms::RoomSummary;
using client::timeline::TimelineItem;

namespace cli {

namespace {

//! UnreadDivider -> unreadDivider
template <class Enum>
QString word(Enum value)
{
    QString name = QString::fromLatin1(QMetaEnum::fromType<Enum>().valueToKey(int(value)));
    return name.isEmpty() ? name : name.replace(0, 1, name.at(0).toLower());
}

QJsonValue orNull(const QString& text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue fileOf(const TimelineItem& item)
{
    using K = TimelineItem::Kind;
    const bool hasFile = item.kind == K::Image || item.kind == K::File || item.kind == K::Audio ||
                         item.kind == K::Video || item.kind == K::Sticker;
    if (!hasFile) {
        return QJsonValue::Null;
    }
    return QJsonObject{{u"name"_s, item.file.name},      {u"mimetype"_s, item.file.mimetype},
                       {u"size"_s, item.file.size},      {u"width"_s, item.file.width},
                       {u"height"_s, item.file.height},  {u"encrypted"_s, item.file.encrypted},
                       {u"mxc"_s, orNull(item.file.mxc)}};
}

QJsonObject encryptionOf(const TimelineItem& item)
{
    using E = TimelineItem::Encryption;
    const QString state = item.encryption == E::Waiting  ? u"waiting"_s
                          : item.encryption == E::Failed ? u"failed"_s
                                                         : u"ok"_s;
    return {{u"encrypted"_s, item.encryption != E::None},
            {u"state"_s, state},
            {u"reason"_s, orNull(item.encryptionReason)},
            {u"trust"_s, orNull(item.trust)},
            {u"sharedBy"_s, orNull(item.sharedBy)}};
}

QJsonArray reactionsOf(const TimelineItem& item)
{
    QJsonArray reactions;
    for (const client::timeline::Reaction& reaction : item.reactions) {
        reactions.append(QJsonObject{{u"key"_s, reaction.key},
                                     {u"count"_s, reaction.count},
                                     {u"mine"_s, reaction.mine},
                                     {u"eventId"_s, orNull(reaction.myEventId)},
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

QJsonObject toJson(const client::engine::ThreadView& thread)
{
    return {
        {u"rootId"_s, thread.root.toString()},
        {u"root"_s, thread.rootItem ? QJsonValue(toJson(*thread.rootItem)) : QJsonValue::Null},
        {u"lastItem"_s, thread.lastItem ? QJsonValue(toJson(*thread.lastItem)) : QJsonValue::Null},
        {u"count"_s, thread.info.count},
        {u"unread"_s, thread.info.unread},
        {u"highlights"_s, thread.info.highlights},
        {u"participated"_s, thread.info.participated}};
}

QJsonObject toJson(const TimelineItem& item)
{
    QJsonObject object{
        {u"eventId"_s, orNull(item.eventId)},
        {u"txnId"_s, orNull(item.txnId)},
        {u"sender"_s, item.sender},
        {u"senderName"_s, item.senderName},
        {u"timestamp"_s, qint64(item.timestamp)},
        {u"kind"_s, word(item.kind)},
        {u"body"_s, item.body},
        {u"formattedBody"_s, orNull(item.formattedBody)},
        {u"replyTo"_s, orNull(item.replyToId)},
        {u"edited"_s, item.edited},
        {u"redacted"_s, item.redacted},
        {u"highlighted"_s, item.highlighted},
        {u"reactions"_s, reactionsOf(item)},
        {u"file"_s, fileOf(item)},
        {u"sendState"_s, word(item.sendState)},
        {u"encryption"_s, encryptionOf(item)},
        {u"threadId"_s, orNull(item.threadId)},
        {u"thread"_s, threadOf(item.thread)},
    };
    if (!item.sendError.isEmpty()) {
        object.insert(u"sendError"_s, item.sendError);
        object.insert(u"sendErrcode"_s, orNull(item.sendErrcode));
    }
    if (item.kind == TimelineItem::Kind::Poll) {
        object.insert(u"poll"_s, pollOf(item.poll));
    }
    if (item.kind == TimelineItem::Kind::State) {
        object.insert(u"change"_s, QJsonObject{{u"what"_s, word(item.stateChange)},
                                               {u"target"_s, orNull(item.stateTarget)},
                                               {u"value"_s, orNull(item.stateValue)}});
    }
    return object;
}

QString membershipWord(RoomSummary::Membership membership)
{
    switch (membership) {
    case RoomSummary::Membership::Joined:
        return u"join"_s;
    case RoomSummary::Membership::Invited:
        return u"invite"_s;
    case RoomSummary::Membership::Knocked:
        return u"knock"_s;
    case RoomSummary::Membership::Banned:
        return u"ban"_s;
    case RoomSummary::Membership::Left:
        break;
    }
    return u"leave"_s;
}

QJsonObject toJson(const RoomSummary& room)
{
    QJsonValue last = QJsonValue::Null;
    if (!room.lastEventId.isEmpty()) {
        last = QJsonObject{
            {u"eventId"_s, orNull(room.lastEventId)}, {u"sender"_s, room.lastSender},
            {u"senderName"_s, room.lastSenderName},   {u"body"_s, room.lastBody},
            {u"kind"_s, word(room.lastKind)},         {u"timestamp"_s, qint64(room.lastTimestamp)}};
    }
    return {{u"roomId"_s, room.roomId},
            {u"name"_s, room.name},
            {u"topic"_s, room.topic},
            {u"membership"_s, membershipWord(room.membership)},
            {u"encrypted"_s, room.encrypted},
            {u"isDirect"_s, room.isDirect},
            {u"directUser"_s, orNull(room.directUser)},
            {u"inviter"_s, orNull(room.inviter)},
            {u"successor"_s, orNull(room.successor)},
            {u"predecessor"_s, orNull(room.predecessor)},
            {u"predecessorEncrypted"_s, room.predecessorEncrypted},
            {u"memberCount"_s, room.memberCount},
            {u"unread"_s, room.unread},
            {u"highlights"_s, room.highlights},
            {u"threadUnread"_s, room.threadUnread},
            {u"threadHighlights"_s, room.threadHighlights},
            {u"typing"_s, QJsonArray::fromStringList(room.typing)},
            {u"lastEvent"_s, last}};
}

QJsonObject toJson(const client::engine::Member& member)
{
    return {{u"userId"_s, member.user.toString()},
            {u"name"_s, member.name},
            {u"membership"_s, member.membership},
            {u"powerLevel"_s, qint64(member.powerLevel)}};
}

} // namespace cli
