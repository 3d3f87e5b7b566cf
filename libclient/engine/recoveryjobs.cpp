// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of EncryptionJobs about the own identity's keys, secret storage, the key backup and key
// files.

#include "base/base64.h"
#include "base/json.h"
#include "base/log.h"
#include "crypto/machine/secretsharing.h"
#include "crypto/primitives/primitives.h"
#include "crypto/recovery/recoverykey.h"
#include "crypto/recovery/secretstorage.h"
#include "engine/encryptionjobs.h"

using namespace Qt::StringLiterals;
using namespace client::crypto;

namespace client::engine {

namespace {

const auto recoverySetting = u"recovery"_s;

QStringList allSecrets()
{
    QStringList names = identitySecrets;
    names.append(backupSecret);
    return names;
}

SecretBytes base64Text(const SecretBytes& secret)
{
    QByteArray text = encodeBase64(secret.view().toByteArray());
    return SecretBytes::takeFrom(text);
}

SecretBytes fromBase64Text(const SecretBytes& text)
{
    auto bytes = decodeBase64(text.view().toByteArray());
    return bytes && bytes->size() == 32 ? SecretBytes::takeFrom(*bytes) : SecretBytes();
}

//! The key of secret storage from what the person typed.
Result<SecretBytes> storageKey(const StorageRead& storage, const SecretBytes& recoveryKey,
                               const SecretBytes& passphrase)
{
    auto key = recoveryKey.isEmpty() ? keyFromPassphrase(storage.description, passphrase)
                                     : decodeRecoveryKey(QString::fromUtf8(recoveryKey.view()));
    if (!key) {
        return key;
    }
    const auto check = checkKey(storage.description, *key);
    if (!check) {
        return std::unexpected(check.error());
    }
    if (*check == KeyCheck::Wrong) {
        return fail(Error::Kind::WrongKey, u"not the key of this secret storage"_s);
    }
    return key;
}

} // namespace

Result<QJsonObject> EncryptionJobs::createIdentity()
{
    QJsonObject body;
    return use([&](MachineParts& parts) {
               parts.identities.create();
               body = parts.identities.publicKeys();
           })
        .transform([&](const Update&) { return body; });
}

Result<bool> EncryptionJobs::identityPending()
{
    return m_context.machine->look([](MachineParts& p) { return p.identities.isPendingPublic(); });
}

Result<Update> EncryptionJobs::identityPublished(bool anew)
{
    return use([&](MachineParts& parts) {
        if (anew) {
            parts.backup.forgetKey();
            for (const RoomId& room : parts.context.take(parts.context.store.encryptedRooms())) {
                auto session = parts.context.take(parts.context.store.outboundGroup(room));
                if (session && !session->invalidated) {
                    session->invalidated = true;
                    parts.context.take(parts.context.store.saveOutboundGroup(*session));
                }
            }
        }
        parts.identities.published();
    });
}

Result<Update> EncryptionJobs::keysAnswered(const UserId& user, const QByteArray& body)
{
    const auto response = parseObject(body);
    if (!response) {
        return std::unexpected(response.error());
    }
    return m_act([&] {
        m_context.noteCrypto(m_context.take(m_context.machine->receiveKeysOf(user, *response)));
    });
}

Result<Update> EncryptionJobs::noteRecovery(bool exists, bool incomplete)
{
    return use([=](MachineParts& parts) {
        parts.context.saveObject(recoverySetting,
                                 {{u"exists"_s, exists}, {u"incomplete"_s, incomplete}});
    });
}

Result<StorageWrite> EncryptionJobs::makeStorage(const SecretBytes& passphrase)
{
    StorageWrite write;
    SecretBytes key = randomSecret(32);
    std::optional<PassphraseInfo> info;
    if (!passphrase.isEmpty()) {
        info = PassphraseInfo::fresh();
        auto derived = keyFromPassphrase(*info, passphrase);
        if (!derived) {
            return std::unexpected(derived.error());
        }
        key = std::move(*derived);
    }
    write.keyId = QString::fromLatin1(randomBytes(16).toHex());
    write.description = describeKey(key, info);
    write.recoveryKey = encodeRecoveryKey(key);
    std::optional<Error> fault;
    const auto looked = m_context.machine->look([&](MachineParts& parts) {
        for (const QString& name : allSecrets()) {
            const SecretBytes secret = parts.context.secret(name);
            if (secret.isEmpty()) { // a recovery without it would be the end of it
                fault = Error{.kind = Error::Kind::Invalid,
                              .code = 0,
                              .detail = u"this device does not have "_s + name,
                              .errcode = {},
                              .retryAfter = {},
                              .softLogout = false};
                return false;
            }
            const auto sealed = encryptSecret(key, name, base64Text(secret));
            if (!sealed) {
                fault = sealed.error();
                return false;
            }
            write.secrets[name] = *sealed;
        }
        return true;
    });
    if (!looked || fault) {
        return std::unexpected(looked ? *fault : looked.error());
    }
    return write;
}

Result<Update> EncryptionJobs::openStorage(const StorageRead& storage,
                                           const SecretBytes& recoveryKey,
                                           const SecretBytes& passphrase)
{
    const auto key = storageKey(storage, recoveryKey, passphrase);
    if (!key) {
        return std::unexpected(key.error());
    }
    std::map<QString, SecretBytes> secrets;
    for (const auto& [name, sealed] : storage.secrets) {
        const auto text = decryptSecret(*key, name, sealed);
        SecretBytes secret = text ? fromBase64Text(*text) : SecretBytes();
        if (secret.isEmpty()) {
            // Without a check of the key of its own the first secret is the proof.
            return fail(Error::Kind::WrongKey, u"a stored secret does not open: "_s + name);
        }
        secrets[name] = std::move(secret);
    }
    bool proven = false;
    auto update = use([&](MachineParts& parts) {
        // The master key alone speaks for the identity: a server could have a master key of its
        // own sign the other two, which are public.
        const auto master = secrets.find(identitySecrets.front());
        proven =
            master != secrets.end() && parts.identities.offerSeed(master->first, master->second);
        for (const auto& [name, secret] : secrets) {
            if (name == backupSecret) {
                parts.backup.offerKey(secret);
            } else if (proven) {
                parts.identities.offerSeed(name, secret);
            }
        }
        const auto identity = parts.context.take(parts.context.store.identity(m_context.own));
        if (proven && identity) {
            parts.identities.trustOwn(identity->master);
            parts.identities.signDevice(parts.context.device);
        }
        parts.context.saveObject(recoverySetting, {{u"exists"_s, true}, {u"incomplete"_s, false}});
        retryAll();
    });
    if (update && !proven) {
        return fail(Error::Kind::Invalid, u"the recovery belongs to another identity"_s);
    }
    return update;
}

void EncryptionJobs::retryAll()
{
    if (m_context.take(m_context.tables.events.wakeAll()) > 0) {
        m_context.changes.update.decryptPending = true;
    }
}

Result<Update> EncryptionJobs::backupVersion(const QJsonObject& info)
{
    return use([&](MachineParts& parts) { parts.backup.serverVersion(info); });
}

Result<QJsonObject> EncryptionJobs::createBackup()
{
    QJsonObject body;
    return use([&](MachineParts& parts) { body = parts.backup.create(); })
        .transform([&](const Update&) { return body; });
}

Result<Update> EncryptionJobs::backupCreated(const QString& version)
{
    return use([&](MachineParts& parts) { parts.backup.created(version); });
}

Result<std::optional<BackupUpload>> EncryptionJobs::nextBackupUpload()
{
    return m_context.machine->look([](MachineParts& p) { return p.backup.nextUpload(); });
}

Result<Update> EncryptionJobs::backupUploaded(const BackupUpload& upload, int total)
{
    return m_act([&] {
        m_context.take(m_context.machine->look([&](MachineParts& parts) {
            parts.backup.uploaded(upload, total);
            return true;
        }));
    });
}

} // namespace client::engine
