// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rooms/summary.h"

#include "rooms/displaytext.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using client::events::Membership;

namespace client::rooms {

namespace {

constexpr qsizetype maxBody = 200;
constexpr int maxTyping = 5;

void fillLast(const SummaryInput& input, RoomSummary& summary)
{
    summary.lastTimestamp = input.last.timestamp;
    if (summary.lastTimestamp <= 0) {
        summary.lastTimestamp = input.fallbackTimestamp;
    }
    if (input.last.kind == RoomSummary::LastKind::None) {
        return;
    }
    summary.lastEventId = input.last.id.toString();
    summary.lastSender = input.last.sender.toString();
    summary.lastSenderName = input.members->displayName(input.last.sender);
    summary.lastBody = oneLine(input.last.body, maxBody);
    summary.lastKind = input.last.kind;
    summary.lastMine = input.last.sender == input.people.own;
}

void fillPeople(const SummaryInput& input, const RoomName& name, RoomSummary& summary)
{
    const Members& members = *input.members;
    const int joined =
        input.people.joined >= 0 ? input.people.joined : members.count(Membership::Join);
    const int invited =
        input.people.invited >= 0 ? input.people.invited : members.count(Membership::Invite);
    summary.memberCount = std::min(joined, 10'000'000) + std::min(invited, 10'000'000);
    summary.isDirect = !input.directUser.isEmpty();
    summary.directUser = input.directUser.toString();
    const UserId face = summary.isDirect ? input.directUser : name.only;
    if (summary.avatar.isEmpty() && !face.isEmpty()) {
        summary.avatar = members.person(face).avatar;
    }
    for (const UserId& user : input.typing) {
        if (user != input.people.own && summary.typing.size() < maxTyping) {
            summary.typing.append(members.displayName(user));
        }
    }
}

//! Who invited: the sender of the own membership, as far as the members know them.
void fillInvitation(const SummaryInput& input, RoomSummary& summary)
{
    if (input.membership == Membership::Invite && !input.inviter.isEmpty()) {
        summary.inviter = input.members->displayName(input.inviter);
        summary.inviteReason = oneLine(input.inviteReason);
    }
}

} // namespace

RoomSummary::Membership summaryMembership(events::Membership membership)
{
    switch (membership) {
    case Membership::Join:
        return RoomSummary::Membership::Joined;
    case Membership::Invite:
        return RoomSummary::Membership::Invited;
    case Membership::Knock:
        return RoomSummary::Membership::Knocked;
    case Membership::Ban:
        return RoomSummary::Membership::Banned;
    case Membership::Leave:
        break;
    }
    return RoomSummary::Membership::Left;
}

RoomSummary::Tag tagOf(const QJsonObject& tags)
{
    const QJsonObject all = tags.value("tags"_L1).toObject();
    if (all.contains(favouriteTag)) {
        return RoomSummary::Tag::Favourite;
    }
    return all.contains(lowPriorityTag) ? RoomSummary::Tag::LowPriority : RoomSummary::Tag::None;
}

RoomSummary summarize(const SummaryInput& input)
{
    const RoomState& state = *input.state;
    const RoomName name = roomName(state, *input.members, input.people);
    RoomSummary summary;
    summary.roomId = input.room.toString();
    summary.name = name.name;
    summary.heroes = name.heroes;
    summary.topic = state.topic();
    summary.avatar = state.avatar();
    summary.membership = summaryMembership(input.membership);
    summary.encrypted = input.encrypted || state.isEncrypted();
    summary.unread = std::max(input.unread, 0);
    summary.highlights = std::max(input.highlights, 0);
    summary.threadUnread = std::max(input.threadUnread, 0);
    summary.threadHighlights = std::max(input.threadHighlights, 0);
    summary.successor = state.replacement().toString();
    summary.predecessor = state.predecessor().toString();
    summary.tag = tagOf(input.tags);
    summary.markedUnread = input.marked.value("unread"_L1).toBool();
    summary.notify = input.notify;
    fillPeople(input, name, summary);
    fillInvitation(input, summary);
    fillLast(input, summary);
    return summary;
}

} // namespace client::rooms
