// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// QtTransport: HTTP by QNetworkAccessManager. Owned by Session; lives on the home thread.
#pragma once

#include "net/transport.h"

#include <QNetworkAccessManager>
#include <QSslConfiguration>

#include <memory>

namespace client::net {

struct TransportOptions {
    QString caFile;                 //!< one more certificate authority (PEM), or empty
    bool allowLoopbackHttp = false; //!< http to 127.0.0.0/8, ::1, localhost
};

//! 127.0.0.0/8, ::1 or localhost.
bool isLoopback(const QString& host);

class QtTransport final : public Transport {
public:
    //! Invalid when the CA file cannot be read or holds no certificate.
    static Result<std::unique_ptr<QtTransport>> create(const TransportOptions& options);
    ~QtTransport() override;

    Task<Result<api::Response>> send(api::Request request) override;
    Task<Result<api::Response>> upload(api::Request request, QString path,
                                       Progress progress) override;
    Task<Result<api::Response>> download(api::Request request, QString path, qint64 resumeFrom,
                                         Progress progress) override;
    //! A GET without token to any URL that the rules of this transport allow (discovery).
    Task<Result<api::Response>> fetch(QUrl url, qint64 maxBytes);

    QUrl baseUrl() const override { return m_baseUrl; }

    void setBaseUrl(const QUrl& url) override { m_baseUrl = url; }

    void setAccessToken(const QByteArray& token) override { m_token = token; }

    //! https anywhere; http to loopback only where allowed; no user info.
    Result<> checkUrl(const QUrl& url) const;

private:
    QtTransport(const TransportOptions& options, QSslConfiguration tls);
    Result<QNetworkRequest> networkRequest(const api::Request& request) const;
    QNetworkReply* start(const QNetworkRequest& wire, const api::Request& request, QIODevice* body);

    TransportOptions m_options;
    QSslConfiguration m_tls;
    QNetworkAccessManager m_manager;
    QUrl m_baseUrl;
    QByteArray m_token;
};

} // namespace client::net
