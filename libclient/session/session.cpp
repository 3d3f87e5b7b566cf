// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A session's life: opened, synchronising, ended.

#include "session/session.h"

#include "api/login.h"
#include "base/log.h"
#include "base/sleep.h"
#include "session/sessionfiles.h"
#include "session/sessionparts.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using client::engine::Engine;

namespace client::session {

Session::Session(std::unique_ptr<Parts> parts) : m_parts(std::move(parts))
{
    m_parts->listen(this);
    m_parts->scope.start(m_parts->watchForSleep());
    m_parts->scope.start(m_parts->expireMessages());
    m_parts->searching.start();
}

Session::~Session()
{
    m_parts->scope.cancelAll();
}

Task<Result<std::unique_ptr<Session>>> Session::open(SessionOptions options,
                                                     std::optional<engine::Account> fresh)
{
    auto transport =
        net::QtTransport::create({options.network.caFile, options.network.allowLoopbackHttp});
    if (!transport) {
        co_return std::unexpected(transport.error());
    }
    auto parts = std::make_unique<Parts>(std::move(options), std::move(*transport));
    if (auto opened = co_await parts->openEngine(); !opened) {
        co_return std::unexpected(opened.error());
    }
    if (fresh) {
        const auto saved = co_await parts->engine.run(
            [account = *fresh](Engine& e) { return e.saveAccount(account); });
        if (!saved) {
            co_return std::unexpected(saved.error());
        }
    }
    if (auto kept = co_await parts->keepGeneration(); !kept) {
        co_return std::unexpected(kept.error());
    }
    const auto account = co_await parts->engine.run([](Engine& e) { return e.account(); });
    if (!account) {
        co_return std::unexpected(account.error());
    }
    if (!*account) {
        co_return fail(Error::Kind::NotFound, u"no account in this folder"_s);
    }
    if (parts->options.onlySigned) {
        const auto set = co_await parts->engine.run(
            [](Engine& e) { return e.encryption().setOnlySigned(true); });
        if (!set) {
            co_return std::unexpected(set.error());
        }
    }
    parts->connection.setAccount(**account);
    if ((*account)->signedOut) {
        parts->connection.setState(sync::Connection::State::SignedOut,
                                   fail(Error::Kind::SignedOut).error());
    }
    co_return std::unique_ptr<Session>(new Session(std::move(parts)));
}

Task<Result<std::unique_ptr<Session>>> Session::restore(SessionOptions options)
{
    if (auto wiped = finishWipe(options.folder); !wiped) {
        co_return std::unexpected(wiped.error());
    }
    if (!hasAccount(options.folder)) {
        co_return fail(Error::Kind::NotFound, u"no account in this folder"_s);
    }
    co_return co_await open(std::move(options), std::nullopt);
}

Task<Result<std::unique_ptr<Session>>> Session::create(SessionOptions options, LoginResult login)
{
    if (auto wiped = finishWipe(options.folder); !wiped) {
        co_return std::unexpected(wiped.error());
    }
    login.account.signedOut = false;
    co_return co_await open(std::move(options), std::move(login.account));
}

const UserId& Session::user() const
{
    return m_parts->connection.account().user;
}

const DeviceId& Session::device() const
{
    return m_parts->connection.account().device;
}

QUrl Session::homeserver() const
{
    return m_parts->connection.account().homeserver;
}

const std::optional<Error>& Session::lastError() const
{
    return m_parts->connection.lastError();
}

Session::State Session::state() const
{
    switch (m_parts->connection.state()) {
    case sync::Connection::State::Offline:
        return State::Offline;
    case sync::Connection::State::Connecting:
        return State::Connecting;
    case sync::Connection::State::Online:
        return State::Syncing;
    case sync::Connection::State::SignedOut:
        break;
    }
    return State::SignedOut;
}

void Session::startSync()
{
    if (state() == State::SignedOut || m_parts->loop.isRunning() || m_parts->closed) {
        return;
    }
    m_parts->loop.start();
    m_parts->pump.start();
    m_parts->encryptionParts.backup.start();
    m_parts->encryptionParts.dehydration.start();
    m_parts->history.start();
    m_parts->scope.start(m_parts->lookAtRecovery());
    m_parts->scope.start(m_parts->resumeOutbox());
}

void Session::stopSync()
{
    m_parts->loop.stop();
    m_parts->pump.stop();
    m_parts->encryptionParts.backup.stop();
    m_parts->encryptionParts.dehydration.stop();
    m_parts->history.stop();
    m_parts->queues.stop();
}

Encryption& Session::encryption()
{
    return m_parts->encryption;
}

RoomActs& Session::roomActs()
{
    return m_parts->roomActs;
}

Searching& Session::searching()
{
    return m_parts->searching;
}

Transcribing& Session::transcribing()
{
    return m_parts->transcribing;
}

void Session::retryNow()
{
    m_parts->loop.hurry();
    m_parts->pump.wake();
    m_parts->queues.wakeAll();
}

Task<Result<>> Session::waitIdle(std::chrono::milliseconds timeout)
{
    struct Eager { // also ended when the caller is cancelled
        Parts* parts;

        explicit Eager(Parts* p) : parts(p) { parts->loop.setEager(++parts->idleWaiters > 0); }

        ~Eager() { parts->loop.setEager(--parts->idleWaiters > 0); }

        Eager(const Eager&) = delete;
        Eager& operator=(const Eager&) = delete;
    };

    Parts* p = m_parts.get();
    const Timestamp end = p->clock.now() + timeout.count();
    if (!p->loop.isRunning()) {
        co_return fail(state() == State::SignedOut ? Error::Kind::SignedOut : Error::Kind::Invalid,
                       u"nothing synchronises"_s);
    }
    const Eager eager(p);
    // A sync that began when all the rest was quiet, and brought nothing.
    qint64 wanted = p->loop.begun() + 1;
    while (p->clock.now() < end) {
        const auto idle = co_await p->isIdle();
        if (!idle) {
            co_return std::unexpected(idle.error());
        }
        if (!p->loop.isRunning()) {
            co_return std::unexpected(lastError().value_or(fail(Error::Kind::Offline).error()));
        }
        if (!*idle) {
            wanted = p->loop.begun() + 1;
        } else if (p->loop.lastQuiet() >= wanted) {
            co_return Result<>();
        }
        co_await sleepFor(25ms);
    }
    co_return fail(Error::Kind::Timeout, u"not idle in time"_s);
}

Task<Result<>> Session::logout()
{
    Parts* p = m_parts.get();
    stopSync();
    bool told = false;
    TaskScope telling;
    telling.start([](Parts* parts, bool* done) -> Task<> {
        const auto answer = co_await parts->order(api::logoutRequest());
        if (!answer) {
            qCInfo(logSync) << "the server was not told of the sign-out";
        }
        *done = true;
    }(p, &told));
    for (int i = 0; i < 250 && !told; ++i) {
        co_await sleepFor(20ms);
    }
    telling.cancelAll();
    p->scope.cancelAll();
    p->closed = true;
    if (auto marked = markWipe(p->options.folder); !marked) {
        co_return marked;
    }
    co_await p->engine.close();
    p->connection.setState(sync::Connection::State::SignedOut,
                           fail(Error::Kind::SignedOut).error());
    co_return finishWipe(p->options.folder);
}

void Session::watchItems(bool on)
{
    m_parts->scope.start([](Parts* p, bool watch) -> Task<> {
        co_await p->engine.run([watch](Engine& e) {
            e.watchItems(watch);
            return true;
        });
    }(m_parts.get(), on));
}

Task<Result<api::Profile>> Session::ownProfile()
{
    Parts* p = m_parts.get();
    const auto response = co_await p->connection.send(api::profileRequest(user()));
    if (response) {
        if (const auto profile = api::readProfile(*response)) {
            co_await saveSetting(u"ownName"_s, profile->displayName);
            co_await saveSetting(u"ownAvatar"_s, profile->avatar.toString());
            co_return *profile;
        }
    }
    const auto name = co_await setting(u"ownName"_s);
    const auto avatar = co_await setting(u"ownAvatar"_s);
    if (!name || !avatar) {
        co_return std::unexpected(name ? avatar.error() : name.error());
    }
    co_return api::Profile{*name, MxcUri(*avatar)};
}

Task<Result<engine::Counters>> Session::counters()
{
    co_return co_await m_parts->engine.run([](Engine& e) { return e.counters(); });
}

Task<Result<QString>> Session::setting(QString name)
{
    co_return co_await m_parts->engine.run([name](Engine& e) { return e.setting(name); });
}

Task<Result<>> Session::saveSetting(QString name, QString value)
{
    co_return co_await m_parts->engine.run(
        [name, value](Engine& e) { return e.saveSetting(name, value); });
}

} // namespace client::session
