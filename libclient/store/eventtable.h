// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// EventTable: events of all rooms in their order, and what is known about each. Owned by the
// engine.
#pragma once

#include "store/database.h"
#include "store/eventrow.h"

#include <vector>

namespace client::store {

class EventTable {
public:
    explicit EventTable(Database& database) : m_db(database) {}

    Result<> insert(const EventRow& row);
    //! An event that stood aside has its place.
    Result<> move(const RoomId& room, const EventId& id, const Place& place);
    Result<std::optional<EventRow>> find(const RoomId& room, const EventId& id);
    Result<std::optional<Place>> placeOf(const RoomId& room, const EventId& id);
    Result<std::optional<EventRow>> at(const RoomId& room, const Place& place);
    //! Of the main timeline, newest first.
    Result<std::vector<EventRow>> before(const RoomId& room, const Place& place, int limit);
    //! Of the main timeline, oldest first, the event at `place` too.
    Result<std::vector<EventRow>> from(const RoomId& room, const Place& place);
    //! Oldest first, without the event at `place`.
    Result<std::vector<EventRow>> after(const RoomId& room, const Place& place, int limit);
    //! As `after`, with the replies in threads.
    Result<std::vector<EventRow>> all(const RoomId& room, const Place& after, int limit);
    //! Oldest first, both ends too.
    Result<std::vector<EventRow>> between(const RoomId& room, const Place& first,
                                          const Place& last);
    //! First event of others after `place` that is worth a preview.
    Result<EventId> firstAfter(const RoomId& room, const Place& place, const UserId& own);
    //! Last place whose event is not younger than `ts`.
    Result<std::optional<Place>> lastBy(const RoomId& room, Timestamp ts);

    Result<std::vector<EventRow>> pendingIn(const RoomId& room, int limit);
    Result<std::vector<EventRow>> pending(int limit);
    //! Decryption, readable content, owner, trust and what follows from them.
    Result<> saveDecryption(const EventRow& row);
    //! Events that wait for the session are to be tried again. Returns how many.
    Result<int> wake(const RoomId& room, const QByteArray& sessionId);
    //! Leaves only `pruned`; the readable content is gone.
    Result<> redact(const RoomId& room, const EventId& id, const QJsonObject& pruned);
    //! What is no state and was sent before this time, the oldest first.
    Result<std::vector<EventRow>> messagesBefore(const RoomId& room, Timestamp time, int limit);
    Result<> remove(const RoomId& room, const EventId& id);
    Result<> saveTxn(const RoomId& room, const EventId& id, const TxnId& txn);

    Result<UnreadRow> unreadAfter(const RoomId& room, const Place& place);
    //! Events for a list's row, newest first.
    Result<std::vector<EventRow>> previews(const RoomId& room, int limit);
    //! What could not be decrypted, by reason.
    Result<QMap<QString, int>> countByReason();
    //! Sessions that messages wait for and that were looked for, or not, within the last hour:
    //! those of the newest messages first, at most 1,000.
    Result<std::vector<std::pair<RoomId, QByteArray>>> waitingSessions(Timestamp now,
                                                                       bool lookedFor);
    Result<> noteLookedFor(const RoomId& room, const QByteArray& sessionId, Timestamp now);
    Result<int> wakeAll(); //!< everything that waits for a key is to be judged again
    Result<int64_t> countWaiting();
    Result<int64_t> countPending();

private:
    Database& m_db;
};

} // namespace client::store
