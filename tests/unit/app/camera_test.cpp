// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "images/qrcode.h"
#include "text/words.h"
#include "viewmodels/cameraviewmodel.h"

#include <QGuiApplication>
#include <QPainter>
#include <QSignalSpy>
#include <QThread>

#include <catch2/catch_test_macros.hpp>

namespace {

const QByteArray payload("MATRIX\x02\x01 a verification", 23);

struct Application {
    Application()
    {
        qputenv("QT_QPA_PLATFORM", "offscreen");
        qputenv("QT_MEDIA_BACKEND", "none"); // no camera, whatever this computer has
        app = std::make_unique<QGuiApplication>(count, names);
    }

    int count = 1;
    char name[5] = "test";
    char* names[2] = {name, nullptr};
    std::unique_ptr<QGuiApplication> app;
};

//! As a hand holds it before a camera: small, aslant, on something dark.
QImage frame(double angle)
{
    const QStringList rows = app::qrRows(payload);
    const int module = 6;
    QImage picture(640, 480, QImage::Format_RGB32);
    picture.fill(QColor(70, 60, 50));
    QPainter painter(&picture);
    painter.translate(320, 240);
    painter.rotate(angle);
    const int side = (int(rows.size()) + 8) * module;
    painter.fillRect(-side / 2, -side / 2, side, side, Qt::white);
    for (int y = 0; y < rows.size(); ++y) {
        for (int x = 0; x < rows.size(); ++x) {
            if (rows[y][x] == QLatin1Char('1')) {
                painter.fillRect(-side / 2 + (x + 4) * module, -side / 2 + (y + 4) * module, module,
                                 module, Qt::black);
            }
        }
    }
    return picture;
}

} // namespace

TEST_CASE("a code is read from a camera's pictures, not on the thread of the window")
{
    const Application application;
    app::QrReader reader;
    QSignalSpy found(&reader, &app::QrReader::found);
    QSignalSpy looked(&reader, &app::QrReader::readOne);
    QImage empty(640, 480, QImage::Format_RGB32);
    empty.fill(Qt::darkGray);

    CHECK(reader.feed(empty));
    CHECK(!reader.feed(frame(0))); // the one before is still being read
    CHECK(looked.isEmpty());       // nothing was done while feed() was called
    REQUIRE(looked.wait());
    CHECK(found.isEmpty());

    CHECK(reader.feed(frame(12)));
    REQUIRE(looked.wait());
    REQUIRE(found.size() == 1);
    CHECK(found.first().first().toByteArray() == payload);
    CHECK(!reader.feed(QImage()));
}

TEST_CASE("a reader that goes while it reads takes nothing with it")
{
    const Application application;
    {
        app::QrReader reader;
        CHECK(reader.feed(frame(5)));
    }
    QCoreApplication::processEvents();
}

TEST_CASE("without a camera a sentence says what to do instead")
{
    const Application application;
    const app::Words words(nullptr);
    app::CameraViewModel camera(words);
    REQUIRE(app::Camera::outlook() != app::Camera::Trouble::None);
    camera.start();
    CHECK(!camera.running());
    CHECK(camera.trouble() == words.cameraTrouble(app::Camera::Trouble::NoCamera));
    CHECK(words.cameraTrouble(app::Camera::Trouble::NotAllowed) != camera.trouble());
    camera.stop();
    CHECK(camera.trouble().isEmpty());
}
