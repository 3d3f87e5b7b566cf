// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Threads: the engine's acts about threads: their windows, their list, and what the server adds to
// what is here. Owned by Engine::Parts.
#pragma once

#include "engine/engine.h"
#include "engine/eventlog.h"
#include "engine/threadwindow.h"

#include <functional>

namespace client::engine {

class Threads {
public:
    using Act = std::function<Result<Update>(const std::function<void()>&)>;

    Threads(Context& context, ItemSource& source, ThreadWindows& windows, EventLog& log, Act act)
        : m_context(context)
        , m_source(source)
        , m_windows(windows)
        , m_log(log)
        , m_act(std::move(act))
    {}

    //! Latest active first.
    Result<std::vector<ThreadView>> list(const RoomId& room);
    Result<std::vector<timeline::TimelineItem>> open(const RoomId& room, const EventId& root,
                                                     int limit);
    void close(const RoomId& room, const EventId& root);

    struct Older {
        Update update;
        bool atStart = false; //!< all that is here is shown
    };

    Result<Older> loadOlder(const RoomId& room, const EventId& root, int count);
    Result<TimelinePage> page(const RoomId& room, const EventId& root, int limit,
                              const QString& before);

    //! What of a thread is not here and must be asked for.
    struct Missing {
        bool root = false;
        bool replies = false;
        QString from; //!< where the server goes on
    };

    Result<Missing> missing(const RoomId& room, const EventId& root);
    Result<Update> applyRoot(const RoomId& room, const EventId& root, const QByteArray& body);
    //! Answer of /relations; `from` as it was asked with.
    Result<Update> applyReplies(const RoomId& room, const EventId& root, const QString& from,
                                const QByteArray& body);

    //! Answer of /threads. Returns where the server goes on; empty: nowhere.
    struct Listed {
        Update update;
        QString next;
    };

    Result<Listed> applyList(const RoomId& room, const QByteArray& body);
    //! For a receipt: `wanted` is a root, "main", or empty: where the event stands. Invalid when it
    //! stands elsewhere.
    Result<QString> receiptThread(const RoomId& room, const EventId& event, const QString& wanted);

private:
    template <class Ask>
    auto read(Ask ask) -> Result<std::invoke_result_t<Ask>>
    {
        m_context.ledger.clear();
        auto value = ask();
        if (!m_context.ledger.isClean()) {
            return std::unexpected(*m_context.ledger.error());
        }
        return value;
    }

    bool isRoom(const RoomId& room);
    ThreadView view(const RoomId& room, const EventId& root);
    TimelinePage makePage(const RoomId& room, const EventId& root, int limit,
                          const QString& before);
    void addReply(LiveRoom& room, const EventId& root, const events::Event& event);

    Context& m_context;
    ItemSource& m_source;
    ThreadWindows& m_windows;
    EventLog& m_log;
    Act m_act;
};

} // namespace client::engine
