// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Publisher: at the end of an act, makes of its changes what others are told: summaries, diffs of
// the open windows, items, notifications. Owned by Engine::Parts.
#pragma once

#include "engine/itemsource.h"
#include "engine/roomwindow.h"
#include "engine/threadwindow.h"
#include "rooms/summary.h"

namespace client::engine {

class Publisher {
public:
    Publisher(Context& context, ItemSource& source, RoomWindows& windows, ThreadWindows& threads)
        : m_context(context)
        , m_source(source)
        , m_windows(windows)
        , m_threads(threads)
    {}

    //! Inside the transaction: writes the cached summaries.
    Update publish();

private:
    rooms::RoomSummary summarize(const RoomId& room);
    rooms::LastEvent lastEvent(const RoomId& room);
    QJsonObject markedUnread(const RoomId& room);
    void fillInvitation(const LiveRoom& room, rooms::SummaryInput& input);
    void fillUnread(const LiveRoom& room, rooms::SummaryInput& input);
    store::Place readPlace(const Announcement& announcement);
    std::vector<Notification> notifications();
    std::optional<Notification> notification(const Announcement& announcement);
    std::vector<ItemsChange> items();

    Context& m_context;
    ItemSource& m_source;
    RoomWindows& m_windows;
    ThreadWindows& m_threads;
};

} // namespace client::engine
