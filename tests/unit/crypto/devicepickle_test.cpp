// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Dehydrated devices: the sealed keys against a device that matrix-sdk-crypto made (the key is 32
// times 07), against tampering, and as accounts of libolm.

#include "base/base64.h"
#include "base/json.h"
#include "crypto/dehydration/devicepickle.h"
#include "crypto/olm/olmaccount.h"
#include "crypto/primitives/curves.h"
#include "crypto/primitives/primitives.h"

#include <QFile>

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace client::crypto;
using namespace Qt::StringLiterals;

namespace {

SecretBytes sevens()
{
    QByteArray bytes(32, '\7');
    return SecretBytes::takeFrom(bytes);
}

QJsonObject vectorDevice()
{
    QFile file(QStringLiteral(TEST_DATA_DIR "/crypto/dehydrated.json"));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return *parseObject(file.readAll());
}

QJsonObject with(QJsonObject object, const QString& name, const QJsonValue& value)
{
    object.insert(name, value);
    return object;
}

//! What these bytes say, sealed as a device is.
QJsonObject sealedBytes(const QByteArray& plain)
{
    const QByteArray nonce(12, 'n');
    return {{u"algorithm"_s, u"org.matrix.msc3814.v2"_s},
            {u"nonce"_s, QString::fromLatin1(encodeBase64(nonce))},
            {u"device_pickle"_s,
             QString::fromLatin1(encodeBase64(*chaChaSeal(sevens(), nonce, plain)))}};
}

QByteArray plainDevice(const QByteArray& version, char flag)
{
    return version + QByteArray(64, 'k') + QByteArray("\0\0\0\1", 4) + QByteArray(32, 'o') + flag +
           QByteArray(flag == '\1' ? 32 : 0, 'f');
}

QString text(const Account& account)
{
    return QString::fromLatin1(account.curve25519());
}

//! Whether a message to this key of the account, from a stranger, is read by it.
bool reads(Account& account, const QByteArray& key)
{
    auto stranger = *Account::create();
    auto outbound = *stranger.createOutbound(account.curve25519(), key);
    const auto message = *outbound.encrypt("bonjour");
    auto inbound = account.createInbound(message, stranger.curve25519());
    return inbound && inbound->decrypt(message).value_or(QByteArray()) == "bonjour";
}

} // namespace

TEST_CASE("a device of another implementation: its keys, all of them usable")
{
    const QJsonObject vector = vectorDevice();
    const auto secrets = openDevice(vector.value("device_data"_L1).toObject(), sevens());
    REQUIRE(secrets);
    auto account = Account::fromSecrets(*secrets);
    REQUIRE(account);
    CHECK(text(*account) == vector.value("device_id"_L1).toString());
    CHECK(QString::fromLatin1(account->ed25519()) == vector.value("ed25519"_L1).toString());
    CHECK(ed25519Verify(account->ed25519(), "texte", *account->sign("texte")));
    const QJsonArray keys = vector.value("one_time_keys"_L1).toArray();
    REQUIRE(keys.size() == 50);
    for (const QJsonValue& key : keys) {
        CHECK(reads(*account, key.toString().toLatin1()));
    }
    CHECK(reads(*account, vector.value("fallback"_L1).toString().toLatin1()));
    CHECK_FALSE(reads(*account, x25519Generate().publicKey));
}

TEST_CASE("a device sealed and opened again is the same, under this key only")
{
    const DeviceSecrets made = makeDeviceSecrets(3);
    const auto sealed = sealDevice(made, sevens());
    REQUIRE(sealed);
    CHECK(sealed->value("algorithm"_L1) == "org.matrix.msc3814.v2"_L1);
    const auto again = openDevice(*sealed, sevens());
    REQUIRE(again);
    CHECK(again->curve25519.equals(made.curve25519));
    CHECK(again->ed25519.equals(made.ed25519));
    CHECK(again->fallback.equals(made.fallback));
    REQUIRE(again->oneTime.size() == 3);
    CHECK(again->oneTime[2].equals(made.oneTime[2]));
    CHECK(openDevice(*sealed, randomSecret(32)).error().kind == Error::Kind::Crypto);
    CHECK(sealDevice(made, sevens())->value("nonce"_L1) != sealed->value("nonce"_L1));
    CHECK_FALSE(sealDevice(made, randomSecret(31)));
}

TEST_CASE("an altered device is refused: every byte, every length")
{
    const QJsonObject sealed = *sealDevice(makeDeviceSecrets(1), sevens());
    const QByteArray bytes = *decodeBase64(sealed.value("device_pickle"_L1).toString().toLatin1());
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        QByteArray bad = bytes;
        bad[i] = char(bad[i] ^ 1);
        const QString altered = QString::fromLatin1(encodeBase64(bad));
        const QString cut = QString::fromLatin1(encodeBase64(bytes.first(i)));
        CHECK_FALSE(openDevice(with(sealed, u"device_pickle"_s, altered), sevens()));
        CHECK_FALSE(openDevice(with(sealed, u"device_pickle"_s, cut), sevens()));
    }
    CHECK_FALSE(openDevice(with(sealed, u"nonce"_s, u"AAAA"_s), sevens()));
    CHECK_FALSE(openDevice(with(sealed, u"device_pickle"_s, u"!"_s), sevens()));
    CHECK(openDevice(with(sealed, u"algorithm"_s, u"m.dehydration.v2"_s), sevens()));
    CHECK(openDevice(with(sealed, u"algorithm"_s, u"m.dehydration.v3"_s), sevens()).error().kind ==
          Error::Kind::Unsupported);
}

TEST_CASE("a device that is authentic and yet has no form is refused")
{
    const QByteArray one("\0\0\0\1", 4);
    CHECK(openDevice(sealedBytes(plainDevice(one, '\0')), sevens()));
    CHECK(openDevice(sealedBytes(plainDevice(one, '\1')), sevens()));
    CHECK(openDevice(sealedBytes(plainDevice(QByteArray("\x80\0\0\0", 4), '\1')), sevens()));
    CHECK(openDevice(sealedBytes(plainDevice(QByteArray("\0\0\0\2", 4), '\1')), sevens())
              .error()
              .kind == Error::Kind::Unsupported);
    CHECK_FALSE(openDevice(sealedBytes(plainDevice(one, '\2')), sevens()));
    const QByteArray whole = plainDevice(one, '\1');
    CHECK_FALSE(openDevice(sealedBytes(whole + '\0'), sevens()));
    for (qsizetype size = 0; size < whole.size(); ++size) {
        CHECK_FALSE(openDevice(sealedBytes(whole.first(size)), sevens()));
    }
    QByteArray many = whole;
    many.replace(68, 4, "\xff\xff\xff\xff");
    CHECK_FALSE(openDevice(sealedBytes(many), sevens()));
}

TEST_CASE("an account out of bare keys is libolm's own, and only out of keys")
{
    const auto account = Account::fromSecrets(makeDeviceSecrets(2));
    REQUIRE(account);
    CHECK(account->unpublishedOneTimeKeys().isEmpty());
    CHECK(account->unpublishedFallbackKey().isEmpty());
    DeviceSecrets bare = makeDeviceSecrets(0);
    bare.fallback = {};
    CHECK(Account::fromSecrets(bare));
    DeviceSecrets broken = makeDeviceSecrets(1);
    broken.oneTime[0] = randomSecret(31);
    CHECK_FALSE(Account::fromSecrets(broken));
    CHECK_FALSE(Account::fromSecrets(DeviceSecrets()));
    CHECK_FALSE(Account::fromSecrets(makeDeviceSecrets(101)));
    CHECK(Account::fromSecrets(makeDeviceSecrets(100)));
}
