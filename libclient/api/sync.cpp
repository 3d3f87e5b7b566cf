// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "api/sync.h"

#include "base/answerjson.h"

#include <QUrl>

#include <limits>

using namespace Qt::StringLiterals;

namespace client::api {

namespace {

constexpr qsizetype maxToken = 4096;
constexpr size_t maxThreads = 10'000; //!< of a room

std::optional<int> countOf(const QJsonValue& value)
{
    const double number = value.toDouble(-1);
    if (!value.isDouble() || number < 0) {
        return std::nullopt;
    }
    return int(std::min(number, double(std::numeric_limits<int>::max())));
}

std::vector<QJsonObject> objectsOf(const QJsonValue& container, int& skipped)
{
    std::vector<QJsonObject> objects;
    for (const QJsonValue& value : container.toObject().value("events"_L1).toArray()) {
        if (value.isObject()) {
            objects.push_back(value.toObject());
        } else {
            ++skipped;
        }
    }
    return objects;
}

QStringList stringsOf(const QJsonValue& value)
{
    QStringList strings;
    for (const QJsonValue& item : value.toArray()) {
        if (item.isString()) {
            strings << item.toString();
        }
    }
    return strings;
}

std::vector<events::Event> eventsOf(const QJsonValue& container, int& skipped)
{
    return events::parseEvents(container.toObject().value("events"_L1).toArray(), &skipped);
}

Timeline timelineOf(const QJsonValue& value, int& skipped)
{
    Timeline timeline;
    timeline.events = eventsOf(value, skipped);
    timeline.limited = value.toObject().value("limited"_L1).toBool();
    timeline.prevBatch = value.toObject().value("prev_batch"_L1).toString().left(maxToken);
    return timeline;
}

//! State before the timeline, and state after it (MSC4222) is not asked for.
JoinedRoom joinedOf(const QJsonObject& object, int& skipped)
{
    JoinedRoom room;
    room.timeline = timelineOf(object.value("timeline"_L1), skipped);
    room.state = eventsOf(object.value("state"_L1), skipped);
    room.ephemeral = objectsOf(object.value("ephemeral"_L1), skipped);
    room.accountData = objectsOf(object.value("account_data"_L1), skipped);
    const QJsonObject summary = object.value("summary"_L1).toObject();
    if (summary.value("m.heroes"_L1).isArray()) {
        room.heroes = stringsOf(summary.value("m.heroes"_L1));
    }
    room.joinedCount = countOf(summary.value("m.joined_member_count"_L1));
    room.invitedCount = countOf(summary.value("m.invited_member_count"_L1));
    const QJsonObject counts = object.value("unread_notifications"_L1).toObject();
    room.unread = countOf(counts.value("notification_count"_L1));
    room.highlights = countOf(counts.value("highlight_count"_L1));
    const QJsonObject threads = object.value("unread_thread_notifications"_L1).toObject();
    for (auto it = threads.begin(); it != threads.end() && room.threads.size() < maxThreads; ++it) {
        const QJsonObject thread = it.value().toObject();
        const EventId root(it.key());
        if (root.isValid()) {
            room.threads[root] = {countOf(thread.value("notification_count"_L1)).value_or(0),
                                  countOf(thread.value("highlight_count"_L1)).value_or(0)};
        }
    }
    return room;
}

std::vector<events::Event> strippedOf(const QJsonValue& container, int& skipped)
{
    std::vector<events::Event> found;
    for (const QJsonValue& value : container.toObject().value("events"_L1).toArray()) {
        auto event = events::parseStrippedEvent(value.toObject());
        if (event) {
            found.push_back(std::move(*event));
        } else {
            ++skipped;
        }
    }
    return found;
}

//! Calls `read(id, object)` for each room of a section whose id follows the grammar.
template <class Read>
void eachRoom(const QJsonObject& rooms, QLatin1StringView section, int& skipped, Read read)
{
    const QJsonObject object = rooms.value(section).toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const RoomId id(it.key());
        if (id.isValid() && it.value().isObject()) {
            read(id, it.value().toObject());
        } else {
            ++skipped;
        }
    }
}

void readRooms(const QJsonObject& rooms, SyncResponse& out)
{
    int& skipped = out.skipped;
    eachRoom(rooms, "join"_L1, skipped, [&](const RoomId& id, const QJsonObject& object) {
        out.joined.emplace(id, joinedOf(object, skipped));
    });
    eachRoom(rooms, "invite"_L1, skipped, [&](const RoomId& id, const QJsonObject& object) {
        out.invited.emplace(id, strippedOf(object.value("invite_state"_L1), skipped));
    });
    eachRoom(rooms, "knock"_L1, skipped, [&](const RoomId& id, const QJsonObject& object) {
        out.knocked.emplace(id, strippedOf(object.value("knock_state"_L1), skipped));
    });
    eachRoom(rooms, "leave"_L1, skipped, [&](const RoomId& id, const QJsonObject& object) {
        out.left.emplace(id, LeftRoom{timelineOf(object.value("timeline"_L1), skipped),
                                      eventsOf(object.value("state"_L1), skipped)});
    });
}

void readKeys(const QJsonObject& object, SyncResponse& out)
{
    const QJsonObject lists = object.value("device_lists"_L1).toObject();
    out.devicesChanged = stringsOf(lists.value("changed"_L1));
    out.devicesLeft = stringsOf(lists.value("left"_L1));
    const QJsonValue counts = object.value("device_one_time_keys_count"_L1);
    out.oneTimeKeys = countOf(counts.toObject().value("signed_curve25519"_L1));
    const QJsonValue fallback = object.value("device_unused_fallback_key_types"_L1);
    out.hasFallbackList = fallback.isArray();
    out.unusedFallback = stringsOf(fallback).contains("signed_curve25519"_L1);
}

} // namespace

bool SyncResponse::isEmpty() const
{
    return joined.empty() && invited.empty() && knocked.empty() && left.empty() &&
           accountData.empty() && toDevice.empty() && devicesChanged.isEmpty() &&
           devicesLeft.isEmpty();
}

Request syncRequest(const QString& since, std::chrono::milliseconds timeout)
{
    static constexpr QLatin1StringView filter(
        R"({"room":{"state":{"lazy_load_members":true},"timeline":{"limit":50,)"
        R"("lazy_load_members":true,"unread_thread_notifications":true}},"presence":{"not_types":["*"]}})");
    Request request;
    request.path = "/_matrix/client/v3/sync";
    request.query.addQueryItem(
        u"filter"_s,
        QString::fromLatin1(QByteArray(filter.data(), filter.size()).toPercentEncoding()));
    request.query.addQueryItem(u"timeout"_s, QString::number(timeout.count()));
    request.query.addQueryItem(u"set_presence"_s, u"offline"_s);
    if (!since.isEmpty()) {
        request.query.addQueryItem(u"since"_s, QString::fromLatin1(QUrl::toPercentEncoding(since)));
    }
    // The first sync of a large account is computed for minutes before its first byte.
    request.timeout = timeout + (since.isEmpty() ? std::chrono::milliseconds{300'000}
                                                 : std::chrono::milliseconds{30'000});
    request.maxResponseBytes = 1024LL * 1024 * 1024;
    return request;
}

Result<SyncResponse> readSync(const QByteArray& body)
{
    const auto object = parseAnswer(body);
    if (!object) {
        return std::unexpected(object.error());
    }
    SyncResponse out;
    out.nextBatch = object->value("next_batch"_L1).toString();
    if (out.nextBatch.isEmpty() || out.nextBatch.size() > maxToken) {
        return fail(Error::Kind::Malformed, u"sync without next_batch"_s);
    }
    readRooms(object->value("rooms"_L1).toObject(), out);
    out.accountData = objectsOf(object->value("account_data"_L1), out.skipped);
    out.toDevice = objectsOf(object->value("to_device"_L1), out.skipped);
    readKeys(*object, out);
    return out;
}

} // namespace client::api
