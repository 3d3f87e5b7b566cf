// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/olm/guards.h"

#include "base/base64.h"
#include "crypto/primitives/primitives.h"

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

using Kind = Error::Kind;

constexpr qsizetype maxMessage = 128 * 1024;
constexpr qsizetype keySize = 32;
constexpr qsizetype macSize = 8;
constexpr qsizetype signatureSize = 64;
constexpr qsizetype blockSize = 16;
constexpr char version = 3;

std::unexpected<Error> refuse(const QString& why)
{
    return fail(Kind::Malformed, u"message refused: "_s + why);
}

//! Reads libolm's wire format: version byte, then fields of (tag varint, value).
class Reader {
public:
    explicit Reader(QByteArrayView bytes) : m_rest(bytes) {}

    bool atEnd() const { return m_rest.isEmpty(); }

    //! One byte, as libolm reads it: a longer form would be a field here and unknown there.
    std::optional<uint32_t> tag()
    {
        if (m_rest.isEmpty()) {
            return std::nullopt;
        }
        const auto byte = uint8_t(m_rest.front());
        m_rest = m_rest.sliced(1);
        return byte;
    }

    //! 32 bits in the shortest form.
    std::optional<uint32_t> varint()
    {
        uint64_t value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            const auto byte = tag();
            if (!byte || (*byte == 0 && shift > 0)) {
                return std::nullopt;
            }
            value |= uint64_t(*byte & 0x7f) << shift;
            if ((*byte & 0x80) == 0) {
                return value > UINT32_MAX ? std::nullopt : std::optional(uint32_t(value));
            }
        }
        return std::nullopt;
    }

    std::optional<QByteArrayView> bytes()
    {
        const auto size = varint();
        if (!size || qsizetype(*size) > m_rest.size()) {
            return std::nullopt;
        }
        const QByteArrayView value = m_rest.first(*size);
        m_rest = m_rest.sliced(*size);
        return value;
    }

private:
    QByteArrayView m_rest;
};

//! Fields by tag; each may come once.
struct Fields {
    std::optional<QByteArrayView> ratchetKey, oneTimeKey, baseKey, identityKey, cipher, inner;
    std::optional<uint32_t> counter;
};

template <class T>
bool setOnce(std::optional<T>& field, std::optional<T> value)
{
    if (field || !value) {
        return false;
    }
    field = value;
    return true;
}

bool isCipher(const std::optional<QByteArrayView>& text)
{
    return text && text->size() >= blockSize && text->size() % blockSize == 0;
}

bool isKey(const std::optional<QByteArrayView>& key)
{
    return key && key->size() == keySize && checkCurve25519Key(encodeBase64(*key)).has_value();
}

//! tag 0x0A ratchet key, 0x10 counter, 0x22 ciphertext; then 8 bytes of MAC.
Result<> checkNormal(QByteArrayView message)
{
    if (message.size() < 1 + macSize || message.front() != version) {
        return refuse(u"version or length"_s);
    }
    Reader reader(message.sliced(1).chopped(macSize));
    Fields fields;
    while (!reader.atEnd()) {
        const auto tag = reader.tag();
        const bool known = tag == 0x0A   ? setOnce(fields.ratchetKey, reader.bytes())
                           : tag == 0x10 ? setOnce(fields.counter, reader.varint())
                           : tag == 0x22 ? setOnce(fields.cipher, reader.bytes())
                                         : false;
        if (!known) {
            return refuse(u"field of an Olm message"_s);
        }
    }
    if (!isKey(fields.ratchetKey) || !fields.counter || !isCipher(fields.cipher)) {
        return refuse(u"missing field of an Olm message"_s);
    }
    return {};
}

//! tag 0x0A one-time key, 0x12 base key, 0x1A identity key, 0x22 inner message; no MAC.
Result<Fields> readPreKey(QByteArrayView message)
{
    if (message.isEmpty() || message.front() != version) {
        return refuse(u"version"_s);
    }
    Reader reader(message.sliced(1));
    Fields fields;
    while (!reader.atEnd()) {
        const auto tag = reader.tag();
        const bool known = tag == 0x0A   ? setOnce(fields.oneTimeKey, reader.bytes())
                           : tag == 0x12 ? setOnce(fields.baseKey, reader.bytes())
                           : tag == 0x1A ? setOnce(fields.identityKey, reader.bytes())
                           : tag == 0x22 ? setOnce(fields.inner, reader.bytes())
                                         : false;
        if (!known) {
            return refuse(u"field of a pre-key message"_s);
        }
    }
    if (!isKey(fields.oneTimeKey) || !isKey(fields.baseKey) || !isKey(fields.identityKey) ||
        !fields.inner) {
        return refuse(u"missing field of a pre-key message"_s);
    }
    return fields;
}

Result<> checkPreKey(QByteArrayView message, const std::optional<QByteArray>& sender)
{
    const auto fields = readPreKey(message);
    if (!fields) {
        return std::unexpected(fields.error());
    }
    if (sender && !constantTimeEquals(*sender, *fields->identityKey)) {
        return refuse(u"the identity key is not the sender's"_s);
    }
    return checkNormal(*fields->inner);
}

Result<QByteArray> strictBytes(const QByteArray& body)
{
    if (body.size() > maxMessage) {
        return refuse(u"longer than 128 KiB"_s);
    }
    auto decoded = decodeBase64(body);
    if (!decoded || body.endsWith('=')) { // libolm would take padding for data
        return refuse(u"not unpadded base64"_s);
    }
    return std::move(*decoded);
}

//! The points of small order, high bit cleared: a shared secret with them is known to everybody.
bool isSmallOrder(QByteArray key)
{
    static const std::array<QByteArray, 7> points{
        QByteArray::fromHex("0000000000000000000000000000000000000000000000000000000000000000"),
        QByteArray::fromHex("0100000000000000000000000000000000000000000000000000000000000000"),
        QByteArray::fromHex("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"),
        QByteArray::fromHex("5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157"),
        QByteArray::fromHex("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
        QByteArray::fromHex("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
        QByteArray::fromHex("eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f")};
    key[31] = char(key.at(31) & 0x7f);
    return std::ranges::find(points, key) != points.end();
}

} // namespace

Result<> checkOlmMessage(int type, const QByteArray& body, const QByteArray& senderKey)
{
    const auto bytes = strictBytes(body);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    if (type == 0) {
        return checkPreKey(*bytes, decodeBase64(senderKey).value_or(QByteArray()));
    }
    return type == 1 ? checkNormal(*bytes) : refuse(u"unknown type"_s);
}

Result<> checkPreKeyShape(const QByteArray& body)
{
    const auto bytes = strictBytes(body);
    return bytes ? checkPreKey(*bytes, std::nullopt) : std::unexpected(bytes.error());
}

QByteArray oneTimeKeyOf(const QByteArray& body)
{
    const auto bytes = strictBytes(body);
    const auto fields = bytes ? readPreKey(*bytes) : std::unexpected(bytes.error());
    return fields ? encodeBase64(*fields->oneTimeKey) : QByteArray();
}

Result<> checkMegolmMessage(const QByteArray& body)
{
    const auto bytes = strictBytes(body);
    if (!bytes) {
        return std::unexpected(bytes.error());
    }
    if (bytes->size() < 1 + macSize + signatureSize || bytes->front() != version) {
        return refuse(u"version or length"_s);
    }
    // tag 0x08 index, 0x12 ciphertext; then MAC and signature.
    Reader reader(QByteArrayView(*bytes).sliced(1).chopped(macSize + signatureSize));
    Fields fields;
    while (!reader.atEnd()) {
        const auto tag = reader.tag();
        const bool known = tag == 0x08   ? setOnce(fields.counter, reader.varint())
                           : tag == 0x12 ? setOnce(fields.cipher, reader.bytes())
                                         : false;
        if (!known) {
            return refuse(u"field of a Megolm message"_s);
        }
    }
    if (!fields.counter || !isCipher(fields.cipher)) {
        return refuse(u"missing field of a Megolm message"_s);
    }
    return {};
}

Result<> checkCurve25519Key(const QByteArray& key)
{
    const auto bytes = decodeBase64(key);
    if (!bytes || bytes->size() != keySize) {
        return refuse(u"not a Curve25519 key"_s);
    }
    return isSmallOrder(*bytes) ? refuse(u"key of small order"_s) : Result<>{};
}

} // namespace client::crypto
