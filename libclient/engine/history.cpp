// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/history.h"

#include "api/rooms.h"
#include "engine/cursor.h"
#include "engine/rowevents.h"
#include "events/types.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;
using client::store::Place;
using client::timeline::TimelineItem;

namespace client::engine {

namespace {

constexpr int batch = 50;
constexpr int maxPage = 1000;
constexpr auto endOfChunk = std::numeric_limits<int64_t>::max();

} // namespace

std::optional<Place> History::placeOf(const RoomId& room, const QString& cursor)
{
    if (!cursor.isEmpty()) {
        auto place = placeOfCursor(cursor);
        if (!place) {
            m_context.ledger.refuse(Error::Kind::Invalid, u"not a cursor"_s);
        }
        return place;
    }
    const auto newest = m_context.take(m_context.tables.chunks.newest(room));
    return newest ? std::optional(Place{newest->id, endOfChunk}) : std::nullopt;
}

bool History::gapBetween(const RoomId& room, int64_t newer, int64_t older)
{
    auto chunk = m_context.take(m_context.tables.chunks.find(newer));
    while (chunk && chunk->id > older) {
        if (chunk->prevBatch) {
            return true;
        }
        chunk = m_context.take(m_context.tables.chunks.olderThan(room, chunk->id));
    }
    return false;
}

History::Stretch History::collect(const RoomId& room, Place from, int limit, bool acrossGaps)
{
    Stretch stretch;
    stretch.end = from;
    int visible = 0;
    while (visible < limit && m_context.ledger.isClean()) {
        const auto rows = m_context.take(m_context.tables.events.before(room, stretch.end, batch));
        if (rows.empty()) {
            // 0: older than every chunk.
            stretch.gap = gapBetween(room, stretch.end.chunk, 0);
            return stretch;
        }
        for (const store::EventRow& row : rows) {
            if (!acrossGaps && row.place.chunk != stretch.end.chunk &&
                gapBetween(room, stretch.end.chunk, row.place.chunk)) {
                stretch.gap = true;
                return stretch;
            }
            stretch.end = row.place;
            stretch.rows.push_back(row);
            const auto stored = storedEvent(row);
            if (stored && timeline::isVisible(*stored) && ++visible >= limit) {
                break;
            }
        }
    }
    return stretch;
}

TimelinePage History::page(const RoomId& room, int limit, const PageStart& start)
{
    TimelinePage page;
    if (!m_context.room(room).isKnown) {
        m_context.ledger.refuse(Error::Kind::NotFound, u"no such room"_s);
        return page;
    }
    limit = std::clamp(limit, 1, maxPage);
    const auto from = placeOf(room, start.before);
    Stretch stretch;
    ItemSource::Part part;
    if (from) {
        stretch = collect(room, *from, limit, start.acrossGaps);
        part.rows.assign(stretch.rows.rbegin(), stretch.rows.rend());
    }
    if (start.before.isEmpty()) {
        part.echoes = m_parts.source.echoes(room);
    }
    page.items = m_parts.source.items(room, std::move(part));
    std::erase_if(page.items, [](const TimelineItem& item) { return !isEventItem(item); });
    const bool isStart =
        from && !stretch.gap && (stretch.rows.empty() || m_parts.source.isStart(room, stretch.end));
    page.before = from && !isStart ? cursorOf(stretch.end) : QString();
    page.needsServer = stretch.gap && std::ssize(page.items) < limit;
    // Local echoes come on top of a full page; then the page ends earlier.
    const auto surplus = std::ssize(page.items) - limit;
    if (surplus > 0) {
        page.items.erase(page.items.begin(), page.items.begin() + surplus);
        const EventId oldest(page.items.front().eventId);
        if (const auto place = m_context.take(m_context.tables.events.placeOf(room, oldest))) {
            page.before = cursorOf(*place);
        } else if (from) {
            page.before = cursorOf(*from);
        }
    }
    return page;
}

std::optional<BackfillRequest> History::backfillFor(const RoomId& room, const QString& before)
{
    const auto from = placeOf(room, before);
    if (!from) {
        return std::nullopt;
    }
    auto chunk = m_context.take(m_context.tables.chunks.find(from->chunk));
    while (chunk) {
        if (chunk->prevBatch) {
            return BackfillRequest{room, *chunk->prevBatch, chunk->id};
        }
        chunk = m_context.take(m_context.tables.chunks.olderThan(room, chunk->id));
    }
    return std::nullopt;
}

void History::applyBackfill(const BackfillRequest& request, const QByteArray& body)
{
    const auto messages = m_context.take(api::readMessages(body));
    const auto chunk = m_context.take(m_context.tables.chunks.find(request.gap));
    // The same page may have been asked for twice: the second answer finds another token.
    if (!m_context.ledger.isClean() || !chunk || chunk->prevBatch != request.from) {
        return;
    }
    LiveRoom& room = m_context.room(request.room);
    for (const events::Event& event : messages.state) {
        m_parts.state.apply(room, event, StateKeeper::Origin::Older);
    }
    Place place = m_context.take(m_context.tables.chunks.placeBefore(chunk->id));
    bool closed = messages.end.isEmpty() || messages.end == request.from;
    for (const events::Event& event : messages.events) {
        const auto known = m_context.take(m_context.tables.events.placeOf(room.row.id, event.id));
        if (known && !known->isAside() && known->chunk < chunk->id) {
            closed = true;
            break;
        }
        if (m_parts.log.add(room, event, place, EventLog::Arrival::Older)) {
            --place.position;
        }
        closed = closed || (event.type == events::types::create && event.isState());
    }
    const std::optional<QString> next = closed ? std::nullopt : std::optional(messages.end);
    m_context.take(m_context.tables.chunks.setPrevBatch(chunk->id, next));
    m_context.changes.rooms.insert(request.room);
}

} // namespace client::engine
