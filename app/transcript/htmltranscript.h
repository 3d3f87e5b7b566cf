// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// HtmlTranscript: a page that every browser shows without a network: no script, nothing remote,
// and a policy of its own that says so. What people wrote is escaped or the sanitised subset.
#pragma once

#include "transcript/transcriptformat.h"

namespace app {

class HtmlTranscript final : public TranscriptFormat {
public:
    explicit HtmlTranscript(const Words* words) : m_words(words) {}

    QString begin(const TranscriptHeading& heading) override;
    QString entry(const TranscriptEntry& entry) override;
    QString end(const TranscriptEnding& ending) override;

private:
    QString dayOf(const client::timeline::TimelineItem& item);
    QString message(const TranscriptEntry& entry) const;
    QString body(const TranscriptEntry& entry) const;
    QString file(const TranscriptEntry& entry) const;

    const Words* m_words;
    QDate m_day;
};

} // namespace app
