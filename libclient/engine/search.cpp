// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/search.h"

#include "timeline/searchable.h"

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;
using client::timeline::TimelineItem;

namespace client::engine {

namespace {

constexpr int64_t mostCounted = 10'000;
constexpr int mostJudged = 500;
constexpr int mostItems = 200;

std::optional<int64_t> numberIn(const QString& cursor, QChar sign)
{
    bool fine = false;
    const int64_t number = cursor.mid(1).toLongLong(&fine);
    return fine && number >= 0 && cursor.startsWith(sign) ? std::optional(number) : std::nullopt;
}

} // namespace

int64_t Search::startOf(const QDate& day) const
{
    return std::max<int64_t>(day.startOfDay(m_context.zone).toMSecsSinceEpoch(), 0);
}

store::SearchWanted Search::wanted(const rooms::SearchQuery& query, const RoomId& room)
{
    store::SearchWanted wanted;
    wanted.terms = query.terms;
    wanted.has = query.has;
    if (!query.from.isEmpty()) {
        wanted.senders = people(query.from);
    }
    if (!query.in.isEmpty()) {
        wanted.rooms = roomsNamed(query.in);
    }
    if (!room.isEmpty()) {
        const bool fits = !wanted.rooms || std::ranges::contains(*wanted.rooms, room);
        wanted.rooms = fits ? std::vector{room} : std::vector<RoomId>();
    }
    if (query.since) {
        wanted.since = startOf(*query.since);
    }
    if (query.before) {
        wanted.before = startOf(*query.before);
    }
    return wanted;
}

Search::Hits Search::newest(store::SearchWanted wanted, const SearchRequest& request)
{
    if (!request.before.isEmpty()) {
        const auto id = numberIn(request.before, u'd');
        if (!id) {
            m_context.ledger.refuse(Error::Kind::Invalid, u"not a cursor"_s);
            return {};
        }
        wanted.before = std::min(wanted.before, *id);
    }
    Hits hits;
    hits.list = m_context.take(m_context.tables.search.find(wanted, request.limit + 1));
    if (std::ssize(hits.list) > request.limit) {
        hits.list.pop_back();
        hits.next = u'd' + QString::number(hits.list.back().id);
    }
    return hits;
}

Search::Hits Search::best(const store::SearchWanted& wanted, const rooms::SearchQuery& query,
                          const SearchRequest& request)
{
    const auto from =
        request.before.isEmpty() ? std::optional<int64_t>(0) : numberIn(request.before, u'r');
    if (!from) {
        m_context.ledger.refuse(Error::Kind::Invalid, u"not a cursor"_s);
        return {};
    }
    auto all = m_context.take(m_context.tables.search.find(wanted, mostJudged));
    if (std::ssize(all) == mostJudged) { // whole words may be further back
        store::SearchWanted whole = wanted;
        for (rooms::SearchTerm& term : whole.terms) {
            term.prefix = false;
        }
        whole.before = std::min(whole.before, all.back().id);
        const auto more = m_context.take(m_context.tables.search.find(whole, mostJudged));
        all.insert(all.end(), more.begin(), more.end());
    }
    std::vector<std::pair<double, size_t>> order;
    for (size_t i = 0; i < all.size(); ++i) {
        order.emplace_back(-rooms::searchScore(all[i].words.split(u' ', Qt::SkipEmptyParts), query),
                           i);
    }
    std::ranges::sort(order); // of two that are as good the newer
    Hits hits;
    const auto begin = size_t(std::min<int64_t>(*from, std::ssize(order)));
    const size_t end = std::min(begin + size_t(request.limit), order.size());
    for (size_t i = begin; i < end; ++i) {
        hits.list.push_back(all[order[i].second]);
    }
    if (end < order.size()) {
        hits.next = u'r' + QString::number(end);
    }
    return hits;
}

std::vector<FoundMessage> Search::messages(const std::vector<store::SearchHit>& hits,
                                           const rooms::SearchQuery& query)
{
    std::map<RoomId, std::set<EventId>> wanted;
    for (const store::SearchHit& hit : hits) {
        wanted[hit.room].insert(hit.event);
    }
    QHash<EventId, TimelineItem> items;
    for (const auto& [room, events] : wanted) {
        for (TimelineItem& item : m_parts.source.some(room, events, {})) {
            items.insert(EventId(item.eventId), std::move(item));
        }
    }
    std::vector<FoundMessage> found;
    for (const store::SearchHit& hit : hits) {
        const auto item = items.constFind(hit.event);
        // What cannot be vouched for any more shows no words.
        if (item != items.constEnd() && item->kind != TimelineItem::Kind::Encrypted &&
            item->kind != TimelineItem::Kind::Redacted) {
            found.push_back(
                {hit.room, *item, rooms::searchExtract(timeline::searchedText(*item), query)});
        }
    }
    return found;
}

Result<SearchPage> Search::find(const SearchRequest& asked)
{
    m_context.ledger.clear();
    SearchRequest request = asked;
    request.limit = std::clamp(request.limit, 1, mostItems);
    const QDate today =
        QDateTime::fromMSecsSinceEpoch(m_context.clock.now(), m_context.zone).date();
    const rooms::SearchQuery query = rooms::parseSearch(request.text, today);
    SearchPage page;
    if (query.isEmpty()) {
        return page;
    }
    const store::SearchWanted wanted = this->wanted(query, request.room);
    const bool byDate = request.order == SearchRequest::Order::Date || query.terms.empty();
    const Hits hits = byDate ? newest(wanted, request) : best(wanted, query, request);
    page.items = messages(hits.list, query);
    page.before = hits.next;
    page.total = m_context.take(m_context.tables.search.count(wanted, mostCounted + 1));
    page.totalIsLeast = page.total > mostCounted;
    page.total = std::min(page.total, mostCounted);
    if (!m_context.ledger.isClean()) {
        return std::unexpected(*m_context.ledger.error());
    }
    return page;
}

Result<bool> Search::catchUp()
{
    bool more = false;
    return m_keep([&] { more = m_parts.index.catchUp(); }).transform([&] { return more; });
}

Result<store::SearchSize> Search::size()
{
    return m_context.tables.search.size();
}

} // namespace client::engine
