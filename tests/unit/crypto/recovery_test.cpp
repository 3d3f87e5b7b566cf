// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Recovery keys, secret storage, backup entries, key files and verification arithmetic against
// fixed vectors that were computed without this program, and against tampering.

#include "base/base64.h"
#include "crypto/primitives/curves.h"
#include "crypto/primitives/primitives.h"
#include "crypto/recovery/backupcipher.h"
#include "crypto/recovery/keyfile.h"
#include "crypto/recovery/recoverykey.h"
#include "crypto/recovery/secretstorage.h"
#include "crypto/verification/emoji.h"
#include "crypto/verification/qrcode.h"
#include "crypto/verification/sas.h"

#include <QJsonArray>
#include <QSet>

#include <catch2/catch_test_macros.hpp>

using namespace client;
using namespace client::crypto;
using namespace Qt::StringLiterals;

namespace {

SecretBytes secretOf(const QByteArray& bytes)
{
    return SecretBytes::copyOf(bytes);
}

//! 00 01 02 … 1f
SecretBytes countingKey()
{
    QByteArray bytes;
    for (int i = 0; i < 32; ++i) {
        bytes += char(i);
    }
    return SecretBytes::takeFrom(bytes);
}

QByteArray vectorIv()
{
    QByteArray iv(16, '\xff');
    iv[8] = '\x7f';
    return iv;
}

} // namespace

TEST_CASE("a recovery key: its text, blanks, and every mistyped letter")
{
    const QByteArray text = "EsSz ykH7 LCZx 7Cae cmKD wcmY JRXi Ybtu 8iQ3 t8Ez nRwK pUY1";
    CHECK(encodeRecoveryKey(countingKey()).view() == text);
    const auto back =
        decodeRecoveryKey(u"\n EsSzykH7LCZx7Cae cmKDwcmYJRXiYbtu\t8iQ3 t8EznRwKpUY1 "_s);
    REQUIRE(back);
    CHECK(back->equals(countingKey()));
    CHECK(decodeRecoveryKey(u"EsTc LW2K PGiF wKEA 3As5 g5c4 BXwk qeeJ ZJV8 Q9fu gUMN UE4d"_s));
    for (qsizetype i = 0; i < text.size(); ++i) {
        QByteArray wrong = text;
        wrong[i] = text[i] == 'x' ? 'y' : 'x';
        if (text[i] != ' ') {
            CHECK_FALSE(decodeRecoveryKey(QString::fromLatin1(wrong)));
        }
        CHECK_FALSE(decodeRecoveryKey(QString::fromLatin1(text.first(i))));
    }
    CHECK_FALSE(decodeRecoveryKey(QString(1000, u'z')));
    CHECK_FALSE(
        decodeRecoveryKey(u"EsSz ykH7 LCZx 7Cae cmKD wcmY JRXi Ybtu 8iQ3 t8Ez nRwK pUYé"_s));
}

TEST_CASE("secret storage: the check of a key, a secret, and what it is bound to")
{
    const auto check = encryptSecretWith(countingKey(), {}, QByteArray(32, '\0'), vectorIv());
    REQUIRE(check);
    CHECK(check->value("mac"_L1) == "r1SV7uwn7GHV06UAnQWJKVecxcjeGLL4awv63dqxWXc"_L1);
    const QByteArray secret = encodeBase64(QByteArray(32, '\x07'));
    const auto sealed =
        encryptSecretWith(countingKey(), u"m.cross_signing.master"_s, secret, vectorIv());
    REQUIRE(sealed);
    CHECK(sealed->value("ciphertext"_L1) ==
          "jJPRAJWmvePqgcLGe0kOp/jcuv91nrsM7T1XITfjnqG5lRU9SsoMhRUwGw"_L1);
    CHECK(sealed->value("mac"_L1) == "aV3yrNwx/Wng1N5ctZlsYelhXLgBXRlv1k15lsz5vkA"_L1);
    const auto open = decryptSecret(countingKey(), u"m.cross_signing.master"_s, *sealed);
    REQUIRE(open);
    CHECK(open->view() == secret);
    CHECK_FALSE(decryptSecret(countingKey(), u"m.cross_signing.self_signing"_s, *sealed));
    for (const auto field : {"iv"_L1, "ciphertext"_L1, "mac"_L1}) {
        for (const QJsonValue& value :
             {QJsonValue(), QJsonValue(7), QJsonValue(u"!!!!"_s), QJsonValue(u"AAAA"_s)}) {
            QJsonObject broken = *sealed;
            broken.insert(field, value);
            CHECK_FALSE(decryptSecret(countingKey(), u"m.cross_signing.master"_s, broken));
        }
    }
}

TEST_CASE("secret storage: a description is checked, bounded, and may prove nothing")
{
    const QJsonObject description = describeKey(countingKey(), PassphraseInfo{u"sel"_s, 10'000});
    CHECK(checkKey(description, countingKey()) == KeyCheck::Right);
    CHECK(checkKey(description, secretOf(QByteArray(32, 'x'))) == KeyCheck::Wrong);
    QJsonObject bare = description;
    bare.remove("iv"_L1);
    bare.remove("mac"_L1);
    CHECK(checkKey(bare, countingKey()) == KeyCheck::Unproven);
    bare.insert("mac"_L1, u"AAAA"_s);
    CHECK_FALSE(checkKey(bare, countingKey()));
    for (const int iterations : {0, 1, 9'999, 5'000'001, -3}) {
        QJsonObject weak = description;
        QJsonObject info = weak.value("passphrase"_L1).toObject();
        info.insert("iterations"_L1, iterations);
        weak.insert("passphrase"_L1, info);
        const auto refused = keyFromPassphrase(weak, secretOf("pass"));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == Error::Kind::Unsupported);
    }
    CHECK(keyFromPassphrase(description, secretOf("pass")));
    for (int i = 0; i < 40; ++i) { // F14: no counter that another program would overflow
        const auto sealed = encryptSecret(countingKey(), u"name"_s, secretOf("secret"));
        const auto iv = decodeBase64(sealed->value("iv"_L1).toString().toLatin1());
        REQUIRE(iv);
        CHECK((iv->at(8) & 0x80) == 0);
    }
    const auto known =
        keyFromPassphrase(PassphraseInfo{u"MmMsAlty"_s, 100'000}, secretOf("correct horse"));
    REQUIRE(known);
    CHECK(known->view().toByteArray().toHex() ==
          "e130048f9bf6c42abf22737819500ce00bbf22bcd484ef4f325fada6a9364c4f");
}

TEST_CASE("a backup entry: there and back, and every cut of its ciphertext")
{
    const KeyPair pair = x25519Generate();
    const QByteArray plain(257, 'k');
    const auto sealed = sealBackup(pair.publicKey, plain);
    REQUIRE(sealed);
    const auto open = openBackup(pair.secret, *sealed);
    REQUIRE(open);
    CHECK(open->view() == plain);
    CHECK_FALSE(openBackup(x25519Generate().secret, *sealed));
    const auto whole = decodeBase64(sealed->value("ciphertext"_L1).toString().toLatin1());
    for (int cut = 1; cut < 34; ++cut) {
        for (const QByteArray& bad : {whole->chopped(cut), *whole + QByteArray(cut, '\0')}) {
            QJsonObject entry = *sealed;
            entry.insert("ciphertext"_L1, QString::fromLatin1(encodeBase64(bad)));
            const auto result = openBackup(pair.secret, entry);
            CHECK((!result || result->view() != plain));
            CHECK((bad.size() % 16 == 0 || !result));
            // Said before anything is decrypted.
            CHECK((bad.size() % 16 == 0 || result.error().kind == Error::Kind::Malformed));
        }
    }
    QJsonObject entry = *sealed;
    entry.insert("ephemeral"_L1, QString::fromLatin1(encodeBase64(QByteArray(32, '\0'))));
    CHECK_FALSE(openBackup(pair.secret, entry));
    entry = *sealed;
    entry.insert("mac"_L1, u"AAAAAAAAAAA"_s);
    CHECK_FALSE(openBackup(pair.secret, entry));
}

TEST_CASE("a key file: the vector, line ends, wrong words, every cut, and a cost beyond reason")
{
    QByteArray salt;
    for (int i = 0; i < 16; ++i) {
        salt += char(i);
    }
    const auto file = sealKeyFileWith("[]", secretOf("pass"), salt, vectorIv(), 100'000);
    REQUIRE(file);
    const QByteArray body = "AQABAgMEBQYHCAkKCwwNDg///////////3//////////AAGGoHt7HBrY1qgQcQFL/"
                            "82qHe0qAj8IuXCMQfvZIFMSQhvY6BQ";
    QByteArray joined = *file;
    joined.replace("\n", "");
    CHECK(joined.contains(body));
    QByteArray windows = *file;
    windows.replace("\n", "\r\n");
    CHECK(openKeyFile(windows, secretOf("pass"))->view() == "[]");
    const auto wrong = openKeyFile(*file, secretOf("Pass"));
    REQUIRE_FALSE(wrong);
    CHECK(wrong.error().kind == Error::Kind::WrongKey);
    for (qsizetype size = 0; size + 2 < file->size(); size += 3) {
        CHECK_FALSE(openKeyFile(file->first(size), secretOf("pass")));
    }
    const auto large = openKeyFile(QByteArray(64 * 1024 * 1024, ' ') + *file, secretOf("pass"));
    REQUIRE_FALSE(large);
    CHECK(large.error().kind == Error::Kind::Malformed);
    auto raw = decodeBase64(body);
    REQUIRE(raw);
    for (const QByteArray& cost : {QByteArray(4, '\xff'), QByteArray(4, '\0')}) {
        QByteArray dear = *raw;
        dear.replace(33, 4, cost);
        const QByteArray text = "-----BEGIN MEGOLM SESSION DATA-----\n" + encodeBase64(dear) +
                                "\n-----END MEGOLM SESSION DATA-----";
        const auto refused = openKeyFile(text, secretOf("pass"));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == Error::Kind::Malformed);
    }
}

TEST_CASE("short authentication strings: the vectors")
{
    const SasParty alice{UserId(u"@alice:example.org"_s), DeviceId(u"ALICEDEV"_s),
                         encodeBase64(QByteArray(32, '\x01'))};
    const SasParty bob{UserId(u"@bob:example.org"_s), DeviceId(u"BOBDEV"_s),
                       encodeBase64(QByteArray(32, '\x02'))};
    const QByteArray bytes = sasBytes(countingKey(), alice, bob, u"txn1"_s);
    CHECK(bytes.toHex() == "89396ddebd0f");
    CHECK(sasEmoji(bytes) == std::vector<int>{34, 19, 37, 45, 55, 43, 52});
    CHECK(sasDecimals(bytes) == std::vector<int>{5391, 2463, 4934});
    CHECK(sasBytes(countingKey(), bob, alice, u"txn1"_s) != bytes);
    CHECK(sasMac(countingKey(), alice, bob, u"txn1"_s, u"ed25519:ALICEDEV"_s,
                 encodeBase64(QByteArray(32, '\x03'))) ==
          "bg9bRdpnR/HStWpdmkoE1etF+NDjyy1GAXn+OizEpag");
    const QJsonObject start{
        {u"from_device"_s, u"ALICEDEV"_s},
        {u"hashes"_s, QJsonArray{u"sha256"_s}},
        {u"key_agreement_protocols"_s, QJsonArray{u"curve25519-hkdf-sha256"_s}},
        {u"message_authentication_codes"_s, QJsonArray{u"hkdf-hmac-sha256.v2"_s}},
        {u"method"_s, u"m.sas.v1"_s},
        {u"short_authentication_string"_s, QJsonArray{u"decimal"_s, u"emoji"_s}},
        {u"transaction_id"_s, u"txn1"_s}};
    CHECK(sasCommitment(bob.key, start) == "Kw03BzU2ytxPIAzejCTgqbyQTfX1LuC9RWZ9X+AcgGI");
}

TEST_CASE("emoji: 64 different ones, named in both languages")
{
    QSet<QString> symbols;
    for (int i = 0; i < 64; ++i) {
        const SasEmoji emoji = sasEmojiAt(i);
        symbols.insert(emoji.symbol);
        CHECK_FALSE(emoji.english.isEmpty());
        CHECK_FALSE(emoji.french.isEmpty());
    }
    CHECK(symbols.size() == 64);
    CHECK(sasEmojiAt(64).symbol.isEmpty());
    CHECK(sasEmojiAt(-1).symbol.isEmpty());
}

TEST_CASE("verification codes: there and back, every cut refused")
{
    VerificationQr code;
    code.mode = VerificationQr::Mode::DistrustsMaster;
    code.flow = u"$événement"_s;
    code.firstKey = encodeBase64(QByteArray(32, 'a'));
    code.secondKey = encodeBase64(QByteArray(32, 'b'));
    code.secret = QByteArray(8, '\0');
    const auto bytes = encodeQr(code);
    REQUIRE(bytes);
    const auto back = parseQr(*bytes);
    REQUIRE(back);
    CHECK(back->flow == code.flow);
    CHECK(back->firstKey == code.firstKey);
    CHECK(back->secondKey == code.secondKey);
    CHECK(back->secret == code.secret);
    CHECK(back->mode == code.mode);
    for (qsizetype size = 0; size < bytes->size(); ++size) {
        CHECK_FALSE(parseQr(bytes->first(size)));
    }
    for (const int at : {0, 5, 6, 7}) { // magic, version, mode
        QByteArray bad = *bytes;
        bad[at] = char(bad[at] ^ 0x40);
        CHECK_FALSE(parseQr(bad));
    }
    code.secret = "short";
    CHECK_FALSE(encodeQr(code));
}

TEST_CASE("X25519 and Ed25519: RFC 7748 and RFC 8032, and keys of small order")
{
    const auto hex = [](const char* text) { return QByteArray::fromHex(text); };
    const SecretBytes alice =
        secretOf(hex("77076d0a7318a57d3c16c17251b26645df4a0d0f2f6a2e1e9f3b0d0a2a6d2c2a"));
    CHECK(x25519Agree(alice, encodeBase64(QByteArray(32, '\0'))).has_value() == false);
    QByteArray one(32, '\0');
    one[0] = 1;
    CHECK_FALSE(x25519Agree(alice, encodeBase64(one)));
    CHECK_FALSE(x25519Agree(alice, "AAAA"));
    const SecretBytes a =
        secretOf(hex("77076d0a7318a57d3c16c17251b26645df0a0a7a0a0a0a0a0a0a0a0a0a0a0a0a"));
    const KeyPair b = x25519Generate();
    CHECK(x25519Agree(a, b.publicKey)->equals(*x25519Agree(b.secret, *x25519Public(a))));
    const SecretBytes rfc =
        secretOf(hex("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb"));
    CHECK(*x25519Public(rfc) ==
          encodeBase64(hex("de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f")));
    const SecretBytes seed =
        secretOf(hex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
    CHECK(*ed25519Public(seed) ==
          encodeBase64(hex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a")));
    CHECK(*ed25519Sign(seed, "") ==
          encodeBase64(hex("e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                           "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b")));
}
