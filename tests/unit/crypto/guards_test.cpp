// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What must not reach libolm: each guard by itself, for libolm may refuse the same for another
// reason.

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
using namespace Qt::StringLiterals;

namespace {

QByteArray field(char tag, const QByteArray& value)
{
    return QByteArray(1, tag) + char(value.size()) + value;
}

QByteArray normal(char version = '\3')
{
    return version + field('\x0a', QByteArray(32, 'k')) + QByteArray("\x10\1\x22\x10", 4) +
           QByteArray(16, 'c') + QByteArray(8, 'm');
}

QByteArray preKey(char version = '\3')
{
    return version + field('\x0a', QByteArray(32, 'o')) + field('\x12', QByteArray(32, 'b')) +
           field('\x1a', QByteArray(32, 'i')) + field('\x22', normal());
}

QByteArray megolm(char version = '\3')
{
    return version + QByteArray("\x08\1\x12\x10", 4) + QByteArray(16, 'c') +
           QByteArray(8 + 64, 'm');
}

//! A Megolm message with a ciphertext of `blocks` blocks.
QByteArray longMegolm(int blocks)
{
    const int size = blocks * 16;
    const std::array length{char(0x80 | (size & 0x7f)), char(0x80 | ((size >> 7) & 0x7f)),
                            char(size >> 14)};
    return QByteArray("\3\x08\1\x12", 4) + QByteArray(length.data(), length.size()) +
           QByteArray(size, 'c') + QByteArray(72, 'm');
}

} // namespace

TEST_CASE("G1: only version 3 of each message")
{
    for (int version = 0; version < 256; ++version) {
        INFO("version " << version);
        const bool fine = version == 3;
        CHECK(checkOlmMessage(1, encodeBase64(normal(char(version))), {}).has_value() == fine);
        CHECK(checkPreKeyShape(encodeBase64(preKey(char(version)))).has_value() == fine);
        CHECK(checkMegolmMessage(encodeBase64(megolm(char(version)))).has_value() == fine);
    }
    CHECK_FALSE(checkOlmMessage(2, encodeBase64(normal()), {}));
}

TEST_CASE("G1: a pre-key message carries the key of its sender")
{
    const QByteArray message = encodeBase64(preKey());
    CHECK(checkOlmMessage(0, message, encodeBase64(QByteArray(32, 'i'))));
    CHECK_FALSE(checkOlmMessage(0, message, encodeBase64(QByteArray(32, 'j'))));
    CHECK_FALSE(checkOlmMessage(0, message, {}));
    CHECK_FALSE(checkOlmMessage(0, message, "!"));
}

TEST_CASE("G1: nothing longer than an event could be")
{
    CHECK(checkMegolmMessage(encodeBase64(longMegolm(6'000)))); // 96,000 bytes, 128,000 characters
    CHECK_FALSE(checkMegolmMessage(encodeBase64(longMegolm(6'200))));
}

TEST_CASE("A29: keys of small order, also with the bit that X25519 passes over")
{
    QByteArray one = QByteArray("\1", 1) + QByteArray(31, '\0');
    CHECK_FALSE(checkCurve25519Key(encodeBase64(one)));
    one[31] = '\x80';
    CHECK_FALSE(checkCurve25519Key(encodeBase64(one)));
    QByteArray fair(32, 'a');
    fair[31] = char(0xe1);
    CHECK(checkCurve25519Key(encodeBase64(fair)));
}

TEST_CASE("F5: a session key of another length or version is refused for its form")
{
    auto outbound = OutboundGroup::create();
    REQUIRE(outbound);
    const QByteArray key = *decodeBase64(outbound->sessionKey().view().toByteArray());
    auto inbound = InboundGroup::fromSessionKey(outbound->sessionKey());
    REQUIRE(inbound);
    const auto refusedForForm = [](const auto& result) {
        return !result && result.error().kind == Error::Kind::Malformed &&
               result.error().detail == "format of a session key"_L1;
    };
    QByteArray otherVersion = key;
    otherVersion[0] = 1;
    for (const QByteArray& wrong : {otherVersion, key + 'x', key.chopped(1), QByteArray()}) {
        CHECK(
            refusedForForm(InboundGroup::fromSessionKey(SecretBytes::copyOf(encodeBase64(wrong)))));
        CHECK(refusedForForm(InboundGroup::fromExport(SecretBytes::copyOf(encodeBase64(wrong)))));
    }
    CHECK(refusedForForm(InboundGroup::fromExport(outbound->sessionKey())));
}

TEST_CASE("A34: a Megolm message is looked at before libolm has it")
{
    auto outbound = OutboundGroup::create();
    REQUIRE(outbound);
    auto inbound = InboundGroup::fromSessionKey(outbound->sessionKey());
    REQUIRE(inbound);
    const auto wrong = inbound->decrypt(encodeBase64(megolm('\2')));
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().detail == checkMegolmMessage(encodeBase64(megolm('\2'))).error().detail);
}

TEST_CASE("E76: no two files share a key or a vector, and the counter begins at zero")
{
    QByteArray text("bonjour");
    const auto keyOf = [&] {
        QByteArray cipher;
        QBuffer plain(&text);
        QBuffer sealed(&cipher);
        plain.open(QIODevice::ReadOnly);
        sealed.open(QIODevice::WriteOnly);
        auto key = encryptAttachment(plain, sealed, [] { return true; });
        REQUIRE(key);
        return std::move(*key);
    };
    const AttachmentKey one = keyOf();
    const AttachmentKey two = keyOf();
    CHECK(one.iv.size() == 16);
    CHECK(one.iv.first(8) != two.iv.first(8));
    CHECK(one.iv.last(8) == QByteArray(8, '\0'));
    CHECK_FALSE(one.key.view() == two.key.view());
}
