// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/searchmodel.h"

namespace app {

int SearchModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant SearchModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const SearchRow& row = m_rows[size_t(index.row())];
    switch (role) {
    case KindRole:
        return row.kind;
    case IdRole:
        return row.id;
    case RoomRole:
        return row.room;
    case TitleRole:
        return row.title;
    case NameRole:
        return row.name;
    case ToneRole:
        return row.tone;
    case DetailRole:
        return row.detail;
    case PlainRole:
        return row.plain;
    case TimeRole:
        return row.time;
    case AvatarRole:
        return row.avatar;
    default:
        return {};
    }
}

QHash<int, QByteArray> SearchModel::roleNames() const
{
    return {{KindRole, "kind"}, {IdRole, "target"},    {RoomRole, "room"},     {TitleRole, "title"},
            {NameRole, "name"}, {ToneRole, "tone"},    {DetailRole, "detail"}, {PlainRole, "plain"},
            {TimeRole, "time"}, {AvatarRole, "avatar"}};
}

void SearchModel::setRows(std::vector<SearchRow> rows)
{
    if (m_rows == rows) {
        return; // a list that did not change keeps its place
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void SearchModel::append(std::vector<SearchRow> rows)
{
    if (rows.empty()) {
        return;
    }
    beginInsertRows({}, rowCount(), rowCount() + int(rows.size()) - 1);
    m_rows.insert(m_rows.end(), rows.begin(), rows.end());
    endInsertRows();
}

} // namespace app
