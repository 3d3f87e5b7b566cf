// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/qttransport.h"

#include "base/log.h"
#include "base/secretbytes.h"
#include "net/exchange.h"

#include <QBuffer>
#include <QHostAddress>
#include <QNetworkProxy>
#include <QSslCertificate>

using namespace Qt::StringLiterals;

namespace client::net {

using Kind = Error::Kind;

namespace {

//! The system's proxies, but never for this very computer.
class SystemProxies final : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery& query) override
    {
        if (isLoopback(query.peerHostName())) {
            return {QNetworkProxy::NoProxy};
        }
        return systemProxyForQuery(query);
    }
};

QByteArray verbOf(api::Method method)
{
    switch (method) {
    case api::Method::Post:
        return "POST";
    case api::Method::Put:
        return "PUT";
    case api::Method::Delete:
        return "DELETE";
    default:
        return "GET";
    }
}

} // namespace

bool isLoopback(const QString& host)
{
    return host == "localhost"_L1 || QHostAddress(host).isLoopback();
}

Result<std::unique_ptr<QtTransport>> QtTransport::create(const TransportOptions& options)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    if (!options.caFile.isEmpty()) {
        const auto extra = QSslCertificate::fromPath(options.caFile, QSsl::Pem);
        if (extra.isEmpty()) {
            return fail(Kind::Invalid, u"no certificate in "_s + options.caFile);
        }
        tls.addCaCertificates(extra);
    }
    return std::unique_ptr<QtTransport>(new QtTransport(options, std::move(tls)));
}

QtTransport::QtTransport(const TransportOptions& options, QSslConfiguration tls)
    : m_options(options)
    , m_tls(std::move(tls))
{
    m_manager.setProxyFactory(new SystemProxies); // owned by the manager
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_manager.setStrictTransportSecurityEnabled(false); // only https is used anyway
}

QtTransport::~QtTransport()
{
    wipe(m_token);
}

Result<> QtTransport::checkUrl(const QUrl& url) const
{
    if (!url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty()) {
        return fail(Kind::Invalid, u"not a usable address"_s);
    }
    if (url.scheme() == "https"_L1) {
        return {};
    }
    if (url.scheme() == "http"_L1 && m_options.allowLoopbackHttp && isLoopback(url.host())) {
        return {};
    }
    return fail(Kind::Invalid, u"only https is used"_s);
}

Result<QNetworkRequest> QtTransport::networkRequest(const api::Request& request) const
{
    if (auto checked = checkUrl(m_baseUrl); !checked) {
        return std::unexpected(checked.error());
    }
    QByteArray base =
        m_baseUrl.toEncoded(QUrl::StripTrailingSlash | QUrl::RemoveQuery | QUrl::RemoveFragment);
    while (base.endsWith('/')) {
        base.chop(1);
    }
    QUrl url = QUrl::fromEncoded(base + request.path, QUrl::StrictMode);
    if (!request.query.isEmpty()) {
        url.setQuery(request.query);
    }
    QNetworkRequest wire(url);
    wire.setSslConfiguration(m_tls);
    wire.setTransferTimeout(request.timeout);
    wire.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    wire.setHeader(QNetworkRequest::UserAgentHeader, u"Tchap-Desktop/" TCHAP_VERSION ""_s);
    if (request.method == api::Method::Post || request.method == api::Method::Put) {
        wire.setHeader(QNetworkRequest::ContentTypeHeader, request.contentType);
    }
    if (request.authenticated) {
        if (m_token.isEmpty()) {
            return fail(Kind::SignedOut, u"no access token"_s);
        }
        wire.setRawHeader("Authorization", "Bearer " + m_token);
    }
    return wire;
}

QNetworkReply* QtTransport::start(const QNetworkRequest& wire, const api::Request& request,
                                  QIODevice* body)
{
    // The path names endpoint and ids; the query may hold tokens of pagination and is left out.
    qCDebug(logNet) << verbOf(request.method) << request.path.left(120);
    if (request.method == api::Method::Get) {
        return m_manager.get(wire);
    }
    return m_manager.sendCustomRequest(wire, verbOf(request.method), body);
}

Task<Result<api::Response>> QtTransport::send(api::Request request)
{
    const auto wire = networkRequest(request);
    if (!wire) {
        co_return std::unexpected(wire.error());
    }
    Exchange::Options options;
    options.maxBytes = request.maxResponseBytes;
    if (request.method != api::Method::Get) {
        auto body = std::make_unique<QBuffer>();
        body->setData(request.body);
        body->open(QIODevice::ReadOnly);
        options.body = std::move(body);
    }
    QIODevice* device = options.body.get();
    co_return co_await Exchange(start(*wire, request, device), std::move(options));
}

Task<Result<api::Response>> QtTransport::upload(api::Request request, QString path,
                                                Progress progress)
{
    const auto wire = networkRequest(request);
    if (!wire) {
        co_return std::unexpected(wire.error());
    }
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly)) {
        co_return fail(Kind::NotFound, u"file to upload: "_s + file->errorString());
    }
    QNetworkRequest sized = *wire;
    sized.setHeader(QNetworkRequest::ContentLengthHeader, file->size());
    Exchange::Options options;
    options.maxBytes = request.maxResponseBytes;
    options.body = std::move(file);
    options.progress = std::move(progress);
    QIODevice* device = options.body.get();
    co_return co_await Exchange(start(sized, request, device), std::move(options));
}

Task<Result<api::Response>> QtTransport::download(api::Request request, QString path,
                                                  qint64 resumeFrom, Progress progress)
{
    const auto wire = networkRequest(request);
    if (!wire) {
        co_return std::unexpected(wire.error());
    }
    auto sink = std::make_unique<QFile>(path);
    const auto mode = resumeFrom > 0 ? QFile::OpenMode(QFile::ReadWrite)
                                     : QFile::OpenMode(QFile::WriteOnly | QFile::Truncate);
    const bool opened = sink->open(mode, QFile::ReadOwner | QFile::WriteOwner);
    if (!opened || (resumeFrom > 0 && !sink->seek(resumeFrom))) {
        co_return fail(Kind::Store, u"file to download to: "_s + sink->errorString());
    }
    QNetworkRequest ranged = *wire;
    if (resumeFrom > 0) {
        ranged.setRawHeader("Range", "bytes=" + QByteArray::number(resumeFrom) + "-");
    }
    Exchange::Options options;
    options.maxBytes = request.maxResponseBytes;
    options.sink = std::move(sink);
    options.resumeFrom = resumeFrom;
    options.progress = std::move(progress);
    co_return co_await Exchange(start(ranged, request, nullptr), std::move(options));
}

Task<Result<api::Response>> QtTransport::fetch(QUrl url, qint64 maxBytes)
{
    if (auto checked = checkUrl(url); !checked) {
        co_return std::unexpected(checked.error());
    }
    QNetworkRequest wire(url);
    wire.setSslConfiguration(m_tls);
    wire.setTransferTimeout(std::chrono::seconds{15});
    wire.setAttribute(QNetworkRequest::RedirectPolicyAttribute,
                      QNetworkRequest::NoLessSafeRedirectPolicy);
    wire.setMaximumRedirectsAllowed(5);
    wire.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    wire.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    Exchange::Options options;
    options.maxBytes = maxBytes;
    co_return co_await Exchange(m_manager.get(wire), std::move(options));
}

} // namespace client::net
