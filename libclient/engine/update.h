// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Update: everything that one act of the engine changed, as values for the home thread.
#pragma once

#include "base/error.h"
#include "base/ids.h"
#include "base/listdiff.h"
#include "crypto/encryptionviews.h"
#include "rooms/roomsummary.h"
#include "timeline/timelineitem.h"

#include <set>
#include <vector>

namespace client::engine {

struct TimelineChange {
    RoomId room;
    ListDiff<timeline::TimelineItem> diff;
    EventId thread = {}; //!< of a window on a thread: its root
};

//! Items that came or changed in a room, open or not (asked for by watchItems: tchap-cli).
struct ItemsChange {
    RoomId room;
    std::vector<timeline::TimelineItem> items;
};

struct Notification {
    RoomId room;
    EventId event;
    QString roomName;
    QString senderName;
    QString body; //!< plain preview; empty for what could not be decrypted
    bool isDirect = false;
    bool highlight = false;
    bool sound = false;
};

struct SentMessage {
    TxnId txn;
    EventId event;
};

struct FailedMessage {
    TxnId txn;
    Error error;
};

struct Update {
    std::vector<rooms::RoomSummary> rooms; //!< new or changed
    std::vector<RoomId> forgotten;         //!< gone from the list
    std::vector<TimelineChange> timelines; //!< of the open windows
    std::vector<ItemsChange> items;
    std::vector<Notification> notifications;
    std::vector<SentMessage> sent;
    std::vector<FailedMessage> failed;
    std::set<RoomId> outbox;                             //!< rooms that have something to send
    std::vector<crypto::VerificationView> verifications; //!< that moved
    bool encryptionChanged = false; //!< identities, devices, backup or secrets may differ
    bool cryptoHasRequests = false;
    bool decryptPending = false; //!< decryptSome() has more to do
    bool backupHasWork = false;  //!< new keys for it, or messages whose keys it may have
    bool broughtNews = false;    //!< a sync that was not empty
    bool wasInitial = false;

    void merge(Update&& other); //!< in order: `other` happened after
};

} // namespace client::engine
