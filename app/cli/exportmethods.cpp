// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// export.*

#include "json.h"
#include "server.h"
#include "transcript/exporter.h"

#include <QFileInfo>
#include <QHash>
#include <QScopeGuard>

#include <limits>

using namespace Qt::StringLiterals;
using app::Exporter;
using app::ExportProgress;
using app::TranscriptKind;

namespace cli {

namespace {

QJsonObject progressJson(const client::RoomId& room, const QString& path,
                         const ExportProgress& progress)
{
    return {{u"roomId"_s, room.toString()},   {u"path"_s, path},
            {u"fetched"_s, progress.fetched}, {u"messages"_s, progress.messages},
            {u"files"_s, progress.files},     {u"lostFiles"_s, progress.lostFiles}};
}

app::ExportWish wishOf(Params& params)
{
    constexpr qint64 end = std::numeric_limits<qint64>::max();
    static const QHash<QString, TranscriptKind> kinds{{u"html"_s, TranscriptKind::Html},
                                                      {u"text"_s, TranscriptKind::Text},
                                                      {u"json"_s, TranscriptKind::Json}};
    app::ExportWish wish;
    wish.room = params.roomId(u"roomId"_s);
    wish.path = params.text(u"path"_s);
    const QString format = params.text(u"format"_s);
    if (!kinds.contains(format)) {
        params.refuse(u"format is html, text or json."_s);
    }
    wish.kind = kinds.value(format);
    wish.range.from = params.optionalNumber(u"from"_s, 0, 0, end);
    wish.range.to = params.optionalNumber(u"to"_s, end, 0, end);
    if (wish.range.from > wish.range.to) {
        params.refuse(u"from is later than to."_s);
    }
    wish.files = params.flag(u"files"_s).value_or(true);
    wish.history = params.flag(u"history"_s).value_or(true);
    return wish;
}

} // namespace

Server::Method Server::findExport(const QString& name)
{
    static const QHash<QString, Method> methods{
        {u"export.room"_s, &Server::exportRoom},
        {u"export.cancel"_s, &Server::cancelExport},
    };
    return methods.value(name, findAttention(name));
}

Server::Answer Server::exportRoom(Params params)
{
    app::ExportWish wish = wishOf(params);
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const client::RoomId room = wish.room;
    const QString path = QFileInfo(wish.path).absoluteFilePath();
    if (m_exports.contains(path)) {
        co_return client::fail(client::Error::Kind::Busy, u"this file is being written"_s);
    }
    Exporter exporter;
    m_exports.insert(path, &exporter);
    const auto over = qScopeGuard([this, path] { m_exports.remove(path); });
    connect(&exporter, &Exporter::moved, this, [this, room, path](const ExportProgress& progress) {
        write(notification(u"export.progress"_s, progressJson(room, path, progress)));
    });
    const auto done = co_await exporter.run(*open, std::move(wish));
    if (!done) {
        co_return std::unexpected(done.error());
    }
    QJsonObject answer = progressJson(room, path, done->count);
    answer.insert(u"bytes"_s, done->bytes);
    answer.insert(u"complete"_s, !done->error);
    if (done->error) {
        answer.insert(u"error"_s, client::kindName(done->error->kind));
    }
    co_return answer;
}

Server::Answer Server::cancelExport(Params params)
{
    const QString path = QFileInfo(params.text(u"path"_s)).absoluteFilePath();
    if (!params.isFine()) {
        co_return params.fault();
    }
    Exporter* exporter = m_exports.value(path);
    if (exporter == nullptr) {
        co_return client::fail(client::Error::Kind::NotFound, u"no such export"_s);
    }
    exporter->cancel();
    co_return QJsonObject();
}

} // namespace cli
