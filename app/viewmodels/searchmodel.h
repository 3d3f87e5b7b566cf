// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// SearchModel: what one search found: rooms, people, commands, messages, in this order.
#pragma once

#include <QAbstractListModel>

#include <vector>

namespace app {

struct SearchRow {
    QString kind;   //!< room, person, command, message
    QString id;     //!< room id, user id, name of the command, event id
    QString room;   //!< message: where it is; person: the conversation with them, or empty
    QString title;  //!< plain
    QString name;   //!< whose picture it is
    QString tone;   //!< what its colour is made of
    QString detail; //!< styled text: escaped, only <b> is markup
    QString plain;  //!< the same for a screen reader
    QString time;
    QString avatar;
    bool operator==(const SearchRow&) const = default;
};

class SearchModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        KindRole = Qt::UserRole,
        IdRole,
        RoomRole,
        TitleRole,
        NameRole,
        ToneRole,
        DetailRole,
        PlainRole,
        TimeRole,
        AvatarRole,
    };

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    void setRows(std::vector<SearchRow> rows);
    void append(std::vector<SearchRow> rows);

private:
    std::vector<SearchRow> m_rows;
};

} // namespace app
