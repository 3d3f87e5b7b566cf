// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// CameraViewModel: a QR code held in front of the computer's camera. Owned by App.
#pragma once

#include "images/camera.h"
#include "images/qrreader.h"

namespace app {

class Words;

class CameraViewModel final : public QObject {
    Q_OBJECT
    Q_PROPERTY(bool running READ running NOTIFY changed FINAL)
    //! Why there is no picture of the camera and what to do instead; empty: there is one.
    Q_PROPERTY(QString trouble READ trouble NOTIFY changed FINAL)
    //! Grows with each picture; it is shown by FrameProvider. 0: none yet.
    Q_PROPERTY(int frame READ frame NOTIFY frameChanged FINAL)

public:
    explicit CameraViewModel(const Words& words);

    bool running() const { return m_running; }

    QString trouble() const { return m_trouble; }

    int frame() const { return m_frame; }

    QImage picture() const { return m_picture; }

    Q_INVOKABLE void start();
    Q_INVOKABLE void stop();
    void show(const QImage& picture); //!< as the camera does

Q_SIGNALS:
    void changed();
    void frameChanged();
    void found(const QByteArray& payload); //!< may be said more than once, until stop()

private:
    void follow(Camera::Trouble trouble);

    const Words* m_words;
    bool m_running = false;
    QString m_trouble;
    int m_frame = 0;
    QImage m_picture;
    Camera m_camera;
    QrReader m_reader;
};

} // namespace app
