// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/syncloop.h"

#include "api/sync.h"
#include "base/log.h"
#include "net/retrypolicy.h"

#include <QRandomGenerator>

namespace client::sync {

using namespace std::chrono_literals;
using Kind = Error::Kind;
using State = Connection::State;

SyncLoop::SyncLoop(Connection& connection, engine::EngineThread& engine, Publish publish)
    : m_connection(&connection)
    , m_engine(&engine)
    , m_publish(std::move(publish))
{}

void SyncLoop::start()
{
    if (!m_running) {
        m_running = true;
        m_first = true;
        m_connection->setState(State::Connecting, std::nullopt);
        m_scope.start(run());
    }
}

void SyncLoop::stop()
{
    m_running = false;
    if (m_polling) {
        m_polling = false;
        m_scope.cancelAll();
    } // else the turn ends its transaction and sees that it shall stop
    m_connection->setState(State::Offline, std::nullopt);
}

void SyncLoop::hurry()
{
    m_waker.wake();
    if (m_running && m_polling) {
        m_polling = false;
        m_scope.cancelAll();
        m_scope.start(run());
    }
}

void SyncLoop::setEager(bool eager)
{
    if (m_eager != eager) {
        m_eager = eager;
        if (eager) {
            hurry();
        }
    }
}

Task<> SyncLoop::run()
{
    int failures = 0;
    while (m_running) {
        const auto done = co_await turn();
        if (done) {
            failures = 0;
            continue;
        }
        if (!m_running || m_connection->state() == State::SignedOut) {
            m_running = false;
            co_return;
        }
        ++failures;
        m_first = true; // the next answer shall come at once
        m_connection->setState(State::Offline, done.error());
        const double chance = QRandomGenerator::global()->generateDouble();
        const auto delay = net::syncRetryDelay(done.error(), failures, chance);
        qCInfo(logSync) << "sync failed:" << kindName(done.error().kind) << "again in"
                        << delay.count() << "ms";
        co_await m_waker.wait(delay);
    }
}

Task<Result<>> SyncLoop::turn()
{
    const auto since = co_await m_engine->run([](engine::Engine& e) { return e.since(); });
    if (!since) {
        co_return std::unexpected(since.error());
    }
    const bool atOnce = m_first || m_eager || since->isEmpty();
    const qint64 number = ++m_begun;
    m_polling = true;
    auto response = co_await m_connection->send(api::syncRequest(*since, atOnce ? 0ms : 30'000ms));
    m_polling = false;
    if (!response) {
        co_return std::unexpected(response.error());
    }
    if (response->status != 200) {
        co_return std::unexpected(api::errorOf(*response));
    }
    auto update = co_await m_engine->run(
        [body = std::move(response->body)](engine::Engine& e) { return e.applySync(body); });
    if (!update) {
        co_return std::unexpected(update.error());
    }
    m_first = false;
    const bool quiet = !update->broughtNews;
    m_connection->setState(State::Online, std::nullopt);
    m_publish(std::move(*update));
    if (quiet) {
        m_lastQuiet = number;
        if (m_eager) {
            co_await m_waker.wait(60ms);
        }
    }
    co_return {};
}

} // namespace client::sync
