// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/primitives/curves.h"

#include "base/base64.h"
#include "crypto/primitives/primitives.h"

#include <openssl/core_names.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

using Kind = Error::Kind;

template <auto Free>
struct Freer {
    template <class T>
    void operator()(T* p) const
    {
        Free(p);
    }
};

using Key = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Freer<EVP_PKEY_CTX_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Freer<EVP_MD_CTX_free>>;
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, Freer<EVP_CIPHER_CTX_free>>;
using Kdf = std::unique_ptr<EVP_KDF, Freer<EVP_KDF_free>>;
using KdfContext = std::unique_ptr<EVP_KDF_CTX, Freer<EVP_KDF_CTX_free>>;

constexpr size_t keySize = 32;

const uint8_t* bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const uint8_t*>(view.data());
}

Key privateKey(int type, const SecretBytes& secret)
{
    return Key(secret.size() == keySize
                   ? EVP_PKEY_new_raw_private_key(type, nullptr, secret.bytes().data(), keySize)
                   : nullptr);
}

Result<QByteArray> publicHalf(int type, const SecretBytes& secret)
{
    const Key key = privateKey(type, secret);
    QByteArray raw(keySize, Qt::Uninitialized);
    size_t size = keySize;
    if (!key || EVP_PKEY_get_raw_public_key(key.get(), reinterpret_cast<uint8_t*>(raw.data()),
                                            &size) != 1) {
        return fail(Kind::Crypto, u"not a private key"_s);
    }
    return encodeBase64(raw);
}

KeyPair generate(int type)
{
    KeyPair pair;
    pair.secret = randomSecret(keySize);
    pair.publicKey = publicHalf(type, pair.secret).value_or(QByteArray());
    return pair;
}

} // namespace

KeyPair x25519Generate()
{
    return generate(EVP_PKEY_X25519);
}

Result<QByteArray> x25519Public(const SecretBytes& secret)
{
    return publicHalf(EVP_PKEY_X25519, secret);
}

Result<SecretBytes> x25519Agree(const SecretBytes& secret, QByteArrayView peerBase64)
{
    const auto peer = decodeBase64(peerBase64);
    const Key own = privateKey(EVP_PKEY_X25519, secret);
    if (!own || !peer || peer->size() != qsizetype(keySize)) {
        return fail(Kind::Crypto, u"not a Curve25519 key"_s);
    }
    const Key other(EVP_PKEY_new_raw_public_key(EVP_PKEY_X25519, nullptr, bytesOf(*peer), keySize));
    const KeyContext context(EVP_PKEY_CTX_new(own.get(), nullptr));
    SecretBytes shared(keySize);
    size_t size = keySize;
    if (!other || !context || EVP_PKEY_derive_init(context.get()) != 1 ||
        EVP_PKEY_derive_set_peer(context.get(), other.get()) != 1 ||
        EVP_PKEY_derive(context.get(), shared.writable().data(), &size) != 1 || size != keySize ||
        std::ranges::all_of(shared.bytes(), [](uint8_t byte) { return byte == 0; })) {
        return fail(Kind::Crypto, u"a Curve25519 key of small order"_s);
    }
    return shared;
}

KeyPair ed25519Generate()
{
    return generate(EVP_PKEY_ED25519);
}

Result<QByteArray> ed25519Public(const SecretBytes& seed)
{
    return publicHalf(EVP_PKEY_ED25519, seed);
}

Result<QByteArray> ed25519Sign(const SecretBytes& seed, QByteArrayView message)
{
    const Key key = privateKey(EVP_PKEY_ED25519, seed);
    const Digest context(EVP_MD_CTX_new());
    QByteArray signature(64, Qt::Uninitialized);
    size_t size = 64;
    if (!key || !context ||
        EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) != 1 ||
        EVP_DigestSign(context.get(), reinterpret_cast<uint8_t*>(signature.data()), &size,
                       bytesOf(message), size_t(message.size())) != 1) {
        return fail(Kind::Crypto, u"signing failed"_s);
    }
    return encodeBase64(signature);
}

Result<SecretBytes> pbkdf2Sha512(const SecretBytes& passphrase, QByteArrayView salt,
                                 uint32_t iterations, size_t size)
{
    SecretBytes out(size);
    if (iterations == 0 ||
        PKCS5_PBKDF2_HMAC(reinterpret_cast<const char*>(passphrase.bytes().data()),
                          int(passphrase.size()), bytesOf(salt), int(salt.size()), int(iterations),
                          EVP_sha512(), int(size), out.writable().data()) != 1) {
        return fail(Kind::Crypto, u"key derivation failed"_s);
    }
    return out;
}

Result<QByteArray> aesCbcEncrypt(const SecretBytes& key, QByteArrayView iv, QByteArrayView plain)
{
    const Cipher context(EVP_CIPHER_CTX_new());
    QByteArray out(plain.size() + 16, Qt::Uninitialized);
    int first = 0;
    int last = 0;
    auto* to = reinterpret_cast<uint8_t*>(out.data());
    if (key.size() != keySize || iv.size() != 16 || !context ||
        EVP_EncryptInit_ex2(context.get(), EVP_aes_256_cbc(), key.bytes().data(), bytesOf(iv),
                            nullptr) != 1 ||
        EVP_EncryptUpdate(context.get(), to, &first, bytesOf(plain), int(plain.size())) != 1 ||
        EVP_EncryptFinal_ex(context.get(), to + first, &last) != 1) {
        return fail(Kind::Crypto, u"AES-CBC failed"_s);
    }
    out.truncate(first + last);
    return out;
}

Result<SecretBytes> aesCbcDecrypt(const SecretBytes& key, QByteArrayView iv,
                                  QByteArrayView ciphertext)
{
    const Cipher context(EVP_CIPHER_CTX_new());
    SecretBytes out(size_t(ciphertext.size()) + 16);
    int first = 0;
    int last = 0;
    auto* to = out.writable().data();
    if (key.size() != keySize || iv.size() != 16 || !context || ciphertext.isEmpty() ||
        ciphertext.size() % 16 != 0 ||
        EVP_DecryptInit_ex2(context.get(), EVP_aes_256_cbc(), key.bytes().data(), bytesOf(iv),
                            nullptr) != 1 ||
        EVP_DecryptUpdate(context.get(), to, &first, bytesOf(ciphertext), int(ciphertext.size())) !=
            1 ||
        EVP_DecryptFinal_ex(context.get(), to + first, &last) != 1) {
        return fail(Kind::Crypto, u"does not decrypt"_s);
    }
    return SecretBytes::copyOf(out.view().first(first + last));
}

} // namespace client::crypto
