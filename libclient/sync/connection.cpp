// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/connection.h"

#include "api/login.h"
#include "base/log.h"
#include "base/sleep.h"

using namespace Qt::StringLiterals;

namespace client::sync {

using Kind = Error::Kind;

Connection::Connection(net::Transport& transport, engine::EngineThread& engine, const Clock& clock)
    : m_transport(&transport)
    , m_engine(&engine)
    , m_clock(&clock)
{}

void Connection::setAccount(const engine::Account& account)
{
    m_account = account;
    m_transport->setBaseUrl(account.homeserver);
    m_transport->setAccessToken(account.accessToken);
}

void Connection::setState(State state, std::optional<Error> error)
{
    if (m_state == State::SignedOut && state != State::SignedOut) {
        return;
    }
    m_lastError = std::move(error);
    if (m_state == state) {
        return;
    }
    m_state = state;
    Q_EMIT stateChanged();
    if (state == State::Online) {
        Q_EMIT cameOnline();
    }
}

Task<Result<api::Response>> Connection::send(api::Request request)
{
    return carry(Call{Way::Send, std::move(request), {}, 0, {}});
}

Task<Result<api::Response>> Connection::upload(api::Request request, QString path,
                                               net::Progress progress)
{
    return carry(Call{Way::Upload, std::move(request), std::move(path), 0, std::move(progress)});
}

Task<Result<api::Response>> Connection::download(api::Request request, QString path,
                                                 qint64 resumeFrom, net::Progress progress)
{
    return carry(
        Call{Way::Download, std::move(request), std::move(path), resumeFrom, std::move(progress)});
}

Task<Result<api::Response>> Connection::once(const Call* call)
{
    switch (call->way) {
    case Way::Upload:
        co_return co_await m_transport->upload(call->request, call->path, call->progress);
    case Way::Download:
        co_return co_await m_transport->download(call->request, call->path, call->resumeFrom,
                                                 call->progress);
    default:
        co_return co_await m_transport->send(call->request);
    }
}

Task<Result<api::Response>> Connection::carry(Call call)
{
    constexpr Timestamp margin = 30'000;
    if (m_account.tokenExpires != 0 && !m_account.refreshToken.isEmpty() &&
        m_clock->now() > m_account.tokenExpires - margin) {
        co_await refresh(m_account.accessToken);
    }
    const QByteArray token = m_account.accessToken;
    auto response = co_await once(&call);
    if (!response || response->status != 401) {
        co_return response;
    }
    const Error error = api::errorOf(*response);
    if (error.kind != Kind::SignedOut) {
        co_return response;
    }
    bool renewed = token != m_account.accessToken;
    if (!renewed) {
        renewed = co_await refresh(token);
    }
    if (renewed) {
        co_return co_await once(&call);
    }
    if (m_state != State::SignedOut) {
        // A token that could not be refreshed for want of a network is no reason to sign out.
        const bool soft = error.softLogout || !m_account.refreshToken.isEmpty();
        if (m_account.refreshToken.isEmpty() || m_refreshRefused) {
            setState(State::SignedOut, error);
            Q_EMIT signedOut(soft);
        }
    }
    co_return response;
}

//! true: there is a new token. One refresh at a time; the others wait for it. It runs on its own:
//! whoever asked may be cancelled, but a token that the server has renewed must not be lost.
Task<bool> Connection::refresh(QByteArray failedToken)
{
    if (!m_refreshing && m_account.accessToken == failedToken &&
        !m_account.refreshToken.isEmpty()) {
        m_refreshing = true;
        m_scope.start(renew());
    }
    while (m_refreshing) {
        co_await sleepFor(std::chrono::milliseconds{20});
    }
    co_return m_account.accessToken != failedToken;
}

Task<> Connection::renew()
{
    const auto response = co_await m_transport->send(api::refreshRequest(m_account.refreshToken));
    const auto answer = response ? api::readRefresh(*response)
                                 : Result<api::LoginAnswer>(std::unexpected(response.error()));
    if (!answer) {
        const Kind kind = answer.error().kind;
        m_refreshRefused = kind == Kind::SignedOut || kind == Kind::Forbidden;
        qCInfo(logSync) << "the access token was not refreshed:" << kindName(kind);
        m_refreshing = false;
        co_return;
    }
    m_account.accessToken = answer->accessToken;
    if (!answer->refreshToken.isEmpty()) {
        m_account.refreshToken = answer->refreshToken;
    }
    m_account.tokenExpires = answer->expiresInMs > 0 ? m_clock->now() + answer->expiresInMs : 0;
    m_transport->setAccessToken(m_account.accessToken);
    const auto saved = co_await m_engine->run(
        [account = m_account](engine::Engine& e) { return e.saveAccount(account); });
    m_refreshing = false;
    if (!saved) {
        qCWarning(logSync) << "the new token could not be kept" << saved.error().detail;
    }
}

} // namespace client::sync
