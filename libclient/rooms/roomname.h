// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Room names by the specification's algorithm ("Calculating the display name for a room").
#pragma once

#include "rooms/members.h"
#include "rooms/roomstate.h"

#include <QStringList>

namespace client::rooms {

//! Who can give a room without a name its name. Counts of -1 are not known.
struct RoomPeople {
    UserId own;
    std::vector<UserId> heroes; //!< of the sync summary; empty: made from the known members
    int joined = -1;
    int invited = -1;
};

struct RoomName {
    QString name;       //!< empty: the room is empty, `heroes` says who was there
    QStringList heroes; //!< display names, at most 5
    UserId only;        //!< the one other person, when there is exactly one
};

RoomName roomName(const RoomState& state, const Members& members, const RoomPeople& people);
//! Names for a sentence of more people than are named: "Alice, Bob +3".
QString joinedNames(const QStringList& names, int others);

} // namespace client::rooms
