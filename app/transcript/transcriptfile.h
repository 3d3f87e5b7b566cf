// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// TranscriptFile: the file and the folder of attachments that a transcript becomes. Nothing is
// overwritten, and nothing is left of what was not finished. Lives on the thread of whoever writes.
#pragma once

#include "base/error.h"
#include "transcript/transcriptformat.h"

#include <QSaveFile>

#include <vector>

namespace app {

class TranscriptFile {
public:
    TranscriptFile() = default;
    ~TranscriptFile();
    TranscriptFile(const TranscriptFile&) = delete;
    TranscriptFile& operator=(const TranscriptFile&) = delete;
    TranscriptFile(TranscriptFile&&) = delete;
    TranscriptFile& operator=(TranscriptFile&&) = delete;

    //! Invalid: the file or its folder of attachments is there already, or the place is none.
    client::Result<> begin(const QString& path, TranscriptKind kind,
                           const TranscriptHeading& heading);

    //! Where a file is to be saved, and its path from the transcript: "talk_files/0001 plan.pdf".
    struct Place {
        QString path;
        QString shown;
    };

    client::Result<Place> placeFor(const QString& name);
    client::Result<> add(const std::vector<TranscriptEntry>& entries);
    client::Result<qint64> finish(const TranscriptEnding& ending); //!< bytes
    bool discard(); //!< what was begun and not finished; false: something of it is left

private:
    client::Result<> write(const QString& text);

    Words m_words{nullptr};
    std::unique_ptr<TranscriptFormat> m_format;
    std::unique_ptr<QSaveFile> m_file;
    QString m_folder; //!< of attachments
    int m_files = 0;
    bool m_ownsFolder = false;
};

//! The folder beside a transcript in which its attachments lie.
QString transcriptFolder(const QString& path);

} // namespace app
