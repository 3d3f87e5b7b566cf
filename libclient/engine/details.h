// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Details: one message looked at closely: what it said before, who reacted, how it came; and the
// messages that a room has pinned. Only reads. Owned by Engine::Parts.
#pragma once

#include "engine/itemsource.h"
#include "engine/outbox.h"
#include "engine/views.h"

namespace client::engine {

class Details {
public:
    Details(Context& context, ItemSource& source) : m_context(context), m_source(source) {}

    //! Oldest first, beginning with what was said at first.
    Result<std::vector<Revision>> history(const RoomId& room, const EventId& event);
    Result<std::vector<Reacted>> reactions(const RoomId& room, const EventId& event);
    Result<MessageSource> source(const RoomId& room, const EventId& event);
    //! What is to be said again in another room, without its file's bytes. Invalid for what cannot
    //! be read, for deleted messages and for what is no message.
    Result<OutgoingMessage> forward(const RoomId& room, const EventId& event);
    //! In the order of the room's state.
    Result<std::vector<PinnedMessage>> pins(const RoomId& room);
    Result<bool> mayPin(const RoomId& room);

private:
    template <class Ask>
    auto read(Ask ask) -> std::invoke_result_t<Ask>
    {
        m_context.ledger.clear();
        auto value = ask();
        if (!m_context.ledger.isClean()) {
            return std::unexpected(*m_context.ledger.error());
        }
        return value;
    }

    Result<timeline::StoredEvent> message(const RoomId& room, const EventId& event);
    std::vector<timeline::StoredEvent> related(const RoomId& room, const EventId& event);

    Context& m_context;
    ItemSource& m_source;
};

} // namespace client::engine
