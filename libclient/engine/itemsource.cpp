// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/itemsource.h"

#include "engine/echo.h"
#include "events/relation.h"
#include "rooms/displaytext.h"

#include <QMetaEnum>

#include <algorithm>
#include <limits>
#include <unordered_set>

using namespace Qt::StringLiterals;
using client::store::EventRow;
using client::timeline::StoredEvent;
using client::timeline::TimelineItem;

namespace client::engine {

namespace {

constexpr qsizetype maxLine = 200;

//! As tchap-cli names it.
QString kindWord(TimelineItem::Kind kind)
{
    QString word =
        QString::fromLatin1(QMetaEnum::fromType<TimelineItem::Kind>().valueToKey(int(kind)));
    return word.replace(0, 1, word.first(1).toLower());
}

} // namespace

bool isEventItem(const TimelineItem& item)
{
    switch (item.kind) {
    case TimelineItem::Kind::DayDivider:
    case TimelineItem::Kind::UnreadDivider:
    case TimelineItem::Kind::Start:
    case TimelineItem::Kind::Gap:
        return false;
    default:
        return true;
    }
}

std::vector<TimelineItem> ItemSource::items(const RoomId& room, Part part)
{
    LiveRoom& live = m_context.room(room);
    timeline::TimelineInput input;
    input.own = m_context.own;
    input.roomEncrypted = live.encrypted;
    input.atStart = part.atStart;
    input.firstUnread = part.firstUnread;
    input.zone = m_context.zone;
    input.personOf = [&live](const UserId& user) { return live.members.person(user); };
    input.mayRedact = [this, &live](const UserId& user) {
        return m_context.powerLevels(live).canRedact(user, UserId());
    };
    if (!part.isLoose) {
        addSurroundings(input, room, part);
    }
    addEvents(input, part.rows);
    addRelations(input, room);
    if (part.thread.isEmpty()) {
        addThreads(input, room);
    }
    for (StoredEvent& echo : part.echoes) {
        if (part.isLoose || echo.thread == part.thread || !timeline::isVisible(echo)) {
            input.events.push_back(std::move(echo));
        }
    }
    addOriginals(input, room);
    return timeline::buildTimeline(input);
}

void ItemSource::addSurroundings(timeline::TimelineInput& input, const RoomId& room,
                                 const Part& part)
{
    store::Place read = m_context.room(room).row.read;
    if (!part.thread.isEmpty()) {
        const auto thread = m_context.take(m_context.tables.threads.find(room, part.thread));
        read = std::max(thread.read, m_context.room(room).row.flat);
    }
    if (const auto event = m_context.take(m_context.tables.events.at(room, read))) {
        input.readMarker = event->id;
    }
    if (!part.thread.isEmpty()) {
        return; // what others have read of it is not kept
    }
    for (const auto& [user, event] : m_context.take(m_context.tables.rooms.receipts(room))) {
        if (user != m_context.own) {
            input.receipts.emplace(user, event);
        }
    }
}

void ItemSource::addThreads(timeline::TimelineInput& input, const RoomId& room)
{
    const bool none = std::ranges::all_of(
        input.events, [](const StoredEvent& event) { return !event.thread.isEmpty(); });
    const auto all =
        none ? std::vector<EventId>() : m_context.take(m_context.tables.threads.roots(room));
    const std::unordered_set<EventId> roots(all.begin(), all.end());
    for (const StoredEvent& event : input.events) {
        if (roots.contains(event.event.id)) {
            input.threads.emplace(event.event.id, threadInfo(room, event.event.id));
        }
    }
}

bool ItemSource::isWhole(const RoomId& room, const store::ThreadRow& thread)
{
    constexpr auto last = std::numeric_limits<int64_t>::max();
    const auto root = m_context.take(m_context.tables.events.placeOf(room, thread.root));
    const bool unbroken = root && !root->isAside() &&
                          !m_context.take(m_context.tables.chunks.hasGap(room, root->chunk, last));
    return unbroken || (thread.older && thread.older->isEmpty());
}

timeline::ThreadInfo ItemSource::threadInfo(const RoomId& room, const EventId& root)
{
    auto& threads = m_context.tables.threads;
    const store::ThreadRow row = m_context.take(threads.find(room, root));
    const store::ThreadCount here = m_context.take(threads.count(room, root, m_context.own));
    const store::Place read = std::max(row.read, m_context.room(room).row.flat);
    const store::UnreadRow unread = m_context.take(threads.unread(room, root, read));
    const bool neverRead = read == store::Place{};
    timeline::ThreadInfo info;
    info.count = isWhole(room, row) ? here.replies : std::max(here.replies, row.replies);
    info.unread = neverRead ? std::max(unread.unread, row.serverUnread) : unread.unread;
    info.highlights =
        neverRead ? std::max(unread.highlights, row.serverHighlights) : unread.highlights;
    info.participated = here.participated || row.participated;
    if (here.last.isEmpty()) {
        return info;
    }
    for (const TimelineItem& last : some(room, {here.last}, {})) {
        info.lastEventId = last.eventId;
        info.lastSender = last.sender;
        info.lastSenderName = last.senderName;
        info.lastBody = rooms::oneLine(last.body, maxLine);
        info.lastKind = kindWord(last.kind);
        info.lastTimestamp = last.timestamp;
    }
    return info;
}

void ItemSource::addEvents(timeline::TimelineInput& input, const std::vector<EventRow>& rows)
{
    int64_t chunk = -1;
    for (const EventRow& row : rows) {
        auto stored = m_context.stored(row);
        if (!stored) {
            continue;
        }
        if (stored->trust == "sharedHistory"_L1) {
            const auto session =
                m_context.take(m_context.tables.crypto.inboundGroup(row.room, row.sessionId));
            stored->sharedBy = session ? session->sharedBy : UserId();
        }
        if (row.place.chunk != chunk) {
            // Between the two may lie what belongs to threads only.
            stored->gapBefore =
                hasGapBefore(row) || (chunk > 0 && m_context.take(m_context.tables.chunks.hasGap(
                                                       row.room, chunk, row.place.chunk - 1)));
            chunk = row.place.chunk;
        }
        input.events.push_back(std::move(*stored));
    }
}

bool ItemSource::hasGapBefore(const EventRow& row)
{
    const auto chunk = m_context.take(m_context.tables.chunks.find(row.place.chunk));
    return chunk && chunk->prevBatch && chunk->first == row.place.position;
}

void ItemSource::addRelations(timeline::TimelineInput& input, const RoomId& room)
{
    std::unordered_set<EventId> seen;
    for (const StoredEvent& event : input.events) {
        seen.insert(event.event.id);
    }
    for (size_t i = 0; i < input.events.size(); ++i) {
        const EventId target = input.events[i].event.id;
        for (const EventId& id : m_context.take(m_context.tables.relations.sources(room, target))) {
            const auto row = seen.insert(id).second
                                 ? m_context.take(m_context.tables.events.find(room, id))
                                 : std::nullopt;
            if (auto stored = row ? m_context.stored(*row) : std::nullopt) {
                input.relations.push_back(std::move(*stored));
            }
        }
    }
}

void ItemSource::addOriginals(timeline::TimelineInput& input, const RoomId& room)
{
    std::unordered_set<EventId> seen;
    for (const StoredEvent& event : input.events) {
        seen.insert(event.event.id);
    }
    for (const StoredEvent& event : input.events) {
        EventId id = events::parseRelation(event.event.content).replyTo;
        if (id.isEmpty()) {
            id = events::parseRelation(event.content()).replyTo;
        }
        if (id.isEmpty() || !seen.insert(id).second) {
            continue;
        }
        const auto row = m_context.take(m_context.tables.events.find(room, id));
        if (auto stored = row ? m_context.stored(*row) : std::nullopt) {
            input.originals.push_back(std::move(*stored));
        }
    }
}

std::vector<StoredEvent> ItemSource::echoes(const RoomId& room)
{
    std::vector<StoredEvent> found;
    const bool encrypted = m_context.room(room).encrypted;
    for (const store::OutboxRow& row : m_context.take(m_context.tables.outbox.all(room))) {
        const auto uploads = m_context.take(m_context.tables.outbox.uploads(row.txn));
        found.push_back(echoEvent(row, uploads, {m_context.own, encrypted}));
    }
    return found;
}

bool ItemSource::isStart(const RoomId& room, const store::Place& place)
{
    const auto chunk = m_context.take(m_context.tables.chunks.find(place.chunk));
    return chunk && !chunk->prevBatch && chunk->first >= place.position &&
           !m_context.take(m_context.tables.chunks.olderThan(room, chunk->id));
}

std::vector<TimelineItem> ItemSource::some(const RoomId& room, const std::set<EventId>& events,
                                           const std::set<TxnId>& echoes)
{
    Part part;
    part.isLoose = true;
    for (const EventId& id : events) {
        if (auto row = m_context.take(m_context.tables.events.find(room, id))) {
            part.rows.push_back(std::move(*row));
        }
    }
    std::ranges::sort(part.rows, {}, &EventRow::place);
    for (StoredEvent& echo : this->echoes(room)) {
        if (echoes.contains(TxnId(echo.txnId))) {
            part.echoes.push_back(std::move(echo));
        }
    }
    auto all = items(room, std::move(part));
    std::erase_if(all, [](const TimelineItem& item) { return !isEventItem(item); });
    return all;
}

} // namespace client::engine
