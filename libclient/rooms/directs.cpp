// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rooms/directs.h"

#include <QJsonArray>

namespace client::rooms {

namespace {

QJsonArray without(const QJsonArray& rooms, const RoomId& room)
{
    QJsonArray kept;
    for (const QJsonValue& value : rooms) {
        if (value.toString() != room.toString()) {
            kept.append(value);
        }
    }
    return kept;
}

} // namespace

QHash<RoomId, UserId> parseDirects(const QJsonObject& content)
{
    QHash<RoomId, UserId> directs;
    for (auto entry = content.begin(); entry != content.end(); ++entry) {
        const UserId user(entry.key());
        if (!user.isValid()) {
            continue;
        }
        const QJsonArray rooms = entry.value().toArray();
        for (const QJsonValue& value : rooms) {
            const RoomId room(value.toString());
            if (room.isValid() && !directs.contains(room)) {
                directs.insert(room, user);
            }
        }
    }
    return directs;
}

QJsonObject withDirect(QJsonObject content, const RoomId& room, const UserId& user)
{
    const QStringList people = content.keys();
    for (const QString& person : people) {
        const QJsonValue rooms = content.value(person);
        if (rooms.isArray()) {
            content.insert(person, without(rooms.toArray(), room));
        }
    }
    if (!user.isEmpty()) {
        QJsonArray rooms = content.value(user.toString()).toArray();
        rooms.append(room.toString());
        content.insert(user.toString(), rooms);
    }
    return content;
}

} // namespace client::rooms
