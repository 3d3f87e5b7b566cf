// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// SyncLoop: receives (specification, "Syncing"): long poll, back-off, one engine transaction each.
// Owned by Session.
#pragma once

#include "engine/update.h"
#include "sync/connection.h"
#include "sync/waker.h"

#include <functional>

namespace client::sync {

//! Hands an update to the session, which tells everybody.
using Publish = std::function<void(engine::Update)>;

class SyncLoop {
public:
    SyncLoop(Connection& connection, engine::EngineThread& engine, Publish publish);

    void start();
    void stop();

    bool isRunning() const { return m_running; }

    //! Ends a back-off or a long poll now.
    void hurry();
    //! While somebody waits for quiet, polls return at once.
    void setEager(bool eager);

    //! Syncs begun; and the number of the last that answered with nothing new.
    qint64 begun() const { return m_begun; }

    qint64 lastQuiet() const { return m_lastQuiet; }

private:
    Task<> run();
    Task<Result<>> turn();

    Connection* m_connection;
    engine::EngineThread* m_engine;
    Publish m_publish;
    Waker m_waker;
    bool m_running = false;
    bool m_polling = false; //!< only the network is waited for: may be cut
    bool m_eager = false;
    bool m_first = true;
    qint64 m_begun = 0;
    qint64 m_lastQuiet = 0;
    TaskScope m_scope; // last member
};

} // namespace client::sync
