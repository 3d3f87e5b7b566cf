// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/sessionparts.h"

#include "api/rooms.h"
#include "base/log.h"
#include "base/sleep.h"
#include "engine/retention.h"
#include "net/retrypolicy.h"
#include "store/storekey.h"

#include <QRandomGenerator>
#include <QScopeGuard>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using client::engine::Engine;

namespace client::session {

namespace {

constexpr qint64 mediaBound = 2LL * 1024 * 1024 * 1024;

Worker<media::MediaCache>::Maker mediaMaker(const SessionOptions& options)
{
    return [folder = options.folder + u"/media"_s, root = options.rootKey.clone()]() {
        auto seal = store::mediaKey(root);
        auto names = store::namesKey(root);
        return std::make_unique<media::MediaCache>(folder, seal ? std::move(*seal) : SecretBytes(),
                                                   names ? std::move(*names) : SecretBytes(),
                                                   mediaBound);
    };
}

//! To those who show the main timeline, or a thread.
void tell(Session& session, engine::TimelineChange change)
{
    if (change.thread.isEmpty()) {
        Q_EMIT session.timelineChanged(change.room, std::move(change.diff));
    } else {
        Q_EMIT session.threadChanged(change.room, change.thread, std::move(change.diff));
    }
}

} // namespace

Session::Parts::Parts(SessionOptions given, std::unique_ptr<net::QtTransport> made)
    : options(std::move(given))
    , transport(std::move(made))
    , connection(*transport, engine, clock)
    , pump(
          connection, engine, [this](engine::Update update) { publish(std::move(update)); },
          [this] { keysMoved(); })
    , loop(connection, engine, [this](engine::Update update) { publish(std::move(update)); })
    , queues({&connection, &engine, &pump,
              [this](engine::Update update) { publish(std::move(update)); },
              [this](TxnId txn, qint64 done, qint64 total) {
                  Q_EMIT session->progress(std::move(txn), done, total);
              }})
    , encryptionParts{engine,
                      connection,
                      pump,
                      [this](engine::Update update) { publish(std::move(update)); },
                      sync::BackupLoop(
                          connection, engine,
                          [this](engine::Update update) { publish(std::move(update)); },
                          [this](int done, int total) {
                              Q_EMIT encryption.restoring(done, total);
                          }),
                      sync::DehydrationLoop(
                          connection, engine,
                          [this](engine::Update update) { publish(std::move(update)); }),
                      sync::Recovery(
                          connection, engine, pump, encryptionParts.backup,
                          encryptionParts.dehydration,
                          [this](engine::Update update) { publish(std::move(update)); },
                          [this](QUrl page) { Q_EMIT session->browserNeeded(std::move(page)); })}
    , encryption(encryptionParts)
    , pool(mediaMaker(options))
    , downloader({[this](api::Request request) { return connection.send(std::move(request)); },
                  [this](api::Request request, QString path, qint64 resumeFrom) {
                      return connection.download(std::move(request), std::move(path), resumeFrom,
                                                 {});
                  }},
                 pool)
    , history(connection, engine, encryptionParts.backup, downloader,
              [this](engine::Update update) { publish(std::move(update)); })
{}

void Session::Parts::listen(Session* owner)
{
    session = owner;
    QObject::connect(&connection, &sync::Connection::stateChanged, owner,
                     [this] { Q_EMIT session->stateChanged(session->state()); });
    QObject::connect(&connection, &sync::Connection::cameOnline, owner, [this] {
        // Not before the first sync of a run: who was removed meanwhile must get no key any more.
        queues.release();
        queues.wakeAll();
        pump.wake();
    });
    // Queued: the news comes from inside a coroutine that is about to be ended.
    const auto onSignOut = [this](bool soft) {
        loop.stop();
        pump.stop();
        encryptionParts.backup.stop();
        encryptionParts.dehydration.stop();
        history.stop();
        queues.stop();
        scope.start(keepSignedOut());
        Q_EMIT session->signedOut(soft);
    };
    QObject::connect(&connection, &sync::Connection::signedOut, owner, onSignOut,
                     Qt::QueuedConnection);
}

Task<Result<>> Session::Parts::openEngine()
{
    engine::EngineOptions wanted{options.folder, options.rootKey.clone(), nullptr,
                                 options.timeZone};
    if (options.generation.read) {
        auto beside = co_await options.generation.read();
        if (beside) {
            wanted.generation = std::move(*beside);
        } else { // whether this is a copy cannot be told this time
            qCWarning(logSync) << "the generation cannot be read:" << beside.error().detail;
        }
    }
    co_return co_await engine.open(std::move(wanted));
}

//! Nothing has been encrypted yet in this run: a copy made from now on is older than it.
Task<Result<>> Session::Parts::keepGeneration()
{
    const auto next =
        co_await engine.run([](Engine& e) { return Result<QByteArray>(e.generation()); });
    if (!next || next->isEmpty() || !options.generation.keep) {
        co_return Result<>();
    }
    if (const auto kept = co_await options.generation.keep(*next); !kept) {
        // What lies there stays accepted: nobody is shut out of their messages for this.
        qCWarning(logSync) << "the generation cannot be kept:" << kept.error().detail;
        co_return Result<>();
    }
    co_return co_await engine.run([](Engine& e) { return e.generationKept(); });
}

//! What goes on by itself once there is something to do.
void Session::Parts::wakeLoops(const engine::Update& update)
{
    if (update.cryptoHasRequests) {
        pump.wake();
    }
    if (update.backupHasWork) {
        encryptionParts.backup.wake();
    }
    for (const RoomId& room : update.outbox) {
        if (loop.isRunning()) {
            queues.wake(room);
        }
    }
    if (update.decryptPending) {
        decryptAgain = true;
        if (!decrypting) {
            decrypting = true;
            scope.start(decryptAll());
        }
    }
}

void Session::Parts::publish(engine::Update update)
{
    wakeLoops(update);
    if (!update.rooms.empty() || !update.forgotten.empty()) {
        Q_EMIT session->roomsChanged(std::move(update.rooms), std::move(update.forgotten));
    }
    for (engine::TimelineChange& change : update.timelines) {
        tell(*session, std::move(change));
    }
    for (engine::ItemsChange& change : update.items) {
        Q_EMIT session->itemsChanged(change.room, std::move(change.items));
    }
    for (engine::Notification& notification : update.notifications) {
        Q_EMIT session->notified(std::move(notification));
    }
    for (engine::SentMessage& sent : update.sent) {
        Q_EMIT session->messageSent(sent.txn, sent.event);
    }
    for (crypto::VerificationView& view : update.verifications) {
        Q_EMIT encryption.verificationChanged(std::move(view));
    }
    if (update.encryptionChanged) {
        encryptionChanged();
    }
    for (engine::FailedMessage& failed : update.failed) {
        Q_EMIT session->messageFailed(failed.txn, failed.error);
    }
}

void Session::Parts::encryptionChanged()
{
    encryptionParts.wake();
    history.wake();
    Q_EMIT encryption.statusChanged();
}

//! After a restart the password is asked for at once.
Task<> Session::Parts::keepSignedOut()
{
    engine::Account account = connection.account();
    account.signedOut = true;
    const auto kept = co_await engine.run([account](Engine& e) { return e.saveAccount(account); });
    if (!kept) {
        qCWarning(logSync) << "the sign-out could not be kept" << kept.error().detail;
    }
}

Task<> Session::Parts::decryptAll()
{
    while (decryptAgain) {
        decryptAgain = false;
        auto update = co_await engine.run([](Engine& e) { return e.decryptSome(); });
        if (!update) {
            qCWarning(logSync) << "decryption stopped:" << update.error().detail;
            break;
        }
        publish(std::move(*update));
    }
    decrypting = false;
}

//! Does the account have a recovery? Only the server knows.
Task<> Session::Parts::lookAtRecovery()
{
    for (int attempt = 1; attempt < 10; ++attempt) {
        const auto looked = co_await encryptionParts.recovery.look();
        if (looked) {
            break;
        }
        co_await sleepFor(std::chrono::seconds{10 * attempt});
    }
}

Task<> Session::Parts::resumeOutbox()
{
    const auto rooms = co_await engine.run([](Engine& e) { return e.roomsWithOutbox(); });
    for (const RoomId& room : rooms.value_or(std::vector<RoomId>())) {
        queues.wake(room);
    }
    // What was left undone by the last run: keys to upload, messages to decrypt.
    pump.wake();
    engine::Update rest;
    rest.decryptPending = true;
    publish(std::move(rest));
}

Task<> Session::Parts::tellReceipt(RoomId room, QString thread)
{
    const std::pair place(room, thread);
    for (int attempt = 1;; ++attempt) {
        const PendingReceipt told = receipts.at(place);
        const Result<> done = co_await sendReceipt(room, thread, told);
        if (receipts.at(place).event != told.event) {
            attempt = 0; // another one came meanwhile
            continue;
        }
        const double chance = QRandomGenerator::global()->generateDouble();
        const auto delay = done ? std::nullopt : net::retryDelay(done.error(), attempt, chance);
        if (!delay) {
            break;
        }
        co_await sleepFor(*delay);
    }
    receipts.erase(place);
}

void Session::Parts::keysMoved()
{
    queues.keysMoved();
    for (auto& [room, answer] : preparing) {
        answer.wake();
    }
}

//! A computer that slept has a dead connection and does not know it.
Task<> Session::Parts::watchForSleep()
{
    constexpr Timestamp beat = 30'000;
    while (true) {
        const Timestamp before = clock.now();
        co_await sleepFor(std::chrono::milliseconds{beat});
        if (clock.now() - before > beat + 15'000 && loop.isRunning()) {
            session->retryNow();
        }
    }
}

Task<> Session::Parts::expireMessages()
{
    while (true) {
        auto some = co_await engine.run([](Engine& e) { return e.retention().expireSome(); });
        if (!some) {
            qCWarning(logSync) << "old messages stay for now:" << some.error().detail;
        } else {
            co_await pool.run([media = std::move(some->media)](media::MediaCache& cache) {
                for (const QString& name : media) {
                    cache.remove(name);
                }
                return true;
            });
            publish(std::move(some->update));
        }
        if (!some || !some->more) {
            co_await sleepFor(10min);
        }
    }
}

Task<Result<bool>> Session::Parts::isIdle()
{
    const auto counters = co_await engine.run([](Engine& e) { return e.counters(); });
    if (!counters) {
        co_return std::unexpected(counters.error());
    }
    co_return !counters->cryptoBusy && counters->sending == 0 && counters->pendingDecryption == 0 &&
        pump.isIdle() && history.isIdle() && !decrypting && receipts.empty();
}

Task<Result<>> Session::Parts::order(api::Request request)
{
    const auto response = co_await connection.send(std::move(request));
    if (!response) {
        co_return std::unexpected(response.error());
    }
    if (response->status < 200 || response->status >= 300) {
        co_return std::unexpected(api::errorOf(*response));
    }
    co_return Result<>();
}

//! Until sync has brought the room, so that the next act finds it; the server's word is enough
//! where nothing synchronises.
Task<Result<RoomId>> Session::Parts::untilJoined(RoomId room)
{
    for (int i = 0; i < 300 && loop.isRunning(); ++i) {
        const auto known = co_await engine.run([room](Engine& e) { return e.room(room); });
        if (known && known->membership == rooms::RoomSummary::Membership::Joined) {
            break;
        }
        co_await sleepFor(50ms);
    }
    co_return room;
}

//! Until sync has told of the change: a message sent now must know who may read it.
Task<> Session::Parts::untilMember(RoomId room, UserId user, bool present)
{
    for (int i = 0; i < 100 && loop.isRunning(); ++i) {
        const auto people = co_await engine.run([room](Engine& e) { return e.members(room); });
        bool isThere = false;
        for (const engine::Member& member : people.value_or(std::vector<engine::Member>())) {
            isThere = isThere || (member.user == user && (member.membership == "join"_L1 ||
                                                          member.membership == "invite"_L1));
        }
        if (!people || isThere == present) {
            co_return;
        }
        co_await sleepFor(50ms);
    }
}

} // namespace client::session
