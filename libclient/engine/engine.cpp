// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The engine's front, part one: opening, the account, sync and the crypto machine's requests.

#include "engine/engine.h"

#include "base/answerjson.h"
#include "engine/parts.h"
#include "store/migrations.h"
#include "store/storekey.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace client::engine {

namespace {

Result<> makePrivateFolder(const QString& folder)
{
    if (!QDir().mkpath(folder)) {
        return fail(Error::Kind::Store, u"the folder of the account cannot be made"_s);
    }
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

store::AccountRow rowOf(const Account& account)
{
    return {
        account.user,        account.device,       account.homeserver.toString(QUrl::FullyEncoded),
        account.accessToken, account.refreshToken, account.tokenExpires,
        account.signedOut};
}

const Clock& systemClock()
{
    static const SystemClock clock;
    return clock;
}

} // namespace

Engine::Engine(std::unique_ptr<Parts> parts) : m_parts(std::move(parts)) {}

Engine::~Engine() = default;

Result<std::unique_ptr<Engine>> Engine::open(EngineOptions options)
{
    if (auto made = makePrivateFolder(options.folder); !made) {
        return std::unexpected(made.error());
    }
    auto key = store::databaseKey(options.rootKey);
    if (!key) {
        return std::unexpected(key.error());
    }
    auto database = store::Database::open(options.folder + u"/cache.db"_s, *key);
    if (!database) {
        return std::unexpected(database.error());
    }
    if (auto migrated = store::migrate(**database); !migrated) {
        return std::unexpected(migrated.error());
    }
    if (options.clock == nullptr) {
        options.clock = &systemClock();
    }
    auto parts = std::make_unique<Parts>(std::move(*database), std::move(options));
    if (auto started = parts->start(); !started) {
        return std::unexpected(started.error());
    }
    return std::unique_ptr<Engine>(new Engine(std::move(parts)));
}

Result<std::optional<Account>> Engine::account()
{
    const auto row = m_parts->context.tables.account.account();
    if (!row) {
        return std::unexpected(row.error());
    }
    if (!*row) {
        return std::optional<Account>();
    }
    const store::AccountRow& known = **row;
    return Account{known.user,        known.device,       QUrl(known.homeserver),
                   known.accessToken, known.refreshToken, known.tokenExpires,
                   known.signedOut};
}

Result<> Engine::saveAccount(const Account& account)
{
    if (!account.user.isValid() || !account.device.isValid()) {
        return fail(Error::Kind::Invalid, u"account without user or device"_s);
    }
    const auto known = m_parts->context.tables.account.account();
    if (!known) {
        return std::unexpected(known.error());
    }
    if (*known && ((*known)->user != account.user || (*known)->device != account.device)) {
        return fail(Error::Kind::Invalid, u"the store belongs to another user or device"_s);
    }
    const store::AccountRow row = rowOf(account);
    auto saved = m_parts->keep(
        [&] { m_parts->context.take(m_parts->context.tables.account.saveAccount(row)); });
    if (!saved || m_parts->context.machine) {
        return saved;
    }
    return m_parts->makeMachine(row);
}

QByteArray Engine::generation() const
{
    return m_parts->generation;
}

Result<> Engine::generationKept()
{
    if (auto ready = m_parts->needMachine(); !ready) {
        return ready;
    }
    return m_parts->keep(
        [this] { m_parts->context.take(m_parts->context.machine->generationKept()); });
}

Result<Counters> Engine::counters()
{
    Context& context = m_parts->context;
    return m_parts->read([&] {
        Counters counters;
        counters.unsent = int(context.take(context.tables.outbox.countUnsent()));
        counters.sending = int(context.take(context.tables.outbox.countQueued()));
        counters.waitingForKeys = int(context.take(context.tables.events.countWaiting()));
        counters.pendingDecryption = int(context.take(context.tables.events.countPending()));
        counters.cryptoBusy = context.machine && context.take(context.machine->isBusy());
        return counters;
    });
}

Result<QString> Engine::setting(const QString& name)
{
    return m_parts->context.tables.account.setting(name);
}

Result<> Engine::saveSetting(const QString& name, const QString& value)
{
    return m_parts->keep(
        [&] { m_parts->context.take(m_parts->context.tables.account.saveSetting(name, value)); });
}

Result<QJsonObject> Engine::accountData(const QString& type)
{
    return m_parts->context.tables.account.data({}, type);
}

Result<QString> Engine::since()
{
    return m_parts->context.tables.account.since();
}

Result<Update> Engine::applySync(const QByteArray& body)
{
    if (auto ready = m_parts->needMachine(); !ready) {
        return std::unexpected(ready.error());
    }
    auto response = api::readSync(body);
    if (!response) {
        return std::unexpected(response.error());
    }
    Quarantine& quarantine = m_parts->quarantine;
    if (auto admitted = quarantine.admit(*response); !admitted) {
        quarantine.survived();
        return std::unexpected(admitted.error());
    }
    auto update = m_parts->act([&] {
        m_parts->sync.apply(*response);
        quarantine.release();
        // Nobody sees a message locked that can be read, nor a vote of one's own go and come back.
        m_parts->decryptSome();
    });
    update ? quarantine.forget() : quarantine.survived();
    return update;
}

Result<Update> Engine::decryptSome()
{
    return m_parts->act([this] { m_parts->decryptSome(); });
}

void Engine::watchItems(bool on)
{
    m_parts->context.watchItems = on;
}

void Engine::setActiveRoom(const RoomId& room)
{
    m_parts->context.activeRoom = room;
}

Result<std::vector<crypto::OutgoingRecord>> Engine::cryptoRequests()
{
    if (auto ready = m_parts->needMachine(); !ready) {
        return std::unexpected(ready.error());
    }
    std::vector<crypto::OutgoingRecord> requests;
    Context& context = m_parts->context;
    return m_parts
        ->keep([&] {
            m_parts->encryption.encryptRoomEvents();
            requests = context.take(context.machine->outgoingRequests());
            m_parts->encryption.holdBack(requests);
        })
        .transform([&] { return std::move(requests); });
}

EncryptionJobs& Engine::encryption()
{
    return m_parts->encryption;
}

BundleJobs& Engine::bundles()
{
    return m_parts->bundles;
}

Retention& Engine::retention()
{
    return m_parts->retention;
}

Search& Engine::search()
{
    return m_parts->search;
}

Details& Engine::details()
{
    return m_parts->details;
}

Threads& Engine::threads()
{
    return m_parts->threads;
}

Transcripts& Engine::transcripts()
{
    return m_parts->transcripts;
}

Result<Update> Engine::cryptoSent(const QString& id, const QByteArray& responseBody)
{
    const auto response = parseAnswer(responseBody);
    if (!response) {
        return std::unexpected(response.error());
    }
    Context& context = m_parts->context;
    return m_parts->act([&] {
        m_parts->encryption.learn([&] { return context.machine->markSent(id, *response); });
    });
}

Result<Update> Engine::cryptoRefused(const QString& id, const Error& error)
{
    Context& context = m_parts->context;
    return m_parts->act(
        [&] { context.noteCrypto(context.take(context.machine->markRefused(id, error))); });
}

} // namespace client::engine
