// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "api/interactive.h"

#include "base/answerjson.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace client::api {

bool Challenge::isSatisfiedBy(const QString& stage) const
{
    return std::ranges::any_of(flows, [&](QStringList stages) {
        stages.removeIf([&](const QString& done) { return completed.contains(done); });
        return stages == QStringList{stage};
    });
}

std::optional<Challenge> readChallenge(const Response& response)
{
    const auto body =
        response.status == 401 ? parseAnswer(response.body) : Result<QJsonObject>(QJsonObject());
    if (!body || !body->value("flows"_L1).isArray()) {
        return std::nullopt;
    }
    Challenge challenge;
    challenge.session = body->value("session"_L1).toString().left(1024);
    for (const QJsonValue& flow : body->value("flows"_L1).toArray()) {
        QStringList stages;
        for (const QJsonValue& stage : flow.toObject().value("stages"_L1).toArray()) {
            stages.append(stage.toString());
        }
        challenge.flows.append(stages);
    }
    for (const QJsonValue& stage : body->value("completed"_L1).toArray()) {
        challenge.completed.append(stage.toString());
    }
    const QJsonObject parameters = body->value("params"_L1).toObject();
    for (auto it = parameters.begin(); it != parameters.end(); ++it) {
        const QUrl page(it.value().toObject().value("url"_L1).toString(), QUrl::StrictMode);
        if (page.isValid() && page.scheme() == "https"_L1 && !page.host().isEmpty()) {
            challenge.pages.insert(it.key(), page);
        }
    }
    return challenge;
}

QJsonObject withPassword(QJsonObject body, const Challenge& challenge, const UserId& user,
                         const SecretBytes& password)
{
    body.insert(u"auth"_s, QJsonObject{{u"type"_s, u"m.login.password"_s},
                                       {u"session"_s, challenge.session},
                                       {u"identifier"_s, QJsonObject{{u"type"_s, u"m.id.user"_s},
                                                                     {u"user"_s, user.toString()}}},
                                       {u"password"_s, QString::fromUtf8(password.view())}});
    return body;
}

QJsonObject withSession(QJsonObject body, const Challenge& challenge)
{
    body.insert(u"auth"_s, QJsonObject{{u"session"_s, challenge.session}});
    return body;
}

QByteArray fallbackPath(const QString& stage, const Challenge& challenge)
{
    return pathOf("/_matrix/client/v3/auth", {stage, u"fallback"_s, u"web"_s}) +
           "?session=" + QUrl::toPercentEncoding(challenge.session);
}

Request devicesRequest()
{
    Request request;
    request.path = "/_matrix/client/v3/devices";
    return request;
}

Result<std::vector<DeviceInfo>> readDevices(const Response& response)
{
    const auto body = readJson(response);
    if (!body) {
        return std::unexpected(body.error());
    }
    std::vector<DeviceInfo> devices;
    for (const QJsonValue& value : body->value("devices"_L1).toArray()) {
        const QJsonObject object = value.toObject();
        DeviceInfo info;
        info.device = DeviceId(object.value("device_id"_L1).toString());
        info.name = object.value("display_name"_L1).toString().left(255);
        info.lastSeen = std::max<Timestamp>(0, object.value("last_seen_ts"_L1).toInteger());
        info.lastSeenIp = object.value("last_seen_ip"_L1).toString().left(64);
        if (info.device.isValid()) {
            devices.push_back(info);
        }
    }
    return devices;
}

Request renameDeviceRequest(const DeviceId& device, const QString& name)
{
    return jsonRequest(Method::Put, pathOf("/_matrix/client/v3/devices", {device.toString()}),
                       {{u"display_name"_s, name}});
}

Request deleteDevicesRequest(const QJsonObject& body)
{
    return jsonRequest(Method::Post, "/_matrix/client/v3/delete_devices", body);
}

Request deviceSigningUploadRequest(const QJsonObject& body)
{
    return jsonRequest(Method::Post, "/_matrix/client/v3/keys/device_signing/upload", body);
}

} // namespace client::api
