// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The keys that travel inside of Olm messages.

#include "crypto/machine/devicekeys.h"
#include "support/attackroom.h"

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace testing;

TEST_CASE("E17: a device's keys travel with the signature of its person's identity")
{
    Room all;
    use(all.alice1, [](MachineParts& parts) {
        const QByteArray key = must(parts.context.store.identity(alice))->selfSigning;
        const auto isVouched = [&](const QJsonObject& keys) {
            return crypto::isSignedBy(keys, alice, QString::fromLatin1(key), key);
        };
        CHECK_FALSE(isVouched(parts.keys.deviceKeys()));
        CHECK(isVouched(parts.keys.vouchedKeys()));
        CHECK(crypto::parseDevice(alice, DeviceId(u"A1"_s), parts.keys.vouchedKeys()));
        return true;
    });
    CHECK(all.bob1.decrypt(room, all.message(all.alice1, u"$1"_s)));
    CHECK(all.bob1.discarded() == 0);
}
