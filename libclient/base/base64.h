// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Base64 as Matrix uses it: unpadded standard alphabet out, strict in (padding accepted).
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace client {

QByteArray encodeBase64(QByteArrayView bytes);    //!< unpadded, standard alphabet
QByteArray encodeBase64Url(QByteArrayView bytes); //!< unpadded, URL-safe (JWK)
//! nullopt for any foreign character, bad length or bad padding.
std::optional<QByteArray> decodeBase64(QByteArrayView text);
std::optional<QByteArray> decodeBase64Url(QByteArrayView text);

} // namespace client
