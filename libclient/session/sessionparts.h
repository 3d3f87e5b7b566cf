// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Session::Parts: everything that a session owns, wired together, and the way of an update from
// the engine to those who listen. Owned by Session.
#pragma once

#include "engine/enginethread.h"
#include "media/downloader.h"
#include "net/qttransport.h"
#include "session/encryptionparts.h"
#include "session/roomacts.h"
#include "session/searching.h"
#include "session/session.h"
#include "session/transcribing.h"
#include "sync/historyloop.h"
#include "sync/sendqueue.h"

#include <QElapsedTimer>
#include <QTimer>

#include <deque>
#include <map>

namespace client::session {

//! A receipt that the server has not been told of yet; the newest of its thread.
struct PendingReceipt {
    EventId event;
    bool publicly = true;
    bool underWay = false;
};

struct Session::Parts {
    Parts(SessionOptions options, std::unique_ptr<net::QtTransport> transport);

    void listen(Session* session);
    Task<Result<>> openEngine();
    Task<Result<>> keepGeneration();
    void publish(engine::Update update);
    void wakeLoops(const engine::Update& update);
    void encryptionChanged();
    Task<> keepSignedOut();
    Task<> decryptAll();
    Task<> lookAtRecovery();
    //! Rooms whose messages wait since the last run.
    Task<> resumeOutbox();
    Task<> tellReceipt(RoomId room, QString thread);
    Task<Result<>> sendReceipt(RoomId room, QString thread, PendingReceipt receipt);
    Task<> tellTyping(RoomId room, bool typing);
    //! While somebody writes: the keys go out, so that the message itself does not wait for them.
    Task<> prepareRoom(RoomId room);
    Task<> endMark(RoomId room);
    //! A message in the order of its room's messages, whose files take their time.
    Task<Result<engine::Engine::Enqueued>> enqueue(engine::OutgoingMessage message);
    Task<> unstage(std::vector<store::UploadRow> staged);
    void keysMoved();
    Task<> watchForSleep();
    //! Messages that their rooms keep no longer leave, now and from time to time.
    Task<> expireMessages();
    Task<Result<bool>> isIdle();
    //! A request whose answer says nothing but that it was done.
    Task<Result<>> order(api::Request request);
    Task<Result<>> backfill(engine::BackfillRequest request);
    //! What of a thread is not here, as far as `pages` answers of the server go.
    Task<Result<>> fetchThread(RoomId room, EventId root, int pages);
    Task<Result<QByteArray>> fetch(api::Request request); //!< the answer's body
    Task<Result<RoomId>> untilJoined(RoomId room);
    Task<> untilMember(RoomId room, UserId user, bool present);
    Task<Result<>> saveDirect(RoomId room, UserId user);
    //! Noted before the invitations go out: these people get the room's history.
    Task<> wantHistory(RoomId room, std::vector<UserId> users);

    SessionOptions options;
    SystemClock clock;
    std::unique_ptr<net::QtTransport> transport;
    engine::EngineThread engine;
    sync::Connection connection;
    sync::CryptoPump pump;
    sync::SyncLoop loop;
    sync::SendQueues queues;
    Encryption::Parts encryptionParts;
    Encryption encryption;
    media::MediaPool pool;
    media::Downloader downloader;
    sync::HistoryLoop history;
    Searching searching{
        {engine, [this](engine::BackfillRequest request) { return backfill(std::move(request)); },
         [this](engine::Update update) { publish(std::move(update)); }}};
    RoomActs roomActs{{engine, connection,
                       [this](api::Request request) { return order(std::move(request)); },
                       [this] { return loop.isRunning(); }}};
    Transcribing transcribing{
        {engine, [this](engine::BackfillRequest request) { return backfill(std::move(request)); }}};
    Session* session = nullptr;
    std::map<std::pair<RoomId, QString>, PendingReceipt> receipts; //!< by room and thread
    std::map<RoomId, Timestamp> typingSince;                       //!< told the server at
    std::map<RoomId, sync::Waker> preparing;
    std::map<RoomId, std::deque<int>> lines; //!< messages that come after a file; the file first
    int tickets = 0;
    int idleWaiters = 0;
    bool decrypting = false;
    bool decryptAgain = false;
    bool closed = false;
    TaskScope scope; // last member
};

} // namespace client::session
