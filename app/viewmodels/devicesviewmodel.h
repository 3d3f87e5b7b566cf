// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// DevicesViewModel: the account's own devices, and new sign-ins nobody has looked at. Owned by App.
#pragma once

#include "base/task.h"
#include "session/encryption.h"
#include "viewmodels/devicesmodel.h"

#include <QObject>
#include <QTimer>

namespace app {

class DevicesViewModel final : public QObject {
    Q_OBJECT
    //! Rows: roles `device`, `name`, `seen`, `trust`, `warning`, `current`, `fresh`, `blocked`,
    //! `fingerprint`.
    Q_PROPERTY(QAbstractItemModel* model READ model CONSTANT FINAL)
    Q_PROPERTY(bool loaded READ loaded NOTIFY changed FINAL)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed FINAL)     //!< of the list
    Q_PROPERTY(int others READ others NOTIFY changed FINAL)               //!< besides this one
    Q_PROPERTY(QString fingerprint READ fingerprint NOTIFY changed FINAL) //!< of this device
    Q_PROPERTY(QString deviceId READ deviceId NOTIFY changed FINAL)
    //! The newest sign-in that nobody has looked at; empty: none.
    Q_PROPERTY(QString freshDevice READ freshDevice NOTIFY changed FINAL)
    Q_PROPERTY(QString freshName READ freshName NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY actChanged FINAL)
    Q_PROPERTY(QString actError READ actError NOTIFY actChanged FINAL) //!< of what was asked last

public:
    explicit DevicesViewModel(const Words& words);

    void attach(client::session::Encryption* encryption, const client::UserId& user,
                const client::DeviceId& device);

    QAbstractItemModel* model() { return &m_model; }

    bool loaded() const { return m_loaded; }

    QString errorText() const { return m_errorText; }

    int others() const;
    QString fingerprint() const;

    QString deviceId() const { return m_device.toString(); }

    QString freshDevice() const;
    QString freshName() const;

    bool busy() const { return m_busy; }

    QString actError() const { return m_actError; }

    Q_INVOKABLE void refresh();
    Q_INVOKABLE void begin(); //!< a form is opened: no error
    Q_INVOKABLE void rename(const QString& device, const QString& name);
    Q_INVOKABLE void signOut(const QStringList& devices, const QString& password);
    Q_INVOKABLE void seen(); //!< "yes, it was me"

Q_SIGNALS:
    void changed();
    void actChanged();
    void done(); //!< the dialog that asked can close
    void said(const QString& sentence);

private:
    using Encryption = client::session::Encryption;
    client::Task<> runLoad();
    client::Task<> runRename(client::DeviceId device, QString name);
    client::Task<> runSignOut(std::vector<client::DeviceId> devices, client::SecretBytes password);
    client::Task<> runSeen();
    const client::crypto::DeviceView* newest() const;
    void setAct(bool busy, const QString& error = {});

    const Words* m_words;
    Encryption* m_encryption = nullptr;
    client::UserId m_user;
    client::DeviceId m_device;
    DevicesModel m_model;
    bool m_loaded = false, m_busy = false;
    QString m_errorText, m_actError;
    QTimer m_refreshTimer;
    client::TaskScope m_scope; // last member
};

} // namespace app
