// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// OutboxJobs: the life of a message from the wish to the event: kept, prepared, encrypted, sent,
// failed, taken back. Owned by Engine::Parts.
#pragma once

#include "engine/context.h"
#include "engine/outbox.h"
#include "engine/staging.h"
#include "engine/statekeeper.h"

namespace client::engine {

class OutboxJobs {
public:
    OutboxJobs(Context& context, Staging& staging) : m_context(context), m_staging(staging) {}

    TxnId enqueue(OutgoingMessage message);
    std::optional<OutboxJob> next(const RoomId& room);

    //! What next() was preparing when the machine met a fault; nothing when it was another's.
    std::optional<OutboxJob> takeBroken() { return std::exchange(m_broken, {}); }

    void uploadDone(const TxnId& txn, bool thumbnail, const MxcUri& uri);
    void sent(const TxnId& txn, const EventId& event);
    void sendFailed(const TxnId& txn, const Error& error, bool final);
    void cancel(const TxnId& txn);
    void retry(const TxnId& txn);
    void editPending(const TxnId& txn, const QString& body, const QString& formattedBody);
    QString sentEvent(const TxnId& txn);

private:
    TxnId insert(store::OutboxRow row);
    std::optional<TxnId> foldIntoPending(const OutgoingMessage& message);
    bool placeInThread(OutgoingMessage& message);
    bool checkTarget(const store::OutboxRow& row);
    bool checkOwn(const RoomId& room, const EventId& event);
    void stage(OutgoingMessage message, const TxnId& txn, bool encrypted);
    std::optional<OutboxJob> prepare(store::OutboxRow& row);
    std::optional<OutboxJob> uploadJob(const store::OutboxRow& row, LiveRoom& room);
    std::optional<OutboxJob> readyToEncrypt(const store::OutboxRow& row, LiveRoom& room);
    OutboxJob sendJob(store::OutboxRow& row, LiveRoom& room);
    OutboxJob job(const store::OutboxRow& row, OutboxJob::Kind kind) const;
    OutboxJob refusedFor(const store::OutboxRow& row, const Error& error);
    std::optional<store::OutboxRow> unsent(const TxnId& txn);
    void touch(const store::OutboxRow& row);

    Context& m_context;
    Staging& m_staging;
    std::optional<OutboxJob> m_broken;
};

} // namespace client::engine
