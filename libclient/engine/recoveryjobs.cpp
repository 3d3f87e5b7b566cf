// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of EncryptionJobs about the own identity's keys, secret storage, the key backup and key
// files.

#include "base/base64.h"
#include "base/json.h"
#include "base/log.h"
#include "crypto/machine/secretsharing.h"
#include "crypto/primitives/primitives.h"
#include "crypto/recovery/keyfile.h"
#include "crypto/recovery/recoverykey.h"
#include "crypto/recovery/secretstorage.h"
#include "engine/encryptionjobs.h"

#include <QFile>
#include <QSaveFile>

using namespace Qt::StringLiterals;
using namespace client::crypto;

namespace client::engine {

namespace {

const auto recoverySetting = u"recovery"_s;
constexpr int entriesAtOnce = 200;
constexpr Timestamp hour = 3'600'000;
constexpr qint64 largestFile = 64LL * 1024 * 1024;

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
    return m_context.machine->look([](MachineParts& p) { return p.identities.hasPending(); });
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
            if (secret.isEmpty()) {
                continue;
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
        for (const auto& [name, secret] : secrets) {
            if (name == backupSecret) {
                parts.backup.offerKey(secret);
            } else {
                proven = parts.identities.offerSeed(name, secret) || proven;
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

Result<int> EncryptionJobs::beginRestore(const QByteArray& body)
{
    const auto json = parseObject(body);
    if (!json) {
        return std::unexpected(json.error());
    }
    m_entries.clear();
    m_count = {};
    const QJsonObject rooms = json->value("rooms"_L1).toObject();
    for (auto room = rooms.begin(); room != rooms.end(); ++room) {
        const QJsonObject sessions = room.value().toObject().value("sessions"_L1).toObject();
        for (auto it = sessions.begin(); it != sessions.end(); ++it) {
            m_entries.push_back({RoomId(room.key()), it.key(), it.value().toObject(),
                                 InboundGroupRecord::Source::Backup});
        }
    }
    m_count.total = int(m_entries.size());
    return m_count.total;
}

Result<EncryptionJobs::Restored> EncryptionJobs::restoreSome()
{
    const size_t rest = m_entries.size() - std::min(m_entries.size(), size_t(entriesAtOnce));
    CryptoChanges changes;
    int imported = 0;
    auto update = m_act([&] {
        const auto done = m_context.machine->use([&](MachineParts& parts) {
            for (size_t i = rest; i < m_entries.size(); ++i) {
                const Entry& entry = m_entries[i];
                const bool taken =
                    entry.source == InboundGroupRecord::Source::Backup
                        ? parts.backup.importEntry(entry.room, entry.session, entry.content,
                                                   changes)
                        : parts.roomKeys.importOne(entry.content, entry.source, changes);
                imported += taken ? 1 : 0;
            }
            return true;
        });
        m_context.take(done);
        m_context.noteCrypto(changes);
        m_context.changes.update.encryptionChanged = true;
    });
    if (!update) {
        return std::unexpected(update.error());
    }
    m_entries.resize(rest);
    m_count.imported += imported;
    return Restored{std::move(*update), m_count, int(rest), rest == 0};
}

Result<Update> EncryptionJobs::restoreOne(const RoomId& room, const QByteArray& session,
                                          const QJsonObject& entry)
{
    CryptoChanges changes;
    return m_act([&] {
        m_context.take(m_context.machine->use([&](MachineParts& parts) {
            return entry.isEmpty() ||
                   parts.backup.importEntry(room, QString::fromLatin1(session), entry, changes);
        }));
        m_context.noteCrypto(changes);
    });
}

Result<std::vector<std::pair<RoomId, QByteArray>>> EncryptionJobs::wantedKeys()
{
    std::vector<std::pair<RoomId, QByteArray>> wanted;
    const auto waiting = m_context.tables.events.waitingSessions();
    if (!waiting) {
        return std::unexpected(waiting.error());
    }
    const auto asked = m_act([&] {
        m_context.take(m_context.machine->look([&](MachineParts& parts) {
            const bool readable = parts.backup.hasKey();
            QJsonObject looked = parts.context.object(u"backupLooked"_s);
            looked = looked.size() > 2000 ? QJsonObject() : looked;
            for (const auto& [room, session] : *waiting) {
                const QString name = room.toString() + u' ' + QString::fromLatin1(session);
                if (m_context.clock.now() - looked.value(name).toInteger() < hour) {
                    continue;
                }
                parts.requests.ask(room, session);
                if (readable) {
                    looked.insert(name, qint64(m_context.clock.now()));
                    wanted.emplace_back(room, session);
                }
            }
            parts.context.saveObject(u"backupLooked"_s, looked);
            return true;
        }));
    });
    return asked.transform([&](const Update&) { return wanted; });
}

Result<ImportCount> EncryptionJobs::exportKeys(const QString& path, const SecretBytes& passphrase)
{
    if (QFile::exists(path)) {
        return fail(Error::Kind::Invalid, u"the file exists already"_s);
    }
    QByteArray json = "[";
    ImportCount count;
    const auto written = m_context.machine->look([&](MachineParts& parts) {
        RoomId room;
        QByteArray session;
        while (true) {
            const auto some =
                parts.context.take(parts.context.store.inboundGroupsAfter(room, session, 500));
            for (const InboundGroupRecord& record : some) {
                ++count.total;
                if (const auto content = parts.roomKeys.exportOf(record)) {
                    json += (count.imported++ == 0 ? "" : ",") + toJson(*content);
                }
                room = record.room;
                session = record.sessionId;
            }
            if (some.empty()) {
                return true;
            }
        }
    });
    json += "]";
    const auto sealed = written ? sealKeyFile(json, passphrase)
                                : Result<QByteArray>(std::unexpected(written.error()));
    wipe(json);
    if (!sealed) {
        return std::unexpected(sealed.error());
    }
    QSaveFile file(path);
    file.setDirectWriteFallback(false);
    if (!file.open(QIODevice::WriteOnly) ||
        !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        file.write(*sealed) != sealed->size() || !file.commit()) {
        return fail(Error::Kind::Invalid, u"the file cannot be written: "_s + file.errorString());
    }
    return count;
}

Result<int> EncryptionJobs::beginImport(const QString& path, const SecretBytes& passphrase)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Error::Kind::NotFound, u"the file cannot be read"_s);
    }
    if (file.size() > largestFile) {
        return fail(Error::Kind::Malformed, u"too large for a key file"_s);
    }
    const auto opened = openKeyFile(file.readAll(), passphrase);
    if (!opened) {
        return std::unexpected(opened.error());
    }
    const auto keys = parseArray(opened->view().toByteArray());
    if (!keys) {
        return std::unexpected(keys.error());
    }
    m_entries.clear();
    m_count = {};
    for (const QJsonValue& key : *keys) {
        m_entries.push_back(
            {RoomId(), QString(), key.toObject(), InboundGroupRecord::Source::File});
    }
    m_count.total = int(m_entries.size());
    return m_count.total;
}

} // namespace client::engine
