// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/primitives/primitives.h"

#include "base/base64.h"

#include <openssl/core_names.h>
#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/kdf.h>
#include <openssl/params.h>
#include <openssl/rand.h>

#include <cstdlib>
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

using Kdf = std::unique_ptr<EVP_KDF, Freer<EVP_KDF_free>>;
using KdfContext = std::unique_ptr<EVP_KDF_CTX, Freer<EVP_KDF_CTX_free>>;
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, Freer<EVP_CIPHER_CTX_free>>;
using Key = std::unique_ptr<EVP_PKEY, Freer<EVP_PKEY_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Freer<EVP_MD_CTX_free>>;

constexpr int nonceSize = 12;
constexpr int tagSize = 16;

const uint8_t* bytesOf(QByteArrayView view)
{
    return reinterpret_cast<const uint8_t*>(view.data());
}

//! OpenSSL's parameters are not const although it only reads them.
void* mutableBytes(QByteArrayView view)
{
    static char nothing = 0; // an empty string must not be a null pointer
    return view.isEmpty() ? &nothing : const_cast<char*>(view.data());
}

Result<SecretBytes> derive(const char* name, const OSSL_PARAM* params, size_t size)
{
    const Kdf kdf(EVP_KDF_fetch(nullptr, name, nullptr));
    const KdfContext context(kdf ? EVP_KDF_CTX_new(kdf.get()) : nullptr);
    SecretBytes out(size);
    if (!context || EVP_KDF_derive(context.get(), out.writable().data(), size, params) != 1) {
        return fail(Kind::Crypto, u"key derivation failed"_s);
    }
    return out;
}

} // namespace

SecretBytes randomSecret(size_t size)
{
    SecretBytes out(size);
    if (size > 0 && RAND_priv_bytes(out.writable().data(), int(size)) != 1) {
        std::abort(); // no key is ever made from a weak source
    }
    return out;
}

QByteArray randomBytes(qsizetype size)
{
    QByteArray out(size, Qt::Uninitialized);
    if (size > 0 && RAND_bytes(reinterpret_cast<uint8_t*>(out.data()), int(size)) != 1) {
        std::abort();
    }
    return out;
}

QByteArray sha256(QByteArrayView data)
{
    QByteArray out(32, Qt::Uninitialized);
    size_t size = 0;
    if (EVP_Q_digest(nullptr, "SHA256", nullptr, data.data(), size_t(data.size()),
                     reinterpret_cast<uint8_t*>(out.data()), &size) != 1) {
        std::abort();
    }
    return out;
}

QByteArray hmacSha256(const SecretBytes& key, QByteArrayView data)
{
    QByteArray out(32, Qt::Uninitialized);
    size_t size = 0;
    if (EVP_Q_mac(nullptr, "HMAC", nullptr, "SHA256", nullptr, key.bytes().data(), key.size(),
                  bytesOf(data), size_t(data.size()), reinterpret_cast<uint8_t*>(out.data()), 32,
                  &size) == nullptr) {
        std::abort();
    }
    return out;
}

Result<SecretBytes> hkdfSha256(const SecretBytes& key, QByteArrayView salt, QByteArrayView info,
                               size_t size)
{
    char digest[] = "SHA256";
    const OSSL_PARAM params[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_KEY, mutableBytes(key.view()), key.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, mutableBytes(salt),
                                          size_t(salt.size())),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_INFO, mutableBytes(info),
                                          size_t(info.size())),
        OSSL_PARAM_construct_end()};
    return derive("HKDF", params, size);
}

bool constantTimeEquals(QByteArrayView a, QByteArrayView b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), size_t(a.size())) == 0;
}

bool ed25519Verify(QByteArrayView publicKey, QByteArrayView message, QByteArrayView signature)
{
    const auto key = decodeBase64(publicKey);
    const auto sig = decodeBase64(signature);
    if (!key || !sig || key->size() != 32 || sig->size() != 64) {
        return false;
    }
    const Key pkey(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, bytesOf(*key), 32));
    const Digest context(EVP_MD_CTX_new());
    return pkey && context &&
           EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, pkey.get()) == 1 &&
           EVP_DigestVerify(context.get(), bytesOf(*sig), 64, bytesOf(message),
                            size_t(message.size())) == 1;
}

Result<SecretBytes> argon2id(const SecretBytes& passphrase, QByteArrayView salt, Argon2Cost cost,
                             size_t size)
{
    const OSSL_PARAM params[] = {
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_PASSWORD, mutableBytes(passphrase.view()),
                                          passphrase.size()),
        OSSL_PARAM_construct_octet_string(OSSL_KDF_PARAM_SALT, mutableBytes(salt),
                                          size_t(salt.size())),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_ITER, &cost.iterations),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_ARGON2_LANES, &cost.lanes),
        OSSL_PARAM_construct_uint32(OSSL_KDF_PARAM_ARGON2_MEMCOST, &cost.memoryKib),
        OSSL_PARAM_construct_end()};
    return derive("ARGON2ID", params, size);
}

SecretBytes sha512(const SecretBytes& data)
{
    SecretBytes out(64);
    size_t size = 0;
    if (EVP_Q_digest(nullptr, "SHA512", nullptr, data.bytes().data(), data.size(),
                     out.writable().data(), &size) != 1) {
        std::abort();
    }
    return out;
}

namespace {

Result<QByteArray> seal(const EVP_CIPHER* cipher, const SecretBytes& key, QByteArrayView nonce,
                        QByteArrayView aad, QByteArrayView plain)
{
    const Cipher context(EVP_CIPHER_CTX_new());
    QByteArray out(plain.size() + tagSize, Qt::Uninitialized);
    auto* target = reinterpret_cast<uint8_t*>(out.data());
    int length = 0;
    const bool done =
        key.size() == 32 && nonce.size() == nonceSize && context &&
        EVP_EncryptInit_ex2(context.get(), cipher, key.bytes().data(), bytesOf(nonce), nullptr) ==
            1 &&
        EVP_EncryptUpdate(context.get(), nullptr, &length, bytesOf(aad), int(aad.size())) == 1 &&
        EVP_EncryptUpdate(context.get(), target, &length, bytesOf(plain), int(plain.size())) == 1 &&
        EVP_EncryptFinal_ex(context.get(), target + length, &length) == 1 &&
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_GET_TAG, tagSize, target + plain.size()) ==
            1;
    if (!done) {
        return fail(Kind::Crypto, u"sealing failed"_s);
    }
    return out;
}

Result<SecretBytes> open(const EVP_CIPHER* cipher, const SecretBytes& key, QByteArrayView nonce,
                         QByteArrayView aad, QByteArrayView sealed)
{
    if (key.size() != 32 || nonce.size() != nonceSize || sealed.size() < tagSize) {
        return fail(Kind::Crypto, u"sealed bytes: wrong sizes"_s);
    }
    const qsizetype size = sealed.size() - tagSize;
    const Cipher context(EVP_CIPHER_CTX_new());
    SecretBytes out{size_t(size)};
    QByteArray tag = sealed.sliced(size).toByteArray();
    int length = 0;
    const bool done =
        context &&
        EVP_DecryptInit_ex2(context.get(), cipher, key.bytes().data(), bytesOf(nonce), nullptr) ==
            1 &&
        EVP_DecryptUpdate(context.get(), nullptr, &length, bytesOf(aad), int(aad.size())) == 1 &&
        EVP_DecryptUpdate(context.get(), out.writable().data(), &length, bytesOf(sealed),
                          int(size)) == 1 &&
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_AEAD_SET_TAG, tagSize, tag.data()) == 1 &&
        EVP_DecryptFinal_ex(context.get(), out.writable().data() + length, &length) == 1;
    if (!done) {
        return fail(Kind::Crypto, u"sealed bytes: not authentic"_s);
    }
    return out;
}

} // namespace

Result<QByteArray> aesGcmSeal(const SecretBytes& key, QByteArrayView nonce, QByteArrayView aad,
                              QByteArrayView plain)
{
    return seal(EVP_aes_256_gcm(), key, nonce, aad, plain);
}

Result<SecretBytes> aesGcmOpen(const SecretBytes& key, QByteArrayView nonce, QByteArrayView aad,
                               QByteArrayView sealed)
{
    return open(EVP_aes_256_gcm(), key, nonce, aad, sealed);
}

Result<QByteArray> chaChaSeal(const SecretBytes& key, QByteArrayView nonce, QByteArrayView plain)
{
    return seal(EVP_chacha20_poly1305(), key, nonce, {}, plain);
}

Result<SecretBytes> chaChaOpen(const SecretBytes& key, QByteArrayView nonce, QByteArrayView sealed)
{
    return open(EVP_chacha20_poly1305(), key, nonce, {}, sealed);
}

} // namespace client::crypto
