// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rooms/roomname.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using client::events::Membership;

namespace client::rooms {

namespace {

constexpr size_t maxHeroes = 5;

//! Without heroes of the server: other people here in the order of their ids, else people gone.
std::vector<UserId> knownPeople(const Members& members, const UserId& own)
{
    std::vector<Member> people = members.with(Membership::Join);
    std::ranges::copy(members.with(Membership::Invite), std::back_inserter(people));
    std::erase_if(people, [&own](const Member& member) { return member.user == own; });
    if (people.empty()) {
        people = members.with(Membership::Leave);
        std::ranges::copy(members.with(Membership::Ban), std::back_inserter(people));
        std::erase_if(people, [&own](const Member& member) { return member.user == own; });
    }
    std::ranges::sort(people, {}, &Member::user);
    std::vector<UserId> users;
    for (size_t i = 0; i < std::min(people.size(), maxHeroes); ++i) {
        users.push_back(people[i].user);
    }
    return users;
}

std::vector<UserId> heroesOf(const Members& members, const RoomPeople& people)
{
    std::vector<UserId> heroes;
    for (const UserId& user : people.heroes) {
        if (user != people.own && user.isValid() && heroes.size() < maxHeroes) {
            heroes.push_back(user);
        }
    }
    return heroes.empty() ? knownPeople(members, people.own) : heroes;
}

int countOf(int told, const Members& members, Membership membership)
{
    return std::clamp(told >= 0 ? told : members.count(membership), 0, 10'000'000);
}

} // namespace

QString joinedNames(const QStringList& names, int others)
{
    const QString joined = names.join(u", "_s);
    return others > 0 ? u"%1 +%2"_s.arg(joined).arg(others) : joined;
}

RoomName roomName(const RoomState& state, const Members& members, const RoomPeople& people)
{
    RoomName result;
    const std::vector<UserId> heroes = heroesOf(members, people);
    for (const UserId& user : heroes) {
        result.heroes.append(members.displayName(user));
    }
    const int others = countOf(people.joined, members, Membership::Join) +
                       countOf(people.invited, members, Membership::Invite) - 1;
    if (others == 1 && heroes.size() == 1) {
        result.only = heroes.front();
    }
    result.name = state.name();
    if (result.name.isEmpty()) {
        result.name = state.canonicalAlias();
    }
    if (result.name.isEmpty() && others > 0) {
        result.name = joinedNames(result.heroes, others - int(heroes.size()));
    }
    return result;
}

} // namespace client::rooms
