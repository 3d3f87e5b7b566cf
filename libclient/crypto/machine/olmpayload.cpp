// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/machine/olmpayload.h"

#include "base/base64.h"
#include "base/log.h"
#include "crypto/machine/devicekeys.h"
#include "crypto/olm/guards.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

const auto stableDeviceKeys = "sender_device_keys"_L1;
const auto unstableDeviceKeys = "org.matrix.msc4147.device_keys"_L1;

//! By both keys: anybody may list a device with the Curve25519 key of another.
bool isFromDehydrated(Context& context, const OlmPayload& payload)
{
    return std::ranges::any_of(context.take(context.store.devicesByKey(payload.senderKey)),
                               [&](const DeviceRecord& device) {
                                   return device.user == payload.sender &&
                                          device.ed25519 == payload.ed25519 && isDehydrated(device);
                               });
}

bool checkDevice(Context& context, const OlmPayload& payload, const QJsonObject& json)
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
            device->ed25519 != payload.ed25519 || isDehydrated(*device)) {
            return false;
        }
    }
    if (isFromDehydrated(context, payload)) {
        return false;
    }
    // A device that is not known yet is judged later; a known one must be what it was.
    const auto known = context.deviceOf(payload.sender, payload.senderKey);
    return !known || known->ed25519 == payload.ed25519;
}

} // namespace

std::optional<OlmEnvelope> readEnvelope(const UserId& sender, const QJsonObject& content,
                                        const QByteArray& ownCurve25519)
{
    const auto keyBytes = decodeBase64(content.value("sender_key"_L1).toString().toLatin1());
    const QJsonObject ours = content.value("ciphertext"_L1)
                                 .toObject()
                                 .value(QString::fromLatin1(ownCurve25519))
                                 .toObject();
    OlmEnvelope envelope;
    envelope.message = {.type = ours.value("type"_L1).toInt(-1),
                        .body = ours.value("body"_L1).toString().toLatin1()};
    if (content.value("algorithm"_L1).toString() != olmAlgorithm || !keyBytes ||
        keyBytes->size() != 32 || (envelope.message.type != 0 && envelope.message.type != 1)) {
        return std::nullopt;
    }
    envelope.senderKey = encodeBase64(*keyBytes);
    if (!checkOlmMessage(envelope.message.type, envelope.message.body, envelope.senderKey)) {
        qCWarning(logCrypto) << "a malformed message from" << sender.toString();
        return std::nullopt;
    }
    return envelope;
}

std::optional<OlmPayload> readPayload(Context& context, const UserId& sender,
                                      const QByteArray& senderKey, const QByteArray& ownEd25519,
                                      const QByteArray& text)
{
    const QJsonObject json = parseObject(text).value_or(QJsonObject());
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
    const bool isOurs = json.value("sender"_L1).toString() == sender.toString() &&
                        json.value("recipient"_L1).toString() == context.user.toString() &&
                        keyOf("recipient_keys"_L1) == ownEd25519 && key && key->size() == 32 &&
                        !payload.type.isEmpty() && json.value("content"_L1).isObject();
    payload.ed25519 = key ? encodeBase64(*key) : QByteArray();
    payload.hasDeviceKeys = json.contains(stableDeviceKeys) || json.contains(unstableDeviceKeys);
    if (!isOurs || !checkDevice(context, payload, json)) {
        qCWarning(logCrypto) << "a message that is not what it says, from" << sender.toString();
        return std::nullopt;
    }
    return payload;
}

} // namespace client::crypto
