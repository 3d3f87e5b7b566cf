// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// FrameProvider: image://camera/N is the camera's latest picture, whatever N: the number only says
// that it is another one. On the UI thread, so that nothing flickers. Owned by the QML engine.
#pragma once

#include <QQuickImageProvider>

#include <functional>

namespace app {

class FrameProvider final : public QQuickImageProvider {
public:
    explicit FrameProvider(std::function<QImage()> latest)
        : QQuickImageProvider(Image)
        , m_latest(std::move(latest))
    {}

    QImage requestImage(const QString&, QSize* size, const QSize&) override
    {
        const QImage picture = m_latest();
        *size = picture.size();
        return picture;
    }

private:
    std::function<QImage()> m_latest;
};

} // namespace app
