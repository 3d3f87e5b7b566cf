// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rooms/unread.h"

namespace client::rooms {

UnreadCount countUnread(std::span<const UnreadEntry> entries, const EventId& receipt,
                        const UserId& own)
{
    UnreadCount count;
    for (const UnreadEntry& entry : entries) {
        if (entry.sender == own || (!receipt.isEmpty() && entry.id == receipt)) {
            count = {};
            continue;
        }
        if (!entry.notifies && !entry.highlights) {
            continue;
        }
        if (count.first.isEmpty()) {
            count.first = entry.id;
        }
        ++count.unread;
        count.highlights += entry.highlights ? 1 : 0;
    }
    return count;
}

} // namespace client::rooms
