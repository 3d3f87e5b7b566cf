// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/transcripts.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using client::store::Chunk;
using client::store::EventRow;
using client::store::Place;
using client::timeline::TimelineItem;

namespace client::engine {

namespace {

constexpr int mostRows = 500;

std::optional<Place> placeIn(const QString& cursor)
{
    if (cursor.isEmpty()) {
        return Place{};
    }
    bool first = false;
    bool second = false;
    const Place place{cursor.section(u'.', 0, 0).toLongLong(&first),
                      cursor.section(u'.', 1).toLongLong(&second)};
    return first && second && place.chunk > 0 ? std::optional(place) : std::nullopt;
}

QString cursorOf(const Place& place)
{
    return u"%1.%2"_s.arg(place.chunk).arg(place.position);
}

} // namespace

Timestamp Transcripts::timeAt(const RoomId& room, const Place& place, Timestamp otherwise)
{
    const auto row = m_context.take(m_context.tables.events.at(room, place));
    return row ? row->ts : otherwise;
}

//! Whether the gap before a chunk may hold what is wanted. What lies in it is not younger than the
//! chunk's first event and not older than the last one before it, as far as clocks can be trusted.
bool Transcripts::mayLack(const RoomId& room, const Chunk& chunk, const TranscriptRange& range)
{
    if (!chunk.prevBatch || timeAt(room, {chunk.id, chunk.first}, range.from) < range.from) {
        return false;
    }
    const auto before =
        m_context.take(m_context.tables.events.before(room, {chunk.id, chunk.first}, 1));
    return before.empty() || before.front().ts <= range.to;
}

Result<std::optional<BackfillRequest>> Transcripts::gap(const RoomId& room,
                                                        const TranscriptRange& range)
{
    return read(room, [&]() -> std::optional<BackfillRequest> {
        auto chunk = m_context.take(m_context.tables.chunks.newest(room));
        while (chunk) {
            if (mayLack(room, *chunk, range)) {
                return BackfillRequest{room, *chunk->prevBatch, chunk->id};
            }
            chunk = m_context.take(m_context.tables.chunks.olderThan(room, chunk->id));
        }
        return std::nullopt;
    });
}

Result<TranscriptPart> Transcripts::next(const RoomId& room, const TranscriptRange& range,
                                         const QString& cursor, int limit)
{
    const auto after = placeIn(cursor);
    if (!after) {
        return fail(Error::Kind::Invalid, u"not a cursor"_s);
    }
    const int wanted = std::clamp(limit, 1, mostRows);
    return read(room, [&] {
        auto rows = m_context.take(m_context.tables.events.all(room, *after, wanted));
        TranscriptPart part;
        if (std::ssize(rows) == wanted) {
            part.next = cursorOf(rows.back().place);
        }
        std::erase_if(rows, [&range](const EventRow& row) {
            return row.ts < range.from || row.ts > range.to;
        });
        ItemSource::Part shown;
        shown.rows = std::move(rows);
        shown.isLoose = true;
        part.items = m_source.items(room, std::move(shown));
        std::erase_if(part.items, [](const TimelineItem& item) { return !isEventItem(item); });
        return part;
    });
}

Result<bool> Transcripts::isDecrypting(const RoomId& room)
{
    return read(
        room, [&] { return !m_context.take(m_context.tables.events.pendingIn(room, 1)).empty(); });
}

} // namespace client::engine
