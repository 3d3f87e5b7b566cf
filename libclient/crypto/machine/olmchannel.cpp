// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/machine/olmchannel.h"

#include "base/base64.h"
#include "base/log.h"
#include "crypto/machine/devicekeys.h"
#include "crypto/olm/guards.h"
#include "crypto/primitives/primitives.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

constexpr size_t sessionsKept = 5;
const auto stableDeviceKeys = "sender_device_keys"_L1;
const auto unstableDeviceKeys = "org.matrix.msc4147.device_keys"_L1;

} // namespace

OlmChannel::OlmChannel(Context& context, AccountKeys& keys)
    : m_context(context)
    , m_keys(keys)
    , m_backoff(context, u"claimBackoff"_s)
    , m_sendBackoff(context, u"sendBackoff"_s)
{}

std::vector<OlmSessionRecord> OlmChannel::sessions(const QByteArray& senderKey)
{
    std::vector<OlmSessionRecord> all = m_context.take(m_context.store.olmSessions(senderKey));
    // Last success first; a tie is broken the same way on both sides.
    std::ranges::sort(all, [](const OlmSessionRecord& a, const OlmSessionRecord& b) {
        return std::tie(b.lastReceivedAt, a.sessionId) < std::tie(a.lastReceivedAt, b.sessionId);
    });
    return all;
}

bool OlmChannel::hasSession(const QByteArray& curve25519)
{
    return !m_context.take(m_context.store.olmSessions(curve25519)).empty();
}

void OlmChannel::store(const Session& session, OlmSessionRecord record)
{
    record.sessionId = session.id();
    record.pickle = m_context.take(session.pickle(m_context.pickleKey));
    m_context.take(m_context.store.saveOlmSession(record));
    const auto all = sessions(record.senderKey);
    for (size_t i = sessionsKept; i < all.size(); ++i) {
        m_context.take(m_context.store.removeOlmSession(all[i].sessionId));
    }
}

std::optional<OlmPayload> OlmChannel::open(const UserId& sender, const QJsonObject& content)
{
    const auto keyBytes = decodeBase64(content.value("sender_key"_L1).toString().toLatin1());
    const QJsonObject ours = content.value("ciphertext"_L1)
                                 .toObject()
                                 .value(QString::fromLatin1(m_keys.curve25519()))
                                 .toObject();
    OlmMessage message{.type = ours.value("type"_L1).toInt(-1),
                       .body = ours.value("body"_L1).toString().toLatin1()};
    if (content.value("algorithm"_L1).toString() != olmAlgorithm || !keyBytes ||
        keyBytes->size() != 32 || (message.type != 0 && message.type != 1)) {
        return std::nullopt;
    }
    const QByteArray senderKey = encodeBase64(*keyBytes);
    if (!checkOlmMessage(message.type, message.body, senderKey)) {
        qCWarning(logCrypto) << "a malformed message from" << sender.toString();
        return std::nullopt;
    }
    const QByteArray hash = sha256(senderKey + QByteArray::number(message.type) + message.body);
    if (m_context.take(m_context.store.rememberMessage(senderKey, hash))) {
        return std::nullopt; // a repetition is nothing to worry about
    }
    const auto opened = decrypt(senderKey, message);
    if (!opened) {
        noteBroken(sender, senderKey);
        return std::nullopt;
    }
    auto payload = check(sender, senderKey, parseObject(opened->text).value_or(QJsonObject()));
    if (!payload) {
        qCWarning(logCrypto) << "a message that is not what it says, from" << sender.toString();
        return std::nullopt;
    }
    payload->newSession = opened->fresh;
    return payload;
}

std::optional<OlmChannel::Opened> OlmChannel::decrypt(const QByteArray& senderKey,
                                                      const OlmMessage& message)
{
    for (OlmSessionRecord record : sessions(senderKey)) {
        auto session = Session::unpickle(record.pickle, m_context.pickleKey);
        if (!session) {
            m_context.note(session.error());
            return std::nullopt;
        }
        if (message.type == 0 && !session->matchesInbound(message, senderKey)) {
            continue;
        }
        if (auto text = session->decrypt(message)) {
            record.lastReceivedAt = m_context.now();
            store(*session, record);
            return Opened{*text, false};
        }
        if (message.type == 0) {
            return std::nullopt; // its own session could not read it: no other will
        }
    }
    return message.type == 0 ? decryptFresh(senderKey, message) : std::nullopt;
}

std::optional<OlmChannel::Opened> OlmChannel::decryptFresh(const QByteArray& senderKey,
                                                           const OlmMessage& message)
{
    auto session = m_keys.createInbound(message, senderKey);
    if (!session) {
        return std::nullopt;
    }
    auto text = session->decrypt(message);
    if (!text) {
        return std::nullopt;
    }
    m_keys.oneTimeKeyUsed(*session, message);
    const Timestamp now = m_context.now();
    store(*session, {.sessionId = {},
                     .senderKey = senderKey,
                     .pickle = {},
                     .createdAt = now,
                     .lastReceivedAt = now});
    return Opened{*text, true};
}

std::optional<OlmPayload> OlmChannel::check(const UserId& sender, const QByteArray& senderKey,
                                            const QJsonObject& json)
{
    OlmPayload payload;
    payload.sender = sender;
    payload.senderKey = senderKey;
    payload.type = json.value("type"_L1).toString();
    payload.content = json.value("content"_L1).toObject();
    const auto keyOf = [&](QLatin1StringView name) {
        return json.value(name).toObject().value("ed25519"_L1).toString().toLatin1();
    };
    payload.ed25519 = keyOf("keys"_L1);
    const auto key = decodeBase64(payload.ed25519);
    if (json.value("sender"_L1).toString() != sender.toString() ||
        json.value("recipient"_L1).toString() != m_context.user.toString() ||
        keyOf("recipient_keys"_L1) != m_keys.ed25519() || !key || key->size() != 32 ||
        payload.type.isEmpty() || !json.value("content"_L1).isObject()) {
        return std::nullopt;
    }
    payload.ed25519 = encodeBase64(*key);
    payload.hasDeviceKeys = json.contains(stableDeviceKeys) || json.contains(unstableDeviceKeys);
    return checkDevice(payload, json) ? std::optional(payload) : std::nullopt;
}

bool OlmChannel::checkDevice(const OlmPayload& payload, const QJsonObject& json)
{
    if (json.contains(stableDeviceKeys) && json.contains(unstableDeviceKeys)) {
        return false;
    }
    for (const auto name : {stableDeviceKeys, unstableDeviceKeys}) {
        if (!json.contains(name)) {
            continue;
        }
        const QJsonObject keys = json.value(name).toObject();
        const DeviceId id(keys.value("device_id"_L1).toString());
        const auto device = parseDevice(payload.sender, id, keys);
        if (!device || device->curve25519 != payload.senderKey ||
            device->ed25519 != payload.ed25519) {
            return false;
        }
    }
    // A device that is not known yet is judged later; a known one must be what it was.
    const auto known = m_context.deviceOf(payload.sender, payload.senderKey);
    return !known || known->ed25519 == payload.ed25519;
}

std::optional<QJsonObject> OlmChannel::seal(const DeviceRecord& device, const QString& type,
                                            const QJsonObject& content)
{
    const auto all = sessions(device.curve25519);
    if (all.empty()) {
        return std::nullopt;
    }
    auto session = Session::unpickle(all.front().pickle, m_context.pickleKey);
    if (!session) {
        m_context.note(session.error());
        return std::nullopt;
    }
    const QJsonObject payload{
        {u"type"_s, type},
        {u"content"_s, content},
        {u"sender"_s, m_context.user.toString()},
        {u"recipient"_s, device.user.toString()},
        {u"recipient_keys"_s, QJsonObject{{u"ed25519"_s, QString::fromLatin1(device.ed25519)}}},
        {u"keys"_s, QJsonObject{{u"ed25519"_s, QString::fromLatin1(m_keys.ed25519())}}},
        {stableDeviceKeys, m_keys.deviceKeys()},
    };
    QByteArray text = toJson(payload);
    const auto message = session->encrypt(text);
    wipe(text);
    if (!message) {
        m_context.note(message.error());
        return std::nullopt;
    }
    store(*session, all.front());
    const QJsonObject sealed{{u"type"_s, message->type},
                             {u"body"_s, QString::fromLatin1(message->body)}};
    return QJsonObject{
        {u"algorithm"_s, olmAlgorithm},
        {u"sender_key"_s, QString::fromLatin1(m_keys.curve25519())},
        {u"ciphertext"_s, QJsonObject{{QString::fromLatin1(device.curve25519), sealed}}},
    };
}

} // namespace client::crypto
