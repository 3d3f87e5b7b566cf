// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/cameraviewmodel.h"

#include "text/words.h"

namespace app {

CameraViewModel::CameraViewModel(const Words& words) : m_words(&words)
{
    connect(&m_camera, &Camera::picture, this, &CameraViewModel::show);
    connect(&m_camera, &Camera::troubled, this, &CameraViewModel::follow);
    connect(&m_reader, &QrReader::found, this, [this](const QByteArray& payload) {
        if (m_running) {
            Q_EMIT found(payload);
        }
    });
}

void CameraViewModel::start()
{
    m_running = true;
    m_trouble.clear();
    Q_EMIT changed();
    m_camera.start();
}

void CameraViewModel::stop()
{
    m_camera.stop();
    m_running = false;
    m_trouble.clear();
    m_picture = {};
    m_frame = 0;
    Q_EMIT changed();
    Q_EMIT frameChanged();
}

void CameraViewModel::show(const QImage& picture)
{
    if (!m_running) {
        return;
    }
    m_picture = picture;
    ++m_frame;
    Q_EMIT frameChanged();
    m_reader.feed(picture);
}

void CameraViewModel::follow(Camera::Trouble trouble)
{
    m_running = false;
    m_trouble = m_words->cameraTrouble(trouble);
    Q_EMIT changed();
}

} // namespace app
