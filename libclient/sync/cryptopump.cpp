// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/cryptopump.h"

#include "api/keys.h"
#include "api/rooms.h"
#include "base/log.h"
#include "net/retrypolicy.h"

#include <QRandomGenerator>

namespace client::sync {

using namespace std::chrono_literals;
using crypto::OutgoingRecord;

namespace {

//! Lists and claims that failed are asked for again by the machine after its own delays.
constexpr auto lookAgain = 20'000ms;

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

CryptoPump::CryptoPump(Connection& connection, engine::EngineThread& engine, Publish publish)
    : m_connection(&connection)
    , m_engine(&engine)
    , m_publish(std::move(publish))
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
    m_idle = true;
}

Task<> CryptoPump::run()
{
    while (true) {
        m_idle = false;
        const bool done = co_await drain();
        m_idle = done;
        co_await m_waker.wait(done ? lookAgain : m_delay);
        while (!m_rest.hasExpired()) { // woken before its time
            co_await m_waker.wait(std::chrono::milliseconds(m_rest.remainingTime()));
        }
    }
}

Task<bool> CryptoPump::drain()
{
    while (true) {
        const auto requests =
            co_await m_engine->run([](engine::Engine& e) { return e.cryptoRequests(); });
        if (!requests) {
            qCWarning(logSync) << "requests of the machine:" << requests.error().detail;
            m_delay = 5'000ms;
            co_return false;
        }
        if (requests->empty()) {
            co_return true;
        }
        std::optional<Error> fault;
        for (const OutgoingRecord& request : *requests) {
            const auto failed = co_await sendOne(request);
            if (!failed) {
                m_failures = 0;
                continue;
            }
            fault = failed;
            if (!isOfRequest(*failed)) {
                break;
            }
        }
        if (fault) {
            rest(*fault);
            co_return false;
        }
    }
}

//! A server that says when to come back, or is in trouble, is not asked before; that this computer
//! is offline may change at any moment.
void CryptoPump::rest(const Error& error)
{
    ++m_failures;
    const double chance = QRandomGenerator::global()->generateDouble();
    m_delay = net::syncRetryDelay(error, m_failures, chance);
    m_rest = error.kind == Error::Kind::Offline ? QDeadlineTimer(0) : QDeadlineTimer(m_delay);
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
