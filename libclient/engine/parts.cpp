// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/parts.h"

#include "store/storekey.h"

using namespace Qt::StringLiterals;

namespace client::engine {

Engine::Parts::Parts(std::unique_ptr<store::Database> database, EngineOptions given)
    : options(std::move(given))
    , context(std::move(database), *options.clock)
    , staging(options.folder)
    , state(context)
    , log(context)
    , source(context)
    , windows(context, source)
    , threadWindows(context, source)
    , publisher(context, source, windows, threadWindows)
    , decryption(context, log)
    , sync(context, state, log)
    , history(context, {state, log, source})
    , outbox(context, staging)
    , quarantine(context, [this](const std::function<void()>& work) { return keep(work); })
    , encryption(context, [this](const std::function<void()>& work) { return act(work); })
    , bundles(context, [this](const std::function<void()>& work) { return act(work); })
    , retention(context, [this](const std::function<void()>& work) { return act(work); })
    , searchIndex(context)
    , search(context, {source, searchIndex, windows},
             [this](const std::function<void()>& work) { return keep(work); })
    , details(context, source)
    , threads(context, source, threadWindows, log,
              [this](const std::function<void()>& work) { return act(work); })
    , transcripts(context, source)
{
    context.folder = options.folder;
    context.zone =
        options.timeZone.isEmpty() ? QTimeZone::systemTimeZone() : QTimeZone(options.timeZone);
    if (!context.zone.isValid()) {
        context.zone = QTimeZone::utc();
    }
}

Result<> Engine::Parts::start()
{
    const auto account = context.tables.account.account();
    if (!account) {
        return std::unexpected(account.error());
    }
    const auto wanted = context.tables.outbox.uploadFiles();
    if (!wanted) {
        return std::unexpected(wanted.error());
    }
    staging.sweep(*wanted);
    return *account ? makeMachine(**account) : Result<>{};
}

Result<> Engine::Parts::makeMachine(const store::AccountRow& account)
{
    auto pickleKey = store::pickleKey(options.rootKey);
    if (!pickleKey) {
        return std::unexpected(pickleKey.error());
    }
    context.own = account.user;
    context.forgetRules();
    context.machine = std::make_unique<crypto::OlmMachine>(
        account.user, account.device, context.tables.crypto, context.clock, std::move(*pickleKey));
    return keep([this] {
        if (options.generation) {
            generation = context.take(context.machine->beginGeneration(*options.generation));
        }
        context.take(context.machine->ensureAccount());
    });
}

Result<> Engine::Parts::needMachine() const
{
    return context.machine ? Result<>{} : fail(Error::Kind::Internal, u"no account yet"_s);
}

Result<store::Transaction> Engine::Parts::begin()
{
    context.ledger.clear();
    context.changes = {};
    return context.database->begin();
}

std::unexpected<Error> Engine::Parts::rollBack(const Error& error)
{
    // Caches may hold what is being rolled back.
    context.forgetRooms();
    context.forgetRules();
    context.tables.crypto.distrust();
    windows.drop();
    threadWindows.drop();
    for (const QString& file : context.changes.newFiles) {
        staging.remove(file);
    }
    context.changes = {};
    return std::unexpected(error);
}

Result<> Engine::Parts::commit(store::Transaction& transaction)
{
    if (!context.ledger.isClean()) {
        return std::unexpected(*context.ledger.error());
    }
    return transaction.commit();
}

Result<Update> Engine::Parts::act(const std::function<void()>& work)
{
    auto transaction = begin();
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    work();
    searchIndex.follow();
    Update update;
    if (context.ledger.isClean()) {
        context.noteTrust(windows.openRooms());
        update = publisher.publish();
    }
    if (const auto done = commit(*transaction); !done) {
        return rollBack(done.error());
    }
    update.backupHasWork = update.backupHasWork || context.hasNewKeys();
    windows.settle();
    threadWindows.settle();
    for (const QString& file : context.changes.staleFiles) {
        staging.remove(file);
    }
    for (const QString& file : context.changes.clearFiles) {
        staging.removeClear(file);
    }
    return update;
}

Result<> Engine::Parts::keep(const std::function<void()>& work)
{
    auto transaction = begin();
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    work();
    searchIndex.follow();
    if (const auto done = commit(*transaction); !done) {
        return rollBack(done.error());
    }
    return {};
}

Result<LiveRoom*> Engine::Parts::knownRoom(const RoomId& room)
{
    LiveRoom& live = context.room(room);
    if (!live.isKnown) {
        return fail(Error::Kind::NotFound, u"no such room"_s);
    }
    return &live;
}

} // namespace client::engine
