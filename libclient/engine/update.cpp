// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/update.h"

#include <algorithm>
#include <iterator>

namespace client::engine {

namespace {

template <class T>
void append(std::vector<T>& to, std::vector<T>& from)
{
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

} // namespace

void Update::merge(Update&& other)
{
    for (const rooms::RoomSummary& summary : other.rooms) {
        std::erase_if(rooms, [&](const auto& known) { return known.roomId == summary.roomId; });
    }
    append(rooms, other.rooms);
    append(forgotten, other.forgotten);
    append(timelines, other.timelines);
    append(items, other.items);
    append(notifications, other.notifications);
    append(sent, other.sent);
    append(failed, other.failed);
    append(verifications, other.verifications);
    encryptionChanged = encryptionChanged || other.encryptionChanged;
    outbox.merge(other.outbox);
    cryptoHasRequests = cryptoHasRequests || other.cryptoHasRequests;
    decryptPending = decryptPending || other.decryptPending;
    backupHasWork = backupHasWork || other.backupHasWork;
    broughtNews = broughtNews || other.broughtNews;
    wasInitial = wasInitial || other.wasInitial;
}

} // namespace client::engine
