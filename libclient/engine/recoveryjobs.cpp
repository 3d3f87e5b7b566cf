// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of EncryptionJobs about the own identity's keys, secret storage, the key backup and key
// files.

#include "base/answerjson.h"
#include "base/base64.h"
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

const auto recoverySetting = u"recovery"_s; // {exists, incomplete, unstored}
//! The version of a backup whose key is nowhere but here: were this device lost, so were the keys
//! that went up to it.
const auto unstored = u"unstored"_s;

QStringList allSecrets()
{
    QStringList names = identitySecrets;
    names.append({backupSecret, dehydrationSecret});
    return names;
}

bool isOfDehydration(const QString& name)
{
    return name == dehydrationSecret || name == dehydrationSecretProposed;
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
struct StorageKey {
    SecretBytes key;
    bool proven = false; //!< by the check in its own description
};

Result<StorageKey> storageKey(const StorageRead& storage, const SecretBytes& recoveryKey,
                              const SecretBytes& passphrase)
{
    auto key = recoveryKey.isEmpty() ? keyFromPassphrase(storage.description, passphrase)
                                     : decodeRecoveryKey(QString::fromUtf8(recoveryKey.view()));
    if (!key) {
        return std::unexpected(key.error());
    }
    const auto check = checkKey(storage.description, *key);
    if (!check) {
        return std::unexpected(check.error());
    }
    if (*check == KeyCheck::Wrong) {
        return fail(Error::Kind::WrongKey, u"not the key of this secret storage"_s);
    }
    return StorageKey{std::move(*key), *check == KeyCheck::Right};
}

using Secrets = std::map<QString, SecretBytes>;

//! Without a check of the key of its own each secret is the proof. With one, a secret that another
//! program wrote in its own way is left out.
Result<Secrets> openSecrets(const StorageRead& storage, const StorageKey& key)
{
    Secrets secrets;
    for (const auto& [name, sealed] : storage.secrets) {
        const auto text = decryptSecret(key.key, name, sealed);
        SecretBytes secret = text ? fromBase64Text(*text) : SecretBytes();
        if (!secret.isEmpty()) {
            secrets[name] = std::move(secret);
        } else if (key.proven || isOfDehydration(name)) { // the latter is a convenience
            qCWarning(logCrypto) << "a stored secret cannot be read:" << name;
        } else {
            return fail(Error::Kind::WrongKey, u"a stored secret does not open: "_s + name);
        }
    }
    return secrets;
}

//! Each secret of this device for secret storage.
Result<std::map<QString, QJsonObject>> sealSecrets(MachineParts& parts, const SecretBytes& key)
{
    std::map<QString, QJsonObject> all;
    for (const QString& name : allSecrets()) {
        const SecretBytes secret = parts.context.secret(name);
        if (secret.isEmpty() && name == dehydrationSecret) {
            continue; // where the server knows no such devices
        }
        if (secret.isEmpty()) { // a recovery without it would be the end of it
            return fail(Error::Kind::Invalid, u"this device does not have "_s + name);
        }
        const auto sealed = encryptSecret(key, name, base64Text(secret));
        if (!sealed) {
            return std::unexpected(sealed.error());
        }
        all[name] = *sealed;
    }
    return all;
}

//! True: the published identity is the person's own. The master key alone speaks for it: a server
//! could have a master key of its own sign the other two, which are public.
bool takeOver(MachineParts& parts, const Secrets& secrets)
{
    const auto master = secrets.find(identitySecrets.front());
    const auto identity = parts.context.take(parts.context.store.identity(parts.context.user));
    if (master == secrets.end() || !identity ||
        !parts.identities.offerSeed(master->first, master->second)) {
        return false;
    }
    for (const auto& [name, secret] : secrets) {
        if (name == backupSecret) {
            parts.backup.offerKey(secret);
        } else if (!isOfDehydration(name)) {
            parts.identities.offerSeed(name, secret);
        }
    }
    parts.identities.trustOwn(identity->master);
    parts.identities.signDevice(parts.context.device);
    for (const QString& name : {dehydrationSecretProposed, dehydrationSecret}) {
        if (const auto found = secrets.find(name); found != secrets.end()) {
            parts.dehydration.offerKey(found->second);
        }
    }
    return true;
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
            parts.dehydration.forget();
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
    const auto response = parseAnswer(body);
    if (!response) {
        return std::unexpected(response.error());
    }
    return m_act([&] { learn([&] { return m_context.machine->receiveKeysOf(user, *response); }); });
}

Result<Update> EncryptionJobs::noteRecovery(bool exists, bool incomplete)
{
    return use([=](MachineParts& parts) {
        QJsonObject recovery = parts.context.object(recoverySetting);
        recovery.insert(u"exists"_s, exists);
        recovery.insert(u"incomplete"_s, incomplete);
        if (!incomplete) {
            recovery.remove(unstored);
        }
        parts.context.saveObject(recoverySetting, recovery);
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
    const auto kept = use([&](MachineParts& parts) {
        if (parts.dehydration.isSupported()) {
            parts.dehydration.makeKey();
        }
        write.secrets = parts.context.take(sealSecrets(parts, key));
    });
    return kept ? Result<StorageWrite>(std::move(write)) : std::unexpected(kept.error());
}

Result<StorageOpened> EncryptionJobs::openStorage(const StorageRead& storage,
                                                  const SecretBytes& recoveryKey,
                                                  const SecretBytes& passphrase)
{
    const auto key = storageKey(storage, recoveryKey, passphrase);
    const auto secrets =
        key ? openSecrets(storage, *key) : Result<Secrets>(std::unexpected(key.error()));
    if (!secrets) {
        return std::unexpected(secrets.error());
    }
    auto update = use([&](MachineParts& parts) {
        if (!takeOver(parts, *secrets)) { // nothing of it is kept
            m_context.ledger.refuse(Error::Kind::Invalid,
                                    u"the recovery belongs to another identity"_s);
            return;
        }
        parts.context.saveObject(recoverySetting, {{u"exists"_s, true}, {u"incomplete"_s, false}});
        retryAll();
    });
    if (!update) {
        return std::unexpected(update.error());
    }
    StorageOpened opened{std::move(*update), {}};
    if (!key->proven) {
        return opened; // nothing new is put under a key that nothing proves
    }
    const auto added = use([&](MachineParts& parts) {
        if (parts.dehydration.isSupported() && !parts.dehydration.hasKey()) {
            parts.dehydration.makeKey();
            opened.missing[dehydrationSecret] = parts.context.take(
                encryptSecret(key->key, dehydrationSecret, base64Text(parts.dehydration.key())));
        }
    });
    return added ? Result<StorageOpened>(std::move(opened)) : std::unexpected(added.error());
}

bool EncryptionJobs::knowsIdentity()
{
    const auto known = m_context.machine->look([](MachineParts& parts) {
        const auto identity = parts.context.take(parts.context.store.identity(parts.context.user));
        return identity && !identity->master.isEmpty();
    });
    return m_context.take(known);
}

void EncryptionJobs::learn(const std::function<Result<CryptoChanges>()>& receive)
{
    const bool before = knowsIdentity();
    m_context.noteCrypto(m_context.take(receive()));
    if (!before && knowsIdentity()) {
        retryAll(); // what helps is another thing now
    }
}

void EncryptionJobs::retryAll()
{
    if (m_context.take(m_context.tables.events.wakeAll()) > 0) {
        m_context.changes.update.decryptPending = true;
    }
}

Result<EncryptionJobs::BackupState> EncryptionJobs::backupState()
{
    return m_context.machine->look([](MachineParts& parts) {
        return BackupState{parts.backup.version(), parts.backup.hasKey()};
    });
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
    return use([&](MachineParts& parts) {
        parts.backup.created(version);
        QJsonObject recovery = parts.context.object(recoverySetting);
        recovery.insert(unstored, version);
        parts.context.saveObject(recoverySetting, recovery);
    });
}

Result<std::optional<BackupUpload>> EncryptionJobs::nextBackupUpload()
{
    m_context.backupLooks();
    return m_context.machine->look([](MachineParts& p) {
        const QString waits = p.context.object(recoverySetting).value(unstored).toString();
        return !waits.isEmpty() && waits == p.backup.version() ? std::nullopt
                                                               : p.backup.nextUpload();
    });
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
