// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// devices.* and verification.*

#include "cryptojson.h"
#include "server.h"
#include "session/encryption.h"

using namespace Qt::StringLiterals;
using client::DeviceId;
using client::Result;
using client::RoomId;
using client::SecretBytes;
using client::UserId;

namespace cli {

Server::Answer Server::listDevices(Params params)
{
    const UserId user = params.optionalUserId(u"userId"_s);
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto devices = co_await (*open)->encryption().devices(user);
    if (!devices) {
        co_return std::unexpected(devices.error());
    }
    QJsonArray list;
    for (const client::crypto::DeviceView& device : *devices) {
        list.append(toJson(device));
    }
    co_return list;
}

Server::Answer Server::renameDevice(Params params)
{
    const DeviceId device(params.text(u"deviceId"_s));
    const QString name = params.text(u"name"_s);
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto done = co_await (*open)->encryption().renameDevice(device, name);
    co_return done ? Result<QJsonValue>(QJsonObject()) : std::unexpected(done.error());
}

Server::Answer Server::signOutDevices(Params params)
{
    std::vector<DeviceId> devices;
    for (const QString& device : params.list(u"deviceIds"_s)) {
        devices.emplace_back(device);
    }
    if (devices.empty()) {
        params.refuse(u"deviceIds is missing or empty."_s);
    }
    QByteArray text = params.optionalText(u"password"_s).toUtf8();
    SecretBytes password = SecretBytes::takeFrom(text);
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto done =
        co_await (*open)->encryption().signOutDevices(std::move(devices), std::move(password));
    co_return done ? Result<QJsonValue>(QJsonObject()) : std::unexpected(done.error());
}

Server::Answer Server::blockDevice(Params params)
{
    const UserId user = params.userId(u"userId"_s);
    const DeviceId device(params.text(u"deviceId"_s));
    const bool blocked = params.flag(u"blocked"_s).value_or(true);
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto done = co_await (*open)->encryption().blockDevice(user, device, blocked);
    co_return done ? Result<QJsonValue>(QJsonObject()) : std::unexpected(done.error());
}

Server::Answer Server::devicesSeen(Params params)
{
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto done = co_await (*open)->encryption().devicesSeen();
    co_return done ? Result<QJsonValue>(QJsonObject()) : std::unexpected(done.error());
}

Server::Answer Server::restoredSeen(Params params)
{
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto done = co_await (*open)->encryption().restoredSeen();
    co_return done ? Result<QJsonValue>(QJsonObject()) : std::unexpected(done.error());
}

Server::Answer Server::requestVerification(Params params)
{
    const UserId user = params.userId(u"userId"_s);
    const DeviceId device(params.optionalText(u"deviceId"_s));
    const QString room = params.optionalText(u"roomId"_s);
    if (!device.isEmpty() && !room.isEmpty()) {
        params.refuse(u"Either deviceId or roomId, not both."_s);
    }
    if (!room.isEmpty() && !RoomId(room).isValid()) {
        params.refuse(u"roomId is not a room id."_s);
    }
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto value =
        co_await (*open)->encryption().requestVerification(user, device, RoomId(room));
    if (!value) {
        co_return std::unexpected(value.error());
    }
    co_return QJsonObject{{u"flowId"_s, *value}};
}

Server::Answer Server::acceptVerification(Params params)
{
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto flow = co_await flowOf(std::move(params));
    if (!flow) {
        co_return std::unexpected(flow.error());
    }
    const auto done = co_await (*open)->encryption().acceptVerification(*flow);
    co_return done ? Result<QJsonValue>(QJsonObject()) : std::unexpected(done.error());
}

Server::Answer Server::startSas(Params params)
{
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto flow = co_await flowOf(std::move(params));
    if (!flow) {
        co_return std::unexpected(flow.error());
    }
    const auto done = co_await (*open)->encryption().startSas(*flow);
    co_return done ? Result<QJsonValue>(QJsonObject()) : std::unexpected(done.error());
}

Server::Answer Server::confirmVerification(Params params)
{
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto flow = co_await flowOf(std::move(params));
    if (!flow) {
        co_return std::unexpected(flow.error());
    }
    const auto done = co_await (*open)->encryption().confirmVerification(*flow);
    co_return done ? Result<QJsonValue>(QJsonObject()) : std::unexpected(done.error());
}

Server::Answer Server::mismatchVerification(Params params)
{
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto flow = co_await flowOf(std::move(params));
    if (!flow) {
        co_return std::unexpected(flow.error());
    }
    const auto done = co_await (*open)->encryption().mismatchVerification(*flow);
    co_return done ? Result<QJsonValue>(QJsonObject()) : std::unexpected(done.error());
}

Server::Answer Server::cancelVerification(Params params)
{
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto flow = co_await flowOf(std::move(params));
    if (!flow) {
        co_return std::unexpected(flow.error());
    }
    const auto done = co_await (*open)->encryption().cancelVerification(*flow);
    co_return done ? Result<QJsonValue>(QJsonObject()) : std::unexpected(done.error());
}

Server::Answer Server::verificationQr(Params params)
{
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto flow = co_await flowOf(std::move(params));
    if (!flow) {
        co_return std::unexpected(flow.error());
    }
    const auto bytes = co_await (*open)->encryption().verificationQr(*flow);
    if (!bytes) {
        co_return std::unexpected(bytes.error());
    }
    co_return QJsonObject{{u"payload"_s, QString::fromLatin1(bytes->toBase64())}};
}

Server::Answer Server::verificationScanned(Params params)
{
    const QByteArray text = params.text(u"payload"_s).toLatin1();
    const auto payload =
        QByteArray::fromBase64Encoding(text, QByteArray::AbortOnBase64DecodingErrors);
    if (params.isFine() && !payload) {
        params.refuse(u"payload is not base64."_s);
    }
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto flow = co_await flowOf(std::move(params));
    if (!flow) {
        co_return std::unexpected(flow.error());
    }
    const auto done = co_await (*open)->encryption().verificationScanned(*flow, payload.decoded);
    co_return done ? Result<QJsonValue>(QJsonObject()) : std::unexpected(done.error());
}

Server::Answer Server::listVerifications(Params params)
{
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto views = co_await (*open)->encryption().verifications();
    if (!views) {
        co_return std::unexpected(views.error());
    }
    QJsonArray list;
    for (const client::crypto::VerificationView& view : *views) {
        list.append(toJson(view));
    }
    co_return list;
}

//! The verification that is meant: the named one, or the only one under way.
client::Task<Result<QString>> Server::flowOf(Params params)
{
    const QString named = params.optionalText(u"flowId"_s);
    if (!params.isFine()) {
        co_return params.fault();
    }
    if (!named.isEmpty()) {
        co_return named;
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto views = co_await (*open)->encryption().verifications();
    if (!views) {
        co_return std::unexpected(views.error());
    }
    using State = client::crypto::VerificationView::State;
    QStringList active;
    for (const client::crypto::VerificationView& view : *views) {
        if (view.state != State::Done && view.state != State::Cancelled) {
            active.append(view.flow);
        }
    }
    if (active.size() != 1) {
        params.refuse(u"flowId is missing."_s);
        co_return params.fault();
    }
    co_return active.front();
}

} // namespace cli
