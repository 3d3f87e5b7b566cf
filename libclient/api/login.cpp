// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "api/login.h"

#include "base/answerjson.h"

using namespace Qt::StringLiterals;

namespace client::api {

using Kind = Error::Kind;

Result<QUrl> readWellKnown(const QByteArray& body)
{
    const auto object = parseAnswer(body);
    if (!object) {
        return std::unexpected(object.error());
    }
    const QString text =
        object->value("m.homeserver"_L1).toObject().value("base_url"_L1).toString();
    const QUrl url(text, QUrl::StrictMode);
    if (text.isEmpty() || !url.isValid() || url.host().isEmpty() || !url.userInfo().isEmpty() ||
        url.hasQuery() || url.hasFragment()) {
        return fail(Kind::Malformed, u"well-known without a usable base_url"_s);
    }
    return url;
}

namespace {

Request openRequest(QByteArray path)
{
    Request request;
    request.path = std::move(path);
    request.authenticated = false;
    request.maxResponseBytes = 64 * 1024;
    return request;
}

LoginAnswer tokensOf(const QJsonObject& object)
{
    LoginAnswer answer;
    answer.accessToken = object.value("access_token"_L1).toString().toUtf8();
    answer.refreshToken = object.value("refresh_token"_L1).toString().toUtf8();
    answer.expiresInMs =
        int64_t(std::clamp(object.value("expires_in_ms"_L1).toDouble(), 0.0, 1e15));
    return answer;
}

} // namespace

Request versionsRequest()
{
    return openRequest("/_matrix/client/versions");
}

Result<QStringList> readVersions(const Response& response)
{
    const auto object = readJson(response);
    if (!object) {
        // A server that limits or fails is one thing, a page of something else another.
        const auto& error = object.error();
        const bool other = error.kind == Kind::RateLimited || error.code >= 500;
        return other ? std::unexpected(error) : fail(Kind::NotMatrix, error.detail, error.code);
    }
    const QJsonValue versions = object->value("versions"_L1);
    if (!versions.isArray()) {
        return fail(Kind::NotMatrix, u"no versions"_s);
    }
    QStringList names;
    for (const QJsonValue& value : versions.toArray()) {
        names << value.toString();
    }
    return names;
}

Request loginFlowsRequest()
{
    return openRequest("/_matrix/client/v3/login");
}

Result<QStringList> readLoginFlows(const Response& response)
{
    const auto object = readJson(response);
    if (!object) {
        return std::unexpected(object.error());
    }
    QStringList types;
    for (const QJsonValue& flow : object->value("flows"_L1).toArray()) {
        types << flow.toObject().value("type"_L1).toString();
    }
    return types;
}

Request loginRequest(const LoginParameters& parameters, const SecretBytes& password)
{
    QJsonObject body{
        {u"type"_s, u"m.login.password"_s},
        {u"identifier"_s, QJsonObject{{u"type"_s, u"m.id.user"_s}, {u"user"_s, parameters.user}}},
        {u"password"_s, QString::fromUtf8(password.view())},
        {u"initial_device_display_name"_s, parameters.deviceName},
        {u"refresh_token"_s, true},
    };
    if (!parameters.device.isEmpty()) {
        body.insert(u"device_id"_s, parameters.device.toString());
    }
    Request request = jsonRequest(Method::Post, "/_matrix/client/v3/login", body);
    request.authenticated = false;
    return request;
}

Result<LoginAnswer> readLogin(const Response& response)
{
    const auto object = readJson(response);
    if (!object) {
        return std::unexpected(object.error());
    }
    LoginAnswer answer = tokensOf(*object);
    answer.user = UserId(object->value("user_id"_L1).toString());
    answer.device = DeviceId(object->value("device_id"_L1).toString());
    if (!answer.user.isValid() || !answer.device.isValid() || answer.accessToken.isEmpty()) {
        return fail(Kind::Malformed, u"login answer without user, device or token"_s);
    }
    const QJsonObject known = object->value("well_known"_L1).toObject();
    if (const auto url = readWellKnown(toJson(known)); url) {
        answer.baseUrl = *url;
    }
    return answer;
}

Request refreshRequest(const QByteArray& refreshToken)
{
    Request request = jsonRequest(Method::Post, "/_matrix/client/v3/refresh",
                                  {{u"refresh_token"_s, QString::fromUtf8(refreshToken)}});
    request.authenticated = false;
    return request;
}

Result<LoginAnswer> readRefresh(const Response& response)
{
    const auto object = readJson(response);
    if (!object) {
        return std::unexpected(object.error());
    }
    LoginAnswer answer = tokensOf(*object);
    if (answer.accessToken.isEmpty()) {
        return fail(Kind::Malformed, u"refresh answer without a token"_s);
    }
    return answer;
}

Request logoutRequest()
{
    return jsonRequest(Method::Post, "/_matrix/client/v3/logout", {});
}

Request whoAmIRequest()
{
    Request request;
    request.path = "/_matrix/client/v3/account/whoami";
    return request;
}

} // namespace client::api
