// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// How a RoomSummary is made from what is known of a room.
#pragma once

#include "rooms/members.h"
#include "rooms/powerlevels.h"
#include "rooms/roomname.h"
#include "rooms/roomstate.h"
#include "rooms/roomsummary.h"

#include <QJsonObject>

#include <vector>

namespace client::rooms {

inline constexpr QLatin1StringView favouriteTag("m.favourite");
inline constexpr QLatin1StringView lowPriorityTag("m.lowpriority");

//! The event that a list's row shows; made by timeline/preview.h.
struct LastEvent {
    EventId id;
    UserId sender;
    RoomSummary::LastKind kind = RoomSummary::LastKind::None;
    QString body; //!< plain; shortened here
    Timestamp timestamp = 0;
};

struct SummaryInput {
    RoomId room;
    const RoomState* state = nullptr; //!< required
    const Members* members = nullptr; //!< required
    RoomPeople people;
    events::Membership membership = events::Membership::Join;
    UserId directUser; //!< of m.direct (or an invitation's is_direct), or empty
    UserId inviter;    //!< with Invite: sender of the own membership
    QString inviteReason;
    int unread = 0;
    int highlights = 0;
    int threadUnread = 0;
    int threadHighlights = 0;
    bool encrypted = false; //!< by the guard; the state may say more, never less
    LastEvent last;
    std::vector<UserId> typing; //!< own user is left out
    QJsonObject tags;           //!< content of the room's m.tag
    QJsonObject marked;         //!< and of its m.marked_unread
    RoomSummary::Notify notify = RoomSummary::Notify::Default;
    Timestamp fallbackTimestamp = 0; //!< sorts a room without a last event
};

//! As the specification's m.tag says; who has both is a favourite.
RoomSummary::Tag tagOf(const QJsonObject& tags);
RoomSummary summarize(const SummaryInput& input);
RoomSummary::Membership summaryMembership(events::Membership membership);

} // namespace client::rooms
