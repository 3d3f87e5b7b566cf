// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// SearchIndex: keeps the full-text index what the messages are, inside the act that changes them.
// Owned by Engine::Parts.
#pragma once

#include "engine/context.h"

namespace client::engine {

class SearchIndex {
public:
    explicit SearchIndex(Context& context) : m_context(context) {}

    //! All events that the act under way has touched.
    void follow();
    //! Some of what came before there was an index, the newest first. True: there is more.
    bool catchUp();

private:
    void refresh(const RoomId& room, const EventId& id);

    Context& m_context;
};

} // namespace client::engine
