// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/statekeeper.h"

#include "events/types.h"

using namespace Qt::StringLiterals;
using client::events::Membership;
namespace types = client::events::types;

namespace client::engine {

namespace {

bool isPresent(const rooms::Member& member)
{
    return member.membership == Membership::Join || member.membership == Membership::Invite;
}

} // namespace

void StateKeeper::apply(LiveRoom& room, const events::Event& event, Origin origin)
{
    if (!event.isState()) {
        return;
    }
    if (event.type == types::member) {
        applyMember(room, event, origin);
        return;
    }
    const bool known = room.state.find(event.type, *event.stateKey) != nullptr;
    if ((origin == Origin::Older && known) || !room.state.apply(event)) {
        return;
    }
    m_context.take(m_context.tables.state.saveState(room.row.id, event));
    m_context.changes.rooms.insert(room.row.id);
    room.powerLevels.reset();
    if (origin != Origin::Stripped && event.stateKey->isEmpty()) {
        applyEncryption(room, event);
    }
}

void StateKeeper::applyEncryption(LiveRoom& room, const events::Event& event)
{
    crypto::OlmMachine& machine = *m_context.machine;
    if (event.type == types::encryption) {
        const bool turnedOn = !room.encrypted;
        room.encrypted = true;
        m_context.take(machine.setRoomEncryption(room.row.id, event.content));
        m_context.take(machine.setHistoryVisibility(room.row.id, room.state.historyVisibility()));
        if (turnedOn) {
            trackAll(room);
        }
    }
    if (event.type == types::historyVisibility && room.encrypted) {
        m_context.take(machine.setHistoryVisibility(room.row.id, room.state.historyVisibility()));
    }
}

void StateKeeper::applyMember(LiveRoom& room, const events::Event& event, Origin origin)
{
    const auto member = rooms::memberFrom(event);
    if (!member) {
        return;
    }
    if ((origin == Origin::Sync || origin == Origin::SyncWithHole) && !room.row.membersComplete) {
        room.told.insert(member->user, m_context.syncs);
    }
    if (origin != Origin::Older) {
        room.ahead.remove(member->user);
    }
    const rooms::Member* known = room.members.find(member->user);
    const auto before = known != nullptr ? std::optional(*known) : std::nullopt;
    if ((origin == Origin::Older && before) || before == member) {
        return;
    }
    room.members.set(*member);
    m_context.take(m_context.tables.state.saveMember(room.row.id, *member, event));
    m_context.changes.rooms.insert(room.row.id);
    if (room.encrypted && origin != Origin::Stripped) {
        memberChanged(room, *member, before, origin);
    }
}

void StateKeeper::memberChanged(LiveRoom& room, const rooms::Member& now,
                                const std::optional<rooms::Member>& before, Origin origin)
{
    if (isPresent(now)) {
        m_context.take(m_context.machine->trackUsers({now.user}));
        return;
    }
    const bool mayHaveBeenThere = before ? isPresent(*before) : origin == Origin::Sync;
    if (mayHaveBeenThere || origin == Origin::SyncWithHole) {
        m_context.take(m_context.machine->memberLeft(room.row.id, now.user));
        untrackStrangers({now.user});
    }
}

void StateKeeper::untrackStrangers(const std::set<UserId>& people)
{
    std::set<UserId> strangers;
    for (const UserId& user : people) {
        const bool shares = m_context.take(m_context.tables.state.sharesEncryptedRoom(user));
        if (!shares && user != m_context.own) {
            strangers.insert(user);
        }
    }
    if (!strangers.empty()) {
        m_context.take(m_context.machine->untrackUsers(strangers));
    }
}

void StateKeeper::trackAll(LiveRoom& room)
{
    std::set<UserId> people;
    for (const auto membership : {Membership::Join, Membership::Invite}) {
        for (const rooms::Member& member : room.members.with(membership)) {
            people.insert(member.user);
        }
    }
    if (room.row.membership == "join"_L1) {
        m_context.take(m_context.machine->trackUsers(people));
    } else {
        untrackStrangers(people);
    }
}

void StateKeeper::enter(LiveRoom& room, const QString& membership)
{
    if (room.isKnown && room.row.membership == membership) {
        return;
    }
    const bool wasIn = room.row.membership == "join"_L1;
    if (!wasIn && (membership == "join"_L1 || membership == "invite"_L1)) {
        m_context.take(m_context.tables.state.clear(room.row.id));
        room.state = {};
        room.members = {};
        room.powerLevels.reset();
        room.row.membersComplete = false;
    }
    room.row.membership = membership;
    m_context.saveRoom(room);
    if (wasIn && room.encrypted) {
        trackAll(room);
    }
}

} // namespace client::engine
