// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// SendQueue: sends one room's outbox in order. Owned by SendQueues; one per room with unsent rows.
// SendQueues: all of them. Owned by Session.
#pragma once

#include "sync/cryptopump.h"

#include <map>
#include <memory>
#include <set>

namespace client::sync {

//! What the queues need of the rest of the session.
struct SendContext {
    Connection* connection = nullptr;
    engine::EngineThread* engine = nullptr;
    CryptoPump* pump = nullptr;
    Publish publish;
    std::function<void(TxnId, qint64, qint64)> progress;
};

class SendQueue {
public:
    SendQueue(const SendContext& context, RoomId room);
    void wake();

    //! An answer came that the room may have waited for.
    void keysMoved()
    {
        if (m_needsKeys) {
            m_waker.wake();
        }
    }

    //! If this message is under way, the request is given up.
    void drop(const TxnId& txn);

    bool isIdle() const { return m_idle; }

private:
    Task<> run();
    //! How long to wait before the next look; 0: at once; nullopt: nothing left.
    Task<std::optional<std::chrono::milliseconds>> step();
    Task<std::optional<std::chrono::milliseconds>> perform(engine::OutboxJob job);
    Task<Result<>> upload(const engine::OutboxJob* job);
    Task<Result<>> fetchMembers();
    Task<Result<>> put(const engine::OutboxJob* job);
    Task<std::chrono::milliseconds> failed(TxnId txn, Error error, int attempts);

    const SendContext* m_context;
    RoomId m_room;
    Waker m_waker;
    TxnId m_current; //!< on the network now
    bool m_idle = true;
    bool m_needsKeys = false;
    TaskScope m_scope; // last member
};

class SendQueues {
public:
    explicit SendQueues(SendContext context) : m_context(std::move(context)) {}

    //! Before release() the room is only noted.
    void wake(const RoomId& room);
    void wakeAll();
    void keysMoved();
    void drop(const TxnId& txn);
    //! Who is in a room, and with which devices, is known as of now.
    void release();

    bool areReleased() const { return m_released; }

    void stop();

private:
    SendContext m_context;
    bool m_released = false;
    std::set<RoomId> m_noted;
    std::map<RoomId, std::unique_ptr<SendQueue>> m_queues;
};

} // namespace client::sync
