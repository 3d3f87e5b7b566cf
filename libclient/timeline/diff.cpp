// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/timeline.h"

#include <QHash>

#include <algorithm>

namespace client::timeline {

namespace {

using Diff = ListDiff<TimelineItem>;
using Items = std::vector<TimelineItem>;

constexpr size_t maxMoves = 256; // more of them are cheaper drawn anew
constexpr int gone = -1;

QHash<QString, int> placesOf(const Items& items)
{
    QHash<QString, int> places;
    places.reserve(qsizetype(items.size()));
    for (size_t i = 0; i < items.size(); ++i) {
        places.insert(items[i].uid, int(i));
    }
    return places;
}

Diff reset(const Items& after)
{
    return Diff{{Diff::Reset{after}}};
}

//! Runs of rows that are gone, from the end so that indices in front stay true.
void removeGone(std::vector<int>& places, Diff& diff)
{
    for (size_t end = places.size(); end > 0;) {
        if (places[end - 1] != gone) {
            --end;
            continue;
        }
        size_t begin = end;
        while (begin > 0 && places[begin - 1] == gone) {
            --begin;
        }
        diff.ops.emplace_back(Diff::Remove{int(begin), int(end - begin)});
        places.erase(places.begin() + std::ptrdiff_t(begin), places.begin() + std::ptrdiff_t(end));
        end = begin;
    }
}

//! Values of a longest rising subsequence: the rows that can stay where they are.
std::vector<int> risingRun(const std::vector<int>& places)
{
    std::vector<size_t> tails; // index of the smallest end of a run of each length
    std::vector<int> before(places.size(), gone);
    for (size_t i = 0; i < places.size(); ++i) {
        const auto at = std::ranges::lower_bound(tails, places[i], {},
                                                 [&](size_t tail) { return places[tail]; });
        if (at != tails.begin()) {
            before[i] = int(*std::prev(at));
        }
        if (at == tails.end()) {
            tails.push_back(i);
        } else {
            *at = i;
        }
    }
    std::vector<int> run;
    for (int i = tails.empty() ? gone : int(tails.back()); i != gone; i = before[size_t(i)]) {
        run.push_back(places[size_t(i)]);
    }
    std::ranges::reverse(run);
    return run;
}

//! False when there are too many rows to move.
bool moveWandered(std::vector<int>& places, Diff& diff)
{
    const std::vector<int> staying = risingRun(places);
    if (places.size() - staying.size() > maxMoves) {
        return false;
    }
    std::vector<int> wandered = places;
    std::erase_if(wandered, [&](int place) { return std::ranges::binary_search(staying, place); });
    std::vector<int> settled = staying;
    for (const int place : wandered) {
        const auto from = std::ranges::find(places, place);
        const int fromIndex = int(from - places.begin());
        places.erase(from);
        // Behind the nearest settled row that belongs in front of it.
        const auto next = std::ranges::lower_bound(settled, place);
        const auto to = next == settled.begin()
                            ? places.begin()
                            : std::next(std::ranges::find(places, *std::prev(next)));
        const int toIndex = int(to - places.begin());
        if (toIndex != fromIndex) {
            diff.ops.emplace_back(Diff::Move{fromIndex, toIndex});
        }
        places.insert(to, place);
        settled.insert(next, place);
    }
    return true;
}

void insertNew(const std::vector<int>& places, const Items& after, Diff& diff)
{
    size_t known = 0;
    for (size_t i = 0; i < after.size();) {
        if (known < places.size() && places[known] == int(i)) {
            ++known;
            ++i;
            continue;
        }
        const size_t end = known < places.size() ? size_t(places[known]) : after.size();
        Diff::Insert insert{int(i), {}};
        insert.items.assign(after.begin() + std::ptrdiff_t(i), after.begin() + std::ptrdiff_t(end));
        diff.ops.emplace_back(std::move(insert));
        i = end;
    }
}

} // namespace

ListDiff<TimelineItem> diffItems(const Items& before, const Items& after)
{
    const QHash<QString, int> places = placesOf(after);
    const QHash<QString, int> old = placesOf(before);
    const bool ambiguous =
        size_t(places.size()) != after.size() || size_t(old.size()) != before.size();
    std::vector<int> kept;
    kept.reserve(before.size());
    for (const TimelineItem& item : before) {
        kept.push_back(places.value(item.uid, gone));
    }
    const bool nothingKept = std::ranges::all_of(kept, [](int place) { return place == gone; });
    if (ambiguous || (nothingKept && !before.empty())) {
        return before == after ? Diff() : reset(after);
    }
    Diff diff;
    removeGone(kept, diff);
    if (!moveWandered(kept, diff)) {
        return reset(after);
    }
    insertNew(kept, after, diff);
    for (const int place : kept) {
        const TimelineItem& item = after[size_t(place)];
        if (!(before[size_t(old.value(item.uid))] == item)) {
            diff.ops.emplace_back(Diff::Update{place, item});
        }
    }
    return diff;
}

} // namespace client::timeline
