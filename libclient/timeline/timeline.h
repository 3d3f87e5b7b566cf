// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Timeline: events in, rows of a conversation out. Pure: the engine serves it, models show it.
#pragma once

#include "base/ids.h"
#include "base/listdiff.h"
#include "rooms/members.h"
#include "timeline/storedevent.h"
#include "timeline/timelineitem.h"

#include <QTimeZone>

#include <functional>
#include <unordered_map>
#include <vector>

namespace client::timeline {

using PersonOf = std::function<rooms::Person(const UserId&)>;

struct TimelineInput {
    //! Oldest first; local echoes at the end in the order in which they will be sent.
    std::vector<StoredEvent> events;
    //! Edits, reactions and redactions of events of the window, wherever they lie; those that also
    //! are in `events` are counted once. Echoes of relations belong here or there.
    std::vector<StoredEvent> relations;
    //! Events that are replied to, where they are not in the window.
    std::vector<StoredEvent> originals;
    PersonOf personOf; //!< required
    UserId own;
    bool roomEncrypted = false;
    bool atStart = false; //!< the window begins where the room begins
    EventId readMarker;   //!< own receipt
    EventId firstUnread;  //!< the unread divider stands before it; empty: after readMarker
    std::unordered_map<UserId, EventId> receipts;    //!< of others
    std::unordered_map<EventId, ThreadInfo> threads; //!< by their roots
    std::function<bool(const UserId&)> mayRedact;    //!< whoever's message; empty: nobody
    QTimeZone zone;
};

std::vector<TimelineItem> buildTimeline(const TimelineInput& input);

//! Smallest sequence of operations by uid that makes `after` from `before`.
ListDiff<TimelineItem> diffItems(const std::vector<TimelineItem>& before,
                                 const std::vector<TimelineItem>& after);

//! False for events that give no row of their own: edits, reactions, redactions, state without a
//! visible change, bookkeeping types.
bool isVisible(const StoredEvent& event);

} // namespace client::timeline
