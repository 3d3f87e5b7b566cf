// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/statetable.h"

#include "store/rows.h"

namespace client::store {

Result<> StateTable::saveState(const RoomId& room, const events::Event& event)
{
    return m_db.run("INSERT OR REPLACE INTO state VALUES (?, ?, ?, ?)", room, event.type,
                    event.stateKey.value_or(QString()), event.raw);
}

Result<std::vector<QJsonObject>> StateTable::state(const RoomId& room)
{
    return readAll(m_db.query("SELECT event FROM state WHERE room = ?", room),
                   [](const Statement& row) { return row.object(0); });
}

Result<std::vector<std::pair<RoomId, QJsonObject>>> StateTable::everywhere(const QString& type)
{
    return readAll(
        m_db.query("SELECT room, event FROM state WHERE type = ? AND state_key = ''", type),
        [](const Statement& row) { return std::pair{row.id<RoomId>(0), row.object(1)}; });
}

Result<> StateTable::saveMember(const RoomId& room, const rooms::Member& member,
                                const events::Event& event)
{
    return m_db.run("INSERT OR REPLACE INTO member VALUES (?, ?, ?, ?, ?, ?)", room, member.user,
                    events::membershipName(member.membership), member.name, member.avatar,
                    event.raw);
}

Result<std::vector<rooms::Member>> StateTable::members(const RoomId& room)
{
    return readAll(
        m_db.query("SELECT user, membership, name, avatar FROM member WHERE room = ?", room),
        [](const Statement& row) {
            return rooms::Member{
                row.id<UserId>(0),
                events::membershipFromName(row.text(1)).value_or(events::Membership::Leave),
                row.text(2), row.text(3)};
        });
}

Result<QJsonObject> StateTable::memberEvent(const RoomId& room, const UserId& user)
{
    return readOne(m_db.query("SELECT event FROM member WHERE room = ? AND user = ?", room, user),
                   [](const Statement& row) { return row.object(0); })
        .transform([](std::optional<QJsonObject> event) { return event.value_or(QJsonObject()); });
}

Result<> StateTable::clear(const RoomId& room)
{
    auto members = m_db.run("DELETE FROM member WHERE room = ?", room);
    return members ? m_db.run("DELETE FROM state WHERE room = ?", room) : members;
}

Result<bool> StateTable::sharesEncryptedRoom(const UserId& user)
{
    return readInteger(m_db.query("SELECT EXISTS (SELECT 1 FROM member m"
                                  " JOIN crypto_room c ON c.room = m.room"
                                  " JOIN room r ON r.id = m.room WHERE m.user = ?"
                                  " AND m.membership IN ('join', 'invite')"
                                  " AND r.membership = 'join')",
                                  user))
        .transform([](int64_t found) { return found != 0; });
}

} // namespace client::store
