// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "unit/timeline/support.h"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using namespace client;
using namespace client::timeline;
using Diff = ListDiff<TimelineItem>;
using Items = std::vector<TimelineItem>;

namespace {

void replay(Items& items, const Diff::Op& op)
{
    if (const auto* reset = std::get_if<Diff::Reset>(&op)) {
        items = reset->items;
    } else if (const auto* insert = std::get_if<Diff::Insert>(&op)) {
        REQUIRE((insert->index >= 0 && size_t(insert->index) <= items.size()));
        items.insert(items.begin() + insert->index, insert->items.begin(), insert->items.end());
    } else if (const auto* remove = std::get_if<Diff::Remove>(&op)) {
        REQUIRE((remove->count > 0 && size_t(remove->index + remove->count) <= items.size()));
        items.erase(items.begin() + remove->index, items.begin() + remove->index + remove->count);
    } else if (const auto* update = std::get_if<Diff::Update>(&op)) {
        items.at(size_t(update->index)) = update->item;
    } else if (const auto* move = std::get_if<Diff::Move>(&op)) {
        REQUIRE(size_t(move->from) < items.size());
        const TimelineItem item = items[size_t(move->from)];
        items.erase(items.begin() + move->from);
        REQUIRE(size_t(move->to) <= items.size());
        items.insert(items.begin() + move->to, item);
    }
}

Items replayed(Items items, const Diff& diff)
{
    for (const Diff::Op& op : diff.ops) {
        replay(items, op);
    }
    return items;
}

TimelineItem item(int uid, int body = 0)
{
    TimelineItem made;
    made.uid = QString::number(uid);
    made.body = QString::number(body);
    return made;
}

Items randomItems(std::mt19937& random, int size)
{
    std::vector<int> uids;
    for (int i = 0; i < 2 * size; ++i) {
        uids.push_back(i);
    }
    if (random() % 2 == 0) {
        std::ranges::shuffle(uids, random);
    }
    Items items;
    for (const int uid : uids) {
        if (random() % 3 != 0) {
            items.push_back(item(uid, int(random() % 2)));
        }
    }
    return items;
}

} // namespace

TEST_CASE("replaying a difference gives the new list, whatever the two lists are")
{
    std::mt19937 random(20261124);
    for (int round = 0; round < 3000; ++round) {
        const Items before = randomItems(random, int(random() % 30));
        Items after = randomItems(random, int(random() % 30));
        if (round % 3 == 0) { // close to the old one, as in real life
            after = before;
            for (int change = 0; change < 3 && !after.empty(); ++change) {
                const auto place = after.begin() + std::ptrdiff_t(random() % after.size());
                const TimelineItem moved = *place;
                after.erase(place);
                after.insert(after.begin() + std::ptrdiff_t(random() % (after.size() + 1)), moved);
            }
        }
        REQUIRE(replayed(before, diffItems(before, after)) == after);
    }
}

TEST_CASE("a message at the end is one insertion and a changed one is one update")
{
    const Items before{item(1), item(2), item(3)};
    Items after = before;
    after.push_back(item(4));
    const Diff added = diffItems(before, after);
    REQUIRE(added.ops.size() == 1);
    CHECK(std::holds_alternative<Diff::Insert>(added.ops[0]));
    after = before;
    after[1].body = u"new"_s;
    const Diff changed = diffItems(before, after);
    REQUIRE(changed.ops.size() == 1);
    CHECK(std::holds_alternative<Diff::Update>(changed.ops[0]));
    CHECK(diffItems(before, before).isEmpty());
}

TEST_CASE("an echo that wanders behind a newer message is one move")
{
    const Diff diff =
        diffItems({item(1), item(2), item(3), item(4)}, {item(1), item(3), item(4), item(2)});
    REQUIRE(diff.ops.size() == 1);
    CHECK(std::holds_alternative<Diff::Move>(diff.ops[0]));
}

TEST_CASE("large lists in reverse order are drawn anew and not moved one by one")
{
    Items before;
    for (int i = 0; i < 20'000; ++i) {
        before.push_back(item(i));
    }
    Items after = before;
    std::ranges::reverse(after);
    const Diff diff = diffItems(before, after);
    REQUIRE(diff.ops.size() == 1);
    CHECK(std::holds_alternative<Diff::Reset>(diff.ops[0]));
}

TEST_CASE("rows of the same uid are drawn anew")
{
    const Items after{item(1), item(1, 5)};
    CHECK(replayed({item(1)}, diffItems({item(1)}, after)) == after);
}
