// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// SyncApplier: one answer of /sync into the tables. The engine opens and commits the transaction
// around it, so the token and all that it brought land together. Owned by Engine::Parts.
#pragma once

#include "api/sync.h"
#include "engine/eventlog.h"
#include "engine/statekeeper.h"

namespace client::engine {

class SyncApplier {
public:
    SyncApplier(Context& context, StateKeeper& state, EventLog& log)
        : m_context(context)
        , m_state(state)
        , m_log(log)
    {}

    void apply(const api::SyncResponse& response);

private:
    void applyCrypto(const api::SyncResponse& response);
    void touchRoomsOf(const QString& type);
    void applyAccountData(const std::vector<QJsonObject>& events);
    void applyJoined(const RoomId& id, const api::JoinedRoom& joined);
    void applyStripped(const RoomId& id, const QString& membership,
                       const std::vector<events::Event>& state);
    void applyLeft(const RoomId& id, const api::LeftRoom& left);
    void applyCounts(LiveRoom& room, const api::JoinedRoom& joined);
    void applyEphemeral(LiveRoom& room, const std::vector<QJsonObject>& events);
    void applyReceipts(LiveRoom& room, const QJsonObject& content);
    void applyOwnReceipt(LiveRoom& room, const events::Receipt& receipt);
    //! Returns whether events may be missing before the timeline.
    bool applyTimeline(LiveRoom& room, const api::Timeline& timeline, bool entered);
    int64_t chunkFor(const LiveRoom& room, const api::Timeline& timeline, bool hole);
    void announceInvitation(LiveRoom& room);

    Context& m_context;
    StateKeeper& m_state;
    EventLog& m_log;
    bool m_initial = false;
};

} // namespace client::engine
