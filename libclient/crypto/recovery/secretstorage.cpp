// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/recovery/secretstorage.h"

#include "base/base64.h"
#include "crypto/primitives/ctr.h"
#include "crypto/primitives/curves.h"
#include "crypto/primitives/primitives.h"

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

const auto algorithm = u"m.secret_storage.v1.aes-hmac-sha2"_s;
constexpr int cheapest = 10'000;
constexpr int dearest = 5'000'000;
constexpr qsizetype longestSecret = 64 * 1024;

struct Halves {
    SecretBytes aes, mac;
};

Result<Halves> halvesOf(const SecretBytes& key, const QString& name)
{
    const auto both = hkdfSha256(key, QByteArray(32, '\0'), name.toUtf8(), 64);
    if (!both) {
        return std::unexpected(both.error());
    }
    return Halves{SecretBytes::copyOf(both->view().first(32)),
                  SecretBytes::copyOf(both->view().sliced(32))};
}

QByteArray freshVector()
{
    QByteArray iv = randomBytes(16);
    iv[8] = char(iv[8] & 0x7f); // so that no implementation's counter overflows
    return iv;
}

Result<QByteArray> ctr(const SecretBytes& key, const QByteArray& iv, const QByteArray& text)
{
    auto stream = CtrStream::create(key, iv);
    return stream ? stream->update(text) : Result<QByteArray>(std::unexpected(stream.error()));
}

} // namespace

PassphraseInfo PassphraseInfo::fresh()
{
    return {.salt = QString::fromLatin1(encodeBase64(randomBytes(24)))};
}

Result<QJsonObject> encryptSecretWith(const SecretBytes& key, const QString& name,
                                      QByteArrayView secret, QByteArray iv)
{
    const auto halves = halvesOf(key, name);
    if (!halves) {
        return std::unexpected(halves.error());
    }
    const auto ciphertext = ctr(halves->aes, iv, secret.toByteArray());
    if (!ciphertext) {
        return std::unexpected(ciphertext.error());
    }
    return QJsonObject{
        {u"iv"_s, QString::fromLatin1(encodeBase64(iv))},
        {u"ciphertext"_s, QString::fromLatin1(encodeBase64(*ciphertext))},
        {u"mac"_s, QString::fromLatin1(encodeBase64(hmacSha256(halves->mac, *ciphertext)))}};
}

Result<QJsonObject> encryptSecret(const SecretBytes& key, const QString& name,
                                  const SecretBytes& secret)
{
    return encryptSecretWith(key, name, secret.view(), freshVector());
}

Result<SecretBytes> decryptSecret(const SecretBytes& key, const QString& name,
                                  const QJsonObject& encrypted)
{
    const auto part = [&](QLatin1StringView field) {
        return decodeBase64(encrypted.value(field).toString().toLatin1());
    };
    const auto iv = part("iv"_L1);
    const auto ciphertext = part("ciphertext"_L1);
    const auto mac = part("mac"_L1);
    if (!iv || iv->size() != 16 || !ciphertext || ciphertext->isEmpty() ||
        ciphertext->size() > longestSecret || !mac) {
        return fail(Error::Kind::Malformed, u"not an encrypted secret"_s);
    }
    const auto halves = halvesOf(key, name);
    if (!halves) {
        return std::unexpected(halves.error());
    }
    if (!constantTimeEquals(hmacSha256(halves->mac, *ciphertext), *mac)) {
        return fail(Error::Kind::WrongKey, u"the secret is not of this key and name"_s);
    }
    auto plain = ctr(halves->aes, *iv, *ciphertext);
    if (!plain) {
        return std::unexpected(plain.error());
    }
    return SecretBytes::takeFrom(*plain);
}

QJsonObject describeKey(const SecretBytes& key, const std::optional<PassphraseInfo>& passphrase)
{
    const auto check = encryptSecretWith(key, {}, QByteArray(32, '\0'), freshVector());
    QJsonObject description{{u"algorithm"_s, algorithm}};
    if (check) {
        description.insert(u"iv"_s, check->value("iv"_L1));
        description.insert(u"mac"_s, check->value("mac"_L1));
    }
    if (passphrase) {
        description.insert(u"passphrase"_s, QJsonObject{{u"algorithm"_s, u"m.pbkdf2"_s},
                                                        {u"salt"_s, passphrase->salt},
                                                        {u"iterations"_s, passphrase->iterations},
                                                        {u"bits"_s, 256}});
    }
    return description;
}

Result<KeyCheck> checkKey(const QJsonObject& description, const SecretBytes& key)
{
    if (description.value("algorithm"_L1).toString() != algorithm || key.size() != 32) {
        return fail(Error::Kind::Unsupported, u"secret storage of an unknown kind"_s);
    }
    const QJsonValue iv = description.value("iv"_L1);
    const QJsonValue mac = description.value("mac"_L1);
    if (iv.isUndefined() && mac.isUndefined()) {
        return KeyCheck::Unproven;
    }
    const auto vector = decodeBase64(iv.toString().toLatin1());
    const auto expected = decodeBase64(mac.toString().toLatin1());
    if (!vector || vector->size() != 16 || !expected || expected->size() != 32) {
        return fail(Error::Kind::Malformed, u"the description of secret storage is broken"_s);
    }
    const auto made = encryptSecretWith(key, {}, QByteArray(32, '\0'), *vector);
    if (!made) {
        return std::unexpected(made.error());
    }
    const auto got = decodeBase64(made->value("mac"_L1).toString().toLatin1());
    return got && constantTimeEquals(*got, *expected) ? KeyCheck::Right : KeyCheck::Wrong;
}

Result<SecretBytes> keyFromPassphrase(const QJsonObject& description, const SecretBytes& passphrase)
{
    const QJsonObject info = description.value("passphrase"_L1).toObject();
    const QJsonValue iterations = info.value("iterations"_L1);
    const QString salt = info.value("salt"_L1).toString();
    if (info.value("algorithm"_L1).toString() != "m.pbkdf2"_L1 || salt.isEmpty() ||
        !iterations.isDouble() || iterations.toInt() < cheapest || iterations.toInt() > dearest ||
        info.value("bits"_L1).toInt(256) != 256) {
        return fail(Error::Kind::Unsupported, u"no usable passphrase belongs to this recovery"_s);
    }
    return keyFromPassphrase(PassphraseInfo{salt, iterations.toInt()}, passphrase);
}

Result<SecretBytes> keyFromPassphrase(const PassphraseInfo& info, const SecretBytes& passphrase)
{
    return pbkdf2Sha512(passphrase, info.salt.toUtf8(), uint32_t(info.iterations), 32);
}

} // namespace client::crypto
