// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// QR codes of bytes: made as rows of modules, read from a picture. Only qrcode.cpp
// knows the libraries: libqrencode writes, zxing-cpp reads.
#pragma once

#include <QByteArray>
#include <QImage>
#include <QStringList>

namespace app {

//! One text a row, '1' is a dark module; without the quiet zone. Empty: too many bytes.
QStringList qrRows(const QByteArray& payload);

//! The bytes of the first QR code in the picture; empty: none was found.
QByteArray qrPayload(const QImage& picture);

} // namespace app
