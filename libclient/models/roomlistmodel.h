// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// RoomListModel and RoomListOrder: the rooms of an account, and the order and filter of their list.
#pragma once

#include "models/diffmodel.h"
#include "rooms/roomsummary.h"

#include <QSortFilterProxyModel>

namespace client::models {

class RoomListModel final : public DiffModel<rooms::RoomSummary> {
    Q_OBJECT

public:
    explicit RoomListModel(QObject* parent = nullptr);
    void reset(std::vector<rooms::RoomSummary> rooms);
    void upsert(const rooms::RoomSummary& room);
    void remove(const QString& roomId);
    int indexOf(const QString& roomId) const; //!< -1: unknown

protected:
    int kindOf(const rooms::RoomSummary& item) const override { return int(item.membership); }

private:
    QHash<QString, int> m_indexes;
    void reindex();
};

//! Invitations first, then favourites, all else, low priority; each by activity; only joined,
//! invited and knocked rooms; the filter matches names without regard to case and accents.
class RoomListOrder final : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit RoomListOrder(QObject* parent = nullptr);
    void setFilterText(const QString& text);

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QString m_needle;
};

//! Lower case, without accents: what a filter compares.
QString foldForSearch(const QString& text);

} // namespace client::models
