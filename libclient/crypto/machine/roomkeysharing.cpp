// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/machine/roomkeysharing.h"

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
const auto blockedCode = u"m.blacklisted"_s;

bool isShared(const QString& visibility)
{
    return visibility.isEmpty() || visibility == "shared"_L1 || visibility == "world_readable"_L1;
}

bool isOf(const ShareRecord& share, const DeviceRecord& device)
{
    return share.user == device.user && share.device == device.device &&
           share.curve25519 == device.curve25519;
}

} // namespace

void RoomKeySharing::refuse(Error::Kind kind, const QString& why)
{
    m_context.note(Error{.kind = kind,
                         .code = 0,
                         .detail = why,
                         .errcode = {},
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
    const bool crosses = isShared(settings->historyVisibility) != isShared(visibility);
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
    session->invalidated = std::ranges::any_of(shares, [&](const ShareRecord& share) {
        return share.user == user && share.withheldCode != blockedCode;
    });
    if (session->invalidated) {
        m_context.take(m_context.store.saveOutboundGroup(*session));
    }
}

void RoomKeySharing::deviceBeganAnew(const QByteArray& curve25519)
{
    for (const RoomId& room : m_context.take(m_context.store.encryptedRooms())) {
        const auto session = m_context.take(m_context.store.outboundGroup(room));
        if (!session) {
            continue;
        }
        for (ShareRecord share : m_context.take(m_context.store.shares(session->sessionId))) {
            if (share.curve25519 == curve25519 && share.withheldCode.isEmpty()) {
                share.withheldCode = lostSetting;
                m_context.take(m_context.store.saveShare(share));
            }
        }
    }
}

void RoomKeySharing::delivered(const OutgoingRecord& request)
{
    const auto session = request.room.isEmpty()
                             ? std::nullopt
                             : m_context.take(m_context.store.outboundGroup(request.room));
    if (!session || request.eventType != "m.room.encrypted"_L1) {
        return;
    }
    const QJsonObject messages = request.body.value("messages"_L1).toObject();
    for (ShareRecord share : m_context.take(m_context.store.shares(session->sessionId))) {
        const QJsonObject content = messages.value(share.user.toString())
                                        .toObject()
                                        .value(share.device.toString())
                                        .toObject();
        const auto key = QString::fromLatin1(share.curve25519);
        if (!share.acknowledged && content.value("ciphertext"_L1).toObject().contains(key)) {
            share.acknowledged = true;
            m_context.take(m_context.store.saveShare(share));
        }
    }
}

bool RoomKeySharing::isWorn(const OutboundGroupRecord& session,
                            const RoomEncryptionRecord& settings)
{
    const Timestamp age = m_context.now() - session.createdAt;
    return session.invalidated || session.messages >= settings.rotationMessages ||
           age >= settings.rotationMs || age < 0;
}

//! Somebody has the session who must not read what comes next.
bool RoomKeySharing::wentTooFar(const OutboundGroupRecord& session,
                                const std::vector<DeviceRecord>& devices)
{
    const auto shares = m_context.take(m_context.store.shares(session.sessionId));
    return std::ranges::any_of(shares, [&](const ShareRecord& share) {
        return share.withheldCode != blockedCode &&
               std::ranges::none_of(devices, [&](const DeviceRecord& device) {
                   return isOf(share, device) && !device.blocked;
               });
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
    session.sharedHistory = isShared(settings.historyVisibility);
    m_context.take(m_context.store.saveOutboundGroup(session));
    m_roomKeys.keepOwn(settings.room, *group, m_keys.curve25519(), m_keys.ed25519(),
                       session.sharedHistory);
    return session;
}

std::optional<OutboundGroupRecord> RoomKeySharing::current(const RoomEncryptionRecord& settings,
                                                           const std::vector<DeviceRecord>& devices)
{
    const auto session = m_context.take(m_context.store.outboundGroup(settings.room));
    if (session && !isWorn(*session, settings) && !wentTooFar(*session, devices)) {
        return session;
    }
    return begin(settings);
}

std::vector<DeviceRecord> RoomKeySharing::devicesOf(const std::set<UserId>& users)
{
    std::vector<DeviceRecord> all;
    for (const UserId& user : users) {
        for (DeviceRecord& device : m_context.take(m_context.store.devices(user))) {
            const bool isThis = user == m_context.user && device.device == m_context.device;
            if (!isThis && !device.deleted && device.algorithms.contains(megolmAlgorithm)) {
                all.push_back(std::move(device));
            }
        }
    }
    return all;
}

bool RoomKeySharing::prepare(const RoomId& room, const std::set<UserId>& recipients)
{
    const auto settings = m_context.take(m_context.store.roomEncryption(room));
    if (!settings || settings->algorithm != megolmAlgorithm) {
        refuse(Error::Kind::Unsupported, u"no usable encryption settings"_s);
        return false;
    }
    if (m_directory.ownKeysAreForeign()) {
        refuse(Error::Kind::Crypto, u"the server has other keys for this device"_s);
        return false;
    }
    std::set<UserId> users = recipients;
    users.insert(m_context.user);
    m_directory.track(users);
    if (std::ranges::any_of(users,
                            [this](const UserId& u) { return m_directory.mustWaitFor(u); })) {
        return false;
    }
    const auto devices = devicesOf(users);
    const auto session = current(*settings, devices);
    return session && share(*session, devices);
}

//! True when nobody is left who should have the session and may still get it.
bool RoomKeySharing::share(const OutboundGroupRecord& session,
                           const std::vector<DeviceRecord>& devices)
{
    const auto shares = m_context.take(m_context.store.shares(session.sessionId));
    bool awaited = false;
    std::vector<DeviceRecord> blocked;
    std::vector<DeviceRecord> reachable;
    std::vector<DeviceRecord> strangers;
    for (const DeviceRecord& device : devices) {
        const auto share =
            std::ranges::find_if(shares, [&](const ShareRecord& s) { return isOf(s, device); });
        const bool known = share != shares.end() && share->withheldCode != lostSetting;
        if (device.blocked) {
            if (!known) {
                blocked.push_back(device);
            }
        } else if (known && share->withheldCode.isEmpty()) {
            awaited = awaited || !share->acknowledged;
        } else if (m_channel.hasSession(device.curve25519)) {
            reachable.push_back(device);
        } else {
            strangers.push_back(device);
        }
    }
    withhold(session, blocked);
    sendKey(session, reachable);
    const bool claiming = m_channel.claim(strangers);
    return !awaited && !claiming && reachable.empty();
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
    ToDeviceBatch batch(m_context, u"m.room.encrypted"_s, session.room);
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
                              const std::vector<DeviceRecord>& devices)
{
    ToDeviceBatch batch(m_context, u"m.room_key.withheld"_s, session.room);
    for (const DeviceRecord& device : devices) {
        batch.add(device.user, device.device,
                  {{u"algorithm"_s, megolmAlgorithm},
                   {u"room_id"_s, session.room.toString()},
                   {u"session_id"_s, QString::fromLatin1(session.sessionId)},
                   {u"sender_key"_s, QString::fromLatin1(m_keys.curve25519())},
                   {u"code"_s, blockedCode},
                   {u"reason"_s, u"The sender has blocked you."_s}});
        m_context.take(m_context.store.saveShare({session.sessionId, device.user, device.device,
                                                  device.curve25519, 0, true, blockedCode}));
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
