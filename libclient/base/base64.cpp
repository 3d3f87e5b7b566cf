// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/base64.h"

namespace client {

namespace {

std::optional<QByteArray> decodeStrictly(QByteArrayView text, QByteArray::Base64Options alphabet)
{
    QByteArray bare = text.toByteArray();
    qsizetype padding = 0;
    while (bare.endsWith('=')) {
        bare.chop(1);
        ++padding;
    }
    const qsizetype rest = bare.size() % 4;
    const bool paddingFits = padding == 0 || padding == (4 - rest) % 4;
    if (rest == 1 || !paddingFits) {
        return std::nullopt;
    }
    auto result =
        QByteArray::fromBase64Encoding(bare, alphabet | QByteArray::AbortOnBase64DecodingErrors);
    if (!result) {
        return std::nullopt;
    }
    return std::move(result.decoded);
}

} // namespace

QByteArray encodeBase64(QByteArrayView bytes)
{
    return bytes.toByteArray().toBase64(QByteArray::OmitTrailingEquals);
}

QByteArray encodeBase64Url(QByteArrayView bytes)
{
    return bytes.toByteArray().toBase64(QByteArray::OmitTrailingEquals |
                                        QByteArray::Base64UrlEncoding);
}

std::optional<QByteArray> decodeBase64(QByteArrayView text)
{
    return decodeStrictly(text, QByteArray::Base64Encoding);
}

std::optional<QByteArray> decodeBase64Url(QByteArrayView text)
{
    return decodeStrictly(text, QByteArray::Base64UrlEncoding);
}

} // namespace client
