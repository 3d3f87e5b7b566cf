// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "images/qrcode.h"

#include <catch2/catch_test_macros.hpp>

namespace {

QImage drawn(const QStringList& rows, int module)
{
    const int side = (int(rows.size()) + 8) * module;
    QImage picture(side, side, QImage::Format_Grayscale8);
    picture.fill(255);
    for (int y = 0; y < side - 8 * module; ++y) {
        for (int x = 0; x < side - 8 * module; ++x) {
            if (rows[y / module][x / module] == QLatin1Char('1')) {
                picture.setPixel(x + 4 * module, y + 4 * module, 0);
            }
        }
    }
    return picture;
}

} // namespace

TEST_CASE("every byte goes through a QR code as it is")
{
    QByteArray payload("MATRIX\x02\x01", 8);
    for (int value = 0; value < 256; ++value) {
        payload.append(char(value));
    }
    const QStringList rows = app::qrRows(payload);
    REQUIRE(!rows.isEmpty());
    CHECK(rows.first().size() == rows.size());
    CHECK(app::qrPayload(drawn(rows, 4)) == payload);
}

TEST_CASE("a large picture is read, one without a code is not")
{
    const QByteArray payload("MATRIX\x02\x00 text", 13);
    CHECK(app::qrPayload(drawn(app::qrRows(payload), 90)) == payload);
    CHECK(app::qrPayload(QImage(300, 200, QImage::Format_RGB32)).isEmpty());
    CHECK(app::qrPayload(QImage()).isEmpty());
}

TEST_CASE("too many bytes make no code")
{
    CHECK(app::qrRows(QByteArray(4000, 'x')).isEmpty());
    CHECK(app::qrRows(QByteArray()).isEmpty());
}
