// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Dividers: the rows between the events (days, the unread line, gaps, the start) and the groups.
#pragma once

#include "timeline/timeline.h"

namespace client::timeline {

//! A row and the place of its event in the input.
struct PlacedItem {
    TimelineItem item;
    size_t place = 0;
};

//! The final rows: dividers put in, groups marked, uids made unique.
std::vector<TimelineItem> withDividers(const TimelineInput& input, std::vector<PlacedItem> placed);

//! Index in `placed` of the row that the unread divider stands before; placed.size(): none.
size_t firstUnread(const TimelineInput& input, const std::vector<PlacedItem>& placed);

//! Own rows: how many others have a receipt at them or later.
void countReaders(const TimelineInput& input, std::vector<PlacedItem>& placed);

} // namespace client::timeline
