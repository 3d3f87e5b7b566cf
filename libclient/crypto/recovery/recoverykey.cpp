// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/recovery/recoverykey.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

constexpr QByteArrayView alphabet = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
constexpr size_t keySize = 32;
constexpr size_t rawSize = 2 + keySize + 1;
using Raw = std::array<uint8_t, rawSize>;

uint8_t parityOf(const Raw& raw)
{
    uint8_t parity = 0;
    for (size_t i = 0; i + 1 < rawSize; ++i) {
        parity ^= raw[i];
    }
    return parity;
}

//! Big-endian base 256 to base 58. The first byte is never zero.
QByteArray base58(const Raw& raw)
{
    QByteArray digits; // least significant first
    for (const uint8_t byte : raw) {
        int carry = byte;
        for (char& digit : digits) {
            carry += int(digit) * 256;
            digit = char(carry % 58);
            carry /= 58;
        }
        for (; carry > 0; carry /= 58) {
            digits.append(char(carry % 58));
        }
    }
    std::ranges::reverse(digits);
    for (char& digit : digits) {
        digit = alphabet[digit];
    }
    return digits;
}

std::optional<Raw> fromBase58(const QByteArray& text)
{
    Raw raw{};
    for (const char letter : text) {
        const qsizetype digit = alphabet.indexOf(letter);
        if (digit < 0) {
            return std::nullopt;
        }
        int carry = int(digit);
        for (size_t i = rawSize; i-- > 0;) {
            carry += int(raw[i]) * 58;
            raw[i] = uint8_t(carry & 0xff);
            carry >>= 8;
        }
        if (carry != 0) {
            return std::nullopt; // too long
        }
    }
    return raw;
}

} // namespace

SecretBytes encodeRecoveryKey(const SecretBytes& key)
{
    Raw raw{0x8b, 0x01};
    std::ranges::copy(key.bytes().first(std::min(keySize, key.size())), raw.begin() + 2);
    raw.back() = parityOf(raw);
    QByteArray plain = base58(raw);
    QByteArray text;
    for (qsizetype i = 0; i < plain.size(); i += 4) {
        text += (i == 0 ? "" : " ") + plain.mid(i, 4);
    }
    wipe(plain);
    raw.fill(0);
    return SecretBytes::takeFrom(text);
}

Result<SecretBytes> decodeRecoveryKey(QStringView text)
{
    QByteArray letters;
    for (const QChar c : text) {
        if (!c.isSpace()) {
            letters += c.unicode() < 128 ? char(c.unicode()) : '!';
        }
    }
    auto raw = letters.size() <= 64 ? fromBase58(letters) : std::nullopt;
    wipe(letters);
    if (!raw || (*raw)[0] != 0x8b || (*raw)[1] != 0x01 || raw->back() != parityOf(*raw)) {
        return fail(Error::Kind::WrongKey, u"not a recovery key"_s);
    }
    QByteArray key(reinterpret_cast<const char*>(raw->data()) + 2, keySize);
    raw->fill(0);
    return SecretBytes::takeFrom(key);
}

} // namespace client::crypto
