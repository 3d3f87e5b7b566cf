// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// HistoryLoop: carries history bundles: up to the server for whom this person invited, down from
// there from who invited them. The invitation itself never waits for it. Owned by Session.
#pragma once

#include "engine/bundlejobs.h"
#include "media/downloader.h"
#include "sync/backuploop.h"

namespace client::sync {

class HistoryLoop {
public:
    HistoryLoop(Connection& connection, engine::EngineThread& engine, BackupLoop& backup,
                media::Downloader& downloader, Publish publish);

    void start();
    void stop();

    void wake() { m_waker.wake(); }

    //! Nothing under way.
    bool isIdle() const { return m_idle; }

private:
    Task<> run();
    // true: something was done, there may be more
    Task<Result<bool>> give();
    Task<Result<bool>> take();
    Task<Result<QByteArray>> make(RoomId room);
    Task<Result<>> upload(crypto::Invitee invitee, QByteArray cipher);
    Task<Result<>> takeIn(crypto::HistoryOffer offer, QByteArray cipher);
    Result<> publish(Result<engine::Update> update);

    Connection* m_connection;
    engine::EngineThread* m_engine;
    BackupLoop* m_backup;
    media::Downloader* m_downloader;
    Publish m_publish;
    Waker m_waker;
    bool m_idle = true;
    int m_failures = 0;
    TaskScope m_scope; // last member
};

} // namespace client::sync
