// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Dehydrated devices for the tests: made by the machine, altered by hand, and made to speak, which
// a real one never does.
#pragma once

#include "base/canonicaljson.h"
#include "crypto/dehydration/devicepickle.h"
#include "crypto/machine/dehydration.h"
#include "crypto/machine/rehydration.h"
#include "crypto/olm/olmaccount.h"
#include "crypto/primitives/curves.h"
#include "support/attackroom.h"

namespace testing {

//! PUT /dehydrated_device: in place of the device `before`, which goes with its messages.
inline void dehydrate(ModelServer& server, const QString& user, const QJsonObject& body,
                      const QJsonObject& before = {})
{
    server.users[user].erase(before.value("device_id"_L1).toString());
    auto& device = server.users[user][body.value("device_id"_L1).toString()];
    device.keys = body.value("device_keys"_L1).toObject();
    device.fallback = body.value("fallback_keys"_L1).toObject();
    const QJsonObject keys = body.value("one_time_keys"_L1).toObject();
    for (auto it = keys.begin(); it != keys.end(); ++it) {
        device.oneTime[it.key()] = it.value().toObject();
    }
    server.changedUsers.append(user);
}

//! Recovery is done and the server knows dehydrated devices: what the machine makes then.
inline QJsonObject makeDehydrated(Peer& owner)
{
    return use(owner, [](MachineParts& parts) {
        parts.dehydration.serverSaid(true, parts.dehydration.exists());
        parts.dehydration.makeKey();
        parts.dehydration.keyStored();
        auto body = parts.dehydration.create();
        if (body) {
            parts.dehydration.created();
        }
        return body.value_or(QJsonObject());
    });
}

inline crypto::DeviceSecrets secretsOf(Peer& owner, const QJsonObject& body)
{
    return use(owner, [&](MachineParts& parts) {
        return must(
            crypto::openDevice(body.value("device_data"_L1).toObject(), parts.dehydration.key()));
    });
}

//! The device's keys with another word about itself, signed by the device alone.
inline QJsonObject selfSigned(Peer& owner, QJsonObject body, bool dehydrated)
{
    const auto secrets = secretsOf(owner, body);
    const QString id = body.value("device_id"_L1).toString();
    QJsonObject keys = body.value("device_keys"_L1).toObject();
    keys.remove("dehydrated"_L1);
    if (dehydrated) {
        keys.insert(u"dehydrated"_s, true);
    }
    const QByteArray signature = must(crypto::ed25519Sign(secrets.ed25519, *signableJson(keys)));
    keys.insert(u"signatures"_s,
                QJsonObject{{owner.user(),
                             QJsonObject{{u"ed25519:"_s + id, QString::fromLatin1(signature)}}}});
    body.insert(u"device_keys"_s, keys);
    return body;
}

//! An Olm message from the device of `body`, with `more` in the payload, as `to` receives it.
inline QJsonObject spoken(Room& all, Peer& owner, const QJsonObject& body, Peer& to,
                          const QString& type, const QJsonObject& content,
                          const QJsonObject& more = {})
{
    auto account = must(crypto::Account::fromSecrets(secretsOf(owner, body)));
    auto& device = all.server.users[to.user()][to.device()];
    const QByteArray key = device.oneTime.begin()->second.value("key"_L1).toString().toLatin1();
    device.oneTime.erase(device.oneTime.begin());
    const QJsonObject keys = device.keys.value("keys"_L1).toObject();
    const QString curve = keys.value("curve25519:"_L1 + to.device()).toString();
    auto session = must(account.createOutbound(curve.toLatin1(), key));
    QJsonObject payload{
        {u"type"_s, type},
        {u"content"_s, content},
        {u"sender"_s, owner.user()},
        {u"recipient"_s, to.user()},
        {u"recipient_keys"_s, QJsonObject{{u"ed25519"_s, keys.value("ed25519:"_L1 + to.device())}}},
        {u"keys"_s, QJsonObject{{u"ed25519"_s, QString::fromLatin1(account.ed25519())}}}};
    for (auto it = more.begin(); it != more.end(); ++it) {
        payload.insert(it.key(), it.value());
    }
    const auto message = must(session.encrypt(toJson(payload)));
    const QJsonObject sealed{{u"type"_s, message.type},
                             {u"body"_s, QString::fromLatin1(message.body)}};
    return {{u"algorithm"_s, u"m.olm.v1.curve25519-aes-sha2"_s},
            {u"sender_key"_s, QString::fromLatin1(account.curve25519())},
            {u"ciphertext"_s, QJsonObject{{curve, sealed}}}};
}

} // namespace testing
