// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// DiffModel: the one model that replays a ListDiff; every list that a view shows derives from it.
#pragma once

#include "base/listdiff.h"

#include <QAbstractListModel>

#include <algorithm>
#include <vector>

namespace client::models {

//! Roles: `item` (the value) and `kind` (for a delegate chooser). Rows are the list's order, or its
//! reverse (a conversation grows at its bottom: row 0 is the newest).
template <class T>
class DiffModel : public QAbstractListModel {
public:
    enum Role { KindRole = Qt::UserRole + 1, ItemRole };
    enum class Order { Forward, Reversed };

    explicit DiffModel(Order order = Order::Forward, QObject* parent = nullptr)
        : QAbstractListModel(parent)
        , m_order(order)
    {}

    int rowCount(const QModelIndex& parent = {}) const override
    {
        return parent.isValid() ? 0 : int(m_items.size());
    }

    QVariant data(const QModelIndex& index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid)) {
            return {};
        }
        const T& item = itemAt(index.row());
        if (role == ItemRole) {
            return QVariant::fromValue(item);
        }
        return role == KindRole ? QVariant(kindOf(item)) : QVariant();
    }

    QHash<int, QByteArray> roleNames() const override
    {
        return {{KindRole, QByteArrayLiteral("kind")}, {ItemRole, QByteArrayLiteral("item")}};
    }

    const T& itemAt(int row) const { return m_items[size_t(indexOfRow(row))]; }

    const std::vector<T>& items() const { return m_items; }

    int rowOfIndex(int index) const
    {
        return m_order == Order::Forward ? index : int(m_items.size()) - 1 - index;
    }

    void apply(const ListDiff<T>& diff)
    {
        for (const auto& op : diff.ops) {
            std::visit([this](const auto& o) { replay(o); }, op);
        }
    }

protected:
    virtual int kindOf(const T& item) const = 0;

private:
    using Diff = ListDiff<T>;

    int indexOfRow(int row) const { return rowOfIndex(row); }

    //! First row of `count` items that begin at `index` in a list of `size`.
    int firstRow(int index, int count, int size) const
    {
        return m_order == Order::Forward ? index : size - index - count;
    }

    void replay(const typename Diff::Reset& op)
    {
        beginResetModel();
        m_items = op.items;
        endResetModel();
    }

    void replay(const typename Diff::Insert& op)
    {
        const int size = int(m_items.size());
        const int count = int(op.items.size());
        if (count == 0 || op.index < 0 || op.index > size) {
            return;
        }
        const int first = firstRow(op.index, count, size + count);
        beginInsertRows({}, first, first + count - 1);
        m_items.insert(m_items.begin() + op.index, op.items.begin(), op.items.end());
        endInsertRows();
    }

    void replay(const typename Diff::Remove& op)
    {
        const int size = int(m_items.size());
        if (op.count <= 0 || op.index < 0 || op.index + op.count > size) {
            return;
        }
        const int first = firstRow(op.index, op.count, size);
        beginRemoveRows({}, first, first + op.count - 1);
        m_items.erase(m_items.begin() + op.index, m_items.begin() + op.index + op.count);
        endRemoveRows();
    }

    void replay(const typename Diff::Update& op)
    {
        if (op.index < 0 || op.index >= int(m_items.size())) {
            return;
        }
        m_items[size_t(op.index)] = op.item;
        const QModelIndex at = index(rowOfIndex(op.index));
        Q_EMIT dataChanged(at, at, {KindRole, ItemRole});
    }

    void replay(const typename Diff::Move& op)
    {
        const int size = int(m_items.size());
        if (op.from == op.to || op.from < 0 || op.to < 0 || op.from >= size || op.to >= size) {
            return;
        }
        const int from = rowOfIndex(op.from);
        const int to = rowOfIndex(op.to);
        beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
        T item = std::move(m_items[size_t(op.from)]);
        m_items.erase(m_items.begin() + op.from);
        m_items.insert(m_items.begin() + op.to, std::move(item));
        endMoveRows();
    }

    std::vector<T> m_items;
    Order m_order;
};

} // namespace client::models
