// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The one-line text of an event for lists and notifications.
#pragma once

#include "rooms/summary.h"
#include "timeline/timelineitem.h"

namespace client::timeline {

//! What a list's row shows of an item; kind None for rows that are no events.
rooms::LastEvent lastMessagePreview(const TimelineItem& item);
//! Whether an item may be the last message of a list's row (messages; no state, no dividers).
bool isPreview(const TimelineItem& item);

} // namespace client::timeline
