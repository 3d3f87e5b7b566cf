// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the engine answers to those who look at rooms; values.
#pragma once

#include "base/ids.h"
#include "base/secretbytes.h"
#include "rooms/roomsummary.h"
#include "timeline/timelineitem.h"

#include <QJsonObject>

#include <optional>
#include <vector>

namespace client::engine {

//! A window of an open room, for a model.
struct RoomWindow {
    rooms::RoomSummary summary;
    std::vector<timeline::TimelineItem> items;
    bool atStart = false; //!< the first row is the room's beginning
    QString draft;
};

//! A page for a caller that keeps no window (tchap-cli).
struct TimelinePage {
    std::vector<timeline::TimelineItem> items; //!< oldest first
    QString before;           //!< cursor of what is older; empty at the start of the room
    bool needsServer = false; //!< a gap begins at the page's old end: backfill, then ask again
};

//! What /messages must be asked to fill the gap before the oldest event of a room's known part.
struct BackfillRequest {
    RoomId room;
    QString from;    //!< pagination token
    int64_t gap = 0; //!< to be given back to applyBackfill
};

//! Where the bytes of a message's file are and how to check and open them.
struct MediaSource {
    QString mxc;
    bool encrypted = false;
    SecretBytes key; //!< encrypted: 32 bytes
    QByteArray iv, sha256;
    QString name, mimetype;
    qint64 size = -1;
};

struct Member {
    UserId user;
    QString name;
    QString avatar;
    QString membership; //!< join, invite, knock, leave, ban
    int64_t powerLevel = 0;
};

struct Counters {
    int unsent = 0;         //!< outbox rows not sent (failed ones too)
    int sending = 0;        //!< of these, not failed
    int waitingForKeys = 0; //!< events that wait for a key
    int pendingDecryption = 0;
    bool cryptoBusy = false;
};

//! What a message said at one time.
struct Revision {
    EventId event;
    Timestamp timestamp = 0;
    QString body;
    QString formattedBody; //!< as received, or empty
};

//! Somebody's reaction.
struct Reacted {
    QString key;
    UserId user;
    QString name;
    EventId event;
    Timestamp timestamp = 0;
};

//! An event as it came, and what is known of it.
struct MessageSource {
    QJsonObject event;
    QJsonObject clear; //!< {"type", "content"} of what was decrypted; else empty
    QString sessionId;
    timeline::TimelineItem item;
};

struct PinnedMessage {
    EventId event;
    std::optional<timeline::TimelineItem> item; //!< none: it is not here
};

//! A thread of a room, for a list.
struct ThreadView {
    EventId root;
    std::optional<timeline::TimelineItem> rootItem; //!< none: it is not here
    std::optional<timeline::TimelineItem> lastItem; //!< newest reply that is here
    timeline::ThreadInfo info;
};

} // namespace client::engine
