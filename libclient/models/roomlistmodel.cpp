// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/roomlistmodel.h"

namespace client::models {

using rooms::RoomSummary;
using Membership = RoomSummary::Membership;

namespace {

int rank(RoomSummary::Tag tag)
{
    return tag == RoomSummary::Tag::Favourite ? 0 : tag == RoomSummary::Tag::None ? 1 : 2;
}

} // namespace

RoomListModel::RoomListModel(QObject* parent) : DiffModel(Order::Forward, parent) {}

void RoomListModel::reset(std::vector<RoomSummary> rooms)
{
    apply({{ListDiff<RoomSummary>::Reset{std::move(rooms)}}});
    reindex();
}

void RoomListModel::upsert(const RoomSummary& room)
{
    const int at = indexOf(room.roomId);
    if (at >= 0) {
        apply({{ListDiff<RoomSummary>::Update{at, room}}});
        return;
    }
    const int end = int(items().size());
    m_indexes.insert(room.roomId, end);
    apply({{ListDiff<RoomSummary>::Insert{end, {room}}}});
}

void RoomListModel::remove(const QString& roomId)
{
    const int at = indexOf(roomId);
    if (at >= 0) {
        apply({{ListDiff<RoomSummary>::Remove{at, 1}}});
        reindex();
    }
}

int RoomListModel::indexOf(const QString& roomId) const
{
    return m_indexes.value(roomId, -1);
}

void RoomListModel::reindex()
{
    m_indexes.clear();
    for (size_t i = 0; i < items().size(); ++i) {
        m_indexes.insert(items()[i].roomId, int(i));
    }
}

RoomListOrder::RoomListOrder(QObject* parent) : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(true);
    sort(0);
}

void RoomListOrder::setFilterText(const QString& text)
{
    m_needle = foldForSearch(text.trimmed());
    invalidateFilter();
}

bool RoomListOrder::lessThan(const QModelIndex& left, const QModelIndex& right) const
{
    const auto* model = static_cast<const RoomListModel*>(sourceModel());
    const RoomSummary& a = model->itemAt(left.row());
    const RoomSummary& b = model->itemAt(right.row());
    const bool aInvited = a.membership == Membership::Invited;
    const bool bInvited = b.membership == Membership::Invited;
    if (aInvited != bInvited) {
        return aInvited;
    }
    if (a.tag != b.tag) {
        return rank(a.tag) < rank(b.tag);
    }
    if (a.lastTimestamp != b.lastTimestamp) {
        return a.lastTimestamp > b.lastTimestamp;
    }
    return a.roomId < b.roomId;
}

bool RoomListOrder::filterAcceptsRow(int row, const QModelIndex&) const
{
    const auto* model = static_cast<const RoomListModel*>(sourceModel());
    const RoomSummary& room = model->itemAt(row);
    if (room.membership == Membership::Left || room.membership == Membership::Banned) {
        return false;
    }
    // A room that was upgraded gives way to its successor: one that says so, too, or else any room
    // could be put in the place of another.
    const int successor = room.successor.isEmpty() ? -1 : model->indexOf(room.successor);
    if (successor >= 0 && model->itemAt(successor).predecessor == room.roomId) {
        return false;
    }
    return m_needle.isEmpty() || foldForSearch(room.name).contains(m_needle);
}

QString foldForSearch(const QString& text)
{
    QString folded;
    const QString decomposed = text.toLower().normalized(QString::NormalizationForm_KD);
    folded.reserve(decomposed.size());
    for (const QChar c : decomposed) {
        if (c == QChar(0x0153)) {
            folded += QLatin1StringView("oe"); // cœur is found by coeur
        } else if (c == QChar(0x00e6)) {
            folded += QLatin1StringView("ae");
        } else if (c.category() != QChar::Mark_NonSpacing) {
            folded += c == QChar(0x2019) ? QChar(u'\'') : c;
        }
    }
    return folded;
}

} // namespace client::models
