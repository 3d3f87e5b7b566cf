// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "images/camera.h"

#ifdef TCHAP_CAMERA
#include <QCamera>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QPermissions>
#include <QVideoFrame>
#include <QVideoSink>
#endif

namespace app {

#ifdef TCHAP_CAMERA

namespace {

constexpr int pause = 60; // milliseconds: some fifteen pictures a second are enough to aim

} // namespace

struct Camera::Parts {
    QCamera camera;
    QMediaCaptureSession session;
    QVideoSink sink;
    QElapsedTimer last;
};

Camera::Camera() = default;

Camera::~Camera() = default;

Camera::Trouble Camera::outlook()
{
    return QMediaDevices::videoInputs().isEmpty() ? Trouble::NoCamera : Trouble::None;
}

void Camera::start()
{
    if (const Trouble trouble = outlook(); trouble != Trouble::None) {
        Q_EMIT troubled(trouble);
        return;
    }
    qApp->requestPermission(QCameraPermission(), this, [this](const QPermission& permission) {
        if (permission.status() == Qt::PermissionStatus::Granted) {
            open();
        } else {
            Q_EMIT troubled(Trouble::NotAllowed);
        }
    });
}

void Camera::open()
{
    m_parts = std::make_unique<Parts>();
    m_parts->session.setCamera(&m_parts->camera);
    m_parts->session.setVideoSink(&m_parts->sink);
    m_parts->last.start();
    connect(&m_parts->sink, &QVideoSink::videoFrameChanged, this, [this](const QVideoFrame& frame) {
        if (frame.isValid() && m_parts->last.elapsed() >= pause) {
            m_parts->last.restart();
            Q_EMIT picture(frame.toImage());
        }
    });
    connect(&m_parts->camera, &QCamera::errorOccurred, this,
            [this] { Q_EMIT troubled(Trouble::Failed); });
    m_parts->camera.start();
}

void Camera::stop()
{
    m_parts.reset();
}

#else

struct Camera::Parts {};

Camera::Camera() = default;

Camera::~Camera() = default;

Camera::Trouble Camera::outlook()
{
    return Trouble::NotBuilt;
}

void Camera::start()
{
    Q_EMIT troubled(Trouble::NotBuilt);
}

void Camera::open() {}

void Camera::stop() {}

#endif

} // namespace app
