// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/historyloop.h"

#include "api/media.h"
#include "base/log.h"
#include "net/retrypolicy.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using client::engine::Engine;

namespace client::sync {

namespace {

constexpr auto lookAgain = 60'000ms;

//! A failure that will not pass by itself.
bool isFinal(const Error& error)
{
    return error.kind != Error::Kind::SignedOut && !net::retryDelay(error, 1, 0);
}

//! A file of another server may be late; one that is too large stays so.
bool isFinalDownload(const Error& error, int failures)
{
    constexpr int patience = 8;
    return error.kind == Error::Kind::Malformed || (isFinal(error) && failures >= patience);
}

} // namespace

HistoryLoop::HistoryLoop(Connection& connection, engine::EngineThread& engine, BackupLoop& backup,
                         media::Downloader& downloader, Publish publish)
    : m_connection(&connection)
    , m_engine(&engine)
    , m_backup(&backup)
    , m_downloader(&downloader)
    , m_publish(std::move(publish))
{}

void HistoryLoop::start()
{
    if (m_scope.isEmpty()) {
        m_scope.start(run());
    }
}

void HistoryLoop::stop()
{
    m_scope.cancelAll();
    m_idle = true;
}

Task<> HistoryLoop::run()
{
    while (true) {
        m_idle = false;
        const auto taken = co_await take();
        const auto given = co_await give(); // one does not wait for the other
        m_idle = true;
        auto delay = std::chrono::milliseconds(lookAgain);
        if (!taken || !given) {
            const Error error = taken ? given.error() : taken.error();
            qCInfo(logSync) << "shared history:" << kindName(error.kind) << error.errcode;
            const double chance = QRandomGenerator::global()->generateDouble();
            delay = net::syncRetryDelay(error, ++m_failures, chance);
        } else {
            m_failures = 0;
            delay = *taken || *given ? 0ms : delay;
        }
        co_await m_waker.wait(delay);
    }
}

Result<> HistoryLoop::publish(Result<engine::Update> update)
{
    if (!update) {
        return std::unexpected(update.error());
    }
    m_publish(std::move(*update));
    return {};
}

Task<Result<bool>> HistoryLoop::give()
{
    const auto invitee = co_await m_engine->run([](Engine& e) { return e.bundles().next(); });
    if (!invitee || !*invitee) {
        co_return invitee ? Result<bool>(false) : std::unexpected(invitee.error());
    }
    const crypto::Invitee who = **invitee;
    const auto restored = co_await m_backup->restoreRoom(who.room);
    if (!restored && restored.error().kind == Error::Kind::Busy) {
        co_return std::unexpected(restored.error()); // the keys are just coming
    }
    auto cipher = co_await make(who.room);
    if (!cipher) {
        co_return std::unexpected(cipher.error());
    }
    const bool nothing = cipher->isEmpty();
    Result<> done;
    if (!nothing) {
        done = co_await upload(who, std::move(*cipher));
    }
    if (nothing || (!done && isFinal(done.error()))) {
        done =
            publish(co_await m_engine->run([who](Engine& e) { return e.bundles().forget(who); }));
    }
    co_return done.transform([] { return true; });
}

Task<Result<QByteArray>> HistoryLoop::make(RoomId room)
{
    const auto begun =
        co_await m_engine->run([room](Engine& e) { return e.bundles().begin(room); });
    if (!begun) {
        co_return std::unexpected(begun.error());
    }
    while (true) {
        const auto more = co_await m_engine->run([](Engine& e) { return e.bundles().makeSome(); });
        if (!more) {
            co_return std::unexpected(more.error());
        }
        if (!*more) {
            break;
        }
    }
    co_return co_await m_engine->run([](Engine& e) { return e.bundles().seal(); });
}

Task<Result<>> HistoryLoop::upload(crypto::Invitee invitee, QByteArray cipher)
{
    api::Request request = api::uploadRequest("application/octet-stream", {});
    request.body = std::move(cipher);
    const auto response = co_await m_connection->send(std::move(request));
    const auto uri =
        response ? api::readUpload(*response) : Result<MxcUri>(std::unexpected(response.error()));
    if (!uri) {
        co_return std::unexpected(uri.error());
    }
    co_return publish(co_await m_engine->run(
        [invitee, mxc = *uri](Engine& e) { return e.bundles().uploaded(invitee, mxc); }));
}

Task<Result<bool>> HistoryLoop::take()
{
    const auto found = co_await m_engine->run([](Engine& e) { return e.bundles().nextOffer(); });
    if (!found || !*found) {
        co_return found ? Result<bool>(false) : std::unexpected(found.error());
    }
    const crypto::HistoryOffer offer = **found;
    auto cipher = co_await m_downloader->raw(offer.mxc, crypto::largestBundle);
    Result<> done;
    if (cipher) {
        done = co_await takeIn(offer, std::move(*cipher));
    } else if (isFinalDownload(cipher.error(), m_failures)) {
        qCInfo(logSync) << "a history bundle cannot be fetched:" << cipher.error().errcode;
        done = publish(
            co_await m_engine->run([offer](Engine& e) { return e.bundles().refuse(offer); }));
    } else {
        done = std::unexpected(cipher.error());
    }
    co_return done.transform([] { return true; });
}

Task<Result<>> HistoryLoop::takeIn(crypto::HistoryOffer offer, QByteArray cipher)
{
    const auto opened = co_await m_engine->run(
        [offer, cipher](Engine& e) { return e.bundles().open(offer, cipher); });
    bool more = opened.value_or(false);
    while (more) {
        auto some =
            co_await m_engine->run([offer](Engine& e) { return e.bundles().takeSome(offer); });
        if (!some) {
            co_return std::unexpected(some.error());
        }
        more = !some->done;
        m_publish(std::move(some->update));
    }
    co_return opened.transform([](bool) {});
}

} // namespace client::sync
