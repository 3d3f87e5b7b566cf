// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/dehydrationloop.h"

#include "api/dehydration.h"
#include "base/json.h"
#include "base/log.h"
#include "base/sleep.h"
#include "engine/encryptionjobs.h"
#include "net/retrypolicy.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using client::engine::Engine;

namespace client::sync {

namespace {

using crypto::Dehydration;
using Errand = Dehydration::Errand;

constexpr auto lookAgain = 3'600'000ms;
constexpr int mostPages = 5'000;

//! The body of a good answer, else its error.
Result<QByteArray> bodyOf(const Result<api::Response>& response)
{
    if (!response) {
        return std::unexpected(response.error());
    }
    if (response->status != 200) {
        return std::unexpected(api::errorOf(*response));
    }
    return response->body;
}

//! Such a request is not known here at all.
bool isForeign(const Error& error)
{
    return error.kind == Error::Kind::Unsupported ||
           (error.kind == Error::Kind::NotFound && error.errcode != "M_NOT_FOUND"_L1);
}

} // namespace

DehydrationLoop::DehydrationLoop(Connection& connection, engine::EngineThread& engine,
                                 Publish publish)
    : m_connection(&connection)
    , m_engine(&engine)
    , m_publish(std::move(publish))
{}

void DehydrationLoop::start()
{
    if (m_scope.isEmpty()) {
        m_looked = false;
        m_pause = {};
        m_scope.start(run());
    }
}

void DehydrationLoop::stop()
{
    m_scope.cancelAll();
}

Task<> DehydrationLoop::run()
{
    while (true) {
        const auto done = co_await turn();
        auto delay = std::chrono::milliseconds(lookAgain);
        m_failures = done ? 0 : m_failures + 1;
        if (!done) {
            qCInfo(logSync) << "dehydrated device:" << kindName(done.error().kind)
                            << done.error().errcode;
            const double chance = QRandomGenerator::global()->generateDouble();
            delay = net::retryDelay(done.error(), m_failures, chance).value_or(lookAgain);
            m_pause.setRemainingTime(delay);
        }
        co_await m_waker.wait(delay);
        co_await sleepFor(200ms); // what comes together goes together
    }
}

Task<Result<>> DehydrationLoop::turn()
{
    if (!m_pause.hasExpired()) {
        co_return Result<>(); // woken by something else
    }
    if (!m_looked) {
        if (const auto looked = co_await look(); !looked) {
            co_return looked;
        }
        m_looked = true;
    }
    // Removed, read, made: at most one after the other.
    for (int i = 0; i < 3; ++i) {
        const auto errand =
            co_await m_engine->run([](Engine& e) { return e.encryption().dehydrationErrand(); });
        if (!errand) {
            co_return std::unexpected(errand.error());
        }
        Result<> done;
        if (*errand == Errand::Remove) {
            done = co_await remove();
        } else if (*errand == Errand::Rehydrate) {
            done = co_await rehydrate();
        } else if (*errand == Errand::Create) {
            done = co_await create();
        } else {
            break;
        }
        if (!done) {
            co_return done;
        }
    }
    co_return Result<>();
}

Task<Result<>> DehydrationLoop::note(std::function<void(Dehydration&)> work)
{
    auto update =
        co_await m_engine->run([work](Engine& e) { return e.encryption().dehydrate(work); });
    if (!update) {
        co_return std::unexpected(update.error());
    }
    m_publish(std::move(*update));
    co_return Result<>();
}

Task<Result<>> DehydrationLoop::look()
{
    const auto answer = bodyOf(co_await m_connection->send(api::dehydratedDeviceRequest()));
    if (!answer && answer.error().kind != Error::Kind::NotFound && !isForeign(answer.error())) {
        co_return std::unexpected(answer.error());
    }
    const bool supported = answer || !isForeign(answer.error());
    const bool exists = answer.has_value();
    co_return co_await note([=](Dehydration& d) { d.serverSaid(supported, exists); });
}

Task<Result<>> DehydrationLoop::remove()
{
    const auto answer = bodyOf(co_await m_connection->send(api::deleteDehydratedDeviceRequest()));
    if (!answer && answer.error().kind != Error::Kind::NotFound) {
        co_return std::unexpected(answer.error());
    }
    co_return co_await note([](Dehydration& d) { d.removed(); });
}

Task<Result<>> DehydrationLoop::rehydrate()
{
    const auto answer = bodyOf(co_await m_connection->send(api::dehydratedDeviceRequest()));
    if (!answer && answer.error().kind != Error::Kind::NotFound) {
        co_return std::unexpected(answer.error());
    }
    Result<> read;
    if (answer) {
        const auto device = co_await m_engine->run(
            [body = *answer](Engine& e) { return e.encryption().beginRehydration(body); });
        if (device) {
            read = co_await readEvents(*device);
        } else { // of another key or kind: another takes its place
            qCWarning(logSync) << "a dehydrated device that does not open:"
                               << device.error().detail;
        }
    }
    if (!read) {
        co_return read;
    }
    auto update = co_await m_engine->run([](Engine& e) { return e.encryption().endRehydration(); });
    if (!update) {
        co_return std::unexpected(update.error());
    }
    m_publish(std::move(*update));
    co_return Result<>();
}

Task<Result<QByteArray>> DehydrationLoop::eventsPage(QString device, QString from)
{
    auto page = bodyOf(co_await m_connection->send(api::dehydratedEventsRequest(device, from)));
    if (!page && (page.error().kind == Error::Kind::Unsupported || page.error().code == 405)) {
        page =
            bodyOf(co_await m_connection->send(api::dehydratedEventsByPostRequest(device, from)));
    }
    co_return page;
}

Task<Result<>> DehydrationLoop::readEvents(QString device)
{
    QString from;
    for (int i = 0; i < mostPages; ++i) {
        const auto page = co_await eventsPage(device, from);
        if (!page) {
            co_return std::unexpected(page.error());
        }
        auto some = co_await m_engine->run(
            [body = *page](Engine& e) { return e.encryption().rehydrateSome(body); });
        if (!some) {
            co_return std::unexpected(some.error());
        }
        m_publish(std::move(some->update));
        if (some->next.isEmpty() || some->next == from) {
            break;
        }
        from = some->next;
    }
    co_return Result<>();
}

Task<Result<>> DehydrationLoop::create()
{
    const auto body =
        co_await m_engine->run([](Engine& e) { return e.encryption().createDehydrated(); });
    if (!body || body->isEmpty()) {
        co_return body ? Result<>() : std::unexpected(body.error());
    }
    const auto answer = bodyOf(co_await m_connection->send(api::putDehydratedDeviceRequest(*body)));
    if (!answer && isForeign(answer.error())) {
        co_return co_await note([](Dehydration& d) { d.serverSaid(false, false); });
    }
    if (!answer) {
        co_return std::unexpected(answer.error());
    }
    co_return co_await note([](Dehydration& d) { d.created(); });
}

} // namespace client::sync
