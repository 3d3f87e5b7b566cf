// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/sendqueue.h"

#include "api/media.h"
#include "api/rooms.h"
#include "base/log.h"
#include "net/retrypolicy.h"

#include <QRandomGenerator>

namespace client::sync {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using engine::Engine;
using engine::OutboxJob;
using Delay = std::optional<std::chrono::milliseconds>;

namespace {

constexpr auto keysPause = 2'000ms; // an answer ends it
constexpr auto waitPause = 2'000ms;

} // namespace

SendQueue::SendQueue(const SendContext& context, RoomId room)
    : m_context(&context)
    , m_room(std::move(room))
{}

void SendQueue::wake()
{
    m_waker.wake();
    if (m_scope.isEmpty()) {
        m_idle = false;
        m_scope.start(run());
    }
}

void SendQueue::drop(const TxnId& txn)
{
    if (!m_current.isEmpty() && m_current == txn) {
        m_current = {};
        m_scope.cancelAll();
        m_idle = true;
    }
}

Task<> SendQueue::run()
{
    while (true) {
        const Delay delay = co_await step();
        if (!delay) {
            break;
        }
        if (*delay > 0ms) {
            co_await m_waker.wait(*delay);
        }
        m_needsKeys = false;
    }
    m_idle = true;
}

Task<Delay> SendQueue::step()
{
    auto job =
        co_await m_context->engine->run([room = m_room](Engine& e) { return e.nextJob(room); });
    if (!job) {
        qCWarning(logSync) << "outbox:" << job.error().detail;
        co_return 5'000ms;
    }
    if (!*job) {
        co_return std::nullopt;
    }
    co_return co_await perform(std::move(**job));
}

Task<Delay> SendQueue::perform(OutboxJob job)
{
    Result<> done;
    switch (job.kind) {
    case OutboxJob::Kind::Wait:
        co_return waitPause;
    case OutboxJob::Kind::NeedKeys:
        m_needsKeys = true;
        m_context->pump->wake();
        co_return keysPause;
    case OutboxJob::Kind::Refused:
        done = std::unexpected(job.error);
        break;
    case OutboxJob::Kind::NeedMembers:
        done = co_await fetchMembers();
        break;
    case OutboxJob::Kind::Upload:
        m_current = job.txn;
        done = co_await upload(&job);
        break;
    case OutboxJob::Kind::Send:
        m_current = job.txn;
        done = co_await put(&job);
        break;
    }
    m_current = {};
    if (done) {
        co_return 0ms;
    }
    co_return co_await failed(job.txn, done.error(), job.attempts + 1);
}

Task<Result<>> SendQueue::fetchMembers()
{
    const int64_t asked = co_await m_context->engine->run([](Engine& e) { return e.syncsSoFar(); });
    auto response = co_await m_context->connection->send(api::membersRequest(m_room));
    if (!response) {
        co_return std::unexpected(response.error());
    }
    if (response->status != 200) {
        co_return std::unexpected(api::errorOf(*response));
    }
    auto update = co_await m_context->engine->run(
        [room = m_room, asked, body = std::move(response->body)](Engine& e) {
            return e.applyMembers(room, body, asked);
        });
    if (!update) {
        co_return std::unexpected(update.error());
    }
    m_context->publish(std::move(*update));
    co_return {};
}

Task<Result<>> SendQueue::upload(const OutboxJob* job)
{
    const TxnId txn = job->txn;
    const bool thumbnail = job->thumbnail;
    net::Progress progress;
    if (!thumbnail) {
        progress = [this, txn](qint64 sent, qint64 total) {
            m_context->progress(txn, sent, total);
        };
    }
    auto response = co_await m_context->connection->upload(job->request, job->path, progress);
    const auto uri =
        response ? api::readUpload(*response) : Result<MxcUri>(std::unexpected(response.error()));
    if (!uri) {
        co_return std::unexpected(uri.error());
    }
    auto update = co_await m_context->engine->run(
        [txn, thumbnail, mxc = *uri](Engine& e) { return e.uploadDone(txn, thumbnail, mxc); });
    if (!update) {
        co_return std::unexpected(update.error());
    }
    m_context->publish(std::move(*update));
    co_return {};
}

Task<Result<>> SendQueue::put(const OutboxJob* job)
{
    const TxnId txn = job->txn;
    auto response = co_await m_context->connection->send(job->request);
    const auto event =
        response ? api::readEventId(*response) : Result<EventId>(std::unexpected(response.error()));
    if (!event) {
        co_return std::unexpected(event.error());
    }
    auto update =
        co_await m_context->engine->run([txn, id = *event](Engine& e) { return e.sent(txn, id); });
    if (!update) {
        co_return std::unexpected(update.error());
    }
    m_context->publish(std::move(*update));
    co_return {};
}

Task<std::chrono::milliseconds> SendQueue::failed(TxnId txn, Error error, int attempts)
{
    const double chance = QRandomGenerator::global()->generateDouble();
    auto delay = net::retryDelay(error, attempts, chance);
    if (error.kind == Error::Kind::SignedOut) {
        delay = 60'000ms; // the account will be back; the message is kept
    }
    const bool final = !delay.has_value();
    // The same sign twice: what was wished for is there already.
    const bool needless = final && error.errcode == "M_DUPLICATE_ANNOTATION"_L1;
    auto update = co_await m_context->engine->run([txn, error, final, needless](Engine& e) {
        return needless ? e.cancel(txn) : e.sendFailed(txn, error, final);
    });
    if (update) {
        m_context->publish(std::move(*update));
    }
    co_return delay.value_or(0ms);
}

void SendQueues::wake(const RoomId& room)
{
    if (!m_released) {
        m_noted.insert(room);
        return;
    }
    auto& queue = m_queues[room];
    if (!queue) {
        queue = std::make_unique<SendQueue>(m_context, room);
    }
    queue->wake();
}

void SendQueues::release()
{
    m_released = true;
    for (const RoomId& room : std::exchange(m_noted, {})) {
        wake(room);
    }
}

void SendQueues::stop()
{
    m_queues.clear();
    m_noted.clear();
    m_released = false;
}

void SendQueues::wakeAll()
{
    for (const auto& [room, queue] : m_queues) {
        queue->wake();
    }
}

void SendQueues::keysMoved()
{
    for (const auto& [room, queue] : m_queues) {
        queue->keysMoved();
    }
}

void SendQueues::drop(const TxnId& txn)
{
    for (const auto& [room, queue] : m_queues) {
        queue->drop(txn);
    }
}

} // namespace client::sync
