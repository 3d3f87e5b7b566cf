// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// session.* and sync.*

#include "server.h"
#include "session/encryption.h"

using namespace Qt::StringLiterals;
using client::session::Session;

namespace cli {

Server::Answer Server::login(Params params)
{
    client::session::LoginRequest request;
    request.homeserver = params.text(u"homeserver"_s);
    request.user = params.text(u"user"_s);
    QByteArray clear = params.text(u"password"_s).toUtf8();
    request.password = client::SecretBytes::takeFrom(clear);
    request.deviceName = params.optionalText(u"deviceName"_s);
    if (request.deviceName.isEmpty()) {
        request.deviceName = u"tchap-cli"_s;
    }
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto done = co_await m_account.login(std::move(request));
    if (!done) {
        co_return std::unexpected(done.error());
    }
    Session* session = m_account.session();
    follow(session);
    co_await tellRestored();
    co_return QJsonObject{{u"userId"_s, session->user().toString()},
                          {u"deviceId"_s, session->device().toString()},
                          {u"homeserver"_s, session->homeserver().toString()}};
}

Server::Answer Server::restore(Params /*params*/)
{
    const bool wasOpen = m_account.session() != nullptr;
    const auto done = co_await m_account.restore();
    if (!done) {
        co_return std::unexpected(done.error());
    }
    Session* session = m_account.session();
    if (!wasOpen) {
        follow(session);
        co_await tellRestored();
    }
    co_return QJsonObject{{u"userId"_s, session->user().toString()},
                          {u"deviceId"_s, session->device().toString()}};
}

client::Task<> Server::tellRestored()
{
    const auto status = co_await m_account.session()->encryption().status();
    if (status && status->profileRestored) {
        write(notification(u"crypto.profileRestored"_s, {}));
    }
}

Server::Answer Server::logout(Params /*params*/)
{
    const auto done = co_await m_account.logout();
    if (!done) {
        co_return std::unexpected(done.error());
    }
    co_return QJsonObject();
}

Server::Answer Server::version(Params /*params*/)
{
    co_return QJsonObject{{u"program"_s, u"tchap-cli"_s},
                          {u"version"_s, QStringLiteral(TCHAP_VERSION)}};
}

Server::Answer Server::startSync(Params /*params*/)
{
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    if ((*open)->state() == Session::State::SignedOut) {
        co_return client::fail(client::Error::Kind::SignedOut, u"use session.login again"_s);
    }
    (*open)->startSync();
    co_return QJsonObject();
}

Server::Answer Server::stopSync(Params /*params*/)
{
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    (*open)->stopSync();
    co_return QJsonObject();
}

Server::Answer Server::waitIdle(Params params)
{
    const qint64 timeout = params.optionalNumber(u"timeoutMs"_s, 30'000, 0, 86'400'000);
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto done = co_await (*open)->waitIdle(std::chrono::milliseconds{timeout});
    if (!done) {
        co_return std::unexpected(done.error());
    }
    co_return QJsonObject();
}

} // namespace cli
