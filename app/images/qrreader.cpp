// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "images/qrreader.h"

#include "images/qrcode.h"

namespace app {

QrReader::QrReader()
{
    m_pool.setMaxThreadCount(1);
}

QrReader::~QrReader()
{
    m_pool.waitForDone();
}

bool QrReader::feed(const QImage& picture)
{
    if (m_reading || picture.isNull()) {
        return false;
    }
    m_reading = true;
    m_pool.start([this, picture] {
        const QByteArray payload = qrPayload(picture);
        // The destructor waits for this job, and takes what is posted to it away.
        QMetaObject::invokeMethod(this, [this, payload] { finish(payload); }, Qt::QueuedConnection);
    });
    return true;
}

void QrReader::finish(const QByteArray& payload)
{
    m_reading = false;
    if (!payload.isEmpty()) {
        Q_EMIT found(payload);
    }
    Q_EMIT readOne();
}

} // namespace app
