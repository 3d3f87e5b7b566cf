// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Polls: what votes and ends make of a poll. Pure.
#pragma once

#include "events/poll.h"
#include "timeline/itemparts.h"
#include "timeline/storedevent.h"

#include <functional>
#include <vector>

namespace client::timeline {

struct PollInput {
    const StoredEvent* start = nullptr;
    std::vector<const StoredEvent*> related;     //!< what refers to it, in any order
    std::function<bool(const UserId&)> mayClose; //!< besides its maker
    std::function<bool(const StoredEvent&)> isRedacted;
    UserId own;
};

//! Of each person the latest vote before the first valid end counts, by the times of the events.
PollInfo countPoll(const events::Poll& poll, const PollInput& input);

} // namespace client::timeline
