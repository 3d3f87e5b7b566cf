// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "api/media.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace client::api {

namespace {

constexpr qint64 maxFile = 4LL * 1024 * 1024 * 1024;

Result<Request> mediaRequest(const MxcUri& uri, MediaGeneration generation, const QString& what)
{
    const auto [server, mediaId] = mediaParts(uri);
    if (server.isEmpty() || mediaId.isEmpty()) {
        return fail(Error::Kind::Invalid, u"not a content URI"_s);
    }
    const bool legacy = generation == MediaGeneration::Legacy;
    Request request;
    request.path =
        pathOf(legacy ? "/_matrix/media/v3" : "/_matrix/client/v1/media", {what, server, mediaId});
    request.authenticated = !legacy;
    request.maxResponseBytes = maxFile;
    if (legacy) {
        request.query.addQueryItem(u"allow_redirect"_s, u"false"_s);
    }
    return request;
}

} // namespace

Request uploadRequest(const QByteArray& contentType, const QString& fileName)
{
    Request request;
    request.method = Method::Post;
    request.path = "/_matrix/media/v3/upload";
    request.contentType = contentType;
    request.timeout = std::chrono::seconds{120};
    if (!fileName.isEmpty()) {
        request.query.addQueryItem(u"filename"_s,
                                   QString::fromLatin1(QUrl::toPercentEncoding(fileName)));
    }
    return request;
}

Result<MxcUri> readUpload(const Response& response)
{
    const auto object = readJson(response);
    if (!object) {
        return std::unexpected(object.error());
    }
    const MxcUri uri(object->value("content_uri"_L1).toString());
    return uri.isValid() ? Result<MxcUri>(uri)
                         : fail(Error::Kind::Malformed, u"upload answer without content_uri"_s);
}

Result<Request> downloadRequest(const MxcUri& uri, MediaGeneration generation)
{
    return mediaRequest(uri, generation, u"download"_s);
}

Result<Request> thumbnailRequest(const MxcUri& uri, int size, MediaGeneration generation)
{
    auto request = mediaRequest(uri, generation, u"thumbnail"_s);
    if (request) {
        request->query.addQueryItem(u"width"_s, QString::number(size));
        request->query.addQueryItem(u"height"_s, QString::number(size));
        request->query.addQueryItem(u"method"_s, u"crop"_s);
        request->maxResponseBytes = 16 * 1024 * 1024;
    }
    return request;
}

Request mediaConfigRequest()
{
    Request request;
    request.path = "/_matrix/client/v1/media/config";
    return request;
}

} // namespace client::api
