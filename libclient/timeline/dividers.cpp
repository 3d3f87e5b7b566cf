// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/dividers.h"

#include <QDateTime>
#include <QSet>

#include <algorithm>
#include <cstdlib>

using namespace Qt::StringLiterals;
using Kind = client::timeline::TimelineItem::Kind;

namespace client::timeline {

namespace {

constexpr Timestamp groupSpan = 5 * 60 * 1000;

bool isMessage(const TimelineItem& item)
{
    switch (item.kind) {
    case Kind::State:
    case Kind::DayDivider:
    case Kind::UnreadDivider:
    case Kind::Start:
    case Kind::Gap:
        return false;
    default:
        return true;
    }
}

TimelineItem divider(Kind kind, const QString& uid, Timestamp timestamp)
{
    TimelineItem item;
    item.kind = kind;
    item.uid = uid;
    item.timestamp = timestamp;
    return item;
}

class Rows {
public:
    explicit Rows(const TimelineInput& input) : m_zone(input.zone)
    {
        if (!m_zone.isValid()) {
            m_zone = QTimeZone::utc();
        }
    }

    void add(TimelineItem item)
    {
        // A hostile server can give one transaction id to two events.
        if (m_uids.contains(item.uid)) {
            item.uid =
                u"%1#%2"_s.arg(item.eventId.isEmpty() ? item.uid : item.eventId).arg(m_rows.size());
        }
        m_uids.insert(item.uid);
        m_rows.push_back(std::move(item));
    }

    void addDay(Timestamp timestamp)
    {
        const QDate day = QDateTime::fromMSecsSinceEpoch(timestamp, m_zone).date();
        if (day != m_day) {
            m_day = day;
            add(divider(Kind::DayDivider, u"day:"_s + day.toString(Qt::ISODate), timestamp));
        }
    }

    std::vector<TimelineItem> take() { return std::move(m_rows); }

private:
    QTimeZone m_zone;
    QDate m_day;
    QSet<QString> m_uids;
    std::vector<TimelineItem> m_rows;
};

void markGroups(std::vector<TimelineItem>& rows)
{
    for (size_t i = 1; i < rows.size(); ++i) {
        TimelineItem& before = rows[i - 1];
        TimelineItem& item = rows[i];
        const bool together = isMessage(before) && isMessage(item) &&
                              before.sender == item.sender &&
                              std::abs(item.timestamp - before.timestamp) <= groupSpan;
        before.lastOfGroup = !together;
        item.firstOfGroup = !together;
    }
}

size_t placeOf(const TimelineInput& input, const EventId& id)
{
    if (id.isEmpty()) {
        return input.events.size();
    }
    const auto found = std::ranges::find_if(
        input.events, [&id](const StoredEvent& event) { return event.event.id == id; });
    return size_t(found - input.events.begin());
}

//! Places of events of the input that miss something before them.
std::vector<size_t> gapsOf(const TimelineInput& input)
{
    std::vector<size_t> gaps;
    for (size_t i = 0; i < input.events.size(); ++i) {
        if (input.events[i].gapBefore) {
            gaps.push_back(i);
        }
    }
    return gaps;
}

} // namespace

size_t firstUnread(const TimelineInput& input, const std::vector<PlacedItem>& placed)
{
    const size_t none = placed.size();
    size_t from = placeOf(input, input.firstUnread);
    if (from == input.events.size()) {
        const size_t marker = placeOf(input, input.readMarker);
        if (marker == input.events.size()) {
            return none;
        }
        from = marker + 1;
        // Who has written has read what was there.
        for (size_t i = from; i < input.events.size(); ++i) {
            const StoredEvent& event = input.events[i];
            if (event.event.sender == input.own && !event.isEcho()) {
                from = i + 1;
            }
        }
    }
    for (size_t i = 0; i < placed.size(); ++i) {
        if (placed[i].place >= from && !placed[i].item.mine && isMessage(placed[i].item)) {
            return i;
        }
    }
    return none;
}

void countReaders(const TimelineInput& input, std::vector<PlacedItem>& placed)
{
    QHash<EventId, size_t> places;
    for (size_t i = 0; i < input.events.size(); ++i) {
        if (!input.events[i].isEcho()) {
            places.insert(input.events[i].event.id, i);
        }
    }
    std::vector<qint64> readers(input.events.size() + 1, 0);
    for (const auto& [user, event] : input.receipts) {
        const auto place = places.constFind(event);
        if (user != input.own && place != places.constEnd()) {
            ++readers[*place];
        }
    }
    for (size_t i = input.events.size(); i-- > 0;) {
        readers[i] += readers[i + 1];
    }
    for (PlacedItem& one : placed) {
        const bool counts = one.item.mine && !one.item.eventId.isEmpty();
        one.item.readBy = counts ? readers[one.place] : 0;
    }
}

std::vector<TimelineItem> withDividers(const TimelineInput& input, std::vector<PlacedItem> placed)
{
    Rows rows(input);
    if (input.atStart) {
        rows.add(divider(Kind::Start, u"start"_s, placed.empty() ? 0 : placed[0].item.timestamp));
    }
    const std::vector<size_t> gaps = gapsOf(input);
    auto gap = gaps.begin();
    const auto addGapsUpTo = [&](size_t place, Timestamp timestamp) {
        for (; gap != gaps.end() && *gap <= place; ++gap) {
            const QString id = input.events[*gap].event.id.toString();
            rows.add(divider(Kind::Gap, u"gap:"_s + id, timestamp));
        }
    };
    const size_t unread = firstUnread(input, placed);
    for (size_t i = 0; i < placed.size(); ++i) {
        const Timestamp timestamp = placed[i].item.timestamp;
        addGapsUpTo(placed[i].place, timestamp);
        rows.addDay(timestamp);
        if (i == unread) {
            rows.add(divider(Kind::UnreadDivider, u"unread"_s, timestamp));
        }
        rows.add(std::move(placed[i].item));
    }
    addGapsUpTo(input.events.size(), 0);
    std::vector<TimelineItem> made = rows.take();
    markGroups(made);
    return made;
}

} // namespace client::timeline
