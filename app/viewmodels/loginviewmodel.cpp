// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/loginviewmodel.h"

#include "text/words.h"

#include <QSysInfo>

using namespace Qt::StringLiterals;

namespace app {

using client::Error;
using Kind = Error::Kind;

LoginViewModel::LoginViewModel(client::session::NetworkOptions network, const Words& words)
    : m_network(std::move(network))
    , m_words(&words)
{}

void LoginViewModel::prefill(const QString& server, const QString& user, bool userLocked)
{
    m_server = server;
    m_user = user;
    m_userLocked = userLocked;
    Q_EMIT prefillChanged();
}

void LoginViewModel::submit(const QString& server, const QString& user, const QString& password)
{
    if (m_busy) {
        return;
    }
    const QString wanted = user.trimmed();
    // A full identifier names its server: the first field may stay empty.
    const QString home = server.trimmed().isEmpty() ? client::serverName(wanted) : server.trimmed();
    if (home.isEmpty()) {
        return setError(m_words->fieldMissing(), Field::Server);
    }
    if (wanted.isEmpty()) {
        return setError(m_words->fieldMissing(), Field::User);
    }
    if (password.isEmpty()) {
        return setError(m_words->fieldMissing(), Field::Password);
    }
    setError({}, Field::None);
    setBusy(true);
    QByteArray clear = password.toUtf8();
    m_scope.start(run(home, wanted, client::SecretBytes::takeFrom(clear)));
}

void LoginViewModel::cancel()
{
    m_scope.cancelAll();
    setBusy(false);
}

void LoginViewModel::finished()
{
    setBusy(false);
}

client::Task<> LoginViewModel::run(QString server, QString user, client::SecretBytes password)
{
    client::session::LoginRequest request{
        .homeserver = std::move(server),
        .user = std::move(user),
        .password = std::move(password),
        .deviceName = u"Tchap Desktop (%1)"_s.arg(QSysInfo::prettyProductName()),
        .device = m_device,
    };
    auto result = co_await client::session::login(std::move(request), m_network);
    if (!result) {
        showError(result.error());
        co_return;
    }
    Q_EMIT loggedIn(std::make_shared<client::session::LoginResult>(std::move(*result)));
}

void LoginViewModel::showError(const Error& error)
{
    setBusy(false);
    const bool server = error.kind == Kind::Offline || error.kind == Kind::NotMatrix ||
                        error.kind == Kind::Tls || error.kind == Kind::Unsupported ||
                        error.kind == Kind::NotFound || error.kind == Kind::Invalid;
    const bool password = error.kind == Kind::Forbidden;
    setError(m_words->loginError(error), server     ? Field::Server
                                         : password ? Field::Password
                                                    : Field::User);
}

void LoginViewModel::setBusy(bool busy)
{
    if (m_busy != busy) {
        m_busy = busy;
        Q_EMIT busyChanged();
    }
}

void LoginViewModel::setError(const QString& text, Field field)
{
    m_errorText = text;
    m_errorField = field;
    Q_EMIT errorChanged();
}

} // namespace app
