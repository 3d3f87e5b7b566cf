// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/verification/qrcode.h"

#include "base/base64.h"

#include <QtEndian>

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

constexpr QByteArrayView magic = "MATRIX\x02";
constexpr qsizetype keySize = 32;
constexpr qsizetype shortestSecret = 8;
constexpr qsizetype longest = 2953; // what a QR code holds

} // namespace

Result<QByteArray> encodeQr(const VerificationQr& code)
{
    const auto first = decodeBase64(code.firstKey);
    const auto second = decodeBase64(code.secondKey);
    const QByteArray flow = code.flow.toUtf8();
    if (!first || first->size() != keySize || !second || second->size() != keySize ||
        flow.isEmpty() || flow.size() > 1024 || code.secret.size() < shortestSecret) {
        return fail(Error::Kind::Invalid, u"a part of the QR code is missing"_s);
    }
    QByteArray bytes = magic.toByteArray();
    bytes += char(code.mode);
    QByteArray size(2, '\0');
    qToBigEndian(uint16_t(flow.size()), size.data());
    return bytes + size + flow + *first + *second + code.secret;
}

Result<VerificationQr> parseQr(const QByteArray& bytes)
{
    const auto refuse = fail(Error::Kind::Malformed, u"not a verification code"_s);
    const qsizetype flowAt = magic.size() + 3;
    if (bytes.size() < flowAt || bytes.size() > longest || !bytes.startsWith(magic) ||
        uint8_t(bytes[magic.size()]) > 2) {
        return refuse;
    }
    const auto flowSize = qsizetype(qFromBigEndian<uint16_t>(bytes.constData() + magic.size() + 1));
    const qsizetype keysAt = flowAt + flowSize;
    if (flowSize == 0 || bytes.size() < keysAt + 2 * keySize + shortestSecret) {
        return refuse;
    }
    VerificationQr code;
    code.mode = VerificationQr::Mode(bytes[magic.size()]);
    code.flow = QString::fromUtf8(bytes.sliced(flowAt, flowSize));
    code.firstKey = encodeBase64(bytes.sliced(keysAt, keySize));
    code.secondKey = encodeBase64(bytes.sliced(keysAt + keySize, keySize));
    code.secret = bytes.sliced(keysAt + 2 * keySize);
    return code;
}

} // namespace client::crypto
