// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// crypto.*

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

namespace {

//! Takes the text out of the parameters: what was read is wiped.
SecretBytes secretOf(const QString& text)
{
    QByteArray bytes = text.toUtf8();
    return SecretBytes::takeFrom(bytes);
}

QJsonObject keyAnswer(const SecretBytes& key)
{
    return {{u"recoveryKey"_s, QString::fromUtf8(key.view())}};
}

} // namespace

Server::Answer Server::cryptoStatus(Params params)
{
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto value = co_await (*open)->encryption().status();
    if (!value) {
        co_return std::unexpected(value.error());
    }
    co_return toJson(*value);
}

Server::Answer Server::bootstrap(Params params)
{
    SecretBytes password = secretOf(params.optionalText(u"password"_s));
    SecretBytes passphrase = secretOf(params.optionalText(u"passphrase"_s));
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto value =
        co_await (*open)->encryption().bootstrap(std::move(password), std::move(passphrase));
    if (!value) {
        co_return std::unexpected(value.error());
    }
    co_return keyAnswer(*value);
}

Server::Answer Server::recover(Params params)
{
    SecretBytes key = secretOf(params.optionalText(u"recoveryKey"_s));
    SecretBytes passphrase = secretOf(params.optionalText(u"passphrase"_s));
    if (key.isEmpty() == passphrase.isEmpty()) {
        params.refuse(u"Either recoveryKey or passphrase is needed."_s);
    }
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto done = co_await (*open)->encryption().recover(std::move(key), std::move(passphrase));
    co_return done ? Result<QJsonValue>(QJsonObject()) : std::unexpected(done.error());
}

Server::Answer Server::resetIdentity(Params params)
{
    SecretBytes password = secretOf(params.optionalText(u"password"_s));
    SecretBytes passphrase = secretOf(params.optionalText(u"passphrase"_s));
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto value =
        co_await (*open)->encryption().resetIdentity(std::move(password), std::move(passphrase));
    if (!value) {
        co_return std::unexpected(value.error());
    }
    co_return keyAnswer(*value);
}

Server::Answer Server::exportKeys(Params params)
{
    const QString path = params.text(u"path"_s);
    SecretBytes passphrase = secretOf(params.text(u"passphrase"_s));
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto value = co_await (*open)->encryption().exportKeys(path, std::move(passphrase));
    if (!value) {
        co_return std::unexpected(value.error());
    }
    co_return toJson(*value);
}

Server::Answer Server::importKeys(Params params)
{
    const QString path = params.text(u"path"_s);
    SecretBytes passphrase = secretOf(params.text(u"passphrase"_s));
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto value = co_await (*open)->encryption().importKeys(path, std::move(passphrase));
    if (!value) {
        co_return std::unexpected(value.error());
    }
    co_return toJson(*value);
}

Server::Answer Server::restoreBackup(Params params)
{
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto value = co_await (*open)->encryption().restoreBackup();
    if (!value) {
        co_return std::unexpected(value.error());
    }
    co_return toJson(*value);
}

Server::Answer Server::keepBackup(Params params)
{
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto done = co_await (*open)->encryption().keepBackup();
    co_return done ? Result<QJsonValue>(QJsonObject()) : std::unexpected(done.error());
}

Server::Answer Server::policy(Params params)
{
    const QString with = params.optionalText(u"shareWith"_s);
    if (!with.isEmpty() && with != "all"_L1 && with != "verified"_L1) {
        params.refuse(u"shareWith is all or verified."_s);
    }
    const std::optional<bool> onlySigned = params.flag(u"onlySigned"_s);
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    client::session::Encryption& encryption = (*open)->encryption();
    if (!with.isEmpty()) {
        const auto set = co_await encryption.setShareWith(with == "verified"_L1
                                                              ? client::crypto::ShareWith::Verified
                                                              : client::crypto::ShareWith::All);
        if (!set) {
            co_return std::unexpected(set.error());
        }
    }
    if (onlySigned) {
        const auto set = co_await encryption.setOnlySigned(*onlySigned);
        if (!set) {
            co_return std::unexpected(set.error());
        }
    }
    const auto status = co_await encryption.status();
    if (!status) {
        co_return std::unexpected(status.error());
    }
    co_return QJsonObject{{u"shareWith"_s, shareWithWord(status->shareWith)},
                          {u"onlySigned"_s, status->onlySigned}};
}

Server::Answer Server::identity(Params params)
{
    const UserId user = params.userId(u"userId"_s);
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto value = co_await (*open)->encryption().identity(user);
    if (!value) {
        co_return std::unexpected(value.error());
    }
    co_return toJson(*value);
}

Server::Answer Server::acknowledge(Params params)
{
    const UserId user = params.userId(u"userId"_s);
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto done = co_await (*open)->encryption().acknowledgeIdentity(user);
    co_return done ? Result<QJsonValue>(QJsonObject()) : std::unexpected(done.error());
}

Server::Answer Server::changedIdentities(Params params)
{
    const RoomId room = params.roomId(u"roomId"_s);
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto changed = co_await (*open)->encryption().changedIdentities(room);
    if (!changed) {
        co_return std::unexpected(changed.error());
    }
    QJsonArray list;
    for (const client::crypto::IdentityView& identity : *changed) {
        list.append(toJson(identity));
    }
    co_return list;
}

} // namespace cli
