// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "images/qrcode.h"

#include <ZXing/BitMatrix.h>
#include <ZXing/MultiFormatWriter.h>
#include <ZXing/ReadBarcode.h>

namespace app {

namespace {

constexpr int longestSide = 2000; // a photograph is larger than any code on it needs

} // namespace

QStringList qrRows(const QByteArray& payload)
{
    // One character a byte in the code's own character set: the bytes stand in it as they are.
    std::wstring text;
    for (const char each : payload) {
        text.push_back(wchar_t(uchar(each)));
    }
    QStringList rows;
    try {
        ZXing::MultiFormatWriter writer(ZXing::BarcodeFormat::QRCode);
        writer.setEncoding(ZXing::CharacterSet::ISO8859_1).setMargin(0);
        const ZXing::BitMatrix modules = writer.encode(text, 0, 0);
        for (int y = 0; y < modules.height(); ++y) {
            QString row;
            for (int x = 0; x < modules.width(); ++x) {
                row += QLatin1Char(modules.get(x, y) ? '1' : '0');
            }
            rows.append(row);
        }
    } catch (const std::exception&) {
        return {}; // the library says by this that the bytes do not fit
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
