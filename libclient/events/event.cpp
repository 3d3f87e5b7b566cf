// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "events/event.h"

#include <QJsonValue>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace client::events {

namespace {

constexpr qsizetype maxBytes = 255;
constexpr Timestamp lastTimestamp = 253'402'300'799'000; // end of the year 9999

bool fits(const QString& text)
{
    return text.size() <= maxBytes && text.toUtf8().size() <= maxBytes;
}

//! A wrong time does not make an event worthless; it is only kept within what a calendar can show.
Timestamp readTime(const QJsonValue& value)
{
    const double number = value.toDouble();
    if (!(number > 0)) {
        return 0;
    }
    return number >= double(lastTimestamp) ? lastTimestamp : value.toInteger(Timestamp(number));
}

Result<> readBody(const QJsonObject& object, Event& event)
{
    event.sender = UserId(object.value("sender"_L1).toString());
    if (!event.sender.isValid()) {
        return fail(Error::Kind::Malformed, u"event without a valid sender"_s);
    }
    event.type = object.value("type"_L1).toString();
    if (event.type.isEmpty() || !fits(event.type)) {
        return fail(Error::Kind::Malformed, u"event without a valid type"_s);
    }
    const QJsonValue content = object.value("content"_L1);
    if (!content.isObject()) {
        return fail(Error::Kind::Malformed, u"event content is not an object"_s);
    }
    event.content = content.toObject();
    const QJsonValue stateKey = object.value("state_key"_L1);
    if (!stateKey.isUndefined()) {
        if (!stateKey.isString() || !fits(stateKey.toString())) {
            return fail(Error::Kind::Malformed, u"state key is not a short text"_s);
        }
        event.stateKey = stateKey.toString();
    }
    event.originServerTs = readTime(object.value("origin_server_ts"_L1));
    event.unsignedData = object.value("unsigned"_L1).toObject();
    event.raw = object;
    return {};
}

} // namespace

QString Event::transactionId() const
{
    const QString text = unsignedData.value("transaction_id"_L1).toString();
    return fits(text) ? text : QString();
}

Result<Event> parseEvent(const QJsonObject& object)
{
    Event event;
    event.id = EventId(object.value("event_id"_L1).toString());
    if (!event.id.isValid()) {
        return fail(Error::Kind::Malformed, u"event without a valid id"_s);
    }
    if (auto read = readBody(object, event); !read) {
        return std::unexpected(read.error());
    }
    return event;
}

Result<Event> parseStrippedEvent(const QJsonObject& object)
{
    Event event;
    event.id = EventId(object.value("event_id"_L1).toString());
    if (!event.id.isValid()) {
        event.id = EventId();
    }
    if (auto read = readBody(object, event); !read) {
        return std::unexpected(read.error());
    }
    if (!event.isState()) {
        return fail(Error::Kind::Malformed, u"stripped event without a state key"_s);
    }
    return event;
}

std::vector<Event> parseEvents(const QJsonArray& array, int* skipped)
{
    std::vector<Event> events;
    events.reserve(size_t(array.size()));
    for (const QJsonValue& value : array) {
        auto event = parseEvent(value.toObject());
        if (event) {
            events.push_back(std::move(*event));
        } else if (skipped != nullptr) {
            ++*skipped;
        }
    }
    return events;
}

} // namespace client::events
