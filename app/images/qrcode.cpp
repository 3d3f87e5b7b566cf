// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "images/qrcode.h"

#include <qrencode.h>

#include <ZXing/ReadBarcode.h>
#include <memory>

namespace app {

namespace {

constexpr int longestSide = 2000; // a photograph is larger than any code on it needs

} // namespace

QStringList qrRows(const QByteArray& payload)
{
    // Plain bytes and nothing before them: some readers take the code apart by hand.
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeData(int(payload.size()),
                          reinterpret_cast<const unsigned char*>(payload.constData()), 0,
                          QR_ECLEVEL_L),
        &QRcode_free);
    QStringList rows;
    for (int y = 0; code && y < code->width; ++y) {
        QString row;
        for (int x = 0; x < code->width; ++x) {
            const bool dark = (code->data[y * code->width + x] & 1) != 0;
            row += QLatin1Char(dark ? '1' : '0');
        }
        rows.append(row);
    }
    return rows;
}

QByteArray qrPayload(const QImage& picture)
{
    QImage grey = picture;
    if (qMax(grey.width(), grey.height()) > longestSide) {
        grey = grey.scaled(longestSide, longestSide, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    }
    grey = grey.convertToFormat(QImage::Format_Grayscale8);
    if (grey.isNull()) {
        return {};
    }
    const ZXing::ImageView view(grey.constBits(), grey.width(), grey.height(),
                                ZXing::ImageFormat::Lum, int(grey.bytesPerLine()));
    const auto found = ZXing::ReadBarcode(
        view, ZXing::ReaderOptions().setFormats(ZXing::BarcodeFormat::QRCode).setTryHarder(true));
    if (!found.isValid()) {
        return {};
    }
    const auto& bytes = found.bytes();
    return {reinterpret_cast<const char*>(bytes.data()), qsizetype(bytes.size())};
}

} // namespace app
