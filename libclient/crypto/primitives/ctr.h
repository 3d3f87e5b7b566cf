// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// CtrStream and Sha256Stream: AES-256-CTR and SHA-256 over data that comes in pieces. Values of one
// call.
#pragma once

#include "base/error.h"
#include "base/secretbytes.h"

#include <QByteArray>

#include <memory>

namespace client::crypto {

//! Encrypting and decrypting are the same.
class CtrStream {
public:
    static Result<CtrStream> create(const SecretBytes& key, const QByteArray& iv);
    ~CtrStream();
    CtrStream(CtrStream&&) noexcept;
    CtrStream(const CtrStream&) = delete;
    CtrStream& operator=(const CtrStream&) = delete;
    CtrStream& operator=(CtrStream&&) = delete;
    Result<QByteArray> update(const QByteArray& bytes);

private:
    struct Context;
    explicit CtrStream(std::unique_ptr<Context> context);
    std::unique_ptr<Context> m_context;
};

class Sha256Stream {
public:
    Sha256Stream();
    ~Sha256Stream();
    Sha256Stream(const Sha256Stream&) = delete;
    Sha256Stream& operator=(const Sha256Stream&) = delete;
    Sha256Stream(Sha256Stream&&) = delete;
    Sha256Stream& operator=(Sha256Stream&&) = delete;
    void update(const QByteArray& bytes);
    QByteArray finish();

private:
    struct Context;
    std::unique_ptr<Context> m_context;
};

} // namespace client::crypto
