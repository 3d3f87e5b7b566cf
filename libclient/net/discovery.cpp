// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/discovery.h"

#include "api/login.h"

using namespace Qt::StringLiterals;

namespace client::net {

using Kind = Error::Kind;

namespace {

constexpr qint64 maxWellKnown = 64 * 1024;
constexpr int notFound = 404;

//! Where the well-known document of a server name is asked; loopback may be plain http.
QUrl serverUrl(const QString& name, const QtTransport& transport)
{
    QUrl url(u"https://"_s + name, QUrl::StrictMode);
    if (isLoopback(url.host())) {
        QUrl plain = url;
        plain.setScheme(u"http"_s);
        if (transport.checkUrl(plain)) {
            return plain;
        }
    }
    return url;
}

//! The base URL by the server's own word; the server itself where it has none (IGNORE).
Task<Result<QUrl>> askWellKnown(QtTransport* transport, QUrl server)
{
    QUrl url = server;
    url.setPath(u"/.well-known/matrix/client"_s);
    const auto response = co_await transport->fetch(url, maxWellKnown);
    if (!response) {
        co_return std::unexpected(response.error());
    }
    if (response->status == notFound) {
        co_return server;
    }
    if (response->status != 200) {
        co_return fail(Kind::NotMatrix, u"well-known answered %1"_s.arg(response->status),
                       response->status);
    }
    const auto base = api::readWellKnown(response->body);
    if (!base) {
        co_return std::unexpected(base.error());
    }
    // A document from afar must not send the program to this computer.
    if (isLoopback(base->host()) && !isLoopback(server.host())) {
        co_return fail(Kind::Malformed, u"well-known points to this computer"_s);
    }
    if (!transport->checkUrl(*base)) {
        co_return fail(Kind::Malformed, u"well-known with an unsafe base_url"_s);
    }
    co_return *base;
}

} // namespace

Task<Result<Discovered>> discover(QtTransport* transport, QString input)
{
    QString wanted = input.trimmed();
    if (wanted.startsWith(u'@')) {
        wanted = serverName(wanted);
    }
    Discovered found;
    if (wanted.startsWith("https://"_L1) || wanted.startsWith("http://"_L1)) {
        found.baseUrl = QUrl(wanted, QUrl::StrictMode);
    } else {
        const QUrl server = serverUrl(wanted, *transport);
        if (wanted.isEmpty() || !transport->checkUrl(server) || !server.path().isEmpty()) {
            co_return fail(Kind::Invalid, u"not the address of a server"_s);
        }
        auto base = co_await askWellKnown(transport, server);
        if (!base) {
            co_return std::unexpected(base.error());
        }
        found.baseUrl = *base;
    }
    if (auto checked = transport->checkUrl(found.baseUrl); !checked) {
        co_return std::unexpected(checked.error());
    }
    transport->setBaseUrl(found.baseUrl);
    const auto answer = co_await transport->send(api::versionsRequest());
    const auto versions =
        answer ? api::readVersions(*answer) : Result<QStringList>(std::unexpected(answer.error()));
    if (!versions) {
        co_return std::unexpected(versions.error());
    }
    found.versions = *versions;
    const auto flows = co_await transport->send(api::loginFlowsRequest());
    const auto types =
        flows ? api::readLoginFlows(*flows) : Result<QStringList>(std::unexpected(flows.error()));
    if (!types) {
        co_return std::unexpected(types.error());
    }
    found.loginFlows = *types;
    co_return found;
}

} // namespace client::net
