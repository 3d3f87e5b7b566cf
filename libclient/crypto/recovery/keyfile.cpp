// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/recovery/keyfile.h"

#include "base/base64.h"
#include "crypto/primitives/ctr.h"
#include "crypto/primitives/curves.h"
#include "crypto/primitives/primitives.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

constexpr QByteArrayView header = "-----BEGIN MEGOLM SESSION DATA-----";
constexpr QByteArrayView footer = "-----END MEGOLM SESSION DATA-----";
constexpr uint32_t usualCost = 500'000;
constexpr uint32_t dearest = 5'000'000;
constexpr qsizetype largest = 64LL * 1024 * 1024;
constexpr qsizetype saltAt = 1;
constexpr qsizetype ivAt = saltAt + 16;
constexpr qsizetype costAt = ivAt + 16;
constexpr qsizetype textAt = costAt + 4;
constexpr qsizetype macSize = 32;

struct Keys {
    SecretBytes aes, mac;
};

Result<Keys> keysOf(const SecretBytes& passphrase, QByteArrayView salt, uint32_t iterations)
{
    const auto both = pbkdf2Sha512(passphrase, salt, iterations, 64);
    if (!both) {
        return std::unexpected(both.error());
    }
    return Keys{SecretBytes::copyOf(both->view().first(32)),
                SecretBytes::copyOf(both->view().sliced(32))};
}

QByteArray linesOf(const QByteArray& text)
{
    QByteArray lines;
    for (qsizetype i = 0; i < text.size(); i += 76) {
        lines += text.mid(i, 76) + '\n';
    }
    return lines;
}

//! The bytes between header and footer.
std::optional<QByteArray> bodyOf(QByteArrayView file)
{
    const qsizetype begin = file.indexOf(header);
    const qsizetype end = file.indexOf(footer);
    if (file.size() > largest || begin < 0 || end < begin + header.size()) {
        return std::nullopt;
    }
    QByteArray text;
    for (const char c : file.sliced(begin + header.size(), end - begin - header.size())) {
        if (c != '\n' && c != '\r' && c != ' ' && c != '\t') {
            text += c;
        }
    }
    auto body = decodeBase64(text);
    const bool fine = body && body->size() > textAt + macSize && body->front() == '\x01';
    return fine ? body : std::nullopt;
}

} // namespace

Result<QByteArray> sealKeyFileWith(QByteArrayView json, const SecretBytes& passphrase,
                                   QByteArrayView salt, const QByteArray& iv, uint32_t iterations)
{
    const auto keys = keysOf(passphrase, salt, iterations);
    if (!keys) {
        return std::unexpected(keys.error());
    }
    auto stream = CtrStream::create(keys->aes, iv);
    if (!stream) {
        return std::unexpected(stream.error());
    }
    const auto text = stream->update(json.toByteArray());
    if (!text) {
        return std::unexpected(text.error());
    }
    QByteArray body("\x01");
    body += salt;
    body += iv;
    QByteArray cost(4, '\0');
    qToBigEndian(iterations, cost.data());
    body += cost + *text;
    body += hmacSha256(keys->mac, body);
    return header.toByteArray() + '\n' + linesOf(encodeBase64(body)) + footer.toByteArray() + '\n';
}

Result<QByteArray> sealKeyFile(QByteArrayView json, const SecretBytes& passphrase)
{
    QByteArray iv = randomBytes(16);
    iv[8] = char(iv[8] & 0x7f);
    return sealKeyFileWith(json, passphrase, randomBytes(16), iv, usualCost);
}

Result<SecretBytes> openKeyFile(QByteArrayView file, const SecretBytes& passphrase)
{
    const auto body = bodyOf(file);
    if (!body) {
        return fail(Error::Kind::Malformed, u"not a key file"_s);
    }
    const uint32_t cost = qFromBigEndian<uint32_t>(body->constData() + costAt);
    if (cost == 0 || cost > dearest) {
        return fail(Error::Kind::Malformed, u"a key file that would take too long to open"_s);
    }
    const auto keys = keysOf(passphrase, QByteArrayView(*body).sliced(saltAt, 16), cost);
    if (!keys) {
        return std::unexpected(keys.error());
    }
    const qsizetype macAt = body->size() - macSize;
    if (!constantTimeEquals(hmacSha256(keys->mac, QByteArrayView(*body).first(macAt)),
                            QByteArrayView(*body).sliced(macAt))) {
        return fail(Error::Kind::WrongKey, u"another passphrase, or the file was altered"_s);
    }
    auto stream = CtrStream::create(keys->aes, body->sliced(ivAt, 16));
    auto plain = stream ? stream->update(body->sliced(textAt, macAt - textAt))
                        : Result<QByteArray>(std::unexpected(stream.error()));
    if (!plain) {
        return std::unexpected(plain.error());
    }
    return SecretBytes::takeFrom(*plain);
}

} // namespace client::crypto
