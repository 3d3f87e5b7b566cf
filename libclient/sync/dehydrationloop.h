// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// DehydrationLoop: keeps a dehydrated device at the server, where the server knows such devices,
// and reads it when this is a new sign-in. Owned by Session.
#pragma once

#include "engine/encryptionjobs.h"
#include "sync/syncloop.h"

#include <QDeadlineTimer>

namespace client::sync {

class DehydrationLoop {
public:
    DehydrationLoop(Connection& connection, engine::EngineThread& engine, Publish publish);

    void start();
    void stop();

    void wake() { m_waker.wake(); }

    //! Something was done that changes what is possible: now, whatever failed before.
    void tryNow()
    {
        m_pause = {};
        wake();
    }

    //! Asks whether the server knows such devices, and has one.
    Task<Result<>> look();

private:
    Task<> run();
    Task<Result<>> turn();
    Task<Result<>> remove();
    Task<Result<>> rehydrate();
    Task<Result<>> readEvents(QString device);
    Task<Result<QByteArray>> eventsPage(QString device, QString from);
    Task<Result<>> create();
    Task<Result<>> note(std::function<void(crypto::Dehydration&)> work);

    Connection* m_connection;
    engine::EngineThread* m_engine;
    Publish m_publish;
    Waker m_waker;
    bool m_looked = false;
    int m_failures = 0;
    QDeadlineTimer m_pause; //!< after a failure
    TaskScope m_scope;      // last member
};

} // namespace client::sync
