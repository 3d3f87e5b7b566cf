// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// SearchTable: the full-text index of the messages. What is wiped or removed from the event table
// leaves it by itself, in the same transaction. Owned by the engine.
#pragma once

#include "rooms/searchquery.h"
#include "store/database.h"
#include "store/eventrow.h"

#include <limits>
#include <set>
#include <vector>

namespace client::store {

//! A message as the index knows it.
struct SearchText {
    using Has = rooms::SearchQuery::Has;

    RoomId room;
    EventId event;
    UserId sender;
    Timestamp ts = 0;
    QString words; //!< folded; empty: only the kinds can be found
    std::set<Has> has;
};

//! What is looked for: every term, and of each group that is given one.
struct SearchWanted {
    std::vector<rooms::SearchTerm> terms;
    std::optional<std::vector<RoomId>> rooms; //!< nullopt: all
    std::optional<std::vector<UserId>> senders;
    std::set<SearchText::Has> has;
    int64_t since = 0;                                    //!< first id
    int64_t before = std::numeric_limits<int64_t>::max(); //!< first id that is too late
};

struct SearchHit {
    int64_t id = 0; //!< about the time of the message, in milliseconds
    RoomId room;
    EventId event;
    QString words;
};

struct SearchSize {
    int64_t messages = 0;
    int64_t bytes = 0;   //!< of the whole store
    int64_t backlog = 0; //!< events that were not looked at yet
};

class SearchTable {
public:
    explicit SearchTable(Database& database) : m_db(database) {}

    //! In place of what was known of the event; nothing when that is the same.
    Result<> put(const SearchText& text);
    Result<> remove(const RoomId& room, const EventId& event);
    //! Newest first.
    Result<std::vector<SearchHit>> find(const SearchWanted& wanted, int limit);
    //! How many there are, counted up to `most`.
    Result<int64_t> count(const SearchWanted& wanted, int64_t most);

    //! Who wrote something, by each name that a room has for them.
    Result<std::vector<std::pair<UserId, QString>>> writers();

    //! Everybody who is in a room, or invited to one, by a name that they have there.
    Result<std::vector<std::pair<UserId, QString>>> people();

    //! Newest first: events that came before there was an index.
    Result<std::vector<std::pair<RoomId, EventId>>> backlog(int limit);
    Result<> backlogDone(int limit); //!< the next `limit` events were looked at
    Result<SearchSize> size();

private:
    Result<int64_t> numberOf(const QString& name);
    Result<int64_t> knownNumber(const QString& name);
    Result<int64_t> freeId(Timestamp ts, int64_t event);
    Result<QString> tagsOf(const SearchText& text);
    //! nullopt: nothing can match.
    Result<std::optional<QString>> expression(const SearchWanted& wanted);
    Result<QString> anyOf(const QString& sign, const QStringList& names);

    Database& m_db;
};

} // namespace client::store
