// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the event tables hold, as values.
#pragma once

#include "base/clock.h"
#include "base/ids.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <compare>
#include <optional>

namespace client::store {

//! Where an event stands in its room: chunks are ordered by id, events in a chunk by position.
//! Backfill takes positions below the first, sync above the last, so both may be negative or not.
struct Place {
    int64_t chunk = 0;
    int64_t position = 0;
    auto operator<=>(const Place&) const = default;

    //! Known by itself: what stands before and after it is not.
    bool isAside() const { return chunk < 0; }
};

//! A run of events without a hole.
struct Chunk {
    int64_t id = 0;
    std::optional<QString> prevBatch; //!< token of the gap before it; none: no gap
    int64_t first = 0;                //!< position of its oldest event
};

struct EventRow {
    enum class Decryption { Plain, Pending, Waiting, Done, Failed };
    //! Whether the person has been told of it.
    enum class Fresh { Announced, Unannounced, AnnouncedUnread /*!< without its text */ };

    RoomId room;
    EventId id;
    Place place;
    UserId sender;
    QString type;
    Timestamp ts = 0;
    TxnId txn;         //!< own events of this device
    QJsonObject event; //!< as received
    Decryption decryption = Decryption::Plain;
    QString reason;
    QByteArray sessionId;
    QString clearType;
    QJsonObject clearContent;
    QString trust;
    UserId owner;
    bool redacted = false;
    int notify = 0; //!< 1 notifies, 2 highlights too
    bool preview = false;
    Fresh fresh = Fresh::Announced;
    EventId thread; //!< root of the thread that it stands in; empty: the main timeline
};

//! One event that points at another.
struct RelationRow {
    RoomId room;
    EventId target;
    EventId event;
    QString type; //!< rel_type, or m.redaction
    QString key;
    UserId sender;
};

struct UnreadRow {
    int unread = 0;
    int highlights = 0;
};

} // namespace client::store
