// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Buffers for calls into libolm: random input, outputs with guarded slack, pickling. Private to
// crypto/olm.
#pragma once

#include "base/error.h"
#include "base/secretbytes.h"
#include "crypto/primitives/primitives.h"

#include <QByteArray>

#include <olm/olm.h>

#include <algorithm>

namespace client::crypto {

//! An output buffer with 32 canary bytes on both sides: a write outside is an error, never silent.
class GuardedBuffer {
public:
    explicit GuardedBuffer(size_t size) : m_bytes(qsizetype(size + 2 * slack), canary) {}

    ~GuardedBuffer() { wipe(m_bytes); }

    GuardedBuffer(const GuardedBuffer&) = delete;
    GuardedBuffer& operator=(const GuardedBuffer&) = delete;
    GuardedBuffer(GuardedBuffer&&) = delete;
    GuardedBuffer& operator=(GuardedBuffer&&) = delete;

    void* data() { return m_bytes.data() + slack; }

    size_t size() const { return size_t(m_bytes.size()) - 2 * slack; }

    bool isIntact() const
    {
        const auto isCanary = [](char c) { return c == canary; };
        return std::ranges::all_of(m_bytes.first(slack), isCanary) &&
               std::ranges::all_of(m_bytes.last(slack), isCanary);
    }

    //! The first `length` bytes; Crypto when more than there are or a canary died.
    Result<QByteArray> take(size_t length) const
    {
        if (length > size() || !isIntact()) {
            return fail(Error::Kind::Crypto, QStringLiteral("libolm wrote outside of its buffer"));
        }
        return m_bytes.sliced(slack, qsizetype(length));
    }

    //! As take, of a padded plaintext: padding is at least one byte, and libolm does not look.
    Result<QByteArray> takePlaintext(size_t length) const
    {
        if (length >= size()) {
            return fail(Error::Kind::Crypto, QStringLiteral("a plaintext without padding"));
        }
        return take(length);
    }

private:
    static constexpr qsizetype slack = 32;
    static constexpr char canary = char(0xA5);
    QByteArray m_bytes;
};

inline std::unexpected<Error> olmError(const char* what, const char* why)
{
    return fail(Error::Kind::Crypto,
                QString::fromLatin1(what) + QStringLiteral(": ") + QString::fromLatin1(why));
}

//! `length` and `write` are libolm's pickle_length and pickle of the object.
template <class Object, class Length, class Write>
Result<QByteArray> pickleWith(Object* object, const SecretBytes& key, Length length, Write write)
{
    QByteArray out(qsizetype(length(object)), Qt::Uninitialized);
    if (write(object, key.bytes().data(), key.size(), out.data(), size_t(out.size())) ==
        olm_error()) {
        return olmError("pickle", "failed");
    }
    return out;
}

} // namespace client::crypto
