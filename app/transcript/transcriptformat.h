// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// TranscriptFormat: a conversation as the text of a file, piece by piece. Pure; what it says is in
// the language of the words.
#pragma once

#include "rooms/roomsummary.h"
#include "text/words.h"

#include <QDate>

#include <memory>

namespace app {

enum class TranscriptKind { Html, Text, Json };

struct TranscriptHeading {
    client::rooms::RoomSummary room;
    qint64 exported = 0; //!< when, in milliseconds since 1970
    QString by;          //!< user id
};

struct TranscriptEntry {
    client::timeline::TimelineItem item;
    QString file;          //!< path of its file from the transcript's folder; empty: none
    bool fileLost = false; //!< it has a file that could not be had
};

struct TranscriptEnding {
    qint64 messages = 0;
    bool complete = true; //!< false: older messages could not be fetched
};

class TranscriptFormat {
public:
    static std::unique_ptr<TranscriptFormat> make(TranscriptKind kind, const Words* words);
    virtual ~TranscriptFormat() = default;

    virtual QString begin(const TranscriptHeading& heading) = 0;
    virtual QString entry(const TranscriptEntry& entry) = 0;
    virtual QString end(const TranscriptEnding& ending) = 0;
};

} // namespace app
