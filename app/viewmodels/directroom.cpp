// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/directroom.h"

#include <algorithm>

namespace app {

using client::Result;
using client::RoomId;
using client::Task;
using client::UserId;
using client::rooms::RoomSummary;

Task<Result<RoomId>> directRoom(client::session::Session& session, UserId user)
{
    const auto rooms = co_await session.roomList();
    if (!rooms) {
        co_return std::unexpected(rooms.error());
    }
    const QString person = user.toString();
    const auto found = std::ranges::find_if(*rooms, [&](const RoomSummary& room) {
        return room.isDirect && room.directUser == person &&
               room.membership == RoomSummary::Membership::Joined;
    });
    if (found != rooms->end()) {
        co_return RoomId(found->roomId);
    }
    client::session::Session::CreateRoom wanted;
    wanted.invite = {user};
    wanted.isDirect = true;
    co_return co_await session.createRoom(std::move(wanted));
}

} // namespace app
