// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/machine/roomkeysharing.h"

#include "base/log.h"
#include "crypto/machine/outgoing.h"
#include "crypto/primitives/primitives.h"
#include "events/encryption.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

constexpr int64_t mostMessages = 100;
constexpr int64_t longestMs = 604'800'000;
const auto lostSetting = u"again"_s; // a share that must be repeated: the device lost its sessions
constexpr size_t sealedAtOnce = 250; // a click waits for one batch

//! A share is of a device's keys: the same id with other keys is another device.
template <class Record>
QString nameOf(const Record& record)
{
    return record.user.toString() + u' ' + record.device.toString() + u' ' +
           QString::fromLatin1(record.curve25519);
}

//! It was given the session, whether or not it still has it.
bool wasGiven(const ShareRecord& share)
{
    return share.withheldCode.isEmpty() || share.withheldCode == lostSetting;
}

} // namespace

void RoomKeySharing::refuse(Error::Kind kind, const QString& why, const QString& errcode)
{
    m_context.note(Error{.kind = kind,
                         .code = 0,
                         .detail = why,
                         .errcode = errcode,
                         .retryAfter = {},
                         .softLogout = false});
}

void RoomKeySharing::setRoomEncryption(const RoomId& room, const QJsonObject& content)
{
    const auto parsed = events::parseEncryption(content);
    const auto known = m_context.take(m_context.store.roomEncryption(room));
    RoomEncryptionRecord settings = known.value_or(RoomEncryptionRecord{});
    settings.room = room;
    if (settings.algorithm != megolmAlgorithm) {
        settings.algorithm = parsed.algorithm.isEmpty() ? u"unknown"_s : parsed.algorithm;
    }
    if (parsed.algorithm == megolmAlgorithm) { // a room may be stricter, never laxer
        settings.rotationMessages =
            std::min({settings.rotationMessages, parsed.rotationMessages, mostMessages});
        settings.rotationMs = std::min({settings.rotationMs, parsed.rotationMs, longestMs});
    }
    m_context.take(m_context.store.saveRoomEncryption(settings));
}

void RoomKeySharing::setHistoryVisibility(const RoomId& room, const QString& visibility)
{
    auto settings = m_context.take(m_context.store.roomEncryption(room));
    if (!settings || settings->historyVisibility == visibility) {
        return;
    }
    const bool crosses =
        isSharedVisibility(settings->historyVisibility) != isSharedVisibility(visibility);
    settings->historyVisibility = visibility;
    m_context.take(m_context.store.saveRoomEncryption(*settings));
    auto session = m_context.take(m_context.store.outboundGroup(room));
    if (crosses && session && !session->invalidated) {
        session->invalidated = true;
        m_context.take(m_context.store.saveOutboundGroup(*session));
    }
}

void RoomKeySharing::memberLeft(const RoomId& room, const UserId& user)
{
    auto session = m_context.take(m_context.store.outboundGroup(room));
    if (!session || session->invalidated) {
        return;
    }
    const auto shares = m_context.take(m_context.store.shares(session->sessionId));
    session->invalidated = std::ranges::any_of(
        shares, [&](const ShareRecord& share) { return share.user == user && wasGiven(share); });
    if (session->invalidated) {
        m_context.take(m_context.store.saveOutboundGroup(*session));
    }
}

void RoomKeySharing::deviceBeganAnew(const QByteArray& curve25519)
{
    m_context.take(m_context.store.markShares(curve25519, lostSetting));
}

void RoomKeySharing::delivered(const OutgoingRecord& request)
{
    for (ShareRecord& share : carriedBy(request)) {
        share.acknowledged = true;
        m_context.take(m_context.store.saveShare(share));
    }
    forgetSessionOf(m_context, request.id);
}

void RoomKeySharing::undeliverable(const OutgoingRecord& request)
{
    if (splitToDevice(m_context, request)) {
        return;
    }
    for (ShareRecord& share : carriedBy(request)) {
        share.withheldCode = lostSetting;
        m_context.take(m_context.store.saveShare(share));
        m_channel.putOff(share.curve25519);
    }
    forgetSessionOf(m_context, request.id);
}

//! The shares that wait for the request's answer.
std::vector<ShareRecord> RoomKeySharing::carriedBy(const OutgoingRecord& request)
{
    std::vector<ShareRecord> carried;
    const QByteArray session = sessionOf(m_context, request.id);
    if (session.isEmpty()) {
        return carried;
    }
    const QJsonObject messages = request.body.value("messages"_L1).toObject();
    for (ShareRecord& share : m_context.take(m_context.store.shares(session))) {
        const QJsonObject content = messages.value(share.user.toString())
                                        .toObject()
                                        .value(share.device.toString())
                                        .toObject();
        const auto key = QString::fromLatin1(share.curve25519);
        if (!share.acknowledged && content.value("ciphertext"_L1).toObject().contains(key)) {
            carried.push_back(std::move(share));
        }
    }
    return carried;
}

bool RoomKeySharing::isWorn(const OutboundGroupRecord& session,
                            const RoomEncryptionRecord& settings)
{
    const Timestamp age = m_context.now() - session.createdAt;
    return session.invalidated || session.messages >= settings.rotationMessages ||
           age >= settings.rotationMs || age < 0;
}

//! Somebody has the session who must not read what comes next.
bool RoomKeySharing::wentTooFar(const OutboundGroupRecord& session, const Verdicts& devices)
{
    const auto shares = m_context.take(m_context.store.shares(session.sessionId));
    QSet<QString> eligible;
    for (const auto& [device, refusal] : devices) {
        if (refusal.isEmpty()) {
            eligible.insert(nameOf(device));
        }
    }
    return std::ranges::any_of(shares, [&](const ShareRecord& share) {
        return wasGiven(share) && !eligible.contains(nameOf(share));
    });
}

std::optional<OutboundGroupRecord> RoomKeySharing::begin(const RoomEncryptionRecord& settings)
{
    const auto group = OutboundGroup::create();
    if (!group) {
        m_context.note(group.error());
        return std::nullopt;
    }
    OutboundGroupRecord session;
    session.room = settings.room;
    session.sessionId = group->id();
    session.pickle = m_context.take(group->pickle(m_context.pickleKey));
    session.createdAt = m_context.now();
    session.sharedHistory = isSharedVisibility(settings.historyVisibility);
    m_context.take(m_context.store.saveOutboundGroup(session));
    m_roomKeys.keepOwn(settings.room, *group, m_keys.curve25519(), m_keys.ed25519(),
                       session.sharedHistory);
    return session;
}

std::optional<OutboundGroupRecord> RoomKeySharing::current(const RoomEncryptionRecord& settings,
                                                           const Verdicts& devices)
{
    const auto session = usable(settings);
    return session && !wentTooFar(*session, devices) ? session : begin(settings);
}

//! The present session, if it can be read and is not to be replaced.
std::optional<OutboundGroupRecord> RoomKeySharing::usable(const RoomEncryptionRecord& settings)
{
    auto session = m_context.take(m_context.store.outboundGroup(settings.room));
    if (!session || isWorn(*session, settings)) {
        return std::nullopt;
    }
    if (auto group = OutboundGroup::unpickle(session->pickle, m_context.pickleKey); !group) {
        qCWarning(logCrypto) << "an unreadable session is replaced:" << group.error().detail;
        return std::nullopt;
    }
    return session;
}

//! Gives the session to who should have it and has it not; tells the others why not.
RoomKeySharing::Reach RoomKeySharing::share(const OutboundGroupRecord& session,
                                            const Verdicts& devices)
{
    QHash<QString, ShareRecord> shares;
    for (const ShareRecord& share : m_context.take(m_context.store.shares(session.sessionId))) {
        shares.insert(nameOf(share), share);
    }
    Reach reach;
    std::vector<std::pair<DeviceRecord, QString>> refused;
    std::vector<DeviceRecord> reachable;
    std::vector<DeviceRecord> strangers;
    std::vector<DeviceRecord> left; // not to be reached now
    for (const auto& [device, refusal] : devices) {
        const auto share = shares.constFind(nameOf(device));
        const bool known = share != shares.constEnd();
        if (!refusal.isEmpty()) {
            if (!known || share->withheldCode != refusal) {
                refused.emplace_back(device, refusal);
            }
        } else if (known && share->withheldCode.isEmpty()) {
            reach.awaited = reach.awaited || !share->acknowledged;
        } else if (m_channel.isPutOff(device.curve25519)) {
            left.push_back(device);
        } else if (m_channel.hasSession(device.curve25519)) {
            reachable.push_back(device);
        } else {
            strangers.push_back(device);
        }
    }
    withhold(session, refused);
    reachable.resize(std::min(reachable.size(), sealedAtOnce));
    sendKey(session, reachable);
    reach.awaited = m_channel.claim(strangers) || reach.awaited || !reachable.empty();
    left.insert(left.end(), strangers.begin(), strangers.end());
    for (const DeviceRecord& device : left) {
        const Timestamp next = m_channel.nextTry(device.curve25519);
        reach.again = std::min(reach.again.value_or(next), next);
    }
    return reach;
}

void RoomKeySharing::sendKey(const OutboundGroupRecord& session,
                             const std::vector<DeviceRecord>& devices)
{
    if (devices.empty()) {
        return;
    }
    const auto group = OutboundGroup::unpickle(session.pickle, m_context.pickleKey);
    if (!group) {
        m_context.note(group.error());
        return;
    }
    const SecretBytes key = group->sessionKey();
    const QJsonObject content{
        {u"algorithm"_s, megolmAlgorithm},
        {u"room_id"_s, session.room.toString()},
        {u"session_id"_s, QString::fromLatin1(session.sessionId)},
        {u"session_key"_s, QString::fromLatin1(key.view())},
        {u"shared_history"_s, session.sharedHistory},
        {u"org.matrix.msc3061.shared_history"_s, session.sharedHistory},
    };
    ToDeviceBatch batch(m_context, u"m.room.encrypted"_s, session.room, session.sessionId);
    for (const DeviceRecord& device : devices) {
        if (const auto sealed = m_channel.seal(device, u"m.room_key"_s, content)) {
            batch.add(device.user, device.device, *sealed);
            m_context.take(m_context.store.saveShare({session.sessionId,
                                                      device.user,
                                                      device.device,
                                                      device.curve25519,
                                                      group->messageIndex(),
                                                      false,
                                                      {}}));
        }
    }
    batch.flush();
}

void RoomKeySharing::withhold(const OutboundGroupRecord& session,
                              const std::vector<std::pair<DeviceRecord, QString>>& devices)
{
    ToDeviceBatch batch(m_context, u"m.room_key.withheld"_s, session.room);
    for (const auto& [device, code] : devices) {
        const bool blocked = code == "m.blacklisted"_L1;
        batch.add(device.user, device.device,
                  {{u"algorithm"_s, megolmAlgorithm},
                   {u"room_id"_s, session.room.toString()},
                   {u"session_id"_s, QString::fromLatin1(session.sessionId)},
                   {u"sender_key"_s, QString::fromLatin1(m_keys.curve25519())},
                   {u"code"_s, code},
                   {u"reason"_s, blocked ? u"The sender has blocked you."_s
                                         : u"The sender does not trust this device."_s}});
        m_context.take(m_context.store.saveShare(
            {session.sessionId, device.user, device.device, device.curve25519, 0, true, code}));
    }
    batch.flush();
}

std::optional<QJsonObject> RoomKeySharing::encrypt(const RoomId& room, const QString& type,
                                                   const QJsonObject& content)
{
    const auto settings = m_context.take(m_context.store.roomEncryption(room));
    auto session = m_context.take(m_context.store.outboundGroup(room));
    if (!settings || !session || isWorn(*session, *settings) || m_directory.ownKeysAreForeign()) {
        refuse(Error::Kind::Internal, u"encrypt without prepare"_s);
        return std::nullopt;
    }
    auto group = OutboundGroup::unpickle(session->pickle, m_context.pickleKey);
    if (!group) {
        m_context.note(group.error());
        return std::nullopt;
    }
    QJsonObject inner = content;
    const QJsonValue relation = inner.take("m.relates_to"_L1);
    QByteArray plain = toJson(
        QJsonObject{{u"type"_s, type}, {u"content"_s, inner}, {u"room_id"_s, room.toString()}});
    const QByteArray ciphertext = m_context.take(group->encrypt(plain));
    wipe(plain);
    session->pickle = m_context.take(group->pickle(m_context.pickleKey));
    ++session->messages;
    m_context.take(m_context.store.saveOutboundGroup(*session));
    QJsonObject outer{
        {u"algorithm"_s, megolmAlgorithm},
        {u"sender_key"_s, QString::fromLatin1(m_keys.curve25519())},
        {u"device_id"_s, m_context.device.toString()},
        {u"session_id"_s, QString::fromLatin1(session->sessionId)},
        {u"ciphertext"_s, QString::fromLatin1(ciphertext)},
    };
    if (relation.isObject()) {
        outer.insert(u"m.relates_to"_s, relation);
    }
    return outer;
}

} // namespace client::crypto
