// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/machine/keybackup.h"

#include "base/log.h"
#include "crypto/machine/devicekeys.h"
#include "crypto/machine/secretsharing.h"
#include "crypto/olm/guards.h"
#include "crypto/primitives/curves.h"
#include "crypto/recovery/backupcipher.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

constexpr int batch = 100;
constexpr Timestamp day = 24LL * 3'600'000;
const auto repairSetting = u"backupRepairedAt"_s;
const auto algorithm = u"m.megolm_backup.v1.curve25519-aes-sha2"_s;
const auto setting = u"backup"_s; // {version, publicKey, trusted}
const auto pendingKey = u"pending:backup"_s;

} // namespace

QString KeyBackup::version()
{
    return m_context.object(setting).value("version"_L1).toString();
}

bool KeyBackup::isTrusted()
{
    return m_context.object(setting).value("trusted"_L1).toBool();
}

bool KeyBackup::hasKey()
{
    const SecretBytes key = m_context.secret(backupSecret);
    return !key.isEmpty() && QString::fromLatin1(m_context.take(x25519Public(key))) ==
                                 m_context.object(setting).value("publicKey"_L1).toString();
}

bool KeyBackup::isSignedByUs(const QJsonObject& authData)
{
    if (!m_identities.isOwnTrusted()) {
        return false;
    }
    // A device's signature is not enough: it outlives the identity, and with it the server could
    // bring back the backup that was given up when the identity was replaced.
    const QByteArray master = m_identities.trustedMaster();
    return isSignedBy(authData, m_context.user, QString::fromLatin1(master), master);
}

//! Trust is never taken from the server: a signature of the own identity or the private key here
//! must prove the version, or nothing goes up to it.
void KeyBackup::serverVersion(const QJsonObject& info)
{
    const QString version = info.value("version"_L1).toString();
    const QJsonObject auth = info.value("auth_data"_L1).toObject();
    const QByteArray publicKey = auth.value("public_key"_L1).toString().toLatin1();
    if (version.isEmpty() || version.size() > 255 ||
        info.value("algorithm"_L1).toString() != algorithm || !checkCurve25519Key(publicKey)) {
        m_context.saveObject(setting, {});
        m_context.take(m_context.store.forgetBackedUp());
        return;
    }
    const QJsonObject before = m_context.object(setting);
    if (before.value("version"_L1).toString() != version ||
        before.value("publicKey"_L1).toString().toLatin1() != publicKey) {
        m_context.take(m_context.store.forgetBackedUp());
    }
    begin(version, publicKey, isSignedByUs(auth));
    if (hasKey() && !isTrusted()) {
        begin(version, publicKey, true);
    }
    if (isTrusted() && !hasKey()) {
        // Another own device made this version: its key is to be asked for, the old one is of no
        // use.
        m_context.saveSecret(backupSecret, {});
    }
    if (!isTrusted()) {
        qCInfo(logCrypto) << "the key backup at the server is not trusted";
    }
}

void KeyBackup::begin(const QString& version, const QByteArray& publicKey, bool trusted)
{
    m_context.saveObject(setting, {{u"version"_s, version},
                                   {u"publicKey"_s, QString::fromLatin1(publicKey)},
                                   {u"trusted"_s, trusted}});
}

QJsonObject KeyBackup::authData(const QByteArray& publicKey)
{
    const QJsonObject bare{{u"public_key"_s, QString::fromLatin1(publicKey)}};
    QJsonObject byDevice = m_keys.withSignature(bare).value("signatures"_L1).toObject();
    const QJsonObject byMaster = m_identities.signedByMaster(bare);
    QJsonObject own = byDevice.value(m_context.user.toString()).toObject();
    const QJsonObject more =
        byMaster.value("signatures"_L1).toObject().value(m_context.user.toString()).toObject();
    for (auto it = more.begin(); it != more.end(); ++it) {
        own.insert(it.key(), it.value());
    }
    QJsonObject signedData = bare;
    signedData.insert(u"signatures"_s, QJsonObject{{m_context.user.toString(), own}});
    return signedData;
}

QJsonObject KeyBackup::create()
{
    SecretBytes key = m_context.secret(pendingKey);
    if (key.isEmpty()) {
        key = x25519Generate().secret;
        m_context.saveSecret(pendingKey, key);
    }
    return {{u"algorithm"_s, algorithm},
            {u"auth_data"_s, authData(m_context.take(x25519Public(key)))}};
}

void KeyBackup::created(const QString& version)
{
    const SecretBytes key = m_context.secret(pendingKey);
    if (key.isEmpty()) {
        return;
    }
    m_context.saveSecret(backupSecret, key);
    m_context.saveSecret(pendingKey, {});
    m_context.take(m_context.store.forgetBackedUp());
    begin(version, m_context.take(x25519Public(key)), true);
}

bool KeyBackup::offerKey(const SecretBytes& key)
{
    const QJsonObject known = m_context.object(setting);
    const auto publicKey = x25519Public(key);
    if (!publicKey || known.value("publicKey"_L1).toString().toLatin1() != *publicKey) {
        qCWarning(logCrypto) << "a key that is not the backup's is refused";
        return false;
    }
    m_context.saveSecret(backupSecret, key);
    begin(known.value("version"_L1).toString(), *publicKey, true);
    return true;
}

void KeyBackup::forgetKey()
{
    m_context.saveSecret(backupSecret, {});
    m_context.saveObject(setting, {});
}

std::optional<BackupUpload> KeyBackup::nextUpload()
{
    const QJsonObject known = m_context.object(setting);
    if (!known.value("trusted"_L1).toBool()) {
        return std::nullopt;
    }
    const QByteArray publicKey = known.value("publicKey"_L1).toString().toLatin1();
    BackupUpload upload{
        .version = known.value("version"_L1).toString(), .body = {}, .sessions = {}};
    QJsonObject rooms;
    // Those that cannot be read stay first in the list: it is read further until one can.
    size_t seen = 0;
    for (int limit = batch; upload.sessions.empty(); limit *= 2) {
        const auto records = m_context.take(m_context.store.notBackedUp(limit));
        for (size_t i = seen; i < records.size(); ++i) {
            if (!add(records[i], publicKey, upload, rooms)) {
                return std::nullopt;
            }
        }
        seen = records.size();
        if (records.size() < size_t(limit)) {
            break;
        }
    }
    upload.body = {{u"rooms"_s, rooms}};
    return upload.sessions.empty() ? std::nullopt : std::optional(upload);
}

//! False: a fault that concerns all of them.
bool KeyBackup::add(const InboundGroupRecord& record, const QByteArray& publicKey,
                    BackupUpload& upload, QJsonObject& rooms)
{
    const auto content = m_roomKeys.exportOf(record);
    if (!content) {
        return true;
    }
    QByteArray plain = toJson(*content);
    const auto sealed = sealBackup(publicKey, plain);
    wipe(plain);
    if (!sealed) {
        m_context.note(sealed.error());
        return false;
    }
    const bool direct = record.source == InboundGroupRecord::Source::Direct ||
                        record.source == InboundGroupRecord::Source::Own;
    QJsonObject room = rooms.value(record.room.toString()).toObject();
    QJsonObject sessions = room.value("sessions"_L1).toObject();
    sessions.insert(QString::fromLatin1(record.sessionId),
                    QJsonObject{{u"first_message_index"_s, qint64(record.firstIndex)},
                                {u"forwarded_count"_s, direct ? 0 : 1},
                                {u"is_verified"_s, direct},
                                {u"session_data"_s, *sealed}});
    room.insert(u"sessions"_s, sessions);
    rooms.insert(record.room.toString(), room);
    upload.sessions.push_back({record.room, record.sessionId, record.firstIndex});
    return true;
}

void KeyBackup::uploaded(const BackupUpload& upload, int total)
{
    if (upload.version != version()) {
        return;
    }
    for (const auto& sent : upload.sessions) {
        auto record = m_context.take(m_context.store.inboundGroup(sent.room, sent.id));
        if (record && record->firstIndex == sent.firstIndex) { // no better one came meanwhile
            record->backedUp = true;
            m_context.take(m_context.store.saveInboundGroup(*record));
        }
    }
    // Fewer than were ever put there: the server lost some, everything goes up again.
    const Timestamp last = m_context.take(m_context.store.value(repairSetting)).toLongLong();
    if (total >= 0 && total < m_context.take(m_context.store.countInboundGroups(true)) &&
        m_context.now() - last > day) { // at most daily: a server may count as it likes
        m_context.take(
            m_context.store.saveValue(repairSetting, QByteArray::number(m_context.now())));
        m_context.take(m_context.store.forgetBackedUp());
    }
}

bool KeyBackup::importEntry(const RoomId& room, const QString& sessionId, const QJsonObject& entry,
                            CryptoChanges& changes)
{
    const auto plain =
        openBackup(m_context.secret(backupSecret), entry.value("session_data"_L1).toObject());
    if (!plain) {
        return false;
    }
    auto content = parseObject(plain->view().toByteArray());
    if (!content) {
        return false;
    }
    content->insert(u"room_id"_s, room.toString());
    content->insert(u"session_id"_s, sessionId);
    return m_roomKeys.importOne(*content, InboundGroupRecord::Source::Backup, changes);
}

} // namespace client::crypto
