// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// RoomListViewModel: the list of conversations, its filter, invitations, new conversations. Owned
// by App; lives as long as the window.
#pragma once

#include "base/task.h"
#include "models/roomlistmodel.h"
#include "session/session.h"

#include <QObject>
#include <QSortFilterProxyModel>

namespace app {

class Words;

class RoomListViewModel final : public QObject {
    Q_OBJECT
    //! Rows: roles `item` (roomSummary value), sorted: see RoomListOrder.
    Q_PROPERTY(QAbstractItemModel* model READ model CONSTANT FINAL)
    Q_PROPERTY(
        QString filterText READ filterText WRITE setFilterText NOTIFY filterTextChanged FINAL)
    Q_PROPERTY(QString selected READ selected NOTIFY selectedChanged FINAL)
    Q_PROPERTY(bool loaded READ loaded NOTIFY loadedChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    Q_PROPERTY(int unreadTotal READ unreadTotal NOTIFY countChanged FINAL)
    Q_PROPERTY(bool firstSync READ firstSync NOTIFY loadedChanged FINAL)
    Q_PROPERTY(bool acting READ acting NOTIFY actingChanged FINAL)

public:
    explicit RoomListViewModel(const Words& words);

    QAbstractItemModel* model() { return &m_proxy; }

    QString filterText() const { return m_filterText; }

    void setFilterText(const QString& text);

    QString selected() const { return m_selected; }

    bool loaded() const { return m_loaded; }

    bool firstSync() const { return m_firstSync; } //!< no room yet because nothing was synced yet

    int count() const { return m_model.rowCount({}); }

    int unreadTotal() const { return m_unreadTotal; }

    bool acting() const { return m_acting; }

    void attach(client::session::Session* session); //!< null: empties the list
    void setSelected(const QString& roomId);
    std::optional<client::rooms::RoomSummary> summary(const QString& roomId) const;

    Q_INVOKABLE QString roomAt(int row) const;
    Q_INVOKABLE int rowOf(const QString& roomId) const;
    //! Neighbour of the selected room, for Alt+Up and Alt+Down; unreadOnly with Shift.
    Q_INVOKABLE QString neighbour(int step, bool unreadOnly) const;
    Q_INVOKABLE void accept(const QString& roomId);
    Q_INVOKABLE void decline(const QString& roomId);
    Q_INVOKABLE void leave(const QString& roomId);
    Q_INVOKABLE void setTag(const QString& roomId, client::rooms::RoomSummary::Tag tag);
    Q_INVOKABLE void markUnread(const QString& roomId, bool unread);
    Q_INVOKABLE void setNotify(const QString& roomId, client::rooms::RoomSummary::Notify notify);
    Q_INVOKABLE void startDirect(const QString& userId);
    Q_INVOKABLE void createRoom(const QString& name, const QString& topic, bool isPublic,
                                const QString& invitees);
    Q_INVOKABLE void join(const QString& aliasOrId);

Q_SIGNALS:
    void filterTextChanged();
    void selectedChanged();
    void loadedChanged();
    void countChanged();
    void actingChanged();
    void openRequested(const QString& roomId); //!< created or joined: show it
    void failed(const QString& sentence);
    void done(); //!< the dialog that asked can close

private:
    void applyRooms(const std::vector<client::rooms::RoomSummary>& changed,
                    const std::vector<client::RoomId>& removed);
    void recount();
    client::Task<> load();
    client::Task<> runJoin(QString room);
    client::Task<> runLeave(QString room);
    client::Task<> run(client::Task<client::Result<>> act);
    client::Task<> runCreate(client::session::Session::CreateRoom request);

    const Words* m_words;
    client::session::Session* m_session = nullptr;
    client::models::RoomListModel m_model;
    client::models::RoomListOrder m_proxy;
    QString m_filterText, m_selected;
    bool m_loaded = false, m_firstSync = false, m_acting = false;
    int m_unreadTotal = 0;
    client::TaskScope m_scope; // last member
};

} // namespace app
