// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sync/recovery.h"

#include "api/keybackup.h"
#include "api/keys.h"
#include "api/rooms.h"
#include "base/json.h"
#include "base/log.h"
#include "base/sleep.h"
#include "net/retrypolicy.h"

using namespace Qt::StringLiterals;
using client::engine::Engine;

namespace client::sync {

namespace {

const auto defaultKey = u"m.secret_storage.default_key"_s;
const std::array secretNames{u"m.cross_signing.master"_s,       u"m.cross_signing.self_signing"_s,
                             u"m.cross_signing.user_signing"_s, u"m.megolm_backup.v1"_s,
                             crypto::dehydrationSecret,         crypto::dehydrationSecretProposed};

QString keyType(const QString& id)
{
    return u"m.secret_storage.key."_s + id;
}

//! An update becomes public, a fault the caller's.
Result<> publishIn(const Publish& publish, Result<engine::Update> update)
{
    if (!update) {
        return std::unexpected(update.error());
    }
    publish(std::move(*update));
    return {};
}

} // namespace

Recovery::Recovery(Connection& connection, engine::EngineThread& engine, CryptoPump& pump,
                   BackupLoop& backup, DehydrationLoop& dehydration, Publish publish,
                   AskBrowser ask)
    : m_connection(&connection)
    , m_engine(&engine)
    , m_pump(&pump)
    , m_backup(&backup)
    , m_dehydration(&dehydration)
    , m_publish(std::move(publish))
    , m_ask(std::move(ask))
{}

Task<Result<QJsonObject>> Recovery::accountData(QString type)
{
    const auto response =
        co_await m_connection->send(api::accountDataRequest(m_connection->account().user, type));
    if (!response) {
        co_return std::unexpected(response.error());
    }
    if (response->status == 404) {
        co_return QJsonObject();
    }
    co_return api::readJson(*response);
}

Task<Result<>> Recovery::saveAccountData(QString type, QJsonObject content)
{
    const auto response = co_await m_connection->send(
        api::saveAccountDataRequest(m_connection->account().user, type, content));
    if (!response) {
        co_return std::unexpected(response.error());
    }
    if (response->status != 200) {
        co_return std::unexpected(api::errorOf(*response));
    }
    co_return Result<>();
}

Task<Result<>> Recovery::note(bool exists, bool incomplete)
{
    co_return publishIn(m_publish, co_await m_engine->run([=](Engine& e) {
        return e.encryption().noteRecovery(exists, incomplete);
    }));
}

//! It lies in secret storage now: a device may be sealed under it.
Task<Result<>> Recovery::noteDehydrationKey()
{
    const auto noted = publishIn(m_publish, co_await m_engine->run([](Engine& e) {
        return e.encryption().dehydrate([](crypto::Dehydration& d) { d.keyStored(); });
    }));
    m_dehydration->tryNow();
    co_return noted;
}

Task<Result<>> Recovery::look()
{
    const auto data = co_await accountData(defaultKey);
    if (!data) {
        co_return std::unexpected(data.error());
    }
    const auto status = co_await m_engine->run([](Engine& e) { return e.encryption().status(); });
    if (!status) {
        co_return std::unexpected(status.error());
    }
    const bool exists = !data->value("key"_L1).toString().isEmpty();
    if (exists == status->recovery) {
        co_return Result<>();
    }
    co_return co_await note(exists, status->recoveryIncomplete);
}

//! true: there is an identity.
Task<Result<bool>> Recovery::askKeys(UserId who)
{
    const QString user = who.toString();
    const auto response = co_await m_connection->send(api::keysQueryRequest(
        {{u"device_keys"_s, QJsonObject{{user, QJsonArray()}}}, {u"timeout"_s, 10'000}}));
    const auto json = response ? api::readJson(*response)
                               : Result<QJsonObject>(std::unexpected(response.error()));
    if (!json) {
        co_return std::unexpected(json.error());
    }
    const auto known =
        publishIn(m_publish, co_await m_engine->run([who, body = response->body](Engine& e) {
            return e.encryption().keysAnswered(who, body);
        }));
    if (!known) {
        co_return std::unexpected(known.error());
    }
    co_return json->value("master_keys"_L1).toObject().contains(user);
}

Task<Result<>> Recovery::askAbout(UserId user)
{
    const auto asked = co_await askKeys(std::move(user));
    co_return asked ? Result<>() : std::unexpected(asked.error());
}

Task<Result<>> Recovery::makeIdentity(SecretBytes password, bool anew)
{
    const auto exists = co_await askKeys(m_connection->account().user);
    const auto status = co_await m_engine->run([](Engine& e) { return e.encryption().status(); });
    const auto pending =
        co_await m_engine->run([](Engine& e) { return e.encryption().identityPending(); });
    if (!exists || !status || !pending) {
        co_return std::unexpected(!exists   ? exists.error()
                                  : !status ? status.error()
                                            : pending.error());
    }
    if (*exists && !anew && !*pending) {
        if (status->identityTrusted && status->hasIdentityKeys) {
            // Nothing goes to the server that it would ask a password for: a new recovery key is
            // still for the owner alone, not for whoever finds the program open.
            co_return co_await provePassword(std::move(password));
        }
        co_return fail(Error::Kind::Invalid, u"the account has an identity already"_s);
    }
    const auto body =
        co_await m_engine->run([](Engine& e) { return e.encryption().createIdentity(); });
    if (!body) {
        co_return std::unexpected(body.error());
    }
    const auto sent = co_await prove(api::deviceSigningUploadRequest, *body, std::move(password));
    if (!sent) {
        co_return sent;
    }
    const auto published = publishIn(m_publish, co_await m_engine->run([anew](Engine& e) {
        return e.encryption().identityPublished(anew);
    }));
    m_pump->wake();
    co_return published;
}

Task<Result<>> Recovery::makeBackup(bool anew)
{
    if (const auto looked = co_await m_backup->look(); !looked) {
        co_return looked;
    }
    const auto status = co_await m_engine->run([](Engine& e) { return e.encryption().status(); });
    if (!status) {
        co_return std::unexpected(status.error());
    }
    if (!anew && status->backupTrusted && status->backupKeyHere) {
        co_return Result<>();
    }
    const auto body =
        co_await m_engine->run([](Engine& e) { return e.encryption().createBackup(); });
    if (!body) {
        co_return std::unexpected(body.error());
    }
    const auto response = co_await m_connection->send(api::createBackupRequest(*body));
    const auto answer = response ? api::readJson(*response)
                                 : Result<QJsonObject>(std::unexpected(response.error()));
    if (!answer) {
        co_return std::unexpected(answer.error());
    }
    const QString version = answer->value("version"_L1).toString();
    const auto created = publishIn(m_publish, co_await m_engine->run([version](Engine& e) {
        return e.encryption().backupCreated(version);
    }));
    co_return created; // keys go up to it when its own key is where it can be recovered
}

Task<Result<>> Recovery::keepBackup()
{
    co_return co_await saveAccountData(api::backupWish, {{u"enabled"_s, true}});
}

Task<Result<SecretBytes>> Recovery::makeStorage(SecretBytes passphrase)
{
    auto write = co_await m_engine->run(
        [words = std::move(passphrase)](Engine& e) { return e.encryption().makeStorage(words); });
    if (!write) {
        co_return std::unexpected(write.error());
    }
    const QString id = write->keyId;
    auto saved = co_await saveAccountData(keyType(id), write->description);
    if (saved) { // beside the old ones: until the last step the recovery that there was is whole
        saved = co_await saveSecrets(id, write->secrets, true);
    }
    if (saved) {
        saved = co_await switchTo(id);
    }
    if (!saved) {
        co_return std::unexpected(saved.error());
    }
    // From now on the key that was replaced opens nothing, whether or not what it sealed is gone:
    // the person must get the new one.
    const auto cleaned = co_await saveSecrets(id, write->secrets, false);
    const auto noted = co_await noteDehydrationKey();
    if (!cleaned || !noted) {
        qCWarning(logSync) << "something of the recovery is left to do:"
                           << (cleaned ? noted.error().detail : cleaned.error().detail);
    }
    co_return std::move(write->recoveryKey);
}

//! An answer that was lost says nothing: what the account has decides.
Task<Result<>> Recovery::switchTo(QString keyId)
{
    const auto saved = co_await saveAccountData(defaultKey, {{u"key"_s, keyId}});
    if (saved || net::isRefusal(saved.error())) {
        co_return saved;
    }
    for (int attempt = 0; attempt < 5; ++attempt) {
        const auto now = co_await accountData(defaultKey);
        if (now) {
            co_return now->value("key"_L1).toString() == keyId ? Result<>() : saved;
        }
        co_await sleepFor(std::chrono::seconds(1 << attempt));
    }
    co_return saved;
}

Task<Result<>> Recovery::saveSecrets(QString keyId, std::map<QString, QJsonObject> secrets,
                                     bool besideOthers)
{
    for (const auto& [name, sealed] : secrets) {
        QJsonObject encrypted;
        if (besideOthers) {
            const auto before = co_await accountData(name);
            if (!before) {
                co_return std::unexpected(before.error());
            }
            encrypted = before->value("encrypted"_L1).toObject();
        }
        encrypted.insert(keyId, sealed);
        const auto saved = co_await saveAccountData(name, {{u"encrypted"_s, encrypted}});
        if (!saved) {
            co_return saved;
        }
    }
    co_return Result<>();
}

Task<Result<SecretBytes>> Recovery::bootstrap(SecretBytes password, SecretBytes passphrase,
                                              bool anew)
{
    if (auto made = co_await makeIdentity(std::move(password), anew); !made) {
        co_return std::unexpected(made.error());
    }
    const auto before = co_await accountData(defaultKey);
    if (!before) {
        co_return std::unexpected(before.error());
    }
    if (auto noted = co_await note(before->contains("key"_L1), true); !noted) {
        co_return std::unexpected(noted.error());
    }
    if (auto made = co_await makeBackup(anew); !made) {
        co_return std::unexpected(made.error());
    }
    // Who sets up a backup answers what another program wrote about it.
    if (const auto kept = co_await keepBackup(); !kept) {
        qCWarning(logSync) << "the wish for a backup is not noted:" << kept.error().detail;
    }
    co_await m_dehydration->look(); // whether its key is wanted; without an answer as before
    auto key = co_await makeStorage(std::move(passphrase));
    if (!key) {
        co_return key;
    }
    // The key counts more than a note of it: without one, recovery is shown as unfinished.
    if (auto noted = co_await note(true, false); !noted) {
        qCWarning(logSync) << "recovery is not noted:" << noted.error().detail;
    }
    m_backup->wake();
    co_return key;
}

Task<Result<engine::StorageRead>> Recovery::readStorage()
{
    engine::StorageRead storage;
    const auto which = co_await accountData(defaultKey);
    if (!which) {
        co_return std::unexpected(which.error());
    }
    storage.keyId = which->value("key"_L1).toString();
    if (storage.keyId.isEmpty()) {
        co_return fail(Error::Kind::NotFound, u"the account has no recovery"_s);
    }
    const auto description = co_await accountData(keyType(storage.keyId));
    if (!description) {
        co_return std::unexpected(description.error());
    }
    storage.description = *description;
    for (const QString& name : secretNames) {
        const auto data = co_await accountData(name);
        if (!data) {
            co_return std::unexpected(data.error());
        }
        const QJsonValue sealed = data->value("encrypted"_L1).toObject().value(storage.keyId);
        if (sealed.isObject()) {
            storage.secrets[name] = sealed.toObject();
        }
    }
    co_return storage;
}

Task<Result<>> Recovery::recover(SecretBytes recoveryKey, SecretBytes passphrase)
{
    if (const auto asked = co_await askKeys(m_connection->account().user); !asked) {
        co_return std::unexpected(asked.error());
    }
    if (const auto looked = co_await m_backup->look(); !looked) {
        co_return looked;
    }
    const auto storage = co_await readStorage();
    if (!storage) {
        co_return std::unexpected(storage.error());
    }
    co_await m_dehydration->look(); // whether its key is wanted; without an answer as before
    auto opened = co_await m_engine->run(
        [from = *storage, key = std::move(recoveryKey), words = std::move(passphrase)](Engine& e) {
            return e.encryption().openStorage(from, key, words);
        });
    if (!opened) {
        co_return std::unexpected(opened.error());
    }
    m_publish(std::move(opened->update));
    m_pump->wake();
    m_backup->wake();
    m_dehydration->tryNow();
    if (!opened->missing.empty()) {
        const auto saved = co_await saveSecrets(storage->keyId, opened->missing, false);
        if (saved) {
            co_return co_await noteDehydrationKey();
        }
    }
    co_return Result<>(); // without it there is no dehydrated device, and all else is done
}

} // namespace client::sync
