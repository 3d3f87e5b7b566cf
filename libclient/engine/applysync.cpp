// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/applysync.h"

#include "api/keybackup.h"
#include "events/receipt.h"
#include "events/types.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;
namespace types = client::events::types;

namespace client::engine {

namespace {

bool beginsRoom(const api::Timeline& timeline)
{
    return std::ranges::any_of(timeline.events, [](const events::Event& event) {
        return event.type == types::create && event.isState();
    });
}

} // namespace

void SyncApplier::apply(const api::SyncResponse& response)
{
    ++m_context.syncs;
    m_initial = m_context.take(m_context.tables.account.since()).isEmpty();
    m_context.changes.update.wasInitial = m_initial;
    m_context.changes.update.broughtNews = !response.isEmpty();
    applyCrypto(response);
    applyAccountData(response.accountData);
    for (const auto& [id, joined] : response.joined) {
        applyJoined(id, joined);
    }
    for (const auto& [id, state] : response.invited) {
        applyStripped(id, u"invite"_s, state);
    }
    for (const auto& [id, state] : response.knocked) {
        applyStripped(id, u"knock"_s, state);
    }
    for (const auto& [id, left] : response.left) {
        applyLeft(id, left);
    }
    m_context.take(m_context.tables.account.saveSince(response.nextBatch));
}

void SyncApplier::applyCrypto(const api::SyncResponse& response)
{
    crypto::SyncChanges changes;
    changes.toDevice = response.toDevice;
    changes.changedUsers = response.devicesChanged;
    // Somebody with whom an encrypted room is shared stays tracked, whatever the server says.
    for (const QString& user : response.devicesLeft) {
        if (!m_context.take(m_context.tables.state.sharesEncryptedRoom(UserId(user)))) {
            changes.leftUsers.append(user);
        }
    }
    changes.oneTimeKeyCount = response.oneTimeKeys;
    changes.unusedFallback = response.unusedFallback;
    changes.initial = m_initial;
    m_context.noteCrypto(m_context.take(m_context.machine->receiveSync(changes)));
}

//! Rooms that look different when this account data comes or goes.
void SyncApplier::touchRoomsOf(const QString& type)
{
    if (type == types::direct) {
        for (const RoomId& room : m_context.directs().keys()) {
            m_context.changes.rooms.insert(room);
        }
    } else if (type == types::pushRules) {
        for (const RoomId& room : m_context.notifies().keys()) {
            m_context.changes.rooms.insert(room);
        }
    }
}

void SyncApplier::applyAccountData(const std::vector<QJsonObject>& events)
{
    for (const QJsonObject& event : events) {
        const QString type = event.value("type"_L1).toString();
        const QJsonObject content = event.value("content"_L1).toObject();
        if (type.isEmpty() || type.size() > 255 || !event.value("content"_L1).isObject()) {
            continue;
        }
        touchRoomsOf(type);
        m_context.take(m_context.tables.account.saveData({}, type, content));
        m_context.forgetRules();
        if (type == api::backupWish || type == api::backupWishOlder) {
            m_context.changes.update.encryptionChanged = true;
        }
        touchRoomsOf(type);
    }
}

void SyncApplier::applyJoined(const RoomId& id, const api::JoinedRoom& joined)
{
    LiveRoom& room = m_context.room(id);
    const bool entered = !room.isKnown || room.row.membership != "join"_L1;
    m_state.enter(room, u"join"_s);
    applyCounts(room, joined);
    const auto origin =
        joined.timeline.limited ? StateKeeper::Origin::SyncWithHole : StateKeeper::Origin::Sync;
    for (const events::Event& event : joined.state) {
        m_state.apply(room, event, origin);
    }
    if (applyTimeline(room, joined.timeline, entered) && room.row.membersComplete) {
        // Nobody promises that a delta over a hole names all who came and went.
        room.row.membersComplete = false;
        m_context.saveRoom(room);
    }
    applyEphemeral(room, joined.ephemeral);
    for (const QJsonObject& event : joined.accountData) {
        const QString type = event.value("type"_L1).toString();
        if (!type.isEmpty() && type.size() <= 255 && event.value("content"_L1).isObject()) {
            m_context.take(
                m_context.tables.account.saveData(id, type, event.value("content"_L1).toObject()));
        }
    }
    m_context.changes.rooms.insert(id);
    if (m_context.take(m_context.tables.outbox.hasQueued(id))) {
        m_context.changes.update.outbox.insert(id);
    }
}

void SyncApplier::applyCounts(LiveRoom& room, const api::JoinedRoom& joined)
{
    if (joined.heroes) {
        room.row.heroes = QJsonArray::fromStringList(*joined.heroes);
    }
    room.row.joinedCount = joined.joinedCount.value_or(room.row.joinedCount);
    room.row.invitedCount = joined.invitedCount.value_or(room.row.invitedCount);
    room.row.serverUnread = joined.unread.value_or(room.row.serverUnread);
    room.row.serverHighlights = joined.highlights.value_or(room.row.serverHighlights);
    m_context.saveRoom(room);
    for (const auto& [root, count] : joined.threads) {
        auto thread = m_context.take(m_context.tables.threads.find(room.row.id, root));
        thread.serverUnread = count.unread;
        thread.serverHighlights = count.highlights;
        m_context.take(m_context.tables.threads.save(thread));
        m_context.touch(room.row.id, root);
    }
}

int64_t SyncApplier::chunkFor(const LiveRoom& room, const api::Timeline& timeline, bool hole)
{
    const auto newest = m_context.take(m_context.tables.chunks.newest(room.row.id));
    if (newest && !hole) {
        return newest->id;
    }
    std::optional<QString> token;
    if (!timeline.prevBatch.isEmpty() && !beginsRoom(timeline)) {
        token = timeline.prevBatch;
    }
    return m_context.take(m_context.tables.chunks.append(room.row.id, token));
}

bool SyncApplier::applyTimeline(LiveRoom& room, const api::Timeline& timeline, bool entered)
{
    const bool hasChunk = m_context.take(m_context.tables.chunks.newest(room.row.id)).has_value();
    const bool overlaps = std::ranges::any_of(timeline.events, [&](const events::Event& event) {
        const auto place = m_context.take(m_context.tables.events.placeOf(room.row.id, event.id));
        return place && !place->isAside();
    });
    const bool hole = hasChunk && !overlaps && (timeline.limited || entered);
    if (timeline.events.empty() && !timeline.limited) {
        return false;
    }
    if (hole) {
        m_context.take(m_context.tables.threads.noteHole(room.row.id));
    }
    const int64_t chunk = chunkFor(room, timeline, hole);
    store::Place place = m_context.take(m_context.tables.chunks.placeAfter(chunk));
    const auto arrival = m_initial || entered ? EventLog::Arrival::First : EventLog::Arrival::Live;
    const auto origin =
        timeline.limited ? StateKeeper::Origin::SyncWithHole : StateKeeper::Origin::Sync;
    for (const events::Event& event : timeline.events) {
        m_state.apply(room, event, origin);
        if (m_log.add(room, event, place, arrival)) {
            ++place.position;
        }
    }
    return timeline.limited;
}

void SyncApplier::applyEphemeral(LiveRoom& room, const std::vector<QJsonObject>& events)
{
    for (const QJsonObject& event : events) {
        const QString type = event.value("type"_L1).toString();
        const QJsonObject content = event.value("content"_L1).toObject();
        if (type == types::typing) {
            m_context.typing.insert(room.row.id, events::parseTyping(content));
        } else if (type == types::receipt) {
            applyReceipts(room, content);
        }
    }
}

void SyncApplier::applyReceipts(LiveRoom& room, const QJsonObject& content)
{
    for (const events::Receipt& receipt : events::parseReceipts(content)) {
        const bool isThread = !receipt.thread.isEmpty() && receipt.thread != "main"_L1;
        if (isThread) {
            if (receipt.user == m_context.own && EventId(receipt.thread).isValid()) {
                applyOwnReceipt(room, receipt);
            }
            continue;
        }
        m_context.take(m_context.tables.rooms.saveReceipt(room.row.id, receipt));
        if (receipt.user == m_context.own) {
            applyOwnReceipt(room, receipt);
        }
    }
}

void SyncApplier::applyOwnReceipt(LiveRoom& room, const events::Receipt& receipt)
{
    auto place = m_context.take(m_context.tables.events.placeOf(room.row.id, receipt.event));
    if ((!place || place->isAside()) && receipt.ts > 0) {
        // The event lies in a gap: what is younger than the receipt cannot have been read.
        place = m_context.take(m_context.tables.events.lastBy(room.row.id, receipt.ts));
    }
    if (!place) {
        return;
    }
    if (receipt.thread.isEmpty()) {
        m_log.readAll(room, *place);
    } else if (receipt.thread == "main"_L1) {
        m_log.readUpTo(room, *place);
    } else {
        m_log.readThread(room, EventId(receipt.thread), *place);
    }
}

void SyncApplier::applyStripped(const RoomId& id, const QString& membership,
                                const std::vector<events::Event>& state)
{
    LiveRoom& room = m_context.room(id);
    const bool isNew = !room.isKnown || room.row.membership != membership;
    m_state.enter(room, membership);
    for (const events::Event& event : state) {
        m_state.apply(room, event, StateKeeper::Origin::Stripped);
    }
    m_context.changes.rooms.insert(id);
    if (isNew && !m_initial && membership == "invite"_L1) {
        announceInvitation(room);
    }
}

void SyncApplier::announceInvitation(LiveRoom& room)
{
    const QJsonObject object =
        m_context.take(m_context.tables.state.memberEvent(room.row.id, m_context.own));
    const auto event = events::parseStrippedEvent(object);
    if (!event) {
        return;
    }
    rooms::PushContext push;
    push.room = room.row.id;
    push.powerLevels = &m_context.powerLevels(room);
    const rooms::PushVerdict verdict = m_context.pushRules().evaluate(*event, push);
    if (verdict.notify) {
        constexpr store::Place ahead{std::numeric_limits<int64_t>::max(), 0};
        m_context.changes.announcements.push_back(
            {room.row.id, EventId(), event->sender, ahead, verdict});
    }
}

void SyncApplier::applyLeft(const RoomId& id, const api::LeftRoom& left)
{
    LiveRoom& room = m_context.room(id);
    for (const events::Event& event : left.state) {
        m_state.apply(room, event, StateKeeper::Origin::Sync);
    }
    applyTimeline(room, left.timeline, false);
    const rooms::Member* own = room.members.find(m_context.own);
    const bool banned = own != nullptr && own->membership == events::Membership::Ban;
    m_state.enter(room, banned ? u"ban"_s : u"leave"_s);
    m_context.typing.remove(id);
    m_context.changes.rooms.insert(id);
}

} // namespace client::engine
