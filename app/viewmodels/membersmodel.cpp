// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/membersmodel.h"

namespace app {

int MembersModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant MembersModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const MemberRow& row = m_rows[size_t(index.row())];
    switch (role) {
    case UserRole:
        return row.user;
    case NameRole:
        return row.name;
    case OrganisationRole:
        return row.organisation;
    case AvatarRole:
        return row.avatar;
    case WarningRole:
        return row.warning;
    case InvitedRole:
        return row.invited;
    case MeRole:
        return row.me;
    default:
        return {};
    }
}

QHash<int, QByteArray> MembersModel::roleNames() const
{
    return {{UserRole, "user"},     {NameRole, "name"},       {OrganisationRole, "organisation"},
            {AvatarRole, "avatar"}, {WarningRole, "warning"}, {InvitedRole, "invited"},
            {MeRole, "me"}};
}

void MembersModel::setRows(std::vector<MemberRow> rows)
{
    if (m_rows == rows) {
        return; // a list that did not change keeps its place and its focus
    }
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

} // namespace app
