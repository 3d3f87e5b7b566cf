// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// TrustViewModel: whose digital identity changed in the open conversation, and one person's
// identity and devices for the sheet behind the shield. Owned by App.
#pragma once

#include "base/task.h"
#include "session/encryption.h"
#include "session/session.h"
#include "viewmodels/devicesmodel.h"

#include <QObject>
#include <QTimer>

namespace app {

class TrustViewModel final : public QObject {
    Q_OBJECT
    // The conversation: the most pressing one first
    Q_PROPERTY(int changedCount READ changedCount NOTIFY roomChanged FINAL)
    Q_PROPERTY(QString changedUser READ changedUser NOTIFY roomChanged FINAL)
    Q_PROPERTY(QString changedName READ changedName NOTIFY roomChanged FINAL)
    Q_PROPERTY(bool blocksSending READ blocksSending NOTIFY roomChanged FINAL)
    // The person of the sheet
    Q_PROPERTY(QString personId READ personId NOTIFY personChanged FINAL)
    Q_PROPERTY(QString personName READ personName NOTIFY personChanged FINAL)
    Q_PROPERTY(QString personOrganisation READ personOrganisation NOTIFY personChanged FINAL)
    Q_PROPERTY(bool personLoaded READ personLoaded NOTIFY personChanged FINAL)
    Q_PROPERTY(bool personHasIdentity READ personHasIdentity NOTIFY personChanged FINAL)
    Q_PROPERTY(bool personVerified READ personVerified NOTIFY personChanged FINAL)
    Q_PROPERTY(bool personIdentityChanged READ personIdentityChanged NOTIFY personChanged FINAL)
    Q_PROPERTY(bool personBlocks READ personBlocks NOTIFY personChanged FINAL)
    Q_PROPERTY(QString personFingerprint READ personFingerprint NOTIFY personChanged FINAL)
    Q_PROPERTY(QString personError READ personError NOTIFY personChanged FINAL)
    Q_PROPERTY(int deviceCount READ deviceCount NOTIFY personChanged FINAL)
    //! Roles as of DevicesViewModel.
    Q_PROPERTY(QAbstractItemModel* devices READ devices CONSTANT FINAL)

public:
    explicit TrustViewModel(const Words& words);

    //! Without a session people are called by their addresses.
    void attach(client::session::Encryption* encryption, client::session::Session* session);
    void setRoom(const QString& roomId); //!< empty: none is open

    int changedCount() const { return int(m_changed.size()); }

    QString changedUser() const;
    QString changedName() const;
    bool blocksSending() const;

    QString personId() const { return m_person.user.toString(); }

    QString personName() const { return nameOf(m_person.user); }

    QString personOrganisation() const;

    int deviceCount() const { return m_devices.rowCount(); }

    bool personLoaded() const { return m_personLoaded; }

    bool personHasIdentity() const { return !m_person.master.isEmpty(); }

    bool personVerified() const { return m_person.verified; }

    bool personIdentityChanged() const { return m_person.changed; }

    bool personBlocks() const { return m_person.blocksSending; }

    QString personFingerprint() const;

    QString personError() const { return m_personError; }

    QAbstractItemModel* devices() { return &m_devices; }

    Q_INVOKABLE void showPerson(const QString& userId, const QString& name);
    Q_INVOKABLE void acknowledge(const QString& userId);
    Q_INVOKABLE void block(const QString& device, bool blocked); //!< of the person of the sheet

Q_SIGNALS:
    void roomChanged();
    void personChanged();
    void said(const QString& sentence);

private:
    using Encryption = client::session::Encryption;
    client::Task<> runRoom();
    client::Task<> runPerson(client::UserId user);
    client::Task<> runAct(client::Task<client::Result<>> task);
    client::Task<> learnNames(client::RoomId room);
    void refresh();
    QString nameOf(const client::UserId& user) const;

    const Words* m_words;
    Encryption* m_encryption = nullptr;
    client::session::Session* m_session = nullptr;
    client::RoomId m_room;
    std::vector<client::crypto::IdentityView> m_changed;
    client::crypto::IdentityView m_person;
    bool m_personLoaded = false;
    QString m_personError;
    DevicesModel m_devices;
    QHash<QString, QString> m_names;
    QTimer m_refreshTimer;
    client::TaskScope m_scope; // last member
};

} // namespace app
