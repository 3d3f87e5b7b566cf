// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/dehydration/devicepickle.h"

#include "base/base64.h"
#include "crypto/primitives/primitives.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

// The proposal names version 0x80000000 and m.dehydration.v2. What clients write and read under the
// unstable name is version 1 of the same bytes: that is written here, both are read.
constexpr uint32_t writtenVersion = 1;
constexpr uint32_t proposedVersion = 0x80000000;
const auto unstableAlgorithm = "org.matrix.msc3814.v2"_L1;
const auto stableAlgorithm = "m.dehydration.v2"_L1;
constexpr qsizetype keySize = 32;
constexpr uint32_t mostOneTimeKeys = 100;
constexpr qsizetype nonceSize = 12;

void add(QByteArray& out, uint32_t number)
{
    const uint32_t big = qToBigEndian(number);
    out.append(reinterpret_cast<const char*>(&big), sizeof big);
}

//! Takes the bytes from the front; empty when there are not as many.
class Reader {
public:
    explicit Reader(QByteArrayView bytes) : m_rest(bytes) {}

    QByteArrayView take(qsizetype size)
    {
        if (size > m_rest.size()) {
            m_broken = true;
            return {};
        }
        const QByteArrayView taken = m_rest.first(size);
        m_rest = m_rest.sliced(size);
        return taken;
    }

    SecretBytes key() { return SecretBytes::copyOf(take(keySize)); }

    uint32_t number()
    {
        const QByteArrayView four = take(4);
        return four.isEmpty() ? 0 : qFromBigEndian<uint32_t>(four.data());
    }

    bool isWhole() const { return !m_broken && m_rest.isEmpty(); }

private:
    QByteArrayView m_rest;
    bool m_broken = false;
};

Result<DeviceSecrets> parse(QByteArrayView plain)
{
    Reader reader(plain);
    const uint32_t version = reader.number();
    if (version != writtenVersion && version != proposedVersion) {
        return fail(Error::Kind::Unsupported, u"a dehydrated device of another version"_s);
    }
    DeviceSecrets secrets;
    secrets.curve25519 = reader.key();
    secrets.ed25519 = reader.key();
    const uint32_t count = reader.number();
    if (count > mostOneTimeKeys) {
        return fail(Error::Kind::Malformed, u"a dehydrated device with too many keys"_s);
    }
    for (uint32_t i = 0; i < count; ++i) {
        secrets.oneTime.push_back(reader.key());
    }
    const QByteArrayView flag = reader.take(1);
    const bool hasFallback = !flag.isEmpty() && flag[0] == '\1';
    if (hasFallback) {
        secrets.fallback = reader.key();
    }
    if (!reader.isWhole() || (!hasFallback && flag[0] != '\0')) {
        return fail(Error::Kind::Malformed, u"not a dehydrated device"_s);
    }
    return secrets;
}

} // namespace

DeviceSecrets makeDeviceSecrets(int oneTimeKeys)
{
    DeviceSecrets secrets;
    secrets.curve25519 = randomSecret(keySize);
    secrets.ed25519 = randomSecret(keySize);
    for (int i = 0; i < oneTimeKeys; ++i) {
        secrets.oneTime.push_back(randomSecret(keySize));
    }
    secrets.fallback = randomSecret(keySize);
    return secrets;
}

Result<QJsonObject> sealDevice(const DeviceSecrets& secrets, const SecretBytes& key)
{
    QByteArray plain;
    plain.reserve((4 + qsizetype(secrets.oneTime.size())) * keySize); // never copied as it grows
    add(plain, writtenVersion);
    plain += secrets.curve25519.view();
    plain += secrets.ed25519.view();
    add(plain, uint32_t(secrets.oneTime.size()));
    for (const SecretBytes& secret : secrets.oneTime) {
        plain += secret.view();
    }
    plain += secrets.fallback.isEmpty() ? '\0' : '\1';
    plain += secrets.fallback.view();
    const QByteArray nonce = randomBytes(nonceSize);
    const auto sealed = chaChaSeal(key, nonce, plain);
    wipe(plain);
    if (!sealed) {
        return std::unexpected(sealed.error());
    }
    return QJsonObject{{u"algorithm"_s, unstableAlgorithm},
                       {u"device_pickle"_s, QString::fromLatin1(encodeBase64(*sealed))},
                       {u"nonce"_s, QString::fromLatin1(encodeBase64(nonce))}};
}

Result<DeviceSecrets> openDevice(const QJsonObject& deviceData, const SecretBytes& key)
{
    const QString algorithm = deviceData.value("algorithm"_L1).toString();
    if (algorithm != unstableAlgorithm && algorithm != stableAlgorithm) {
        return fail(Error::Kind::Unsupported, u"a dehydrated device of another algorithm"_s);
    }
    const auto sealed = decodeBase64(deviceData.value("device_pickle"_L1).toString().toLatin1());
    const auto nonce = decodeBase64(deviceData.value("nonce"_L1).toString().toLatin1());
    if (!sealed || !nonce || nonce->size() != nonceSize) {
        return fail(Error::Kind::Malformed, u"not a dehydrated device"_s);
    }
    const auto plain = chaChaOpen(key, *nonce, *sealed);
    return plain ? parse(plain->view()) : std::unexpected(plain.error());
}

} // namespace client::crypto
