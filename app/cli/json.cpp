// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "json.h"

#include "transcript/itemjson.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using client::rooms::RoomSummary;
using client::timeline::TimelineItem;

namespace cli {

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
    return app::itemJson(item);
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
        last = QJsonObject{{u"eventId"_s, app::textOrNull(room.lastEventId)},
                           {u"sender"_s, room.lastSender},
                           {u"senderName"_s, room.lastSenderName},
                           {u"body"_s, room.lastBody},
                           {u"kind"_s, app::enumWord(room.lastKind)},
                           {u"timestamp"_s, qint64(room.lastTimestamp)}};
    }
    return {{u"roomId"_s, room.roomId},
            {u"name"_s, room.name},
            {u"topic"_s, room.topic},
            {u"membership"_s, membershipWord(room.membership)},
            {u"encrypted"_s, room.encrypted},
            {u"isDirect"_s, room.isDirect},
            {u"directUser"_s, app::textOrNull(room.directUser)},
            {u"inviter"_s, app::textOrNull(room.inviter)},
            {u"successor"_s, app::textOrNull(room.successor)},
            {u"predecessor"_s, app::textOrNull(room.predecessor)},
            {u"predecessorEncrypted"_s, room.predecessorEncrypted},
            {u"memberCount"_s, room.memberCount},
            {u"unread"_s, room.unread},
            {u"highlights"_s, room.highlights},
            {u"threadUnread"_s, room.threadUnread},
            {u"threadHighlights"_s, room.threadHighlights},
            {u"typing"_s, QJsonArray::fromStringList(room.typing)},
            {u"tag"_s, room.tag == RoomSummary::Tag::None ? QJsonValue(QJsonValue::Null)
                                                          : QJsonValue(app::enumWord(room.tag))},
            {u"markedUnread"_s, room.markedUnread},
            {u"notify"_s, app::enumWord(room.notify)},
            {u"inviteReason"_s, app::textOrNull(room.inviteReason)},
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
