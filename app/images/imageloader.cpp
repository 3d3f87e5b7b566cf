// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "images/imageloader.h"

#include <QBuffer>
#include <QImageReader>
#include <QThreadPool>
#include <QUrl>

#include <utility>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qint64 maxPixels = 50'000'000;
constexpr int maxSide = 4096;

//! Finishes the response even when the coroutine dies (the session closes): QML waits for it.
class Finisher {
public:
    explicit Finisher(ImageResponse* response) : m_response(response) {}

    ~Finisher()
    {
        if (m_response != nullptr) {
            m_response->finish({}, u"cancelled"_s);
        }
    }

    Finisher(const Finisher&) = delete;
    Finisher& operator=(const Finisher&) = delete;
    Finisher(Finisher&&) = delete;
    Finisher& operator=(Finisher&&) = delete;

    ImageResponse* release() { return std::exchange(m_response, nullptr); }

private:
    ImageResponse* m_response;
};

} // namespace

QQuickTextureFactory* ImageResponse::textureFactory() const
{
    return QQuickTextureFactory::textureFactoryForImage(m_image);
}

QString ImageResponse::errorString() const
{
    return m_error;
}

void ImageResponse::finish(const QImage& image, const QString& error)
{
    m_image = image;
    m_error = error;
    Q_EMIT finished();
}

void ImageLoader::setSession(client::session::Session* session)
{
    m_scope.cancelAll();
    m_session = session;
}

void ImageLoader::load(ImageResponse* response, const ImageAsk& ask)
{
    m_scope.start(run(response, ask));
}

client::Task<> ImageLoader::run(ImageResponse* response, ImageAsk ask)
{
    Finisher finisher(response);
    if (m_session == nullptr) {
        co_return;
    }
    const int side = std::max(ask.size.width(), ask.size.height());
    client::Result<QByteArray> bytes;
    if (ask.avatar) {
        bytes = co_await m_session->avatarBytes(ask.mxc, std::clamp(side, 32, 256));
    } else {
        bytes = co_await m_session->mediaBytes(ask.room, ask.event, ask.thumbnail);
    }
    if (!bytes) {
        finisher.release()->finish({}, client::kindName(bytes.error().kind));
        co_return;
    }
    QThreadPool::globalInstance()->start(
        [target = finisher.release(), data = std::move(*bytes), size = ask.size] {
            const QImage image = decodeBounded(data, size);
            target->finish(image, image.isNull() ? u"malformed"_s : QString());
        });
}

QImage decodeBounded(const QByteArray& bytes, QSize size)
{
    QByteArray data = bytes;
    QBuffer buffer(&data);
    if (!buffer.open(QIODevice::ReadOnly)) {
        return {};
    }
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    static const QList<QByteArray> allowed{"png"_ba, "jpeg"_ba, "jpg"_ba, "gif"_ba, "webp"_ba};
    const QSize real = reader.size();
    if (!allowed.contains(reader.format()) || !real.isValid() ||
        qint64(real.width()) * real.height() > maxPixels) {
        return {};
    }
    QSize wanted = size.width() > 0 || size.height() > 0
                       ? QSize(size.width() > 0 ? size.width() : maxSide,
                               size.height() > 0 ? size.height() : maxSide)
                       : QSize(maxSide, maxSide);
    wanted = wanted.boundedTo(QSize(maxSide, maxSide));
    if (real.width() > wanted.width() || real.height() > wanted.height()) {
        reader.setScaledSize(real.scaled(wanted, Qt::KeepAspectRatio));
    }
    return reader.read();
}

namespace {

QQuickImageResponse* ask(const QPointer<ImageLoader>& loader, ImageAsk wanted)
{
    auto* response = new ImageResponse; // QML deletes it after finished()
    if (loader.isNull()) {
        response->finish({}, u"cancelled"_s);
        return response;
    }
    // QML calls from a thread of its own; the Session lives on the UI thread.
    QMetaObject::invokeMethod(
        loader.data(),
        [loader = loader.data(), response, wanted] { loader->load(response, wanted); },
        Qt::QueuedConnection);
    return response;
}

} // namespace

QQuickImageResponse* AvatarProvider::requestImageResponse(const QString& id, const QSize& size)
{
    ImageAsk wanted;
    wanted.avatar = true;
    wanted.mxc = client::MxcUri(u"mxc://"_s + QUrl::fromPercentEncoding(id.toUtf8()));
    wanted.size = size;
    return ask(m_loader, wanted);
}

QQuickImageResponse* MediaProvider::requestImageResponse(const QString& id, const QSize& size)
{
    const bool thumbnail = id.endsWith("?thumbnail"_L1);
    const QStringList parts = (thumbnail ? id.chopped(10) : id).split(u'/');
    ImageAsk wanted;
    if (parts.size() == 2) {
        wanted.room = client::RoomId(QUrl::fromPercentEncoding(parts[0].toUtf8()));
        wanted.event = client::EventId(QUrl::fromPercentEncoding(parts[1].toUtf8()));
    }
    wanted.thumbnail = thumbnail;
    wanted.size = size;
    return ask(m_loader, wanted);
}

} // namespace app
