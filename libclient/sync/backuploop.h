// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// BackupLoop: keeps the key backup and this device in step: new keys go up, keys that messages wait
// for come down, a version that was replaced is noticed. Owned by Session.
#pragma once

#include "engine/encryptionjobs.h"
#include "sync/syncloop.h"

namespace client::sync {

class BackupLoop {
public:
    using Progress = std::function<void(int done, int total)>;
    BackupLoop(Connection& connection, engine::EngineThread& engine, Publish publish,
               Progress progress);

    void start();
    void stop();

    void wake() { m_waker.wake(); }

    //! Asks which version the server has.
    Task<Result<>> look();
    //! Fetches every key now. Forbidden: the backup's key is not here; NotFound: no backup.
    Task<Result<crypto::ImportCount>> restore();
    //! What the backup has of a room and this device has not; nothing where it cannot be read.
    Task<Result<>> restoreRoom(RoomId room);
    //! Keys that `begin` reads for the engine, batch by batch. Busy: one restore or import at a
    //! time, from the reading on, for the engine holds the entries of one.
    using Begin = std::function<Result<int>(engine::Engine&)>;
    Task<Result<crypto::ImportCount>> takeIn(Begin begin);

private:
    using State = engine::EncryptionJobs::BackupState;
    Task<> run();
    Task<Result<State>> state();
    Task<Result<>> turn();
    Task<Result<bool>> uploadSome();
    Task<Result<>> fetchWanted();
    Task<Result<>> restoreWhole();

    Connection* m_connection;
    engine::EngineThread* m_engine;
    Publish m_publish;
    Progress m_progress;
    Waker m_waker;
    bool m_looked = false;
    bool m_restoring = false;
    int m_failures = 0;
    TaskScope m_scope; // last member
};

} // namespace client::sync
