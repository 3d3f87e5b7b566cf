// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// MembersModel: people of one conversation as rows.
#pragma once

#include <QAbstractListModel>

#include <vector>

namespace app {

struct MemberRow {
    QString user, name, organisation, avatar;
    QString warning; //!< empty when all is well
    bool invited = false;
    bool me = false;
    bool operator==(const MemberRow&) const = default;
};

class MembersModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        UserRole = Qt::UserRole,
        NameRole,
        OrganisationRole,
        AvatarRole,
        WarningRole,
        InvitedRole,
        MeRole,
    };

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    void setRows(std::vector<MemberRow> rows);

private:
    std::vector<MemberRow> m_rows;
};

} // namespace app
