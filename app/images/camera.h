// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Camera: pictures of the computer's camera, where there is one and it may be used. Built with Qt
// Multimedia only where that is; without it there is no camera. Owned by CameraViewModel.
#pragma once

#include "images/cameratrouble.h"

#include <QImage>
#include <QObject>

#include <memory>

namespace app {

class Camera final : public QObject {
    Q_OBJECT

public:
    using Trouble = CameraTrouble;

    Camera();
    ~Camera() override;

    //! NotBuilt or NoCamera: there is no use in starting.
    static Trouble outlook();

    void start(); //!< asks for the permission first, where the system wants that
    void stop();

Q_SIGNALS:
    void picture(const QImage& picture);
    void troubled(app::Camera::Trouble trouble);

private:
    struct Parts;
    void open();

    std::unique_ptr<Parts> m_parts;
};

} // namespace app
