// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Exporter: writes a conversation to a file: fetches what is missing here, then goes from the
// oldest message to the newest and saves the files on the way. One export at a time an object;
// home thread, the writing has a thread of its own.
#pragma once

#include "base/bell.h"
#include "base/worker.h"
#include "session/session.h"
#include "session/transcribing.h"
#include "transcript/transcriptfile.h"

#include <QObject>

namespace app {

struct ExportWish {
    client::RoomId room;
    QString path; //!< must not exist
    TranscriptKind kind = TranscriptKind::Html;
    client::engine::TranscriptRange range = {};
    bool files = true;   //!< attachments, too
    bool history = true; //!< what is missing here is fetched
};

struct ExportProgress {
    qint64 fetched = 0; //!< older events from the server
    qint64 messages = 0;
    int files = 0;
    int lostFiles = 0;
};

struct ExportDone {
    ExportProgress count;
    qint64 bytes = 0;                   //!< of the file itself
    std::optional<client::Error> error; //!< why older messages are missing; the rest is written
};

class Exporter final : public QObject {
    Q_OBJECT

public:
    Exporter();

    //! Invalid: the file is there already; Cancelled; NotFound; DiskFull. Then nothing is left.
    client::Task<client::Result<ExportDone>> run(client::session::Session* session,
                                                 ExportWish wish);

    void cancel() { m_cancelled = true; }

Q_SIGNALS:
    void moved(app::ExportProgress progress);

private:
    using Session = client::session::Session;
    client::Task<client::Result<>> begin(Session* session);
    client::Task<client::Result<>> fetch(Session* session, ExportDone* done);
    client::Task<client::Result<>> writeAll(Session* session, ExportDone* done);
    client::Task<client::Result<TranscriptEntry>>
    entryOf(Session* session, client::timeline::TimelineItem item, ExportProgress* count);
    client::Result<> going() const;

    ExportWish m_wish;
    bool m_cancelled = false;
    client::Bell m_bell;
    client::Worker<TranscriptFile> m_writer; // last member: joins first
};

} // namespace app
