// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of Encryption that carries verifications out.

#include "base/sleep.h"
#include "session/encryptionparts.h"

using namespace Qt::StringLiterals;
using client::crypto::VerificationView;
using client::engine::Engine;

namespace client::session {

namespace {

using Views = std::vector<VerificationView>;

} // namespace

Task<Result<>> Encryption::Parts::verify(
    std::function<bool(crypto::Verifications&, std::vector<VerificationView>&)> act)
{
    auto fits = std::make_shared<bool>(false);
    auto update = co_await engine.run([act, fits](Engine& e) {
        return e.encryption().verify(
            [&](crypto::Verifications& flows, Views& changed) { *fits = act(flows, changed); });
    });
    const bool happened = *fits;
    auto published = co_await done(std::move(update));
    if (published && !happened) {
        co_return fail(Error::Kind::Invalid, u"not now in this verification"_s);
    }
    co_return published;
}

Task<Result<QString>> Encryption::requestVerification(UserId user, DeviceId device, RoomId room)
{
    Parts* p = m_parts;
    if (!room.isEmpty()) {
        const auto known = co_await p->engine.run([room](Engine& e) { return e.room(room); });
        if (!known || known->membership != rooms::RoomSummary::Membership::Joined) {
            co_return fail(Error::Kind::NotFound, u"not a member of this room"_s);
        }
    }
    auto flow = std::make_shared<QString>();
    const auto asked = co_await p->recovery.askAbout(user);
    if (!asked) {
        co_return std::unexpected(asked.error());
    }
    auto done = co_await p->verify([=](crypto::Verifications& flows, Views& changed) {
        *flow = flows.request(user, device, room, changed);
        return !flow->isEmpty();
    });
    if (!done) {
        co_return fail(Error::Kind::NotFound, u"there is nobody to verify with"_s);
    }
    // In a room the request gets its name from the server.
    for (int i = 0; i < 400 && !room.isEmpty() && !flow->startsWith(u'$'); ++i) {
        co_await sleepFor(std::chrono::milliseconds{50});
        co_await p->verify([flow](crypto::Verifications& flows, Views&) {
            *flow = flows.idOf(*flow);
            return true;
        });
    }
    if (!room.isEmpty() && !flow->startsWith(u'$')) {
        co_return fail(Error::Kind::Timeout, u"the request was not sent in time"_s);
    }
    co_return *flow;
}

Task<Result<>> Encryption::acceptVerification(QString flow)
{
    return m_parts->verify(
        [flow](crypto::Verifications& flows, Views& v) { return flows.accept(flow, v); });
}

Task<Result<>> Encryption::startSas(QString flow)
{
    return m_parts->verify(
        [flow](crypto::Verifications& flows, Views& v) { return flows.startSas(flow, v); });
}

Task<Result<>> Encryption::confirmVerification(QString flow)
{
    return m_parts->verify(
        [flow](crypto::Verifications& flows, Views& v) { return flows.confirm(flow, v); });
}

Task<Result<>> Encryption::mismatchVerification(QString flow)
{
    return m_parts->verify(
        [flow](crypto::Verifications& flows, Views& v) { return flows.mismatch(flow, v); });
}

Task<Result<>> Encryption::cancelVerification(QString flow)
{
    return m_parts->verify(
        [flow](crypto::Verifications& flows, Views& v) { return flows.cancel(flow, v); });
}

Task<Result<QByteArray>> Encryption::verificationQr(QString flow)
{
    auto bytes = std::make_shared<QByteArray>();
    const auto done = co_await m_parts->verify([=](crypto::Verifications& flows, Views&) {
        *bytes = flows.qr(flow).value_or(QByteArray());
        return !bytes->isEmpty();
    });
    if (!done) {
        co_return std::unexpected(done.error());
    }
    co_return *bytes;
}

Task<Result<>> Encryption::verificationScanned(QString flow, QByteArray payload)
{
    return m_parts->verify([flow, payload](crypto::Verifications& flows, Views& v) {
        return flows.scanned(flow, payload, v);
    });
}

Task<Result<std::vector<VerificationView>>> Encryption::verifications()
{
    co_return co_await m_parts->engine.run(
        [](Engine& e) { return e.encryption().verifications(); });
}

} // namespace client::session
