// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Transcripts: a room's history from old to new, part by part, for whoever writes it down. Replies
// in threads stand among the others. Only reads. Owned by Engine::Parts.
#pragma once

#include "engine/itemsource.h"
#include "engine/views.h"

#include <limits>

namespace client::engine {

//! Milliseconds since 1970, both ends included.
struct TranscriptRange {
    Timestamp from = 0;
    Timestamp to = std::numeric_limits<Timestamp>::max();
};

struct TranscriptPart {
    std::vector<timeline::TimelineItem> items; //!< oldest first; may be empty before the end
    QString next;                              //!< cursor; empty: that was all
};

class Transcripts {
public:
    Transcripts(Context& context, ItemSource& source) : m_context(context), m_source(source) {}

    //! The newest gap in which messages of that time may lie; nullopt: nothing is missing here.
    //! NotFound: no such room.
    Result<std::optional<BackfillRequest>> gap(const RoomId& room, const TranscriptRange& range);
    //! `cursor` empty: from the oldest on. NotFound; Invalid: a cursor that is none.
    Result<TranscriptPart> next(const RoomId& room, const TranscriptRange& range,
                                const QString& cursor, int limit);
    //! Whether messages of the room are still to be decrypted.
    Result<bool> isDecrypting(const RoomId& room);

private:
    template <class Ask>
    auto read(const RoomId& room, Ask ask) -> Result<std::invoke_result_t<Ask>>
    {
        m_context.ledger.clear();
        if (!m_context.room(room).isKnown) {
            return fail(Error::Kind::NotFound, QStringLiteral("no such room"));
        }
        auto value = ask();
        if (!m_context.ledger.isClean()) {
            return std::unexpected(*m_context.ledger.error());
        }
        return value;
    }

    bool mayLack(const RoomId& room, const store::Chunk& chunk, const TranscriptRange& range);
    Timestamp timeAt(const RoomId& room, const store::Place& place, Timestamp otherwise);

    Context& m_context;
    ItemSource& m_source;
};

} // namespace client::engine
