// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Requests that the server answers only once the person has proved who they are (specification,
// "User-Interactive Authentication API"), and the account's devices, which need it.
#pragma once

#include "api/request.h"
#include "base/clock.h"
#include "base/ids.h"
#include "base/secretbytes.h"

namespace client::api {

//! What the server wants before it carries out a request.
struct Challenge {
    QString session;
    QList<QStringList> flows; //!< each a way, as stages
    QStringList completed;
    QHash<QString, QUrl> pages; //!< of a stage: where the server wants it done

    //! A flow of which only this stage is left.
    bool isSatisfiedBy(const QString& stage) const;
};

//! Nothing when the response is not a challenge.
std::optional<Challenge> readChallenge(const Response& response);
//! `body` with the answer to a challenge by password.
QJsonObject withPassword(QJsonObject body, const Challenge& challenge, const UserId& user,
                         const SecretBytes& password);
//! `body` with the session alone: after a stage was done in the browser.
QJsonObject withSession(QJsonObject body, const Challenge& challenge);
//! Path of the page where a stage is done in the browser, when the server names none.
QByteArray fallbackPath(const QString& stage, const Challenge& challenge);

struct DeviceInfo {
    DeviceId device;
    QString name;
    Timestamp lastSeen = 0;
    QString lastSeenIp;
};

Request devicesRequest();
Result<std::vector<DeviceInfo>> readDevices(const Response& response);
Request renameDeviceRequest(const DeviceId& device, const QString& name);
Request deleteDevicesRequest(const QJsonObject& body);
Request deviceSigningUploadRequest(const QJsonObject& body);

} // namespace client::api
