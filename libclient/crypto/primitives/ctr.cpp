// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/primitives/ctr.h"

#include <openssl/evp.h>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace client::crypto {

struct CtrStream::Context {
    EVP_CIPHER_CTX* raw = EVP_CIPHER_CTX_new();
    Context() = default;

    ~Context() { EVP_CIPHER_CTX_free(raw); }

    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    Context(Context&&) = delete;
    Context& operator=(Context&&) = delete;
};

CtrStream::CtrStream(std::unique_ptr<Context> context) : m_context(std::move(context)) {}

CtrStream::~CtrStream() = default;
CtrStream::CtrStream(CtrStream&&) noexcept = default;

Result<CtrStream> CtrStream::create(const SecretBytes& key, const QByteArray& iv)
{
    auto context = std::make_unique<Context>();
    const bool done =
        key.size() == 32 && iv.size() == 16 && context->raw != nullptr &&
        EVP_EncryptInit_ex2(context->raw, EVP_aes_256_ctr(), key.bytes().data(),
                            reinterpret_cast<const uint8_t*>(iv.constData()), nullptr) == 1;
    if (!done) {
        return fail(Error::Kind::Crypto, u"key or counter of a file"_s);
    }
    return CtrStream(std::move(context));
}

Result<QByteArray> CtrStream::update(const QByteArray& bytes)
{
    QByteArray out(bytes.size(), Qt::Uninitialized);
    int length = 0;
    if (EVP_EncryptUpdate(m_context->raw, reinterpret_cast<uint8_t*>(out.data()), &length,
                          reinterpret_cast<const uint8_t*>(bytes.constData()),
                          int(bytes.size())) != 1 ||
        length != bytes.size()) {
        return fail(Error::Kind::Crypto, u"AES-CTR failed"_s);
    }
    return out;
}

struct Sha256Stream::Context {
    EVP_MD_CTX* raw = EVP_MD_CTX_new();
    Context() = default;

    ~Context() { EVP_MD_CTX_free(raw); }

    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    Context(Context&&) = delete;
    Context& operator=(Context&&) = delete;
};

Sha256Stream::Sha256Stream() : m_context(std::make_unique<Context>())
{
    if (EVP_DigestInit_ex2(m_context->raw, EVP_sha256(), nullptr) != 1) {
        std::abort(); // no memory
    }
}

Sha256Stream::~Sha256Stream() = default;

void Sha256Stream::update(const QByteArray& bytes)
{
    if (EVP_DigestUpdate(m_context->raw, bytes.constData(), size_t(bytes.size())) != 1) {
        std::abort();
    }
}

QByteArray Sha256Stream::finish()
{
    QByteArray out(32, Qt::Uninitialized);
    if (EVP_DigestFinal_ex(m_context->raw, reinterpret_cast<uint8_t*>(out.data()), nullptr) != 1) {
        std::abort();
    }
    return out;
}

} // namespace client::crypto
