// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timeline.h"

#include "timeline/aggregations.h"
#include "timeline/dividers.h"
#include "timeline/itemmaker.h"

namespace client::timeline {

std::vector<TimelineItem> buildTimeline(const TimelineInput& input)
{
    const Aggregations aggregations(input);
    const ItemMaker maker(input, aggregations);
    std::vector<PlacedItem> placed;
    placed.reserve(input.events.size());
    for (size_t i = 0; i < input.events.size(); ++i) {
        if (auto item = maker.make(input.events[i])) {
            placed.push_back({std::move(*item), i});
        }
    }
    countReaders(input, placed);
    return withDividers(input, std::move(placed));
}

} // namespace client::timeline
