// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "media/downloader.h"

#include "api/media.h"
#include "crypto/attachment/attachmentcipher.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace client::media {

using Kind = Error::Kind;
using api::MediaGeneration;
using engine::MediaSource;

namespace {

constexpr qint64 maxInMemory = 100LL * 1024 * 1024;

crypto::AttachmentKey keyOf(const MediaSource& source)
{
    return {source.key.clone(), source.iv, source.sha256};
}

//! The old endpoints are tried where the new ones are not known.
bool isUnknownEndpoint(const api::Response& response)
{
    const Error error = api::errorOf(response);
    return response.status == 404 &&
           (error.errcode == "M_UNRECOGNIZED"_L1 || error.errcode.isEmpty());
}

} // namespace

Downloader::Downloader(Fetch fetch, MediaPool& pool) : m_fetch(std::move(fetch)), m_pool(&pool) {}

Task<Result<api::Response>> Downloader::fetchTo(MxcUri uri, QString path)
{
    for (int round = 0; round < 2; ++round) {
        const auto generation = m_legacy ? MediaGeneration::Legacy : MediaGeneration::Authenticated;
        const auto request = api::downloadRequest(uri, generation);
        if (!request) {
            co_return std::unexpected(request.error());
        }
        const qint64 have = QFileInfo(path).size();
        auto response = co_await m_fetch.download(*request, path, have);
        if (response && !m_legacy && isUnknownEndpoint(*response)) {
            m_legacy = true;
            continue;
        }
        if (response && response->status == 416) { // the part is the whole, or of something else
            QFile::remove(path);
            continue;
        }
        co_return response;
    }
    co_return fail(Kind::Server, u"media endpoints"_s);
}

Task<Result<QString>> Downloader::cipherFile(QString mxc)
{
    const QString path =
        co_await m_pool->run([mxc](MediaCache& cache) { return cache.cipherPath(mxc); });
    if (QFile::exists(path)) {
        co_return path;
    }
    const QString part = path + u".part"_s;
    auto response = co_await fetchTo(MxcUri(mxc), part);
    if (!response) {
        co_return std::unexpected(response.error());
    }
    if (response->status >= 300) {
        QFile::remove(part);
        co_return std::unexpected(api::errorOf(*response));
    }
    QFile::remove(path);
    if (!QFile::rename(part, path)) {
        co_return fail(Kind::Store, u"media cache"_s);
    }
    co_await m_pool->run([](MediaCache& cache) {
        cache.evict();
        return true;
    });
    co_return path;
}

Task<Result<api::Response>> Downloader::fetch(MxcUri uri, qint64 most)
{
    for (int round = 0; round < 2; ++round) {
        auto request = api::downloadRequest(uri, m_legacy ? MediaGeneration::Legacy
                                                          : MediaGeneration::Authenticated);
        if (!request) {
            co_return std::unexpected(request.error());
        }
        request->maxResponseBytes = most;
        auto response = co_await m_fetch.send(*request);
        if (response && !m_legacy && isUnknownEndpoint(*response)) {
            m_legacy = true;
            continue;
        }
        if (response && response->status != 200) {
            co_return std::unexpected(api::errorOf(*response));
        }
        co_return response;
    }
    co_return fail(Kind::Server, u"media endpoints"_s);
}

Task<Result<QByteArray>> Downloader::raw(QString mxc, qint64 most)
{
    const auto response = co_await fetch(MxcUri(mxc), most);
    if (!response) {
        co_return std::unexpected(response.error());
    }
    co_return response->body;
}

Task<Result<QByteArray>> Downloader::clearBytes(QString mxc)
{
    auto cached = co_await m_pool->run([mxc](MediaCache& cache) { return cache.sealed(mxc); });
    if (cached) {
        co_return cached;
    }
    const auto fetched = co_await raw(mxc, maxInMemory);
    if (fetched) {
        // A full disk keeps nobody from seeing the picture.
        (void)co_await m_pool->run([mxc, bytes = *fetched](MediaCache& cache) {
            return cache.seal(mxc, bytes).has_value();
        });
    }
    co_return fetched;
}

Task<Result<QByteArray>> Downloader::bytes(std::shared_ptr<MediaSource> source)
{
    if (!source->encrypted) {
        co_return co_await clearBytes(source->mxc);
    }
    const auto path = co_await cipherFile(source->mxc);
    if (!path) {
        co_return std::unexpected(path.error());
    }
    co_return co_await m_pool->run([source, path = *path](MediaCache& cache) -> Result<QByteArray> {
        QFile cipher(path);
        if (!cipher.open(QIODevice::ReadOnly) || cipher.size() > maxInMemory) {
            return fail(Kind::Invalid, u"too large to be shown"_s);
        }
        QBuffer plain;
        plain.open(QIODevice::WriteOnly);
        if (auto done = crypto::decryptAttachment(cipher, plain, keyOf(*source)); !done) {
            cipher.remove();
            return std::unexpected(done.error());
        }
        cache.touch(path);
        return plain.data();
    });
}

Task<Result<>> Downloader::decryptTo(std::shared_ptr<MediaSource> source, QString cipher,
                                     QString target)
{
    co_return co_await m_pool->run([source, cipher, target](MediaCache&) -> Result<> {
        QFile from(cipher);
        QFile to(target);
        if (!from.open(QIODevice::ReadOnly) || !to.open(QIODevice::WriteOnly | QIODevice::Truncate,
                                                        QFile::ReadOwner | QFile::WriteOwner)) {
            return fail(Kind::Store, u"writing a file: "_s + to.errorString());
        }
        auto done = crypto::decryptAttachment(from, to, keyOf(*source));
        if (!done && done.error().kind == Kind::Crypto) {
            from.remove();
        }
        if (done && !to.flush()) {
            done = fail(Kind::DiskFull, to.errorString());
        }
        return done;
    });
}

Task<Result<qint64>> Downloader::save(std::shared_ptr<MediaSource> source, QString path)
{
    if (path.isEmpty() || QFileInfo::exists(path)) {
        co_return fail(Kind::Invalid, u"a file is already there"_s);
    }
    const QString part = path + u".part"_s;
    if (source->encrypted) {
        const auto cipher = co_await cipherFile(source->mxc);
        if (!cipher) {
            co_return std::unexpected(cipher.error());
        }
        const auto done = co_await decryptTo(source, *cipher, part);
        if (!done) {
            QFile::remove(part);
            co_return std::unexpected(done.error());
        }
    } else {
        QFile::remove(part);
        auto response = co_await fetchTo(MxcUri(source->mxc), part);
        if (!response || response->status >= 300) {
            QFile::remove(part);
            co_return std::unexpected(response ? api::errorOf(*response) : response.error());
        }
    }
    const qint64 size = QFileInfo(part).size();
    if (!QFile::rename(part, path)) { // refuses to overwrite
        QFile::remove(part);
        co_return fail(Kind::Invalid, u"the file cannot be put there"_s);
    }
    co_return size;
}

Task<Result<QByteArray>> Downloader::thumbnail(MxcUri uri, int size)
{
    const QString name = u"%1|%2"_s.arg(uri.toString()).arg(size);
    auto cached = co_await m_pool->run([name](MediaCache& cache) { return cache.sealed(name); });
    if (cached) {
        co_return cached;
    }
    for (int round = 0; round < 2; ++round) {
        const auto request = api::thumbnailRequest(
            uri, size, m_legacy ? MediaGeneration::Legacy : MediaGeneration::Authenticated);
        if (!request) {
            co_return std::unexpected(request.error());
        }
        auto response = co_await m_fetch.send(*request);
        if (!response) {
            co_return std::unexpected(response.error());
        }
        if (!m_legacy && isUnknownEndpoint(*response)) {
            m_legacy = true;
            continue;
        }
        if (response->status != 200) {
            co_return std::unexpected(api::errorOf(*response));
        }
        const QByteArray bytes = response->body;
        (void)co_await m_pool->run(
            [name, bytes](MediaCache& cache) { return cache.seal(name, bytes).has_value(); });
        co_return bytes;
    }
    co_return fail(Kind::Server, u"media endpoints"_s);
}

} // namespace client::media
