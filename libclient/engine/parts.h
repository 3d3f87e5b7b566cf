// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Engine::Parts: the engine's parts wired together, and the frame of every act: one transaction,
// one ledger, one update. Owned by Engine.
#pragma once

#include "engine/applysync.h"
#include "engine/bundlejobs.h"
#include "engine/decryptqueue.h"
#include "engine/details.h"
#include "engine/encryptionjobs.h"
#include "engine/engine.h"
#include "engine/history.h"
#include "engine/outboxjobs.h"
#include "engine/publisher.h"
#include "engine/quarantine.h"
#include "engine/retention.h"
#include "engine/search.h"
#include "engine/threads.h"
#include "engine/transcripts.h"

namespace client::engine {

struct Engine::Parts {
    Parts(std::unique_ptr<store::Database> database, EngineOptions options);

    Result<> start();
    Result<> makeMachine(const store::AccountRow& account);
    Result<> needMachine() const;

    //! Runs `work` in a transaction; what it changed is committed and told, or nothing is.
    Result<Update> act(const std::function<void()>& work);
    //! As act, for what nobody needs to be told.
    Result<> keep(const std::function<void()>& work);

    //! What waits to be decrypted, rooms on the screen first. Inside `act`.
    void decryptSome() { decryption.decryptSome(windows.openRooms()); }

    //! Runs `ask` without a transaction: it only reads.
    template <class Ask>
    auto read(Ask ask) -> Result<std::invoke_result_t<Ask>>
    {
        context.ledger.clear();
        auto value = ask();
        if (!context.ledger.isClean()) {
            return std::unexpected(*context.ledger.error());
        }
        return value;
    }

    Result<> checkPoll(OutgoingMessage& message);
    Result<LiveRoom*> knownRoom(const RoomId& room);

    EngineOptions options;
    QByteArray generation; //!< to lie beside the root key
    Context context;
    Staging staging;
    StateKeeper state;
    EventLog log;
    ItemSource source;
    RoomWindows windows;
    ThreadWindows threadWindows;
    Publisher publisher;
    DecryptQueue decryption;
    SyncApplier sync;
    History history;
    OutboxJobs outbox;
    Quarantine quarantine;
    EncryptionJobs encryption;
    BundleJobs bundles;
    Retention retention;
    SearchIndex searchIndex;
    Search search;
    Details details;
    Threads threads;
    Transcripts transcripts;

private:
    Result<store::Transaction> begin();
    std::unexpected<Error> rollBack(const Error& error);
    Result<> commit(store::Transaction& transaction);
};

} // namespace client::engine
