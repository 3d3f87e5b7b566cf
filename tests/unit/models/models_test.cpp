// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/roomlistmodel.h"
#include "models/timelinemodel.h"

#include <QAbstractItemModelTester>

#include <catch2/catch_test_macros.hpp>

#include <random>

using namespace client;
using namespace client::models;
using namespace Qt::StringLiterals;

namespace {

timeline::TimelineItem item(const QString& uid)
{
    timeline::TimelineItem made;
    made.uid = uid;
    made.eventId = u"$"_s + uid;
    return made;
}

using Diff = ListDiff<timeline::TimelineItem>;

QStringList rows(const TimelineModel& model)
{
    QStringList uids;
    for (int row = 0; row < model.rowCount(); ++row) {
        uids << model.itemAt(row).uid;
    }
    return uids;
}

rooms::RoomSummary room(const QString& id, const QString& name, Timestamp last)
{
    rooms::RoomSummary made;
    made.roomId = id;
    made.name = name;
    made.lastTimestamp = last;
    return made;
}

QStringList shown(const RoomListOrder& order)
{
    QStringList ids;
    for (int row = 0; row < order.rowCount(); ++row) {
        ids << order.index(row, 0).data(RoomListModel::ItemRole).value<rooms::RoomSummary>().roomId;
    }
    return ids;
}

} // namespace

TEST_CASE("a conversation's rows are newest first, whatever the diff does")
{
    TimelineModel model;
    const QAbstractItemModelTester tester(&model);
    model.apply({{Diff::Reset{{item(u"a"_s), item(u"b"_s)}}}});
    CHECK(rows(model) == QStringList{u"b"_s, u"a"_s});
    model.apply({{Diff::Insert{2, {item(u"c"_s), item(u"d"_s)}}}});
    CHECK(rows(model) == QStringList{u"d"_s, u"c"_s, u"b"_s, u"a"_s});
    model.apply({{Diff::Insert{0, {item(u"z"_s)}}, Diff::Remove{2, 1}}});
    CHECK(rows(model) == QStringList{u"d"_s, u"c"_s, u"a"_s, u"z"_s});
    model.apply({{Diff::Move{0, 3}}});
    CHECK(rows(model) == QStringList{u"z"_s, u"d"_s, u"c"_s, u"a"_s});
    CHECK(model.rowOfEvent(u"$c"_s) == 2);
    CHECK(model.rowOfUid(u"nobody"_s) == -1);
}

TEST_CASE("favourites stand before the others and low priority after them, invitations before all")
{
    RoomListModel model;
    RoomListOrder order;
    order.setSourceModel(&model);
    auto invitation = room(u"!i"_s, u"I"_s, 1);
    invitation.membership = rooms::RoomSummary::Membership::Invited;
    auto favourite = room(u"!f"_s, u"F"_s, 2);
    favourite.tag = rooms::RoomSummary::Tag::Favourite;
    auto low = room(u"!l"_s, u"L"_s, 9);
    low.tag = rooms::RoomSummary::Tag::LowPriority;
    model.reset({room(u"!a"_s, u"A"_s, 3), low, room(u"!b"_s, u"B"_s, 4), favourite, invitation});
    CHECK(shown(order) == QStringList{u"!i"_s, u"!f"_s, u"!b"_s, u"!a"_s, u"!l"_s});
    favourite.tag = rooms::RoomSummary::Tag::None;
    model.upsert(favourite);
    CHECK(shown(order) == QStringList{u"!i"_s, u"!b"_s, u"!a"_s, u"!f"_s, u"!l"_s});
}

TEST_CASE("a diff out of range changes nothing and does not crash")
{
    TimelineModel model;
    model.apply({{Diff::Reset{{item(u"a"_s)}}}});
    model.apply({{Diff::Insert{7, {item(u"b"_s)}}, Diff::Remove{0, 9},
                  Diff::Update{4, item(u"c"_s)}, Diff::Move{0, 5}, Diff::Remove{-1, 1}}});
    CHECK(rows(model) == QStringList{u"a"_s});
}

TEST_CASE("ten thousand random operations keep the model consistent")
{
    TimelineModel model;
    const QAbstractItemModelTester tester(&model);
    std::mt19937 random(7); // NOLINT: a fixed seed is the point
    std::vector<QString> expected;
    for (int i = 0; i < 10'000; ++i) {
        const auto size = expected.size();
        const size_t at = size == 0 ? 0 : random() % size;
        const QString uid = QString::number(i);
        switch (random() % 3) {
        case 0:
            model.apply({{Diff::Insert{int(at), {item(uid)}}}});
            expected.insert(expected.begin() + qsizetype(at), uid);
            break;
        case 1:
            if (size > 20) {
                model.apply({{Diff::Remove{int(at), 1}}});
                expected.erase(expected.begin() + qsizetype(at));
            }
            break;
        default:
            if (size > 1) {
                const size_t to = random() % size;
                model.apply({{Diff::Move{int(at), int(to)}}});
                const QString moved = expected[at];
                expected.erase(expected.begin() + qsizetype(at));
                expected.insert(expected.begin() + qsizetype(to), moved);
            }
        }
    }
    std::ranges::reverse(expected);
    CHECK(rows(model) == QStringList(expected.begin(), expected.end()));
}

TEST_CASE("the room list is by activity, invitations first, left rooms out")
{
    RoomListModel model;
    RoomListOrder order;
    order.setSourceModel(&model);
    auto invited = room(u"!i"_s, u"Invitation"_s, 0);
    invited.membership = rooms::RoomSummary::Membership::Invited;
    auto left = room(u"!l"_s, u"Left"_s, 99);
    left.membership = rooms::RoomSummary::Membership::Left;
    model.reset({room(u"!a"_s, u"Budget"_s, 1), room(u"!b"_s, u"Équipe cœur"_s, 2), invited, left});
    CHECK(shown(order) == QStringList{u"!i"_s, u"!b"_s, u"!a"_s});
    model.upsert(room(u"!a"_s, u"Budget"_s, 3));
    CHECK(shown(order) == QStringList{u"!i"_s, u"!a"_s, u"!b"_s});
    order.setFilterText(u"equipe COEUR"_s);
    CHECK(shown(order) == QStringList{u"!b"_s});
    order.setFilterText({});
    model.remove(u"!i"_s);
    CHECK(shown(order) == QStringList{u"!a"_s, u"!b"_s});
}

TEST_CASE("an upgraded room gives way to its successor once that is known")
{
    RoomListModel model;
    RoomListOrder order;
    order.setSourceModel(&model);
    auto old = room(u"!old"_s, u"Projet"_s, 5);
    old.successor = u"!new"_s;
    model.reset({old});
    CHECK(shown(order) == QStringList{u"!old"_s});
    auto newer = room(u"!new"_s, u"Projet"_s, 6);
    newer.predecessor = u"!old"_s;
    model.upsert(newer);
    order.invalidate();
    CHECK(shown(order) == QStringList{u"!new"_s});
}

TEST_CASE("A22: a room that points at another stays, unless that one points back")
{
    RoomListModel model;
    RoomListOrder order;
    order.setSourceModel(&model);
    auto old = room(u"!old"_s, u"Projet"_s, 6);
    old.successor = u"!new"_s;
    auto newer = room(u"!new"_s, u"Ailleurs"_s, 5);
    model.reset({old, newer});
    CHECK(shown(order) == QStringList{u"!old"_s, u"!new"_s});
    newer.predecessor = u"!third"_s;
    model.upsert(newer);
    order.invalidate();
    CHECK(shown(order) == QStringList{u"!old"_s, u"!new"_s});
}
