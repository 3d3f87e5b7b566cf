// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/exportviewmodel.h"

#include "rooms/displaytext.h"

#include <QDateTime>

using namespace Qt::StringLiterals;
using client::Task;

namespace app {

namespace {

constexpr qint64 aDay = 86'400'000;

TranscriptKind kindOf(ExportViewModel::Format format)
{
    switch (format) {
    case ExportViewModel::Format::Text:
        return TranscriptKind::Text;
    case ExportViewModel::Format::Json:
        return TranscriptKind::Json;
    case ExportViewModel::Format::Html:
        break;
    }
    return TranscriptKind::Html;
}

QString endingOf(ExportViewModel::Format format)
{
    switch (format) {
    case ExportViewModel::Format::Text:
        return u".txt"_s;
    case ExportViewModel::Format::Json:
        return u".json"_s;
    case ExportViewModel::Format::Html:
        break;
    }
    return u".html"_s;
}

} // namespace

void ExportViewModel::attach(client::session::Session* session)
{
    m_scope.cancelAll();
    m_exporter.reset(); // what it had begun is taken away
    m_session = session;
    m_working = false;
    m_errorText.clear();
    Q_EMIT changed();
}

void ExportViewModel::begin()
{
    m_errorText.clear();
    Q_EMIT changed();
}

QString ExportViewModel::fileNameFor(const QString& title, Format format) const
{
    return client::rooms::safeFileName(title + endingOf(format));
}

void ExportViewModel::start(const QString& roomId, const QUrl& file, Format format, int days,
                            bool files)
{
    if (m_session == nullptr || m_working) {
        return;
    }
    ExportWish wish;
    wish.room = client::RoomId(roomId);
    wish.path = file.toLocalFile();
    wish.kind = kindOf(format);
    wish.range.from = days > 0 ? QDateTime::currentMSecsSinceEpoch() - days * aDay : 0;
    wish.files = files;
    m_working = true;
    m_roomId = roomId;
    m_errorText.clear();
    m_progressText = m_words->exportProgress(0, 0);
    m_exporter = std::make_unique<Exporter>();
    connect(m_exporter.get(), &Exporter::moved, this, [this](const ExportProgress& progress) {
        m_progressText = m_words->exportProgress(progress.fetched, progress.messages);
        Q_EMIT changed();
    });
    Q_EMIT changed();
    m_scope.start(run(std::move(wish)));
}

void ExportViewModel::cancel()
{
    if (m_exporter) {
        m_exporter->cancel();
    }
}

Task<> ExportViewModel::run(ExportWish wish)
{
    const QString path = wish.path;
    const auto written = co_await m_exporter->run(m_session, std::move(wish));
    m_working = false;
    if (written) {
        Q_EMIT changed();
        Q_EMIT done();
        Q_EMIT said(m_words->exported(written->count.messages, path, written->count.lostFiles,
                                      !written->error));
    } else if (written.error().kind == client::Error::Kind::Cancelled) {
        Q_EMIT changed();
        Q_EMIT said(m_words->error(written.error()));
    } else {
        m_errorText = m_words->exportError(written.error());
        Q_EMIT changed();
    }
}

} // namespace app
