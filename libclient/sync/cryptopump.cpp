// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/cryptopump.h"

#include "api/keys.h"
#include "api/rooms.h"
#include "base/log.h"
#include "net/retrypolicy.h"

#include <QDeadlineTimer>
#include <QRandomGenerator>

namespace client::sync {

using namespace std::chrono_literals;
using crypto::OutgoingRecord;

namespace {

//! Lists and claims that failed are asked for again by the machine after its own delays.
constexpr auto lookAgain = 20'000ms;
//! A server that keeps them back must not keep all back, nor be asked everything at once.
constexpr int mostAside = 4;

bool goesAside(const OutgoingRecord& request)
{
    return request.kind == OutgoingRecord::Kind::KeysQuery ||
           request.kind == OutgoingRecord::Kind::KeysClaim;
}

//! A fault that may be of this request alone: the others are still tried.
bool isOfRequest(const Error& error)
{
    return error.kind == Error::Kind::Server || error.kind == Error::Kind::Malformed ||
           error.kind == Error::Kind::Timeout || error.kind == Error::Kind::Invalid ||
           error.kind == Error::Kind::NotFound;
}

api::Request requestOf(const OutgoingRecord& record)
{
    switch (record.kind) {
    case OutgoingRecord::Kind::KeysUpload:
        return api::keysUploadRequest(record.body);
    case OutgoingRecord::Kind::KeysQuery:
        return api::keysQueryRequest(record.body);
    case OutgoingRecord::Kind::KeysClaim:
        return api::keysClaimRequest(record.body);
    case OutgoingRecord::Kind::SignaturesUpload:
        return api::signaturesUploadRequest(record.body);
    case OutgoingRecord::Kind::RoomEvent:
        return api::sendRequest(record.room, record.eventType, TxnId(record.id), record.body);
    default:
        return api::toDeviceRequest(record.eventType, record.id, record.body);
    }
}

} // namespace

CryptoPump::CryptoPump(Connection& connection, engine::EngineThread& engine, Publish publish,
                       std::function<void()> answered)
    : m_connection(&connection)
    , m_engine(&engine)
    , m_publish(std::move(publish))
    , m_answered(std::move(answered))
{}

void CryptoPump::start()
{
    if (m_scope.isEmpty()) {
        m_scope.start(run());
    }
    wake();
}

void CryptoPump::stop()
{
    m_scope.cancelAll();
    m_todo.clear();
    m_underWay.clear();
    m_failed.clear();
    m_aside = m_inOrder = 0;
    m_fault.reset();
    m_idle = true;
}

Task<> CryptoPump::run()
{
    while (true) {
        m_idle = false;
        if (m_todo.empty()) {
            co_await look();
        }
        startSome();
        if (m_fault && m_todo.empty()) {
            co_await rest();
            continue;
        }
        m_idle = m_underWay.empty() && m_todo.empty();
        co_await m_waker.wait(lookAgain);
    }
}

Task<> CryptoPump::look()
{
    auto requests = co_await m_engine->run([](engine::Engine& e) { return e.cryptoRequests(); });
    if (!requests) {
        qCWarning(logSync) << "requests of the machine:" << requests.error().detail;
        m_fault = requests.error();
        co_return;
    }
    for (OutgoingRecord& request : *requests) {
        if (!m_underWay.contains(request.id) && !m_failed.contains(request.id)) {
            m_todo.push_back(std::move(request));
        }
    }
}

void CryptoPump::startSome()
{
    for (OutgoingRecord& request : std::exchange(m_todo, {})) {
        const bool aside = goesAside(request);
        int& busy = aside ? m_aside : m_inOrder;
        if (busy == (aside ? mostAside : 1)) {
            m_todo.push_back(std::move(request));
            continue;
        }
        ++busy;
        m_underWay.insert(request.id);
        m_scope.start(carry(std::move(request), aside));
    }
}

Task<> CryptoPump::carry(OutgoingRecord request, bool aside)
{
    const QString id = request.id;
    const auto fault = co_await sendOne(std::move(request));
    --(aside ? m_aside : m_inOrder);
    m_underWay.erase(id);
    if (fault) {
        failed(id, *fault);
    } else {
        m_failures = 0;
        m_answered();
    }
    m_waker.wake();
}

void CryptoPump::failed(const QString& id, const Error& error)
{
    m_fault = error;
    m_failed.insert(id);
    if (!isOfRequest(error)) {
        m_todo.clear();
    }
}

//! A server that says when to come back, or is in trouble, is not asked before; that this computer
//! is offline may change at any moment.
Task<> CryptoPump::rest()
{
    const Error error = *std::exchange(m_fault, {});
    m_failed.clear();
    ++m_failures;
    const double chance = QRandomGenerator::global()->generateDouble();
    const auto delay = net::syncRetryDelay(error, m_failures, chance);
    QDeadlineTimer end(error.kind == Error::Kind::Offline ? 0ms : delay);
    co_await m_waker.wait(delay);
    while (!end.hasExpired()) { // woken before its time
        co_await m_waker.wait(std::chrono::milliseconds(end.remainingTime()));
    }
}

//! The Error of a failure that passes; nothing when the machine knows the outcome.
Task<std::optional<Error>> CryptoPump::sendOne(OutgoingRecord request)
{
    auto response = co_await m_connection->send(requestOf(request));
    if (!response) {
        co_return response.error();
    }
    const QString id = request.id;
    Result<engine::Update> update;
    if (const auto json = api::readJson(*response); json) {
        update = co_await m_engine->run(
            [id, body = response->body](engine::Engine& e) { return e.cryptoSent(id, body); });
    } else {
        const Error error = json.error();
        if (!net::isRefusal(error)) {
            co_return error;
        }
        update = co_await m_engine->run(
            [id, error](engine::Engine& e) { return e.cryptoRefused(id, error); });
    }
    if (!update) {
        co_return update.error();
    }
    m_publish(std::move(*update));
    co_return std::nullopt;
}

} // namespace client::sync
