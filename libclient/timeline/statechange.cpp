// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/statechange.h"

#include "events/member.h"
#include "events/types.h"
#include "rooms/displaytext.h"

using namespace Qt::StringLiterals;
namespace types = client::events::types;
using Change = client::timeline::TimelineItem::StateChange;
using client::events::MemberContent;
using client::events::Membership;

namespace client::timeline {

namespace {

std::optional<QJsonObject> previousContent(const events::Event& event)
{
    const QJsonValue value = event.unsignedData.value("prev_content"_L1);
    return value.isObject() ? std::optional(value.toObject()) : std::nullopt;
}

Change leaveChange(const std::optional<MemberContent>& before, bool byThemselves)
{
    if (!before) {
        return byThemselves ? Change::Left : Change::Kicked;
    }
    switch (before->membership) {
    case Membership::Invite:
        return byThemselves ? Change::InviteRefused : Change::InviteWithdrawn;
    case Membership::Ban:
        return Change::Unbanned;
    case Membership::Leave:
        return Change::None;
    case Membership::Join:
    case Membership::Knock:
        break;
    }
    return byThemselves ? Change::Left : Change::Kicked;
}

Change profileChange(const MemberContent& before, const MemberContent& now)
{
    if (before.displayName != now.displayName) {
        return Change::NameChanged;
    }
    return before.avatar != now.avatar ? Change::AvatarChanged : Change::None;
}

Change memberChange(const std::optional<MemberContent>& before, const MemberContent& now,
                    bool byThemselves)
{
    const bool same = before && before->membership == now.membership;
    switch (now.membership) {
    case Membership::Join:
        return same ? profileChange(*before, now) : Change::Joined;
    case Membership::Invite:
        return same ? Change::None : Change::Invited;
    case Membership::Knock:
        return same ? Change::None : Change::Knocked;
    case Membership::Ban:
        return same ? Change::None : Change::Banned;
    case Membership::Leave:
        break;
    }
    return leaveChange(before, byThemselves);
}

StateSentence memberSentence(const events::Event& event)
{
    StateSentence sentence;
    sentence.target = UserId(*event.stateKey);
    const auto now = events::parseMember(event.content);
    if (!sentence.target.isValid() || !now) {
        return {};
    }
    std::optional<MemberContent> before;
    if (const auto content = previousContent(event)) {
        if (const auto parsed = events::parseMember(*content)) {
            before = *parsed;
        }
    }
    sentence.change = memberChange(before, *now, event.sender == sentence.target);
    sentence.fallback = rooms::safeName(now->displayName);
    if (sentence.fallback.isEmpty() && before) {
        sentence.fallback = rooms::safeName(before->displayName);
    }
    sentence.value = sentence.change == Change::NameChanged ? rooms::safeName(now->displayName)
                                                            : rooms::oneLine(now->reason);
    return sentence;
}

struct Simple {
    QLatin1StringView type;
    Change change;
    QLatin1StringView key; //!< member of the content that is the value
};

constexpr Simple simple[] = {
    {types::name, Change::RoomName, "name"_L1},
    {types::topic, Change::RoomTopic, "topic"_L1},
    {types::avatar, Change::RoomAvatar, {}},
    {types::create, Change::RoomCreated, {}},
    {types::encryption, Change::EncryptionOn, {}},
    {types::joinRules, Change::JoinRules, "join_rule"_L1},
    {types::historyVisibility, Change::HistoryVisibility, "history_visibility"_L1},
    {types::guestAccess, Change::GuestAccess, "guest_access"_L1},
    {types::powerLevels, Change::PowerLevels, {}},
    {types::tombstone, Change::Upgraded, "body"_L1},
    {types::pinnedEvents, Change::Pinned, {}},
    {types::canonicalAlias, Change::Aliases, "alias"_L1},
};

} // namespace

StateSentence stateSentence(const events::Event& event)
{
    if (!event.isState()) {
        return {};
    }
    if (event.type == types::member) {
        return memberSentence(event);
    }
    const auto before = previousContent(event);
    for (const Simple& one : simple) {
        if (event.type != one.type || !event.stateKey->isEmpty()) {
            continue;
        }
        const bool repeated =
            before && (*before == event.content ||
                       (one.change == Change::EncryptionOn && !before->isEmpty()));
        if (repeated) {
            return {};
        }
        const QString value =
            one.key.isEmpty() ? QString() : event.content.value(one.key).toString();
        return {one.change, {}, {}, rooms::oneLine(value, 500)};
    }
    return {};
}

} // namespace client::timeline
