// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// CryptoPump: sends what the encryption machine asks for and reports the answers: lists and
// one-time keys, which other servers may be slow with, side by side; all the rest in order. Owned
// by Session.
#pragma once

#include "sync/syncloop.h"

#include <deque>
#include <set>

namespace client::sync {

class CryptoPump {
public:
    //! `answered`: the machine got an answer; whoever waits for keys may go on.
    CryptoPump(Connection& connection, engine::EngineThread& engine, Publish publish,
               std::function<void()> answered);

    void start();
    void stop();

    void wake() { m_waker.wake(); }

    //! Nothing to send and nothing under way.
    bool isIdle() const { return m_idle; }

private:
    Task<> run();
    Task<> look();
    void startSome();
    Task<> carry(crypto::OutgoingRecord request, bool aside);
    Task<std::optional<Error>> sendOne(crypto::OutgoingRecord request);
    void failed(const QString& id, const Error& error);
    Task<> rest();

    Connection* m_connection;
    engine::EngineThread* m_engine;
    Publish m_publish;
    std::function<void()> m_answered;
    Waker m_waker;
    std::deque<crypto::OutgoingRecord> m_todo;
    std::set<QString> m_underWay;
    std::set<QString> m_failed; //!< not tried again before the next rest
    int m_aside = 0, m_inOrder = 0;
    std::optional<Error> m_fault; //!< asks for a rest
    bool m_idle = true;
    int m_failures = 0;
    TaskScope m_scope; // last member
};

} // namespace client::sync
