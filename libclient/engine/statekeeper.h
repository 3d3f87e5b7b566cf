// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// StateKeeper: takes in state and members of rooms and tells the crypto machine what it must know
// of them. Owned by Engine::Parts.
#pragma once

#include "engine/context.h"

namespace client::engine {

class StateKeeper {
public:
    //! Where state comes from: what is older than the known state never replaces it; after a hole
    //! in the timeline people may have come and gone unseen; stripped state is only the inviter's
    //! word.
    enum class Origin { Sync, SyncWithHole, Older, Stripped };

    explicit StateKeeper(Context& context) : m_context(context) {}

    void apply(LiveRoom& room, const events::Event& event, Origin origin);
    //! The own membership; entering a room forgets what an invitation told of it.
    void enter(LiveRoom& room, const QString& membership);
    //! Every known person of an encrypted room is tracked, or looked at again after leaving it.
    void trackAll(LiveRoom& room);

private:
    void applyMember(LiveRoom& room, const events::Event& event, Origin origin);
    void applyEncryption(LiveRoom& room, const events::Event& event);
    void memberChanged(LiveRoom& room, const rooms::Member& now,
                       const std::optional<rooms::Member>& before, Origin origin);
    void untrackStrangers(const std::set<UserId>& people);

    Context& m_context;
};

} // namespace client::engine
