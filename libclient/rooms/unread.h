// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Unread counts and the place of the first unread event, from the events after the own receipt.
#pragma once

#include "base/ids.h"

#include <span>

namespace client::rooms {

//! What counting needs of an event.
struct UnreadEntry {
    EventId id;
    UserId sender;
    bool notifies = false;
    bool highlights = false;
};

struct UnreadCount {
    int unread = 0;
    int highlights = 0;
    EventId first; //!< first event of another person after the receipt that notifies; may be empty
    bool operator==(const UnreadCount&) const = default;
};

//! `entries` oldest first; an own event counts as having read everything before it. A receipt that
//! is not among them is older than all of them.
UnreadCount countUnread(std::span<const UnreadEntry> entries, const EventId& receipt,
                        const UserId& own);

} // namespace client::rooms
