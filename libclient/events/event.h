// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Event: the envelope of every Matrix event as a value. Contents are parsed where they are used.
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "base/ids.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace client::events {

//! Client-server API, "Room event format". Unknown members are kept in `raw`.
struct Event {
    EventId id;
    UserId sender;
    QString type;
    Timestamp originServerTs = 0;
    std::optional<QString> stateKey; //!< set: a state event
    QJsonObject content;
    QJsonObject unsignedData;
    QJsonObject raw; //!< the whole object as received

    bool isState() const { return stateKey.has_value(); }

    //! `unsigned.transaction_id`: set on events that this device sent.
    QString transactionId() const;
    bool operator==(const Event&) const = default;
};

//! Lenient about unknown members, strict about types: an event without a valid id, sender or type
//! (each at most 255 bytes), or whose content is not an object, is Malformed.
Result<Event> parseEvent(const QJsonObject& object);
//! As parseEvent, without event_id and origin_server_ts (stripped state of an invitation).
Result<Event> parseStrippedEvent(const QJsonObject& object);
//! Skips what is malformed; adds the number of skipped ones to `*skipped` when given.
std::vector<Event> parseEvents(const QJsonArray& array, int* skipped = nullptr);

} // namespace client::events
