// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/machine/secretsharing.h"

#include "base/base64.h"
#include "base/log.h"
#include "crypto/machine/devicekeys.h"
#include "crypto/machine/outgoing.h"
#include "crypto/primitives/primitives.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

constexpr Timestamp minute = 60'000;
constexpr Timestamp answerTime = 5 * minute; //!< after a device was signed
constexpr qsizetype mostAnswers = 50;
const auto askedSetting = u"secretsAsked"_s; // request id -> name
const auto askedAtSetting = u"secretsAskedAt"_s;
const auto answersSetting = u"secretAnswers"_s; // request id -> {device, name, until}
const auto signedSetting = u"signedSince"_s;    // own device -> time

bool isKnownSecret(const QString& name)
{
    return identitySecrets.contains(name) || name == backupSecret;
}

} // namespace

std::vector<DeviceRecord> SecretSharing::trustedDevices()
{
    std::vector<DeviceRecord> devices = m_context.take(m_context.store.devices(m_context.user));
    std::erase_if(devices, [&](const DeviceRecord& device) {
        return device.deleted || device.blocked || device.device == m_context.device ||
               isDehydrated(device) || !m_identities.isSignedByOwner(device);
    });
    return devices;
}

bool SecretSharing::hasAll()
{
    return std::ranges::none_of(
        identitySecrets + QStringList{backupSecret},
        [&](const QString& name) { return m_context.secret(name).isEmpty(); });
}

void SecretSharing::askForMissing()
{
    const auto devices = trustedDevices();
    const Timestamp last = m_context.take(m_context.store.value(askedAtSetting)).toLongLong();
    if (devices.empty() || !m_identities.isOwnTrusted() || hasAll() ||
        (m_context.now() >= last && m_context.now() - last < minute)) {
        return;
    }
    m_context.take(m_context.store.saveValue(askedAtSetting, QByteArray::number(m_context.now())));
    QJsonObject asked = m_context.object(askedSetting);
    QStringList names = identitySecrets;
    names.append(backupSecret);
    for (const QString& name : names) {
        if (!m_context.secret(name).isEmpty()) {
            continue;
        }
        const QString id = QString::fromLatin1(randomBytes(12).toHex());
        ToDeviceBatch batch(m_context, u"m.secret.request"_s);
        for (const DeviceRecord& device : devices) {
            batch.add(device.user, device.device,
                      {{u"action"_s, u"request"_s},
                       {u"name"_s, name},
                       {u"request_id"_s, id},
                       {u"requesting_device_id"_s, m_context.device.toString()}});
        }
        batch.flush();
        asked.insert(id, name);
    }
    while (asked.size() > mostAnswers) {
        asked.erase(asked.begin());
    }
    m_context.saveObject(askedSetting, asked);
}

bool SecretSharing::receiveRequest(const UserId& sender, const QJsonObject& content)
{
    const QString id = content.value("request_id"_L1).toString();
    const QString device = content.value("requesting_device_id"_L1).toString();
    const QString action = content.value("action"_L1).toString();
    if (sender != m_context.user || id.isEmpty() || id.size() > 255 ||
        device == m_context.device.toString()) {
        return false;
    }
    QJsonObject answers = m_context.object(answersSetting);
    if (action == "request_cancellation"_L1) {
        answers.remove(id);
    } else if (action == "request"_L1 && isKnownSecret(content.value("name"_L1).toString()) &&
               answers.size() < mostAnswers &&
               !m_context.secret(content.value("name"_L1).toString()).isEmpty()) {
        answers.insert(id, QJsonObject{{u"device"_s, device},
                                       {u"name"_s, content.value("name"_L1)},
                                       {u"until"_s, qint64(m_context.now() + answerTime)}});
    }
    m_context.saveObject(answersSetting, answers);
    return true;
}

void SecretSharing::noteSigned(const DeviceId& device)
{
    QJsonObject since = m_context.object(signedSetting);
    if (!since.contains(device.toString())) {
        since.insert(device.toString(), qint64(m_context.now()));
        m_context.saveObject(signedSetting, since);
    }
}

void SecretSharing::renewSigned(const DeviceId& device)
{
    QJsonObject since = m_context.object(signedSetting);
    since.insert(device.toString(), qint64(m_context.now()));
    m_context.saveObject(signedSetting, since);
}

//! Signed, and only just: a request long after may be somebody else's at an unlocked computer.
bool SecretSharing::mayHave(const DeviceRecord& device)
{
    const QJsonValue since = m_context.object(signedSetting).value(device.device.toString());
    return !device.deleted && !device.blocked && !isDehydrated(device) &&
           m_identities.isOwnTrusted() && m_identities.isSignedByOwner(device) &&
           since.isDouble() && m_context.now() - since.toInteger() <= answerTime;
}

bool SecretSharing::hasAnswers()
{
    return !m_context.object(answersSetting).isEmpty();
}

void SecretSharing::answer()
{
    QJsonObject answers = m_context.object(answersSetting);
    if (answers.isEmpty()) {
        return;
    }
    for (const QString& id : answers.keys()) {
        const QJsonObject wanted = answers.value(id).toObject();
        const auto device = m_context.take(
            m_context.store.device(m_context.user, DeviceId(wanted.value("device"_L1).toString())));
        if (m_context.now() > wanted.value("until"_L1).toInteger()) {
            answers.remove(id); // never signed in time
        } else if (device && mayHave(*device) &&
                   send(*device, wanted.value("name"_L1).toString(), id)) {
            answers.remove(id);
        }
    }
    m_context.saveObject(answersSetting, answers);
}

bool SecretSharing::send(const DeviceRecord& device, const QString& name, const QString& requestId)
{
    if (!m_channel.hasSession(device.curve25519)) {
        m_channel.claim({device});
        return false;
    }
    const SecretBytes secret = m_context.secret(name);
    const auto sealed = m_channel.seal(
        device, u"m.secret.send"_s,
        {{u"request_id"_s, requestId},
         {u"secret"_s, QString::fromLatin1(encodeBase64(secret.view().toByteArray()))}});
    if (sealed) {
        ToDeviceBatch batch(m_context, u"m.room.encrypted"_s);
        batch.add(device.user, device.device, *sealed);
        batch.flush();
    }
    return sealed.has_value();
}

std::optional<std::pair<QString, SecretBytes>> SecretSharing::receive(const OlmPayload& payload)
{
    QJsonObject asked = m_context.object(askedSetting);
    const QString id = payload.content.value("request_id"_L1).toString();
    const QString name = asked.value(id).toString();
    const auto device = m_context.deviceOf(m_context.user, payload.senderKey);
    if (name.isEmpty() || payload.sender != m_context.user || !device || device->deleted ||
        device->ed25519 != payload.ed25519 || !m_identities.isOwnTrusted() ||
        !m_identities.isSignedByOwner(*device)) {
        qCWarning(logCrypto) << "a secret that nobody asked for is refused";
        return std::nullopt;
    }
    auto bytes = decodeBase64(payload.content.value("secret"_L1).toString().toLatin1());
    if (!bytes || bytes->size() != 32) {
        return std::nullopt;
    }
    asked.remove(id);
    m_context.saveObject(askedSetting, asked);
    SecretBytes secret = SecretBytes::takeFrom(*bytes);
    if (name != backupSecret && !m_identities.offerSeed(name, secret)) {
        return std::nullopt;
    }
    return std::pair{name, std::move(secret)};
}

} // namespace client::crypto
