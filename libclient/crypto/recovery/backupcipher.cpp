// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/recovery/backupcipher.h"

#include "base/base64.h"
#include "crypto/primitives/curves.h"
#include "crypto/primitives/primitives.h"

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

constexpr qsizetype longestEntry = 1024 * 1024;

struct Keys {
    SecretBytes aes, mac;
    QByteArray iv;
};

Result<Keys> keysOf(const SecretBytes& shared)
{
    const auto all = hkdfSha256(shared, QByteArray(32, '\0'), {}, 80);
    if (!all) {
        return std::unexpected(all.error());
    }
    return Keys{SecretBytes::copyOf(all->view().first(32)),
                SecretBytes::copyOf(all->view().sliced(32, 32)),
                all->view().sliced(64).toByteArray()};
}

//! Over the empty string: so the first implementation did, so it has to stay.
QByteArray macOf(const Keys& keys)
{
    return hmacSha256(keys.mac, {}).first(8);
}

} // namespace

Result<QJsonObject> sealBackup(const QByteArray& publicKey, QByteArrayView plain)
{
    const KeyPair ephemeral = x25519Generate();
    const auto shared = x25519Agree(ephemeral.secret, publicKey);
    const auto keys = shared ? keysOf(*shared) : Result<Keys>(std::unexpected(shared.error()));
    if (!keys) {
        return std::unexpected(keys.error());
    }
    const auto ciphertext = aesCbcEncrypt(keys->aes, keys->iv, plain);
    if (!ciphertext) {
        return std::unexpected(ciphertext.error());
    }
    return QJsonObject{{u"ephemeral"_s, QString::fromLatin1(ephemeral.publicKey)},
                       {u"ciphertext"_s, QString::fromLatin1(encodeBase64(*ciphertext))},
                       {u"mac"_s, QString::fromLatin1(encodeBase64(macOf(*keys)))}};
}

Result<SecretBytes> openBackup(const SecretBytes& privateKey, const QJsonObject& sessionData)
{
    const QString text = sessionData.value("ciphertext"_L1).toString();
    const auto ciphertext =
        text.size() <= longestEntry ? decodeBase64(text.toLatin1()) : std::nullopt;
    const auto mac = decodeBase64(sessionData.value("mac"_L1).toString().toLatin1());
    const auto shared =
        x25519Agree(privateKey, sessionData.value("ephemeral"_L1).toString().toLatin1());
    if (!shared || !ciphertext || ciphertext->isEmpty() || ciphertext->size() % 16 != 0 || !mac) {
        return fail(Error::Kind::Malformed, u"not an entry of a backup"_s);
    }
    const auto keys = keysOf(*shared);
    if (!keys) {
        return std::unexpected(keys.error());
    }
    if (!constantTimeEquals(macOf(*keys), *mac)) {
        return fail(Error::Kind::WrongKey, u"an entry that is not for this key"_s);
    }
    return aesCbcDecrypt(keys->aes, keys->iv, *ciphertext);
}

} // namespace client::crypto
