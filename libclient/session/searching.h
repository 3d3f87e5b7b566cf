// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Searching: what a person does to find messages: search, fetch older history so that it can be
// found, look at a message in its place. Owned by Session; home thread.
#pragma once

#include "base/task.h"
#include "engine/enginethread.h"
#include "engine/search.h"
#include "sync/connection.h"

#include <QObject>

#include <functional>
#include <map>

namespace client::session {

//! How far the fetching of a room's older history is.
struct HistoryProgress {
    RoomId room;
    int64_t fetched = 0; //!< events
    int64_t limit = 0;
    bool running = false;
    bool atStart = false;       //!< nothing is missing any more
    store::SearchSize size;     //!< of the index and of the store
    std::optional<Error> error; //!< why it ended, or what it waits for
};

class Searching final : public QObject {
    Q_OBJECT

public:
    struct Parts {
        engine::EngineThread& engine;
        std::function<Task<Result<>>(engine::BackfillRequest)> backfill;
        std::function<void(engine::Update)> publish;
    };

    explicit Searching(Parts parts);
    ~Searching() override;

    //! What came before there was an index is looked at in the background.
    void start();

    Task<Result<engine::SearchPage>> find(engine::SearchRequest request);
    Task<Result<engine::FoundNames>> names(QString text, int limit);
    Task<Result<store::SearchSize>> size();

    //! Begins, or raises the limit of what has begun: as many events older than what is here.
    Task<Result<>> fetchHistory(RoomId room, int64_t limit);
    void stopFetching(const RoomId& room);
    //! Of what is under way.
    std::vector<HistoryProgress> fetching() const;

    //! A room's window around a message; changes come by Session::timelineChanged. NotFound.
    Task<Result<engine::WindowPart>> openAt(RoomId room, EventId event, int count);
    //! Widens such a window towards the present. true: it has arrived there.
    Task<Result<bool>> loadNewer(RoomId room, int count);

Q_SIGNALS:
    void historyMoved(client::session::HistoryProgress progress);

private:
    Task<> catchUp();
    Task<> fetch(RoomId room);
    Task<Result<bool>> fetchPage(RoomId room);
    Task<> tell(RoomId room);

    Parts m_parts;
    std::map<RoomId, HistoryProgress> m_fetching;
    bool m_started = false;
    TaskScope m_scope; // last member
};

} // namespace client::session
