// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/context.h"

#include "engine/rowevents.h"
#include "events/types.h"
#include "rooms/directs.h"
#include "timeline/aggregations.h"

namespace types = client::events::types;

using namespace Qt::StringLiterals;

namespace client::engine {

std::set<UserId> recipients(const LiveRoom& room)
{
    std::set<UserId> people;
    for (const rooms::Member& member : room.members.with(events::Membership::Join)) {
        people.insert(member.user);
    }
    if (room.state.historyVisibility() != "joined"_L1) {
        for (const rooms::Member& member : room.members.with(events::Membership::Invite)) {
            people.insert(member.user);
        }
    }
    for (auto it = room.ahead.begin(); it != room.ahead.end(); ++it) {
        if (!it.value()) {
            people.erase(it.key());
        } else if (room.state.historyVisibility() != "joined"_L1) {
            people.insert(it.key());
        }
    }
    return people;
}

Context::Context(std::unique_ptr<store::Database> file, const Clock& time)
    : database(std::move(file))
    , tables(*database)
    , clock(time)
{}

LiveRoom& Context::room(const RoomId& id)
{
    const auto known = m_rooms.find(id);
    if (known != m_rooms.end()) {
        return known->second;
    }
    LiveRoom live;
    if (auto row = take(tables.rooms.find(id))) {
        live.row = std::move(*row);
        live.isKnown = true;
    }
    live.row.id = id;
    for (const QJsonObject& object : take(tables.state.state(id))) {
        // The state that comes with an invitation has no ids.
        const auto event = events::parseEvent(object).or_else(
            [&object](const Error&) { return events::parseStrippedEvent(object); });
        if (event) {
            live.state.apply(*event);
        }
    }
    for (const rooms::Member& member : take(tables.state.members(id))) {
        live.members.set(member);
    }
    live.members.setComplete(live.row.membersComplete);
    live.encrypted = take(tables.crypto.roomEncryption(id)).has_value();
    return m_rooms.emplace(id, std::move(live)).first->second;
}

void Context::saveRoom(LiveRoom& room)
{
    take(tables.rooms.save(room.row));
    room.isKnown = true;
    room.members.setComplete(room.row.membersComplete);
    changes.rooms.insert(room.row.id);
}

const rooms::PowerLevels& Context::powerLevels(LiveRoom& room)
{
    if (!room.powerLevels) {
        room.powerLevels = rooms::PowerLevels::from(room.state);
    }
    return *room.powerLevels;
}

const rooms::PushEvaluator& Context::pushRules()
{
    if (!m_pushRules) {
        m_pushRules.emplace(take(tables.account.data({}, types::pushRules)), own);
    }
    return *m_pushRules;
}

const QHash<RoomId, rooms::RoomSummary::Notify>& Context::notifies()
{
    if (!m_notifies) {
        m_notifies = rooms::roomNotifies(take(tables.account.data({}, types::pushRules)));
    }
    return *m_notifies;
}

const QHash<RoomId, UserId>& Context::directs()
{
    if (!m_directs) {
        m_directs = rooms::parseDirects(take(tables.account.data({}, types::direct)));
    }
    return *m_directs;
}

void Context::touch(const RoomId& room, const EventId& event)
{
    changes.rooms.insert(room);
    changes.events[room].insert(event);
}

void Context::noteCrypto(const crypto::CryptoChanges& news)
{
    for (const auto& [room, session] : news.newRoomKeys) {
        if (take(tables.events.wake(room, session)) > 0) {
            changes.rooms.insert(room);
            changes.update.decryptPending = true;
        }
    }
    for (const auto& [room, session] : news.withheld) {
        if (take(tables.events.wake(room, session)) > 0) {
            changes.update.decryptPending = true; // to learn the reason
        }
    }
    auto& moved = changes.update.verifications;
    moved.insert(moved.end(), news.verifications.begin(), news.verifications.end());
    changes.update.encryptionChanged = changes.update.encryptionChanged || news.statusChanged;
    changes.update.cryptoHasRequests = changes.update.cryptoHasRequests || news.hasRequests;
}

int Context::keysNotBackedUp()
{
    return take(tables.crypto.countInboundGroups(false)) -
           take(tables.crypto.countInboundGroups(true));
}

bool Context::hasNewKeys()
{
    return keysNotBackedUp() > m_seenByBackup;
}

void Context::backupLooks()
{
    m_seenByBackup = keysNotBackedUp();
}

void Context::noteVerification(const RoomId& id, events::Event event, const QString& type,
                               const QJsonObject& content)
{
    const bool request = type == "m.room.message"_L1 &&
                         content.value("msgtype"_L1) == "m.key.verification.request"_L1;
    if (!machine || (!request && !type.startsWith("m.key.verification."_L1))) {
        return;
    }
    event.type = type;
    event.content = content;
    noteCrypto(take(machine->receiveRoomVerification(id, event)));
}

const crypto::Judgement& Context::judged(const Session& session)
{
    constexpr size_t most = 10'000;
    const int64_t now = tables.crypto.trustGeneration();
    if (m_judgedAt != now || m_judged.size() >= most) {
        m_judged.clear();
        m_judgedAt = now;
    }
    const auto known = m_judged.find(session);
    if (known != m_judged.end()) {
        return known->second;
    }
    auto fresh = take(machine->judged(session.room, session.id, session.sender));
    return m_judged.emplace(session, std::move(fresh)).first->second;
}

std::optional<timeline::StoredEvent> Context::stored(const store::EventRow& row)
{
    auto event = storedEvent(row);
    if (!event || event->decryption != timeline::Decryption::Done || !machine) {
        return event;
    }
    const crypto::Judgement& now = judged({row.room, row.sessionId, row.sender});
    event->trust = now.trust;
    event->owner = now.owner;
    if (!now.owner.isEmpty() && now.owner != row.sender) { // known only since the event came
        event->decryption = timeline::Decryption::Failed;
        event->reason = u"senderMismatch"_s;
        event->trust.clear();
        event->clearType.clear();
        event->clearContent = {};
    }
    return event;
}

std::optional<timeline::StoredEvent> Context::editOf(const RoomId& room,
                                                     const timeline::StoredEvent& event)
{
    std::optional<timeline::StoredEvent> newest;
    for (const EventId& id : take(tables.relations.sources(room, event.event.id))) {
        const auto row = take(tables.events.find(room, id));
        auto edit = row ? stored(*row) : std::nullopt;
        if (edit && timeline::isValidEdit(event, *edit) &&
            (!newest || newest->event.originServerTs <= edit->event.originServerTs)) {
            newest = std::move(edit);
        }
    }
    return newest;
}

void Context::noteTrust(const std::vector<RoomId>& open)
{
    const auto change = tables.crypto.takeTrustChange();
    if (change.any) {
        changes.rooms.insert(open.begin(), open.end());
    }
    for (const QByteArray& key : change.newDevices) {
        const auto rooms = take(tables.crypto.roomsOfSender(key));
        changes.rooms.insert(rooms.begin(), rooms.end());
    }
}

void Context::forgetRules()
{
    m_pushRules.reset();
    m_notifies.reset();
    m_directs.reset();
}

void Context::forgetRooms()
{
    m_rooms.clear();
}

} // namespace client::engine
