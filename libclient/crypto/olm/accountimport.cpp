// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// An account out of bare private keys. libolm takes none, but it opens its own pickles: one is
// written here, as libolm 3.2 writes it (account pickle, version 4), and opened at once.

#include "base/base64.h"
#include "crypto/olm/buffers.h"
#include "crypto/olm/olmaccount.h"
#include "crypto/primitives/curves.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

constexpr uint32_t pickleVersion = 4;
constexpr size_t mostOneTimeKeys = 100; // libolm drops the oldest beyond that
constexpr qsizetype macSize = 8;

void add(QByteArray& out, uint32_t number)
{
    const uint32_t big = qToBigEndian(number);
    out.append(reinterpret_cast<const char*>(&big), sizeof big);
}

//! False: not a key.
bool add(QByteArray& out, const SecretBytes& secret)
{
    const auto key = x25519Public(secret);
    if (!key || secret.size() != 32) {
        return false;
    }
    out += decodeBase64(*key).value_or(QByteArray());
    out += secret.view();
    return true;
}

//! libolm keeps the seed's hash, clamped, in place of the seed.
bool addSigning(QByteArray& out, const SecretBytes& seed)
{
    const auto key = ed25519Public(seed);
    if (!key || seed.size() != 32) {
        return false;
    }
    SecretBytes expanded = sha512(seed);
    expanded.writable()[0] &= 248;
    expanded.writable()[31] &= 63;
    expanded.writable()[31] |= 64;
    out += decodeBase64(*key).value_or(QByteArray());
    out += expanded.view();
    return true;
}

bool addKey(QByteArray& out, uint32_t id, const SecretBytes& secret)
{
    add(out, id);
    out += '\1'; // published
    return add(out, secret);
}

//! Nothing: one of them is not a key.
SecretBytes plainPickle(const DeviceSecrets& secrets)
{
    QByteArray out;
    out.reserve(512 + qsizetype(secrets.oneTime.size()) * 80); // never copied while it grows
    add(out, pickleVersion);
    bool fine = addSigning(out, secrets.ed25519) && add(out, secrets.curve25519);
    add(out, uint32_t(secrets.oneTime.size()));
    uint32_t id = 0;
    for (const SecretBytes& secret : secrets.oneTime) {
        fine = addKey(out, ++id, secret) && fine;
    }
    const bool hasFallback = !secrets.fallback.isEmpty();
    out += hasFallback ? '\1' : '\0';
    fine = (!hasFallback || addKey(out, ++id, secrets.fallback)) && fine;
    add(out, id);
    SecretBytes pickle = SecretBytes::takeFrom(out);
    return fine ? std::move(pickle) : SecretBytes();
}

//! libolm's own encryption of pickles.
Result<QByteArray> sealPickle(const SecretBytes& plain, const SecretBytes& key)
{
    const auto keys = hkdfSha256(key, {}, "Pickle", 80);
    if (!keys) {
        return std::unexpected(keys.error());
    }
    const QByteArrayView all = keys->view();
    auto sealed =
        aesCbcEncrypt(SecretBytes::copyOf(all.first(32)), all.sliced(64, 16), plain.view());
    if (!sealed) {
        return sealed;
    }
    *sealed += hmacSha256(SecretBytes::copyOf(all.sliced(32, 32)), *sealed).first(macSize);
    return encodeBase64(*sealed);
}

} // namespace

Result<Account> Account::fromSecrets(const DeviceSecrets& secrets)
{
    const SecretBytes plain =
        secrets.oneTime.size() > mostOneTimeKeys ? SecretBytes() : plainPickle(secrets);
    if (plain.isEmpty()) {
        return fail(Error::Kind::Malformed, u"not the keys of a device"_s);
    }
    const SecretBytes key = randomSecret(32);
    const auto pickle = sealPickle(plain, key);
    if (!pickle) {
        return std::unexpected(pickle.error());
    }
    auto account = unpickle(*pickle, key);
    if (account && account->pickle(key).value_or(QByteArray()) != *pickle) {
        return fail(Error::Kind::Crypto, u"libolm read another account than was written"_s);
    }
    return account;
}

} // namespace client::crypto
