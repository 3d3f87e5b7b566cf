// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "events/member.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace client::events {

namespace {

constexpr qsizetype maxText = 1024;

constexpr std::array<std::pair<Membership, QLatin1StringView>, 5> names{
    {{Membership::Join, "join"_L1},
     {Membership::Invite, "invite"_L1},
     {Membership::Knock, "knock"_L1},
     {Membership::Leave, "leave"_L1},
     {Membership::Ban, "ban"_L1}}};

} // namespace

QString membershipName(Membership membership)
{
    for (const auto& [value, name] : names) {
        if (value == membership) {
            return name;
        }
    }
    return {};
}

std::optional<Membership> membershipFromName(const QString& name)
{
    for (const auto& [value, text] : names) {
        if (text == name) {
            return value;
        }
    }
    return std::nullopt;
}

Result<MemberContent> parseMember(const QJsonObject& content)
{
    const auto membership = membershipFromName(content.value("membership"_L1).toString());
    if (!membership) {
        return fail(Error::Kind::Malformed, u"member without a membership"_s);
    }
    MemberContent member;
    member.membership = *membership;
    member.displayName = content.value("displayname"_L1).toString().left(maxText);
    member.reason = content.value("reason"_L1).toString().left(maxText);
    member.isDirect = content.value("is_direct"_L1).toBool();
    const QString avatar = content.value("avatar_url"_L1).toString();
    if (MxcUri(avatar).isValid()) {
        member.avatar = avatar;
    }
    return member;
}

} // namespace client::events
