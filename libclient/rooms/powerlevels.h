// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// PowerLevels: who may do what in a room (m.room.power_levels with all its defaults).
#pragma once

#include "base/ids.h"
#include "rooms/roomstate.h"

#include <QHash>
#include <QString>

#include <limits>
#include <set>

namespace client::rooms {

class PowerLevels {
public:
    //! Of the makers of a room of version 12 or later.
    static constexpr int64_t infinite = std::numeric_limits<int64_t>::max();

    static PowerLevels from(const RoomState& state);

    int64_t of(const UserId& user) const;
    int64_t neededFor(const QString& type, bool isState) const;
    int64_t neededToNotify(const QString& key) const;
    bool canSend(const UserId& user, const QString& type) const;
    bool canSendState(const UserId& user, const QString& type) const;
    bool canInvite(const UserId& user) const;
    bool canKick(const UserId& user, const UserId& target) const;
    bool canBan(const UserId& user, const UserId& target) const;
    //! `sender` is who wrote the event: one's own can always be taken back where one may send.
    bool canRedact(const UserId& user, const UserId& sender) const;
    bool canNotifyRoom(const UserId& user) const;

private:
    QHash<QString, int64_t> m_users;
    QHash<QString, int64_t> m_events;
    QHash<QString, int64_t> m_notifications;
    std::set<UserId> m_creators;
    int64_t m_usersDefault = 0;
    int64_t m_eventsDefault = 0;
    int64_t m_stateDefault = 50;
    int64_t m_ban = 50;
    int64_t m_kick = 50;
    int64_t m_redact = 50;
    int64_t m_invite = 0;
};

} // namespace client::rooms
