// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Ciphers and keys against published vectors, attachments and Megolm against tampering.

#include "base/base64.h"
#include "crypto/attachment/attachmentcipher.h"
#include "crypto/olm/guards.h"
#include "crypto/olm/megolm.h"
#include "crypto/primitives/primitives.h"

#include <QBuffer>

#include <catch2/catch_test_macros.hpp>

#include <array>

using namespace client;
using namespace client::crypto;

namespace {

QByteArray hex(const char* text)
{
    return QByteArray::fromHex(text);
}

SecretBytes secretOf(const QByteArray& bytes)
{
    return SecretBytes::copyOf(bytes);
}

} // namespace

TEST_CASE("HKDF: RFC 5869, cases 1 and 3")
{
    const SecretBytes key = secretOf(QByteArray(22, '\x0b'));
    const auto one =
        hkdfSha256(key, hex("000102030405060708090a0b0c"), hex("f0f1f2f3f4f5f6f7f8f9"), 42);
    REQUIRE(one);
    CHECK(one->view() == hex("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf"
                             "34007208d5b887185865"));
    const auto three = hkdfSha256(key, {}, {}, 42);
    REQUIRE(three);
    CHECK(three->view() == hex("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d"
                               "9d201395faa4b61a96c8"));
}

TEST_CASE("Ed25519: RFC 8032, test 2, and what differs from it")
{
    const QByteArray key =
        encodeBase64(hex("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c"));
    QByteArray signature = hex("92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                               "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    CHECK(ed25519Verify(key, hex("72"), encodeBase64(signature)));
    CHECK_FALSE(ed25519Verify(key, hex("73"), encodeBase64(signature)));
    signature[3] = char(signature[3] ^ 1);
    CHECK_FALSE(ed25519Verify(key, hex("72"), encodeBase64(signature)));
    CHECK_FALSE(ed25519Verify("AAAA", hex("72"), encodeBase64(signature)));
}

TEST_CASE("AES-GCM opens what it sealed and nothing else")
{
    const SecretBytes key = secretOf(QByteArray(32, 'k'));
    const QByteArray nonce(12, 'n');
    auto sealed = aesGcmSeal(key, nonce, "aad", "bonjour");
    REQUIRE(sealed);
    CHECK(aesGcmOpen(key, nonce, "aad", *sealed)->view() == QByteArray("bonjour"));
    CHECK_FALSE(aesGcmOpen(key, nonce, "other", *sealed));
    CHECK_FALSE(aesGcmOpen(secretOf(QByteArray(32, 'x')), nonce, "aad", *sealed));
    (*sealed)[0] = char((*sealed)[0] ^ 1);
    CHECK_FALSE(aesGcmOpen(key, nonce, "aad", *sealed));
    CHECK_FALSE(aesGcmOpen(key, nonce, "aad", "short"));
}

TEST_CASE("an attachment of any size comes back, or not a byte of it")
{
    for (const qsizetype size : {0, 1, 15, 16, 17, 65'536, 1'000'003}) {
        QByteArray text = randomBytes(size);
        QByteArray cipher;
        QByteArray back;
        QBuffer plain(&text);
        QBuffer sealed(&cipher);
        QBuffer opened(&back);
        plain.open(QIODevice::ReadOnly);
        sealed.open(QIODevice::ReadWrite);
        opened.open(QIODevice::WriteOnly);
        auto key = encryptAttachment(plain, sealed, [] { return true; });
        REQUIRE(key);
        CHECK(cipher.size() == size);
        sealed.seek(0);
        REQUIRE(decryptAttachment(sealed, opened, *key));
        CHECK(back == text);
        if (size == 0) {
            continue;
        }
        cipher[size / 2] = char(cipher[size / 2] ^ 1);
        QByteArray nothing;
        QBuffer broken(&cipher);
        QBuffer target(&nothing);
        broken.open(QIODevice::ReadOnly);
        target.open(QIODevice::WriteOnly);
        const auto refused = decryptAttachment(broken, target, *key);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == Error::Kind::Crypto);
        CHECK(nothing.isEmpty());
    }
}

TEST_CASE("Megolm: every changed byte is refused")
{
    auto outbound = OutboundGroup::create();
    REQUIRE(outbound);
    auto inbound = InboundGroup::fromSessionKey(outbound->sessionKey());
    REQUIRE(inbound);
    const auto message = outbound->encrypt("bonjour");
    REQUIRE(message);
    const auto plain = inbound->decrypt(*message);
    REQUIRE(plain);
    CHECK(plain->text == "bonjour");
    CHECK(plain->index == 0);
    const QByteArray raw = *decodeBase64(*message);
    for (qsizetype i = 0; i < raw.size(); ++i) {
        QByteArray changed = raw;
        changed[i] = char(changed[i] ^ 0x10);
        INFO("byte " << i);
        CHECK_FALSE(inbound->decrypt(encodeBase64(changed)));
    }
    for (qsizetype length = 0; length < raw.size(); ++length) {
        CHECK_FALSE(inbound->decrypt(encodeBase64(raw.first(length))));
    }
}

TEST_CASE("A34: a ciphertext is whole blocks, one at least")
{
    for (int length = 0; length <= 48; ++length) {
        INFO("length " << length);
        const bool fine = length > 0 && length % 16 == 0;
        const QByteArray cipher = char(length) + QByteArray(length, 'c');
        const QByteArray megolm = QByteArray("\3\x08\1\x12", 4) + cipher + QByteArray(8 + 64, 'm');
        CHECK(checkMegolmMessage(encodeBase64(megolm)).has_value() == fine);
        const QByteArray olm = QByteArray("\3\x0a\x20", 3) + QByteArray(32, 'k') +
                               QByteArray("\x10\1\x22", 3) + cipher + QByteArray(8, 'm');
        CHECK(checkOlmMessage(1, encodeBase64(olm), {}).has_value() == fine);
    }
}

TEST_CASE("A35: a pre-key message has each of its fields, and once")
{
    const auto field = [](char tag, const QByteArray& value) {
        return QByteArray(1, tag) + char(value.size()) + value;
    };
    const QByteArray inner = QByteArray("\3\x0a\x20", 3) + QByteArray(32, 'k') +
                             QByteArray("\x10\1\x22\x10", 4) + QByteArray(16, 'c') +
                             QByteArray(8, 'm');
    const std::array fields{field('\x0a', QByteArray(32, 'o')), field('\x12', QByteArray(32, 'b')),
                            field('\x1a', QByteArray(32, 'i')), field('\x22', inner)};
    QByteArray whole("\3", 1);
    for (const QByteArray& one : fields) {
        whole += one;
    }
    CHECK(checkPreKeyShape(encodeBase64(whole)));
    for (const QByteArray& one : fields) {
        QByteArray without = whole;
        CHECK_FALSE(checkPreKeyShape(encodeBase64(without.replace(one, QByteArray()))));
        CHECK_FALSE(checkPreKeyShape(encodeBase64(whole + one)));
    }
}

TEST_CASE("keys of small order and messages without form never reach libolm")
{
    CHECK_FALSE(checkCurve25519Key(encodeBase64(QByteArray(32, '\0'))));
    CHECK_FALSE(checkCurve25519Key(encodeBase64(QByteArray("\1", 1) + QByteArray(31, '\0'))));
    CHECK_FALSE(checkCurve25519Key(encodeBase64(QByteArray(31, 'a'))));
    CHECK(checkCurve25519Key(encodeBase64(QByteArray(32, 'a'))));
    for (const QByteArray& wrong : {QByteArray(), QByteArray("AA"), QByteArray(200'000, 'A'),
                                    QByteArray("!!!!"), encodeBase64(QByteArray("\3", 1))}) {
        CHECK_FALSE(checkMegolmMessage(wrong));
        CHECK_FALSE(checkPreKeyShape(wrong));
    }
}
