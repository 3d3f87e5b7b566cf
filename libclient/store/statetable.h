// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// StateTable: current state and members of rooms. Owned by the engine.
#pragma once

#include "events/event.h"
#include "rooms/members.h"
#include "store/database.h"

#include <vector>

namespace client::store {

class StateTable {
public:
    explicit StateTable(Database& database) : m_db(database) {}

    Result<> saveState(const RoomId& room, const events::Event& event);
    Result<std::vector<QJsonObject>> state(const RoomId& room);
    //! The event of this type, with an empty state key, of each room that has one.
    Result<std::vector<std::pair<RoomId, QJsonObject>>> everywhere(const QString& type);
    Result<> saveMember(const RoomId& room, const rooms::Member& member,
                        const events::Event& event);
    Result<std::vector<rooms::Member>> members(const RoomId& room);
    //! The m.room.member event of a person as received; empty: not known.
    Result<QJsonObject> memberEvent(const RoomId& room, const UserId& user);
    //! Before a room is joined afresh: what an invitation told is forgotten.
    Result<> clear(const RoomId& room);
    //! Whether an encrypted room is shared: both people are in it or invited to it.
    Result<bool> sharesEncryptedRoom(const UserId& user);

private:
    Database& m_db;
};

} // namespace client::store
