// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// ImageLoader and the two image providers: pictures of conversations and people for QML. Bytes come
// from the Session; decoding is bounded and happens on a pool. Owned by App.
#pragma once

#include "base/task.h"
#include "session/session.h"

#include <QImage>
#include <QObject>
#include <QPointer>
#include <QQuickAsyncImageProvider>

namespace app {

//! What QML asked for: one of the two providers' ids, parsed.
struct ImageAsk {
    bool avatar = false;
    client::MxcUri mxc;  //!< avatar
    client::RoomId room; //!< picture of a message
    client::EventId event;
    bool thumbnail = false;
    QSize size; //!< wanted, in pixels; invalid: as it is, bounded
};

class ImageResponse final : public QQuickImageResponse {
    Q_OBJECT

public:
    QQuickTextureFactory* textureFactory() const override;
    QString errorString() const override;
    void finish(const QImage& image, const QString& error); //!< exactly once, from any thread

private:
    QImage m_image;
    QString m_error;
};

//! Lives on the UI thread. The session may be absent: every ask then fails at once.
class ImageLoader final : public QObject {
    Q_OBJECT

public:
    void setSession(client::session::Session* session);
    void load(ImageResponse* response, const ImageAsk& ask);

private:
    client::Task<> run(ImageResponse* response, ImageAsk ask);

    client::session::Session* m_session = nullptr;
    client::TaskScope m_scope; // last member
};

//! PNG, JPEG, GIF or WebP of at most 50 megapixels, scaled to fit `size`. Null image: refused.
QImage decodeBounded(const QByteArray& bytes, QSize size);

class AvatarProvider final : public QQuickAsyncImageProvider {
public:
    explicit AvatarProvider(ImageLoader& loader) : m_loader(&loader) {}

    QQuickImageResponse* requestImageResponse(const QString& id, const QSize& size) override;

private:
    QPointer<ImageLoader> m_loader;
};

class MediaProvider final : public QQuickAsyncImageProvider {
public:
    explicit MediaProvider(ImageLoader& loader) : m_loader(&loader) {}

    QQuickImageResponse* requestImageResponse(const QString& id, const QSize& size) override;

private:
    QPointer<ImageLoader> m_loader;
};

} // namespace app
