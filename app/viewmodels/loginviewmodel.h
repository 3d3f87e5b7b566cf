// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// LoginViewModel: the sign-in page. Owned by App.
#pragma once

#include "base/error.h"
#include "base/task.h"
#include "session/session.h"

#include <QObject>

namespace app {

class Words;

class LoginViewModel final : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString server READ server NOTIFY prefillChanged FINAL)
    Q_PROPERTY(QString user READ user NOTIFY prefillChanged FINAL)
    Q_PROPERTY(bool userLocked READ userLocked NOTIFY prefillChanged FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY busyChanged FINAL)
    Q_PROPERTY(QString errorText READ errorText NOTIFY errorChanged FINAL)
    Q_PROPERTY(Field errorField READ errorField NOTIFY errorChanged FINAL)

public:
    enum class Field { None, Server, User, Password };
    Q_ENUM(Field)

    LoginViewModel(client::session::NetworkOptions network, const Words& words);

    QString server() const { return m_server; }

    QString user() const { return m_user; }

    bool userLocked() const
    {
        return m_userLocked;
    } //!< after a soft logout: the same account again

    bool busy() const { return m_busy; }

    QString errorText() const { return m_errorText; }

    Field errorField() const { return m_errorField; }

    void prefill(const QString& server, const QString& user, bool userLocked);

    //! After a soft logout: the device that goes on; empty: the server makes a new one.
    void setDevice(const client::DeviceId& device) { m_device = device; }

    Q_INVOKABLE void submit(const QString& server, const QString& user, const QString& password);
    Q_INVOKABLE void cancel();

    //! From App: what happens after /login (opening the store) failed.
    void showError(const client::Error& error);

Q_SIGNALS:
    void prefillChanged();
    void busyChanged();
    void errorChanged();
    //! The server said yes; App takes it from here (busy until it calls finished()).
    void loggedIn(std::shared_ptr<client::session::LoginResult> result);

public:
    void finished();

private:
    client::Task<> run(QString server, QString user, client::SecretBytes password);
    void setBusy(bool busy);
    void setError(const QString& text, Field field);

    client::session::NetworkOptions m_network;
    const Words* m_words;
    QString m_server, m_user, m_errorText;
    client::DeviceId m_device;
    bool m_userLocked = false;
    bool m_busy = false;
    Field m_errorField = Field::None;
    client::TaskScope m_scope; // last member
};

} // namespace app
