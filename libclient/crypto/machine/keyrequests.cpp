// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/machine/keyrequests.h"

#include "base/log.h"
#include "crypto/machine/devicekeys.h"
#include "crypto/machine/outgoing.h"
#include "crypto/primitives/primitives.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

constexpr Timestamp day = 24LL * 3'600'000;
constexpr Timestamp hour = 3'600'000;
constexpr qsizetype mostAnswers = 200;
constexpr qsizetype mostTold = 500;
const auto toldSetting = u"keyRefusals"_s; // key, room, session and code -> true
constexpr qsizetype mostOpen = 20;
constexpr qsizetype mostAsked = 1000;
const auto openSetting = u"keyRequests"_s;   // room and session -> {id, at}: not answered
const auto askedSetting = u"keysAskedFor"_s; // room and session -> when
const auto answersSetting = u"keyAnswers"_s; // request id -> {device, room, session, until}

QString askedName(const RoomId& room, const QByteArray& sessionId)
{
    return room.toString() + u' ' + QString::fromLatin1(sessionId);
}

} // namespace

std::optional<DeviceRecord> KeyRequests::ownSigned(const QString& device)
{
    auto record = m_context.take(m_context.store.device(m_context.user, DeviceId(device)));
    const bool fine = record && !record->deleted && !record->blocked &&
                      record->device != m_context.device && !isDehydrated(*record) &&
                      m_identities.isOwnTrusted() && m_identities.isSignedByOwner(*record);
    return fine ? record : std::nullopt;
}

//! To every own device that is vouched for. False: there is none.
bool KeyRequests::sendAll(const QJsonObject& content)
{
    ToDeviceBatch batch(m_context, u"m.room_key_request"_s);
    bool any = false;
    for (const DeviceRecord& device : m_context.take(m_context.store.devices(m_context.user))) {
        if (ownSigned(device.device.toString())) {
            any = true;
            batch.add(device.user, device.device, content);
        }
    }
    batch.flush();
    return any;
}

//! A request that nobody answered for an hour gives way to another.
bool KeyRequests::makeRoom(QJsonObject& open)
{
    if (open.size() < mostOpen) {
        return true;
    }
    const auto madeAt = [&](const QString& name) {
        return open.value(name).toObject().value("at"_L1).toInteger();
    };
    const QStringList names = open.keys();
    const QString oldest = *std::ranges::min_element(names, {}, madeAt);
    const Timestamp age = m_context.now() - madeAt(oldest);
    if (age >= 0 && age < hour) {
        return false;
    }
    sendAll(cancellation(open.take(oldest).toObject()));
    return true;
}

bool KeyRequests::ask(const RoomId& room, const QByteArray& sessionId)
{
    const QString name = askedName(room, sessionId);
    QJsonObject asked = m_context.object(askedSetting);
    const Timestamp age = m_context.now() - asked.value(name).toInteger();
    if (asked.contains(name) && age >= 0 && age < day) {
        return true;
    }
    QJsonObject open = m_context.object(openSetting);
    if (!makeRoom(open)) {
        return false;
    }
    const QString id = QString::fromLatin1(randomBytes(12).toHex());
    if (sendAll({{u"action"_s, u"request"_s},
                 {u"request_id"_s, id},
                 {u"requesting_device_id"_s, m_context.device.toString()},
                 {u"body"_s, QJsonObject{{u"algorithm"_s, megolmAlgorithm},
                                         {u"room_id"_s, room.toString()},
                                         {u"session_id"_s, QString::fromLatin1(sessionId)}}}})) {
        asked = asked.size() < mostAsked ? asked : QJsonObject();
        asked.insert(name, qint64(m_context.now()));
        m_context.saveObject(askedSetting, asked);
        open.insert(name, QJsonObject{{u"id"_s, id}, {u"at"_s, qint64(m_context.now())}});
    }
    m_context.saveObject(openSetting, open);
    return true;
}

void KeyRequests::cancel(const RoomId& room, const QByteArray& sessionId)
{
    QJsonObject open = m_context.object(openSetting);
    const QJsonObject asked = open.take(askedName(room, sessionId)).toObject();
    if (!asked.isEmpty()) {
        sendAll(cancellation(asked));
        m_context.saveObject(openSetting, open);
    }
}

QJsonObject KeyRequests::cancellation(const QJsonObject& asked) const
{
    return {{u"action"_s, u"request_cancellation"_s},
            {u"request_id"_s, asked.value("id"_L1)},
            {u"requesting_device_id"_s, m_context.device.toString()}};
}

bool KeyRequests::receiveRequest(const UserId& sender, const QJsonObject& content)
{
    const QString id = content.value("request_id"_L1).toString();
    const QString device = content.value("requesting_device_id"_L1).toString();
    const QJsonObject body = content.value("body"_L1).toObject();
    // Nobody but the own devices is ever answered, not even by a refusal.
    if (sender != m_context.user || id.isEmpty() || id.size() > 255 ||
        device == m_context.device.toString()) {
        return sender != m_context.user && sender.isValid();
    }
    QJsonObject answers = m_context.object(answersSetting);
    if (content.value("action"_L1).toString() == "request_cancellation"_L1) {
        answers.remove(id);
    } else if (content.value("action"_L1).toString() == "request"_L1 &&
               body.value("algorithm"_L1).toString() == megolmAlgorithm &&
               answers.size() < mostAnswers) {
        answers.insert(id, QJsonObject{{u"device"_s, device},
                                       {u"room"_s, body.value("room_id"_L1)},
                                       {u"session"_s, body.value("session_id"_L1)},
                                       {u"until"_s, qint64(m_context.now() + hour)}});
    } else {
        return false;
    }
    m_context.saveObject(answersSetting, answers);
    return true;
}

bool KeyRequests::hasAnswers()
{
    return !m_context.object(answersSetting).isEmpty();
}

void KeyRequests::answer()
{
    QJsonObject answers = m_context.object(answersSetting);
    if (answers.isEmpty()) {
        return;
    }
    for (const QString& id : answers.keys()) {
        const QJsonObject wanted = answers.value(id).toObject();
        const QString name = wanted.value("device"_L1).toString();
        const auto device = ownSigned(name);
        if (!device) {
            refuse(name, wanted, u"m.unverified"_s);
        }
        const bool late = m_context.now() > wanted.value("until"_L1).toInteger();
        if (!device || late || send(*device, wanted)) {
            answers.remove(id);
        }
    }
    m_context.saveObject(answersSetting, answers);
}

void KeyRequests::refuse(const QString& device, const QJsonObject& wanted, const QString& code)
{
    const auto record = m_context.take(m_context.store.device(m_context.user, DeviceId(device)));
    if (!record || record->deleted || wasTold(*record, wanted, code)) {
        return;
    }
    ToDeviceBatch batch(m_context, u"m.room_key.withheld"_s);
    batch.add(record->user, record->device,
              {{u"algorithm"_s, megolmAlgorithm},
               {u"room_id"_s, wanted.value("room"_L1)},
               {u"session_id"_s, wanted.value("session"_L1)},
               {u"sender_key"_s, QString::fromLatin1(m_channel.ownKey())},
               {u"code"_s, code},
               {u"reason"_s, u"The key is not given to this device."_s}});
    batch.flush();
}

//! However often it asks. Remembers that it is told now.
bool KeyRequests::wasTold(const DeviceRecord& device, const QJsonObject& wanted,
                          const QString& code)
{
    const QString name =
        QStringList{QString::fromLatin1(device.curve25519), wanted.value("room"_L1).toString(),
                    wanted.value("session"_L1).toString(), code}
            .join(u' ');
    QJsonObject told = m_context.object(toldSetting);
    if (told.contains(name)) {
        return true;
    }
    told = told.size() < mostTold ? told : QJsonObject();
    told.insert(name, true);
    m_context.saveObject(toldSetting, told);
    return false;
}

//! True: nothing more to do for the request.
bool KeyRequests::send(const DeviceRecord& device, const QJsonObject& wanted)
{
    const RoomId room(wanted.value("room"_L1).toString());
    const QByteArray sessionId = wanted.value("session"_L1).toString().toLatin1();
    const auto record = m_context.take(m_context.store.inboundGroup(room, sessionId));
    if (!record) {
        refuse(device.device.toString(), wanted, u"m.unavailable"_s);
        return true;
    }
    if (!m_channel.hasSession(device.curve25519)) {
        m_channel.claim({device});
        return false;
    }
    const auto content = m_roomKeys.exportOf(*record);
    const auto sealed =
        content ? m_channel.seal(device, u"m.forwarded_room_key"_s, *content) : std::nullopt;
    if (sealed) {
        ToDeviceBatch batch(m_context, u"m.room.encrypted"_s);
        batch.add(device.user, device.device, *sealed);
        batch.flush();
    }
    return true;
}

bool KeyRequests::receiveForwarded(const OlmPayload& payload, CryptoChanges& changes)
{
    const QJsonObject& content = payload.content;
    const RoomId room(content.value("room_id"_L1).toString());
    const QByteArray sessionId = content.value("session_id"_L1).toString().toLatin1();
    const auto device = m_context.deviceOf(m_context.user, payload.senderKey);
    const bool isOwn = payload.sender == m_context.user && device &&
                       device->ed25519 == payload.ed25519 && ownSigned(device->device.toString());
    if (!isOwn || !m_context.object(openSetting).contains(askedName(room, sessionId))) {
        qCWarning(logCrypto) << "a forwarded key that nobody asked for is refused";
        return false;
    }
    return m_roomKeys.importOne(content, InboundGroupRecord::Source::Forwarded, changes);
}

} // namespace client::crypto
