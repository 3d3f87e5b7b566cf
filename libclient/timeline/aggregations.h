// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Aggregations: edits, reactions and redactions, gathered by the event that they are about. Lives
// as long as the input of one buildTimeline.
#pragma once

#include "events/relation.h"
#include "timeline/timeline.h"

#include <QHash>
#include <QSet>

namespace client::timeline {

//! From the part that everybody can read; what was encrypted counts only where that says nothing.
events::Relation relationOf(const StoredEvent& event);
//! Whether `edit` may replace the content of `original`: same sender, type and owner of the
//! session, no state, no edit of an edit, encrypted where the original was, and not from a device
//! that nobody vouches for where the original is.
bool isValidEdit(const StoredEvent& original, const StoredEvent& edit);
//! Of two marks the one that promises less.
QString lesserTrust(const QString& one, const QString& other);

class Aggregations {
public:
    explicit Aggregations(const TimelineInput& input);

    bool isRedacted(const StoredEvent& event) const;
    //! The newest valid edit; nullptr: none.
    const StoredEvent* editOf(const StoredEvent& original) const;
    QList<Reaction> reactionsOf(const StoredEvent& event, const PersonOf& personOf) const;

    //! What refers to an event (m.reference): votes, ends of polls.
    std::vector<const StoredEvent*> referencesOf(const StoredEvent& event) const;

private:
    void add(const StoredEvent& event);
    void addRedaction(const StoredEvent& event);

    UserId m_own;
    QSet<EventId> m_seen;
    QSet<EventId> m_redacted;
    QHash<EventId, std::vector<const StoredEvent*>> m_edits;
    QHash<EventId, std::vector<const StoredEvent*>> m_reactions;
    QHash<EventId, std::vector<const StoredEvent*>> m_references;
};

} // namespace client::timeline
