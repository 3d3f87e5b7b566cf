// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of OlmChannel that makes sessions: claims of one-time keys and repairs.

#include "base/canonicaljson.h"
#include "base/log.h"
#include "crypto/machine/devicekeys.h"
#include "crypto/machine/olmchannel.h"
#include "crypto/machine/outgoing.h"
#include "crypto/primitives/primitives.h"

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

constexpr Timestamp hour = 3'600'000;
const auto repairSetting = u"repairs"_s;  // curve25519 -> {user, device}: want a new session
const auto openSetting = u"openClaims"_s; // request id -> {curve25519 -> true}

//! A session costs the better part of a millisecond: an answer must not hold the thread for long.
constexpr size_t claimedAtOnce = 150;

QString name(const DeviceRecord& device)
{
    return QString::fromLatin1(device.curve25519);
}

OutgoingRecord claimOf(std::span<const DeviceRecord> devices)
{
    QJsonObject wanted;
    for (const DeviceRecord& device : devices) {
        QJsonObject ofUser = wanted.value(device.user.toString()).toObject();
        ofUser.insert(device.device.toString(), oneTimeAlgorithm);
        wanted.insert(device.user.toString(), ofUser);
    }
    OutgoingRecord request;
    request.kind = OutgoingRecord::Kind::KeysClaim;
    request.body = {{u"one_time_keys"_s, wanted}, {u"timeout"_s, 10'000}};
    return request;
}

} // namespace

void OlmChannel::noteBroken(const UserId& sender, const QByteArray& senderKey)
{
    const auto device = m_context.deviceOf(sender, senderKey);
    if (!device || device->deleted || device->blocked || isDehydrated(*device)) {
        return;
    }
    const Timestamp now = m_context.now();
    const Timestamp last = m_context.take(m_context.store.lastRepair(senderKey));
    if (last != 0 && (now < last || now - last < hour)) {
        if (now < last) { // the clock was set back: the hour begins anew
            m_context.take(m_context.store.saveRepair(senderKey, now));
        }
        return;
    }
    qCInfo(logCrypto) << "broken session with device" << device->device.toString();
    m_context.take(m_context.store.saveRepair(senderKey, now));
    QJsonObject repairs = m_context.object(repairSetting);
    repairs.insert(name(*device), QJsonObject{{u"user"_s, device->user.toString()},
                                              {u"device"_s, device->device.toString()}});
    m_context.saveObject(repairSetting, repairs);
}

void OlmChannel::startOver(const std::vector<QByteArray>& curve25519)
{
    QJsonObject repairs;
    for (const QByteArray& key : curve25519) {
        for (const DeviceRecord& device : m_context.take(m_context.store.devicesByKey(key))) {
            if (!device.deleted && !device.blocked && !isDehydrated(device)) {
                repairs.insert(name(device), QJsonObject{{u"user"_s, device.user.toString()},
                                                         {u"device"_s, device.device.toString()}});
                m_context.take(m_context.store.saveRepair(key, m_context.now()));
                break;
            }
        }
    }
    m_context.saveObject(openSetting, {});
    m_context.saveObject(repairSetting, repairs);
}

bool OlmChannel::claim(const std::vector<DeviceRecord>& devices)
{
    QJsonObject open = m_context.object(openSetting);
    QSet<QString> asked;
    for (const QJsonValue& keys : std::as_const(open)) {
        const QStringList names = keys.toObject().keys();
        asked.unite(QSet<QString>(names.begin(), names.end()));
    }
    bool awaited = false;
    std::vector<DeviceRecord> wanted;
    for (const DeviceRecord& device : devices) {
        if (asked.contains(name(device))) {
            awaited = true;
        } else if (!m_backoff.isWaiting(name(device))) {
            wanted.push_back(device);
        }
    }
    // One server's devices together: where it is slow, few requests wait for it.
    std::ranges::stable_sort(
        wanted, {}, [](const DeviceRecord& device) { return serverName(device.user.toString()); });
    for (size_t start = 0; start < wanted.size(); start += claimedAtOnce) {
        const size_t end = std::min(wanted.size(), start + claimedAtOnce);
        const auto some = std::span(wanted).subspan(start, end - start);
        const QString id = queueRequest(m_context, claimOf(some));
        QJsonObject keys;
        for (const DeviceRecord& device : some) {
            keys.insert(name(device), true);
        }
        open.insert(id, keys);
    }
    if (!wanted.empty()) {
        m_context.saveObject(openSetting, open);
    }
    return awaited || !wanted.empty();
}

bool OlmChannel::needsClaim()
{
    return !m_context.object(repairSetting).isEmpty() && m_context.object(openSetting).isEmpty();
}

void OlmChannel::makeClaims()
{
    std::vector<DeviceRecord> devices;
    QJsonObject repairs = m_context.object(repairSetting);
    for (const QString& key : repairs.keys()) {
        const QJsonObject who = repairs.value(key).toObject();
        const auto device = m_context.take(m_context.store.device(
            UserId(who.value("user"_L1).toString()), DeviceId(who.value("device"_L1).toString())));
        if (device && !device->deleted && !m_backoff.isWaiting(key)) {
            devices.push_back(*device);
        } else {
            repairs.remove(key);
        }
    }
    m_context.saveObject(repairSetting, repairs);
    if (!devices.empty()) {
        claim(devices);
    }
}

bool OlmChannel::startSession(const DeviceRecord& device, const QJsonObject& answer)
{
    if (answer.size() != 1 || !answer.begin().key().startsWith(oneTimeAlgorithm + u':')) {
        return false;
    }
    const QJsonObject object = answer.begin().value().toObject();
    const QByteArray key = object.value("key"_L1).toString().toLatin1();
    // Signed by the device as it is known here, whatever the answer says about it.
    if (!isSignedBy(object, device.user, device.device.toString(), device.ed25519)) {
        return false;
    }
    const bool seen = m_context.take(
        m_context.store.rememberMessage(device.curve25519, sha256("one-time key " + key)));
    if (seen && !object.value("fallback"_L1).toBool()) {
        return false; // a one-time key is given away once
    }
    auto session = m_keys.createOutbound(device.curve25519, key);
    if (!session) {
        return false;
    }
    store(*session, {.sessionId = {},
                     .senderKey = device.curve25519,
                     .pickle = {},
                     .createdAt = m_context.now(),
                     .lastReceivedAt = laterThanAll(device.curve25519)});
    return true;
}

void OlmChannel::claimFailed(const DeviceRecord& device, ToDeviceBatch& notices)
{
    qCInfo(logCrypto) << "no session with device" << device.device.toString();
    if (!m_backoff.failed(name(device))) {
        return;
    }
    notices.add(device.user, device.device,
                {{u"algorithm"_s, megolmAlgorithm},
                 {u"sender_key"_s, QString::fromLatin1(m_keys.curve25519())},
                 {u"code"_s, u"m.no_olm"_s},
                 {u"reason"_s, u"Unable to establish a secure channel."_s}});
}

void OlmChannel::claimed(const OutgoingRecord& request, const QJsonObject& response)
{
    QJsonObject open = m_context.object(openSetting);
    open.remove(request.id);
    m_context.saveObject(openSetting, open);
    const QJsonObject wanted = request.body.value("one_time_keys"_L1).toObject();
    const QJsonObject given = response.value("one_time_keys"_L1).toObject();
    ToDeviceBatch notices(m_context, u"m.room_key.withheld"_s);
    QSet<QString> fresh;
    for (auto user = wanted.begin(); user != wanted.end(); ++user) {
        const QJsonObject ofUser = given.value(user.key()).toObject();
        for (const QString& id : user.value().toObject().keys()) {
            const auto device =
                m_context.take(m_context.store.device(UserId(user.key()), DeviceId(id)));
            if (!device) {
                continue;
            }
            if (startSession(*device, ofUser.value(id).toObject())) {
                m_backoff.succeeded(name(*device));
                fresh.insert(name(*device));
            } else {
                claimFailed(*device, notices);
            }
        }
    }
    notices.flush();
    sendDummies(fresh);
}

//! The first message of a session that heals a broken one: the other side learns that it exists.
void OlmChannel::sendDummies(const QSet<QString>& fresh)
{
    QJsonObject repairs = m_context.object(repairSetting);
    ToDeviceBatch batch(m_context, u"m.room.encrypted"_s);
    for (const QString& key : repairs.keys()) {
        const QJsonObject who = repairs.value(key).toObject();
        const auto device = m_context.take(m_context.store.device(
            UserId(who.value("user"_L1).toString()), DeviceId(who.value("device"_L1).toString())));
        if (device && fresh.contains(key)) {
            if (const auto sealed = seal(*device, u"m.dummy"_s, {})) {
                batch.add(device->user, device->device, *sealed);
            }
            repairs.remove(key);
        } else if (m_backoff.isWaiting(key)) {
            repairs.remove(key);
        }
    }
    batch.flush();
    m_context.saveObject(repairSetting, repairs);
}

} // namespace client::crypto
