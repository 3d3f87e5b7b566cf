// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sign-in: from what a person typed to an account with its tokens.

#include "api/login.h"

#include "base/clock.h"
#include "net/discovery.h"
#include "session/session.h"

using namespace Qt::StringLiterals;

namespace client::session {

namespace {

//! The address that the server's answer names, where a home server really answers there.
Task<QUrl> settledBase(net::QtTransport* transport, QUrl named)
{
    const QUrl found = transport->baseUrl();
    if (named.isEmpty() || named == found || !transport->checkUrl(named)) {
        co_return found;
    }
    transport->setBaseUrl(named);
    const auto response = co_await transport->send(api::versionsRequest());
    const bool answers = response && api::readVersions(*response);
    co_return answers ? named : found;
}

} // namespace

Task<Result<LoginResult>> login(LoginRequest request, NetworkOptions network)
{
    if (request.user.trimmed().isEmpty() || request.password.isEmpty()) {
        co_return fail(Error::Kind::Invalid, u"a user name and a password are needed"_s);
    }
    auto transport = net::QtTransport::create({network.caFile, network.allowLoopbackHttp});
    if (!transport) {
        co_return std::unexpected(transport.error());
    }
    const auto server = co_await net::discover(transport->get(), request.homeserver);
    if (!server) {
        co_return std::unexpected(server.error());
    }
    if (!server->loginFlows.contains("m.login.password"_L1)) {
        co_return fail(Error::Kind::Unsupported, u"the server offers no sign-in by password"_s);
    }
    const api::LoginParameters parameters{request.user.trimmed(), request.deviceName,
                                          request.device};
    const auto response =
        co_await (*transport)->send(api::loginRequest(parameters, request.password));
    if (!response) {
        co_return std::unexpected(response.error());
    }
    const auto answer = api::readLogin(*response);
    if (!answer) {
        co_return std::unexpected(answer.error());
    }
    LoginResult result;
    result.account.user = answer->user;
    result.account.device = answer->device;
    result.account.accessToken = answer->accessToken;
    result.account.refreshToken = answer->refreshToken;
    if (answer->expiresInMs > 0) {
        result.account.tokenExpires = SystemClock().now() + answer->expiresInMs;
    }
    // Who typed an address means that address, whatever the server thinks of itself.
    if (request.homeserver.contains("://"_L1)) {
        result.account.homeserver = (*transport)->baseUrl();
    } else {
        result.account.homeserver = co_await settledBase(transport->get(), answer->baseUrl);
    }
    co_return result;
}

} // namespace client::session
