// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// qrpicture write FILE: draws the bytes that come as base64 by standard input as a QR code.
// qrpicture read FILE: prints the bytes of the code on a picture as base64. What a camera and a
// screen are to people, for the tests of the window.
#include "images/qrcode.h"

#include <QCoreApplication>
#include <QFile>

#include <cstdio>

namespace {

constexpr int module = 8;

int writePicture(const QString& path)
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly)) {
        return 1;
    }
    const QStringList rows = app::qrRows(QByteArray::fromBase64(input.readAll()));
    const int side = (int(rows.size()) + 8) * module;
    QImage picture(side, side, QImage::Format_RGB32);
    picture.fill(Qt::white);
    for (int y = 0; y < rows.size() * module; ++y) {
        for (int x = 0; x < rows.size() * module; ++x) {
            if (rows[y / module][x / module] == QLatin1Char('1')) {
                picture.setPixel(x + 4 * module, y + 4 * module, 0xff000000);
            }
        }
    }
    return !rows.isEmpty() && picture.save(path) ? 0 : 1;
}

int readPicture(const QString& path)
{
    const QByteArray payload = app::qrPayload(QImage(path));
    QFile output;
    if (payload.isEmpty() || !output.open(stdout, QIODevice::WriteOnly)) {
        return 1;
    }
    return output.write(payload.toBase64() + '\n') > 0 ? 0 : 1;
}

} // namespace

int main(int argc, char* argv[])
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 3) {
        return 2;
    }
    return arguments[1] == QLatin1String("write") ? writePicture(arguments[2])
                                                  : readPicture(arguments[2]);
}
