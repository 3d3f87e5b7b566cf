// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Retention: messages leave this device when they are older than their room keeps them. What they
// were encrypted with stays, and so does the note that their index was used. Owned by
// Engine::Parts.
#pragma once

#include "engine/context.h"

#include <functional>

namespace client::engine {

//! Whether a message of this age is one that its room does not keep.
bool isOver(const LiveRoom& room, Timestamp sent, Timestamp now);

class Retention {
public:
    using Act = std::function<Result<Update>(const std::function<void()>&)>;

    Retention(Context& context, Act act) : m_context(context), m_act(std::move(act)) {}

    struct Expired {
        Update update;
        std::vector<QString> media; //!< addresses of their files, to be taken out of the cache
        bool more = false;
    };

    //! Up to a hundred messages of all rooms.
    Result<Expired> expireSome();

private:
    void expire(const RoomId& room, Timestamp before, int& left, std::vector<QString>& media);

    Context& m_context;
    Act m_act;
    bool m_hasWiped = false; //!< since the last time that none was left
};

} // namespace client::engine
