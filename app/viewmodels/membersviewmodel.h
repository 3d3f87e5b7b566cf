// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// MembersViewModel: who is in the open conversation, those first whose digital identity changed.
// Owned by App.
#pragma once

#include "base/task.h"
#include "session/encryption.h"
#include "session/session.h"
#include "viewmodels/membersmodel.h"

#include <QTimer>

namespace app {

class Words;

class MembersViewModel final : public QObject {
    Q_OBJECT
    Q_PROPERTY(QAbstractItemModel* model READ model CONSTANT FINAL) //!< roles: MembersModel
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY changed FINAL)
    Q_PROPERTY(bool loaded READ loaded NOTIFY changed FINAL)
    Q_PROPERTY(int count READ count NOTIFY changed FINAL) //!< all of them, whatever the filter
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed FINAL)

public:
    explicit MembersViewModel(const Words& words);

    void attach(client::session::Encryption* encryption, client::session::Session* session);

    QAbstractItemModel* model() { return &m_model; }

    QString filter() const { return m_filter; }

    void setFilter(const QString& filter);

    bool loaded() const { return m_loaded; }

    int count() const { return int(m_members.size()); }

    QString errorText() const { return m_errorText; }

    Q_INVOKABLE void show(const QString& roomId);

Q_SIGNALS:
    void changed();

private:
    client::Task<> runLoad();
    void refresh();
    void arrange();

    const Words* m_words;
    client::session::Encryption* m_encryption = nullptr;
    client::session::Session* m_session = nullptr;
    client::RoomId m_room;
    std::vector<MemberRow> m_members;
    MembersModel m_model;
    QString m_filter, m_errorText;
    bool m_loaded = false;
    QTimer m_refreshTimer;
    client::TaskScope m_scope; // last member
};

} // namespace app
