// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/machine/historysharing.h"

#include "base/log.h"
#include "crypto/machine/outgoing.h"

#include <QJsonArray>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

constexpr Timestamp day = 24LL * 3'600'000;
constexpr qsizetype mostGifts = 1000;
const auto setting = u"historyGifts"_s; // name -> {room, user, at, file, sent: [curve25519]}
const auto notShared = u"m.history_not_shared"_s;

QString nameOf(const Invitee& invitee)
{
    return invitee.room.toString() + u' ' + invitee.user.toString();
}

Invitee inviteeOf(const QJsonObject& gift)
{
    return {RoomId(gift.value("room"_L1).toString()), UserId(gift.value("user"_L1).toString())};
}

QJsonObject withheldContent(const RoomId& room, const QByteArray& session, const QString& senderKey)
{
    return {{u"algorithm"_s, megolmAlgorithm},
            {u"code"_s, notShared},
            {u"reason"_s, u"The history of this session is not shared."_s},
            {u"room_id"_s, room.toString()},
            {u"sender_key"_s, senderKey},
            {u"session_id"_s, QString::fromLatin1(session)}};
}

} // namespace

void HistorySharing::want(const Invitee& invitee)
{
    QJsonObject gifts = m_context.object(setting);
    if (gifts.size() >= mostGifts || invitee.user == m_context.user) {
        return;
    }
    gifts.insert(nameOf(invitee), QJsonObject{{u"room"_s, invitee.room.toString()},
                                              {u"user"_s, invitee.user.toString()},
                                              {u"at"_s, qint64(m_context.now())}});
    m_context.saveObject(setting, gifts);
}

void HistorySharing::forget(const Invitee& invitee)
{
    QJsonObject gifts = m_context.object(setting);
    if (gifts.contains(nameOf(invitee))) {
        gifts.remove(nameOf(invitee));
        m_context.saveObject(setting, gifts);
    }
}

std::vector<Invitee> HistorySharing::wanted()
{
    std::vector<Invitee> all;
    for (const QJsonValue& value : m_context.object(setting)) {
        if (!value.toObject().contains("file"_L1)) {
            all.push_back(inviteeOf(value.toObject()));
        }
    }
    return all;
}

bool HistorySharing::mayShare(const RoomId& room)
{
    const auto settings = m_context.take(m_context.store.roomEncryption(room));
    const auto own = m_context.take(m_context.store.device(m_context.user, m_context.device));
    if (!settings || settings->algorithm != megolmAlgorithm || !own ||
        m_directory.ownKeysAreForeign() || !m_identities.isOwnTrusted() ||
        !m_identities.isSignedByOwner(*own)) {
        return false;
    }
    return isSharedVisibility(settings->historyVisibility);
}

std::vector<InboundGroupRecord> HistorySharing::sessions(const RoomId& room)
{
    auto all = m_context.take(m_context.store.inboundGroupsOf(room));
    std::ranges::stable_sort(all, std::ranges::greater(), &InboundGroupRecord::receivedAt);
    return all;
}

std::optional<QJsonObject> HistorySharing::keyEntry(const InboundGroupRecord& record)
{
    if (!record.sharedHistory || record.senderKey.isEmpty()) {
        return std::nullopt;
    }
    const auto exported = m_roomKeys.exportOf(record);
    if (!exported) {
        return std::nullopt;
    }
    QJsonObject entry;
    for (const auto name : {"algorithm"_L1, "room_id"_L1, "sender_key"_L1, "session_id"_L1,
                            "session_key"_L1, "sender_claimed_keys"_L1}) {
        entry.insert(name, exported->value(name));
    }
    if (record.ed25519.isEmpty()) {
        entry.remove("sender_claimed_keys"_L1);
    }
    return entry;
}

std::optional<QJsonObject> HistorySharing::withheldEntry(const InboundGroupRecord& record)
{
    if (record.sharedHistory || record.senderKey.isEmpty()) {
        return std::nullopt;
    }
    return withheldContent(record.room, record.sessionId, QString::fromLatin1(record.senderKey));
}

std::vector<QJsonObject> HistorySharing::withheldFromUs(const RoomId& room)
{
    std::vector<QJsonObject> all;
    for (const WithheldRecord& record : m_context.take(m_context.store.withheldIn(room))) {
        if (record.code == notShared &&
            !m_context.take(m_context.store.inboundGroup(room, record.sessionId))) {
            // Whose it was is not known here; the field must be a key.
            all.push_back(
                withheldContent(room, record.sessionId, QString::fromLatin1(m_channel.ownKey())));
        }
    }
    return all;
}

void HistorySharing::uploaded(const Invitee& invitee, const QJsonObject& file)
{
    QJsonObject gifts = m_context.object(setting);
    QJsonObject gift = gifts.value(nameOf(invitee)).toObject();
    if (gift.isEmpty()) {
        return;
    }
    gift.insert(u"file"_s, file);
    gifts.insert(nameOf(invitee), gift);
    m_context.saveObject(setting, gifts);
    // To devices that the list names now, not to those that it named some time ago.
    m_directory.track({invitee.user});
    m_directory.markChanged(invitee.user);
}

void HistorySharing::share()
{
    QJsonObject gifts = m_context.object(setting);
    if (gifts.isEmpty()) {
        return;
    }
    const QJsonObject before = gifts;
    for (const QString& name : gifts.keys()) {
        QJsonObject gift = gifts.value(name).toObject();
        const Timestamp age = m_context.now() - gift.value("at"_L1).toInteger();
        if (age > day || age < -day || (gift.contains("file"_L1) && send(gift))) {
            gifts.remove(name);
        } else {
            gifts.insert(name, gift);
        }
    }
    if (gifts != before) {
        m_context.saveObject(setting, gifts);
    }
}

//! Stricter than for the keys of new messages: somebody without an identity gets no history.
std::vector<DeviceRecord> HistorySharing::devicesOf(const UserId& user)
{
    SharingPolicy policy(m_context, m_identities);
    auto devices = m_context.take(m_context.store.devices(user));
    std::erase_if(devices, [&](const DeviceRecord& device) {
        return device.deleted || !device.algorithms.contains(olmAlgorithm) ||
               !m_identities.isSignedByOwner(device) || !policy.refusal(device).isEmpty();
    });
    return devices;
}

//! True: nothing more to do.
bool HistorySharing::send(QJsonObject& gift)
{
    const Invitee invitee = inviteeOf(gift);
    if (!mayShare(invitee.room)) {
        return true;
    }
    if (!m_directory.isFresh(invitee.user)) {
        return false;
    }
    QJsonArray sent = gift.value("sent"_L1).toArray();
    std::vector<DeviceRecord> reachable;
    std::vector<DeviceRecord> strangers;
    for (const DeviceRecord& device : devicesOf(invitee.user)) {
        if (!sent.contains(QString::fromLatin1(device.curve25519))) {
            (m_channel.hasSession(device.curve25519) ? reachable : strangers).push_back(device);
        }
    }
    ToDeviceBatch batch(m_context, u"m.room.encrypted"_s);
    for (const DeviceRecord& device : reachable) {
        const auto sealed = m_channel.seal(
            device, bundleType,
            {{u"room_id"_s, invitee.room.toString()}, {u"file"_s, gift.value("file"_L1)}});
        if (sealed) {
            batch.add(device.user, device.device, *sealed);
            sent.append(QString::fromLatin1(device.curve25519));
        }
    }
    batch.flush();
    gift.insert(u"sent"_s, sent);
    m_channel.claim(strangers);
    return strangers.empty();
}

} // namespace client::crypto
