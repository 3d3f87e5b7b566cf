// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Login: discovery document, versions, flows, password login, refresh, logout (specification,
// "Server discovery", "Login", "Refresh access tokens").
#pragma once

#include "api/request.h"
#include "base/ids.h"
#include "base/secretbytes.h"

#include <QStringList>
#include <QUrl>

namespace client::api {

//! Content of /.well-known/matrix/client: the base URL. Malformed: FAIL_PROMPT of the
//! specification.
Result<QUrl> readWellKnown(const QByteArray& body);

Request versionsRequest();
//! The versions; NotMatrix when the answer is not that of a home server.
Result<QStringList> readVersions(const Response& response);

Request loginFlowsRequest();
//! Types of the flows ("m.login.password" …).
Result<QStringList> readLoginFlows(const Response& response);

struct LoginParameters {
    QString user; //!< user id or local part
    QString deviceName;
    DeviceId device; //!< after a soft logout: the same device again; else empty
};

//! The password is in the body; the caller wipes what it holds.
Request loginRequest(const LoginParameters& parameters, const SecretBytes& password);

struct LoginAnswer {
    UserId user;
    DeviceId device;
    QByteArray accessToken;
    QByteArray refreshToken; //!< empty: none
    int64_t expiresInMs = 0; //!< 0: never
    QUrl baseUrl;            //!< well_known of the answer; empty: none
};

Result<LoginAnswer> readLogin(const Response& response);

Request refreshRequest(const QByteArray& refreshToken);
//! accessToken, refreshToken (empty: the old one stays), expiresInMs.
Result<LoginAnswer> readRefresh(const Response& response);

Request logoutRequest();
Request whoAmIRequest();

} // namespace client::api
