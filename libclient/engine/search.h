// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Search: answers what a person looks for among the messages of all rooms. Owned by Engine::Parts.
#pragma once

#include "engine/roomwindow.h"
#include "engine/searchindex.h"
#include "rooms/searchextract.h"

#include <functional>

namespace client::engine {

struct SearchRequest {
    enum class Order { Date, Relevance };

    QString text; //!< as typed, see rooms/searchquery.h
    RoomId room;  //!< empty: all
    int limit = 20;
    QString before; //!< cursor of an earlier page
    Order order = Order::Date;
};

struct FoundMessage {
    RoomId room;
    timeline::TimelineItem item;
    rooms::SearchExtract extract;
};

struct SearchPage {
    std::vector<FoundMessage> items; //!< the newest first, or the best
    int64_t total = 0;
    bool totalIsLeast = false; //!< there are more than that
    QString before;            //!< cursor of the next page; empty: none
};

struct FoundPerson {
    UserId user;
    QString name;
    RoomId direct; //!< the direct conversation with them; empty: none
};

struct FoundNames {
    std::vector<rooms::RoomSummary> rooms; //!< by name first, then by topic
    std::vector<FoundPerson> people;
};

class Search {
public:
    using Keep = std::function<Result<>(const std::function<void()>&)>;

    struct Parts {
        ItemSource& source;
        SearchIndex& index;
        RoomWindows& windows;
    };

    Search(Context& context, Parts parts, Keep keep)
        : m_context(context)
        , m_parts(parts)
        , m_keep(std::move(keep))
    {}

    //! Invalid: a cursor that is none. Order::Relevance judges the newest five hundred.
    Result<SearchPage> find(const SearchRequest& request);
    //! Some of what came before there was an index. True: there is more.
    Result<bool> catchUp();
    Result<store::SearchSize> size();
    //! Rooms and people by words that begin one of theirs.
    Result<FoundNames> names(const QString& text, int limit);

    //! A room's window around a message. NotFound.
    Result<WindowPart> openAt(const RoomId& room, const EventId& event, int count);
    Result<NewerPart> loadNewer(const RoomId& room, int count);
    //! Position of the oldest event after a gap: falls as the gap is filled.
    Result<int64_t> reach(int64_t gap);

private:
    std::vector<rooms::RoomSummary> roomsBy(const QStringList& words, int limit);
    std::vector<FoundPerson> peopleBy(const QStringList& words, int limit);

    struct Hits {
        std::vector<store::SearchHit> list;
        QString next;
    };

    store::SearchWanted wanted(const rooms::SearchQuery& query, const RoomId& room);
    std::vector<UserId> people(const QStringList& names);
    std::vector<RoomId> roomsNamed(const QStringList& names);
    int64_t startOf(const QDate& day) const;
    Hits newest(store::SearchWanted wanted, const SearchRequest& request);
    Hits best(const store::SearchWanted& wanted, const rooms::SearchQuery& query,
              const SearchRequest& request);
    std::vector<FoundMessage> messages(const std::vector<store::SearchHit>& hits,
                                       const rooms::SearchQuery& query);

    Context& m_context;
    Parts m_parts;
    Keep m_keep;
};

} // namespace client::engine
