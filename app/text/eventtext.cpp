// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Rooms and events in words: previews, state sentences, what a screen reader says.
#include "text/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace app {

using client::rooms::RoomSummary;
using client::timeline::TimelineItem;
using Change = TimelineItem::StateChange;
using Kind = TimelineItem::Kind;

QString Words::roomName(const RoomSummary& room) const
{
    if (!room.name.isEmpty()) {
        return room.name;
    }
    return room.heroes.isEmpty() ? tr("Unnamed room")
                                 : tr("Empty room (was %1)").arg(room.heroes.join(u", "_s));
}

QString Words::previewBody(const RoomSummary& room) const
{
    using Last = RoomSummary::LastKind;
    switch (room.lastKind) {
    case Last::Text:
        return room.lastBody;
    case Last::Image:
        return tr("Picture");
    case Last::File:
        return room.lastBody.isEmpty() ? tr("File") : tr("File: %1").arg(room.lastBody);
    case Last::Audio:
        return tr("Sound");
    case Last::Video:
        return tr("Video");
    case Last::Sticker:
        return tr("Sticker");
    case Last::Location:
        return tr("Location");
    case Last::Encrypted:
        return tr("Locked message");
    case Last::Redacted:
        return tr("Message deleted");
    default:
        return room.lastBody;
    }
}

QString Words::preview(const RoomSummary& room) const
{
    if (room.membership == RoomSummary::Membership::Invited) {
        return room.inviter.isEmpty() ? tr("Invitation")
                                      : tr("%1 invites you").arg(personName(room.inviter));
    }
    if (!room.typing.isEmpty()) {
        return room.typing.size() == 1
                   ? tr("%1 is typing…").arg(personName(room.typing.first()))
                   : tr("%n people are typing…", nullptr, int(room.typing.size()));
    }
    const QString body = previewBody(room);
    if (body.isEmpty() || room.lastKind == RoomSummary::LastKind::State) {
        return body;
    }
    if (room.lastMine) {
        return tr("You: %1").arg(body);
    }
    if (room.isDirect || room.lastSenderName.isEmpty()) {
        return body;
    }
    const QString first = personName(room.lastSenderName).section(u' ', 0, 0);
    //: who wrote, then what
    return tr("%1: %2").arg(first, body);
}

QString Words::roomSpoken(const RoomSummary& room) const
{
    QStringList parts{roomName(room)};
    if (room.membership == RoomSummary::Membership::Invited) {
        parts << tr("invitation");
    } else if (room.isDirect) {
        parts << tr("direct message");
    }
    if (!room.encrypted && room.membership == RoomSummary::Membership::Joined) {
        parts << tr("not encrypted");
    }
    if (room.unread > 0) {
        parts << tr("%n unread message(s)", nullptr, room.unread);
    }
    if (room.highlights > 0) {
        parts << tr("%n mention(s)", nullptr, room.highlights);
    }
    if (room.unread == 0 && room.markedUnread) {
        parts << tr("marked as unread");
    }
    if (room.tag != RoomSummary::Tag::None) {
        parts << (room.tag == RoomSummary::Tag::Favourite ? tr("favourite") : tr("low priority"));
    }
    if (room.notify == RoomSummary::Notify::Mute) {
        parts << tr("muted");
    }
    if (room.lastTimestamp > 0) {
        parts << dayOrTime(room.lastTimestamp);
    }
    return parts.join(u", "_s);
}

QString Words::membershipSentence(const TimelineItem& item) const
{
    const QString who = personName(item.senderName);
    const QString whom = personName(item.stateTarget);
    switch (item.stateChange) {
    case Change::Joined:
        return tr("%1 joined the room").arg(whom.isEmpty() ? who : whom);
    case Change::Left:
        return tr("%1 left the room").arg(whom.isEmpty() ? who : whom);
    case Change::Invited:
        return tr("%1 invited %2").arg(who, whom);
    case Change::Kicked:
        return tr("%1 removed %2 from the room").arg(who, whom);
    case Change::Banned:
        return tr("%1 banned %2").arg(who, whom);
    case Change::Unbanned:
        return tr("%1 lifted the ban of %2").arg(who, whom);
    case Change::Knocked:
        return tr("%1 asks to join the room").arg(whom.isEmpty() ? who : whom);
    case Change::InviteRefused:
        return tr("%1 refused the invitation").arg(whom.isEmpty() ? who : whom);
    case Change::InviteWithdrawn:
        return tr("%1 withdrew the invitation of %2").arg(who, whom);
    case Change::NameChanged:
        return tr("%1 is now called %2").arg(whom.isEmpty() ? who : whom, item.stateValue);
    case Change::AvatarChanged:
        return tr("%1 changed their picture").arg(whom.isEmpty() ? who : whom);
    default:
        return {};
    }
}

QString Words::stateSentence(const TimelineItem& item) const
{
    const QString who = personName(item.senderName);
    switch (item.stateChange) {
    case Change::RoomName:
        return item.stateValue.isEmpty() ? tr("%1 removed the room's name").arg(who)
                                         : tr("%1 named the room “%2”").arg(who, item.stateValue);
    case Change::RoomTopic:
        return item.stateValue.isEmpty() ? tr("%1 removed the topic").arg(who)
                                         : tr("%1 set the topic: %2").arg(who, item.stateValue);
    case Change::RoomAvatar:
        return tr("%1 changed the room's picture").arg(who);
    case Change::RoomCreated:
        return tr("%1 created the room").arg(who);
    case Change::EncryptionOn:
        return tr("%1 turned on end-to-end encryption").arg(who);
    case Change::JoinRules:
        return tr("%1 changed who may join").arg(who);
    case Change::HistoryVisibility:
        return tr("%1 changed who may read the history").arg(who);
    case Change::GuestAccess:
        return tr("%1 changed the access of guests").arg(who);
    case Change::PowerLevels:
        return tr("%1 changed the permissions").arg(who);
    case Change::VerificationAsked:
        return item.mine ? tr("You asked to confirm your identities with each other")
                         : tr("%1 asks to confirm your identities with each other").arg(who);
    case Change::Upgraded:
        return tr("%1 replaced this room by a new one").arg(who);
    case Change::Pinned:
        return tr("%1 changed the pinned messages").arg(who);
    case Change::Aliases:
        return tr("%1 changed the room's address").arg(who);
    case Change::Other:
        return tr("%1 changed the room's settings").arg(who);
    default:
        return membershipSentence(item);
    }
}

QString Words::messageSpoken(const TimelineItem& item) const
{
    if (item.kind == Kind::DayDivider) {
        return day(item.timestamp);
    }
    if (item.kind == Kind::UnreadDivider) {
        return tr("New messages");
    }
    if (item.kind == Kind::State) {
        return stateSentence(item);
    }
    QStringList parts{item.mine ? tr("You") : item.senderName, time(item.timestamp),
                      spokenBody(item)};
    if (item.edited) {
        parts << tr("edited");
    }
    if (!item.reactions.isEmpty()) {
        parts << tr("%n reaction(s)", nullptr, int(item.reactions.size()));
    }
    if (item.thread.count > 0) {
        parts << tr("%n repl(y/ies)", "in a thread", item.thread.count);
    }
    if (item.sendState == TimelineItem::SendState::Sending) {
        parts << tr("sending");
    } else if (item.sendState == TimelineItem::SendState::Failed) {
        parts << sendFailure(item);
    }
    const QString trust = trustSentence(item);
    if (!trust.isEmpty()) {
        parts << trust;
    }
    return parts.join(u", "_s);
}

QString Words::pollSpoken(const client::timeline::PollInfo& poll) const
{
    QStringList parts{poll.closed ? tr("Closed poll: %1").arg(poll.question)
                                  : tr("Poll: %1").arg(poll.question)};
    for (qsizetype i = 0; i < poll.answers.size(); ++i) {
        const client::timeline::PollChoice& choice = poll.answers.at(i);
        QString answer = tr("%1, %2", "number and text of an answer").arg(i + 1).arg(choice.text);
        if (poll.shown) {
            answer += u", "_s + tr("%n vote(s)", nullptr, choice.votes);
        }
        parts << (choice.mine ? tr("%1, chosen").arg(answer) : answer);
    }
    return parts.join(u"; "_s);
}

QString Words::spokenBody(const TimelineItem& item) const
{
    switch (item.kind) {
    case Kind::Redacted:
        return tr("Message deleted");
    case Kind::Encrypted:
        return lockedReason(item);
    case Kind::Poll:
        return pollSpoken(item.poll);
    case Kind::Image:
        return tr("picture %1").arg(item.body.isEmpty() ? item.file.name : item.body);
    case Kind::File:
    case Kind::Audio:
    case Kind::Video:
        return tr("file %1, %2").arg(item.file.name, fileSize(item.file.size));
    default:
        return item.body;
    }
}

} // namespace app
