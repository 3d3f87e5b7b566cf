// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/machine/devicekeys.h"

#include "base/base64.h"
#include "base/canonicaljson.h"
#include "crypto/olm/guards.h"
#include "crypto/primitives/primitives.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

std::unexpected<Error> refuse(const QString& why)
{
    return fail(Error::Kind::Crypto, u"keys refused: "_s + why);
}

//! Unpadded base64 of 32 bytes, or nothing.
QByteArray normalKey(const QJsonValue& value)
{
    const auto bytes = decodeBase64(value.toString().toLatin1());
    return bytes && bytes->size() == 32 ? encodeBase64(*bytes) : QByteArray();
}

} // namespace

bool isSignedBy(const QJsonObject& object, const UserId& user, const QString& keyName,
                const QByteArray& key)
{
    const auto signature = object.value("signatures"_L1)
                               .toObject()
                               .value(user.toString())
                               .toObject()
                               .value(u"ed25519:"_s + keyName)
                               .toString();
    const auto bytes = signableJson(object);
    return !signature.isEmpty() && bytes && ed25519Verify(key, *bytes, signature.toLatin1());
}

Result<DeviceRecord> parseDevice(const UserId& user, const DeviceId& device,
                                 const QJsonObject& object)
{
    if (object.value("user_id"_L1).toString() != user.toString() ||
        object.value("device_id"_L1).toString() != device.toString() || !device.isValid()) {
        return refuse(u"not the keys of this device"_s);
    }
    const QJsonObject keys = object.value("keys"_L1).toObject();
    DeviceRecord record;
    record.user = user;
    record.device = device;
    record.curve25519 = normalKey(keys.value("curve25519:"_L1 + device.toString()));
    record.ed25519 = normalKey(keys.value("ed25519:"_L1 + device.toString()));
    if (record.curve25519.isEmpty() || record.ed25519.isEmpty()) {
        return refuse(u"a key is missing"_s);
    }
    if (auto checked = checkCurve25519Key(record.curve25519); !checked) {
        return std::unexpected(checked.error());
    }
    if (!isSignedBy(object, user, device.toString(), record.ed25519)) {
        return refuse(u"not signed by the device"_s);
    }
    for (const QJsonValue& algorithm : object.value("algorithms"_L1).toArray()) {
        record.algorithms << algorithm.toString().left(255);
    }
    record.displayName =
        object.value("unsigned"_L1).toObject().value("device_display_name"_L1).toString().left(255);
    record.keys = object;
    record.keys.remove("unsigned"_L1);
    return record;
}

bool isDehydrated(const DeviceRecord& device)
{
    return device.keys.value("dehydrated"_L1).toBool();
}

Result<QByteArray> parseCrossSigningKey(const UserId& user, const QString& usage,
                                        const QJsonObject& object)
{
    const QJsonObject keys = object.value("keys"_L1).toObject();
    if (object.value("user_id"_L1).toString() != user.toString() || keys.size() != 1 ||
        object.value("usage"_L1).toArray() != QJsonArray{usage}) {
        return refuse(u"not a key of this identity"_s);
    }
    const QByteArray key = normalKey(keys.begin().value());
    if (key.isEmpty() || keys.begin().key() != "ed25519:"_L1 + QString::fromLatin1(key)) {
        return refuse(u"the key does not bear its own name"_s);
    }
    return key;
}

} // namespace client::crypto
