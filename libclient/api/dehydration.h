// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The account's dehydrated device (MSC3814, by its unstable names).
#pragma once

#include "api/request.h"

namespace client::api {

Request dehydratedDeviceRequest(); //!< NotFound: none; Unsupported: the server knows no such thing
Request putDehydratedDeviceRequest(const QJsonObject& body);
Request deleteDehydratedDeviceRequest();
//! `from`: of the page before; empty for the first.
Request dehydratedEventsRequest(const QString& device, const QString& from);
//! As servers of an earlier draft want it.
Request dehydratedEventsByPostRequest(const QString& device, const QString& from);

struct DehydratedEvents {
    QList<QJsonObject> events;
    QString next; //!< empty: these were the last
};

Result<DehydratedEvents> readDehydratedEvents(const QByteArray& body);

} // namespace client::api
