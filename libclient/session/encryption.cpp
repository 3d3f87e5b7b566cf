// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/encryption.h"

#include "session/encryptionparts.h"

using namespace Qt::StringLiterals;
using client::engine::Engine;

namespace client::session {

namespace {

//! Without the device that waits at the server: the account's, and nobody's sign-in.
Result<std::vector<crypto::DeviceView>> hidden(Result<std::vector<crypto::DeviceView>> views)
{
    if (views) {
        std::erase_if(*views, [](const crypto::DeviceView& view) { return view.dehydrated; });
    }
    return views;
}

} // namespace

Encryption::Encryption(Parts& parts) : m_parts(&parts) {}

Encryption::~Encryption() = default;

Task<Result<>> Encryption::Parts::done(Result<engine::Update> update)
{
    if (!update) {
        co_return std::unexpected(update.error());
    }
    publish(std::move(*update));
    pump.wake();
    co_return Result<>();
}

Task<Result<crypto::EncryptionStatus>> Encryption::status()
{
    co_return co_await m_parts->engine.run([](Engine& e) { return e.encryption().status(); });
}

Task<Result<SecretBytes>> Encryption::bootstrap(SecretBytes password, SecretBytes passphrase)
{
    co_return co_await m_parts->recovery.bootstrap(std::move(password), std::move(passphrase),
                                                   false);
}

Task<Result<>> Encryption::recover(SecretBytes recoveryKey, SecretBytes passphrase)
{
    if (recoveryKey.isEmpty() == passphrase.isEmpty()) {
        co_return fail(Error::Kind::Invalid, u"either a recovery key or a passphrase"_s);
    }
    co_return co_await m_parts->recovery.recover(std::move(recoveryKey), std::move(passphrase));
}

Task<Result<SecretBytes>> Encryption::resetIdentity(SecretBytes password, SecretBytes passphrase)
{
    co_return co_await m_parts->recovery.bootstrap(std::move(password), std::move(passphrase),
                                                   true);
}

Task<Result<>> Encryption::provePassword(SecretBytes password)
{
    co_return co_await m_parts->recovery.provePassword(std::move(password));
}

Task<Result<>> Encryption::keepBackup()
{
    co_return co_await m_parts->recovery.keepBackup();
}

Task<Result<crypto::ImportCount>> Encryption::restoreBackup()
{
    if (const auto looked = co_await m_parts->backup.look(); !looked) {
        co_return std::unexpected(looked.error());
    }
    co_return co_await m_parts->backup.restore();
}

Task<Result<crypto::ImportCount>> Encryption::exportKeys(QString path, SecretBytes passphrase)
{
    if (passphrase.isEmpty()) {
        co_return fail(Error::Kind::Invalid, u"a passphrase is needed"_s);
    }
    co_return co_await m_parts->engine.run([path, words = std::move(passphrase)](Engine& e) {
        return e.encryption().exportKeys(path, words);
    });
}

Task<Result<crypto::ImportCount>> Encryption::importKeys(QString path, SecretBytes passphrase)
{
    auto words = std::make_shared<SecretBytes>(std::move(passphrase)); // a function is copied
    co_return co_await m_parts->backup.takeIn(
        [path, words](Engine& e) { return e.encryption().beginImport(path, *words); });
}

Task<Result<std::vector<crypto::DeviceView>>> Encryption::devices(UserId user)
{
    Parts* p = m_parts;
    const UserId own = p->connection.account().user;
    const UserId who = user.isEmpty() ? own : user;
    auto views = co_await p->engine.run([who](Engine& e) { return e.encryption().devices(who); });
    if (!views || who != own) {
        co_return hidden(std::move(views));
    }
    const auto response = co_await p->connection.send(api::devicesRequest());
    const auto infos =
        response ? api::readDevices(*response)
                 : Result<std::vector<api::DeviceInfo>>(std::unexpected(response.error()));
    if (!infos) { // names and times are missing, the devices are not
        co_return hidden(std::move(views));
    }
    for (const api::DeviceInfo& info : *infos) {
        auto view = std::ranges::find(*views, info.device, &crypto::DeviceView::device);
        if (view == views->end()) {
            crypto::DeviceView bare;
            bare.user = own;
            bare.device = info.device;
            bare.trust = u"unknown"_s;
            view = views->insert(views->end(), bare);
        }
        view->name = info.name;
        view->lastSeen = info.lastSeen;
        view->lastSeenIp = info.lastSeenIp;
    }
    co_return hidden(std::move(views));
}

Task<Result<>> Encryption::renameDevice(DeviceId device, QString name)
{
    const auto response = co_await m_parts->connection.send(api::renameDeviceRequest(device, name));
    if (!response) {
        co_return std::unexpected(response.error());
    }
    if (response->status != 200) {
        co_return std::unexpected(api::errorOf(*response));
    }
    Q_EMIT statusChanged();
    co_return Result<>();
}

Task<Result<>> Encryption::signOutDevices(std::vector<DeviceId> devices, SecretBytes password)
{
    QJsonArray names;
    for (const DeviceId& device : devices) {
        if (device == m_parts->connection.account().device) {
            co_return fail(Error::Kind::Invalid, u"this device is signed out by signing out"_s);
        }
        names.append(device.toString());
    }
    const QJsonObject body{{u"devices"_s, names}};
    auto done =
        co_await m_parts->recovery.prove(api::deleteDevicesRequest, body, std::move(password));
    if (done) {
        done = co_await m_parts->recovery.askOwn();
        Q_EMIT statusChanged();
    }
    co_return done;
}

Task<Result<>> Encryption::blockDevice(UserId user, DeviceId device, bool blocked)
{
    co_return co_await m_parts->done(co_await m_parts->engine.run(
        [=](Engine& e) { return e.encryption().blockDevice(user, device, blocked); }));
}

Task<Result<>> Encryption::devicesSeen()
{
    co_return co_await m_parts->done(
        co_await m_parts->engine.run([](Engine& e) { return e.encryption().devicesSeen(); }));
}

Task<Result<>> Encryption::restoredSeen()
{
    co_return co_await m_parts->done(
        co_await m_parts->engine.run([](Engine& e) { return e.encryption().restoredSeen(); }));
}

Task<Result<>> Encryption::setShareWith(crypto::ShareWith with)
{
    co_return co_await m_parts->done(co_await m_parts->engine.run(
        [with](Engine& e) { return e.encryption().setShareWith(with); }));
}

Task<Result<>> Encryption::setOnlySigned(bool only)
{
    co_return co_await m_parts->done(co_await m_parts->engine.run(
        [only](Engine& e) { return e.encryption().setOnlySigned(only); }));
}

Task<Result<crypto::IdentityView>> Encryption::identity(UserId user)
{
    co_return co_await m_parts->engine.run(
        [user](Engine& e) { return e.encryption().identity(user); });
}

Task<Result<std::vector<crypto::IdentityView>>> Encryption::changedIdentities(RoomId room)
{
    co_return co_await m_parts->engine.run(
        [room](Engine& e) { return e.encryption().changedIdentities(room); });
}

Task<Result<>> Encryption::acknowledgeIdentity(UserId user)
{
    co_return co_await m_parts->done(co_await m_parts->engine.run(
        [user](Engine& e) { return e.encryption().acknowledge(user); }));
}

} // namespace client::session
