// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Sync: GET /sync (specification, "Syncing"), its request and its answer as values.
#pragma once

#include "api/request.h"
#include "events/event.h"

#include <QStringList>

#include <map>
#include <optional>
#include <vector>

namespace client::api {

struct Timeline {
    std::vector<events::Event> events;
    bool limited = false;
    QString prevBatch;
};

struct JoinedRoom {
    Timeline timeline;
    std::vector<events::Event> state;
    std::vector<QJsonObject> ephemeral;
    std::vector<QJsonObject> accountData;
    std::optional<QStringList> heroes;
    std::optional<int> joinedCount, invitedCount;
    std::optional<int> unread, highlights; //!< as the server counts, outside of threads

    struct Count {
        int unread = 0;
        int highlights = 0;
    };

    std::map<EventId, Count> threads; //!< the same, by root; only those that have some
};

struct LeftRoom {
    Timeline timeline;
    std::vector<events::Event> state;
};

struct SyncResponse {
    QString nextBatch;
    std::map<RoomId, JoinedRoom> joined;
    std::map<RoomId, std::vector<events::Event>> invited, knocked; //!< stripped state
    std::map<RoomId, LeftRoom> left;
    std::vector<QJsonObject> accountData;
    std::vector<QJsonObject> toDevice;
    QStringList devicesChanged, devicesLeft;
    std::optional<int> oneTimeKeys; //!< signed_curve25519
    bool hasFallbackList = false;
    bool unusedFallback = false; //!< signed_curve25519 is in the list
    int skipped = 0;             //!< malformed parts left out
    bool isEmpty() const;        //!< brought nothing but its token
};

//! `since` empty: the first. The filter asks for lazily loaded members.
Request syncRequest(const QString& since, std::chrono::milliseconds timeout);
//! Malformed only without a usable next_batch; every other wrong part is skipped and counted.
Result<SyncResponse> readSync(const QByteArray& body);

} // namespace client::api
