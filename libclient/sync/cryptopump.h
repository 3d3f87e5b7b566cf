// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// CryptoPump: sends what the encryption machine asks for and reports the answers. Owned by Session.
#pragma once

#include "sync/syncloop.h"

#include <QDeadlineTimer>

namespace client::sync {

class CryptoPump {
public:
    CryptoPump(Connection& connection, engine::EngineThread& engine, Publish publish);

    void start();
    void stop();

    void wake() { m_waker.wake(); }

    //! Nothing to send and nothing under way.
    bool isIdle() const { return m_idle; }

private:
    Task<> run();
    //! true: everything that was asked for has been answered.
    Task<bool> drain();
    Task<std::optional<Error>> sendOne(crypto::OutgoingRecord request);
    void rest(const Error& error);

    Connection* m_connection;
    engine::EngineThread* m_engine;
    Publish m_publish;
    Waker m_waker;
    bool m_idle = true;
    int m_failures = 0;
    std::chrono::milliseconds m_delay{0};
    QDeadlineTimer m_rest{0}; //!< the server is left in peace until then
    TaskScope m_scope;        // last member
};

} // namespace client::sync
