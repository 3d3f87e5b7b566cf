// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// ItemMaker: one event of the window into one row, or none. Lives for one buildTimeline.
#pragma once

#include "events/message.h"
#include "timeline/aggregations.h"

#include <QHash>

#include <optional>

namespace client::timeline {

class ItemMaker {
public:
    //! All must outlive the maker.
    ItemMaker(const TimelineInput& input, const Aggregations& aggregations);

    std::optional<TimelineItem> make(const StoredEvent& event) const;

private:
    rooms::Person person(const UserId& user) const;
    TimelineItem base(const StoredEvent& event) const;
    void fillState(const StoredEvent& event, TimelineItem& item) const;
    void fillEncryption(const StoredEvent& event, TimelineItem& item) const;
    void fillMessage(const StoredEvent& event, TimelineItem& item) const;
    void fillPoll(const StoredEvent& event, TimelineItem& item) const;
    void fillReply(const StoredEvent& event, TimelineItem& item) const;
    const StoredEvent* original(const EventId& id) const;

    const TimelineInput& m_input;
    const Aggregations& m_aggregations;
    QHash<EventId, const StoredEvent*> m_byId;
    mutable QHash<UserId, rooms::Person> m_people; //!< asked for once
};

//! Content that a view shows of a message: the edit's where there is one.
Result<events::Message> shownMessage(const StoredEvent& event, const StoredEvent* edit);

} // namespace client::timeline
