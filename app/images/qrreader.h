// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// QrReader: pictures in, as a camera gives them; the bytes of a QR code out. Reads on another
// thread, one picture at a time: those that come meanwhile are passed over.
#pragma once

#include <QImage>
#include <QObject>
#include <QThreadPool>

namespace app {

class QrReader final : public QObject {
    Q_OBJECT

public:
    QrReader();
    ~QrReader() override;

    //! False: passed over, for the one before is still being read.
    bool feed(const QImage& picture);

Q_SIGNALS:
    void found(const QByteArray& payload);
    void readOne(); //!< a picture was looked at, whatever was on it

private:
    void finish(const QByteArray& payload);

    bool m_reading = false;
    QThreadPool m_pool; // last member: waits for its job
};

} // namespace app
