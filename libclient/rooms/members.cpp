// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rooms/members.h"

#include "events/types.h"
#include "rooms/displaytext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace client::rooms {

namespace {

bool isPresent(const Member& member)
{
    return member.membership == events::Membership::Join ||
           member.membership == events::Membership::Invite;
}

QString shownId(const UserId& user)
{
    return safeName(user.toString(), 255);
}

//! "@someone:server" anywhere in a name makes people believe it is somebody else's id.
bool looksLikeId(const QString& name)
{
    const qsizetype at = name.indexOf(u'@');
    return at == 0 || (at > 0 && name.indexOf(u':', at) > at + 1);
}

} // namespace

std::optional<Member> memberFrom(const events::Event& event)
{
    if (event.type != events::types::member || !event.isState()) {
        return std::nullopt;
    }
    Member member;
    member.user = UserId(*event.stateKey);
    const auto content = events::parseMember(event.content);
    if (!member.user.isValid() || !content) {
        return std::nullopt;
    }
    member.membership = content->membership;
    member.name = content->displayName;
    member.avatar = content->avatar;
    return member;
}

QString displayName(const Member& member, bool ambiguous)
{
    const QString id = shownId(member.user);
    const QString name = safeName(member.name);
    if (name.isEmpty() || name == id) {
        return id;
    }
    if (ambiguous || looksLikeId(name)) {
        return u"%1 (%2)"_s.arg(name, id);
    }
    return name;
}

QString comparableName(const QString& name)
{
    return safeName(name).normalized(QString::NormalizationForm_KC).toCaseFolded();
}

void Members::set(const Member& member)
{
    const auto known = m_members.constFind(member.user);
    if (known != m_members.constEnd()) {
        forgetName(*known);
    }
    noteName(member);
    m_members.insert(member.user, member);
}

bool Members::apply(const events::Event& event)
{
    const auto member = memberFrom(event);
    if (!member) {
        return false;
    }
    const Member* known = find(member->user);
    if (known != nullptr && *known == *member) {
        return false;
    }
    set(*member);
    return true;
}

const Member* Members::find(const UserId& user) const
{
    const auto found = m_members.constFind(user);
    return found == m_members.constEnd() ? nullptr : &*found;
}

bool Members::isAmbiguous(const Member& member) const
{
    if (member.name.isEmpty()) {
        return false;
    }
    // Who has left is confused with anybody who is there under the name.
    return m_names.value(comparableName(member.name)) > (isPresent(member) ? 1 : 0);
}

Person Members::person(const UserId& user) const
{
    const Member* member = find(user);
    if (member == nullptr) {
        return {shownId(user), {}};
    }
    return {rooms::displayName(*member, isAmbiguous(*member)), member->avatar};
}

std::vector<Member> Members::with(events::Membership membership) const
{
    std::vector<Member> found;
    for (const Member& member : m_members) {
        if (member.membership == membership) {
            found.push_back(member);
        }
    }
    std::ranges::sort(found, {}, &Member::user);
    return found;
}

int Members::count(events::Membership membership) const
{
    return int(std::ranges::count(m_members, membership, &Member::membership));
}

void Members::forgetName(const Member& member)
{
    if (!isPresent(member) || member.name.isEmpty()) {
        return;
    }
    const auto bearers = m_names.find(comparableName(member.name));
    if (bearers != m_names.end() && --*bearers <= 0) {
        m_names.erase(bearers);
    }
}

void Members::noteName(const Member& member)
{
    if (isPresent(member) && !member.name.isEmpty()) {
        ++m_names[comparableName(member.name)];
    }
}

} // namespace client::rooms
