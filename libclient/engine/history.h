// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// History: pages of the past for callers without a window, and the filling of gaps from the server.
// Owned by Engine::Parts.
#pragma once

#include "engine/engine.h"
#include "engine/eventlog.h"
#include "engine/itemsource.h"
#include "engine/statekeeper.h"

namespace client::engine {

class History {
public:
    struct PageStart {
        QString before;          //!< cursor; empty: at the newest event
        bool acrossGaps = false; //!< go on with what is known beyond a gap
    };

    struct Parts {
        StateKeeper& state;
        EventLog& log;
        ItemSource& source;
    };

    History(Context& context, Parts parts) : m_context(context), m_parts(parts) {}

    TimelinePage page(const RoomId& room, int limit, const PageStart& start);
    std::optional<BackfillRequest> backfillFor(const RoomId& room, const QString& before);
    void applyBackfill(const BackfillRequest& request, const QByteArray& body);

private:
    struct Stretch {
        std::vector<store::EventRow> rows; //!< newest first
        store::Place end;                  //!< everything from here on is in rows
        bool gap = false;                  //!< the next older event is missing
    };

    Stretch collect(const RoomId& room, store::Place from, int limit, bool acrossGaps);
    bool gapBetween(const RoomId& room, int64_t newer, int64_t older);
    std::optional<store::Place> placeOf(const RoomId& room, const QString& cursor);

    Context& m_context;
    Parts m_parts;
};

} // namespace client::engine
