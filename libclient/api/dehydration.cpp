// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "api/dehydration.h"

#include "base/answerjson.h"

using namespace Qt::StringLiterals;

namespace client::api {

namespace {

constexpr auto place = "/_matrix/client/unstable/org.matrix.msc3814.v1/dehydrated_device";

QByteArray eventsOf(const QString& device)
{
    return pathOf(place, {device, u"events"_s});
}

} // namespace

Request dehydratedDeviceRequest()
{
    Request request;
    request.path = place;
    return request;
}

Request putDehydratedDeviceRequest(const QJsonObject& body)
{
    return jsonRequest(Method::Put, place, body);
}

Request deleteDehydratedDeviceRequest()
{
    Request request;
    request.method = Method::Delete;
    request.path = place;
    return request;
}

Request dehydratedEventsRequest(const QString& device, const QString& from)
{
    Request request;
    request.path = eventsOf(device);
    if (!from.isEmpty()) {
        request.query.addQueryItem(u"from"_s, QString::fromLatin1(QUrl::toPercentEncoding(from)));
    }
    return request;
}

Request dehydratedEventsByPostRequest(const QString& device, const QString& from)
{
    return jsonRequest(Method::Post, eventsOf(device),
                       from.isEmpty() ? QJsonObject() : QJsonObject{{u"next_batch"_s, from}});
}

Result<DehydratedEvents> readDehydratedEvents(const QByteArray& body)
{
    const auto json = parseAnswer(body);
    if (!json) {
        return std::unexpected(json.error());
    }
    if (!json->value("events"_L1).isArray()) {
        return fail(Error::Kind::Malformed, u"a page without events"_s);
    }
    DehydratedEvents page;
    for (const QJsonValue& event : json->value("events"_L1).toArray()) {
        page.events.append(event.toObject());
    }
    // The earlier draft names a next page always; an empty one is the end.
    page.next = page.events.isEmpty() ? QString() : json->value("next_batch"_L1).toString();
    return page;
}

} // namespace client::api
