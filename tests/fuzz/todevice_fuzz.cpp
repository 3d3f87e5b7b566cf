// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A to-device event as the server hands it over: any JSON at all; or, behind a first byte of 0 or
// 1, the body of an Olm message of that type from a device that is known.

#include "base/base64.h"
#include "device.h"
#include "fuzz.h"

using namespace client;
using namespace Qt::StringLiterals;

namespace {

QJsonObject olmEvent(int type, const QByteArray& body)
{
    auto& device = fuzzing::Device::shared();
    static const QString own =
        QString::fromLatin1(testing::must(device.room.bob1.machine().ownCurve25519()));
    static const QString sender =
        QString::fromLatin1(testing::must(device.room.alice1.machine().ownCurve25519()));
    const QJsonObject message{{u"type"_s, type},
                              {u"body"_s, QString::fromLatin1(encodeBase64(body))}};
    return {{u"type"_s, u"m.room.encrypted"_s},
            {u"sender"_s, testing::alice.toString()},
            {u"content"_s, QJsonObject{{u"algorithm"_s, u"m.olm.v1.curve25519-aes-sha2"_s},
                                       {u"sender_key"_s, sender},
                                       {u"ciphertext"_s, QJsonObject{{own, message}}}}}};
}

} // namespace

void fuzzing::fuzz(const QByteArray& bytes)
{
    if (bytes.isEmpty()) {
        return;
    }
    crypto::SyncChanges changes;
    changes.oneTimeKeyCount = 50;
    changes.unusedFallback = true;
    if (bytes.front() == '\0' || bytes.front() == '\x01') {
        changes.toDevice = {olmEvent(bytes.front(), bytes.sliced(1))};
    } else if (const auto event = objectOf(bytes)) {
        changes.toDevice = {*event};
    } else {
        return;
    }
    Device::shared().attack([&](crypto::OlmMachine& machine) {
        const auto result = machine.receiveSync(changes);
        require(result.has_value(), "a to-device event never fails a sync");
        require(result->newRoomKeys.empty(), "no key without the sender's ratchet");
    });
}
