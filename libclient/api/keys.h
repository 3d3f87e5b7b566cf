// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Keys and to-device messages (specification, "End-to-End Encryption", "Send-to-Device messaging").
#pragma once

#include "api/request.h"

namespace client::api {

Request keysUploadRequest(const QJsonObject& body);
Request keysQueryRequest(const QJsonObject& body);
Request keysClaimRequest(const QJsonObject& body);
Request signaturesUploadRequest(const QJsonObject& body);
//! `txn` makes a repetition harmless.
Request toDeviceRequest(const QString& type, const QString& txn, const QJsonObject& body);

} // namespace client::api
