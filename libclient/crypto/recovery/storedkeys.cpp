// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/recovery/storedkeys.h"

#include "base/json.h"
#include "base/jsonparts.h"
#include "base/secretbytes.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

constexpr qsizetype longestKey = 1024 * 1024;

//! The member of this name; an empty view: there is none. False: no object.
bool memberOf(QByteArrayView object, QLatin1StringView name, QByteArrayView& found)
{
    JsonParts parts(object);
    while (const auto part = parts.next()) {
        if (jsonString(part->name) == name) {
            found = part->value;
        }
    }
    return parts.isWhole();
}

std::unexpected<Error> malformed()
{
    return fail(Error::Kind::Malformed, u"not a list of room keys"_s);
}

} // namespace

StoredKeys::~StoredKeys()
{
    if (m_origin == Origin::File) {
        wipe(m_text);
    }
}

StoredKeys::StoredKeys(StoredKeys&& other) noexcept = default;

StoredKeys& StoredKeys::operator=(StoredKeys&& other) noexcept
{
    std::swap(m_origin, other.m_origin);
    std::swap(m_text, other.m_text);
    std::swap(m_rooms, other.m_rooms);
    std::swap(m_spans, other.m_spans);
    return *this;
}

Result<StoredKeys> StoredKeys::ofBackup(QByteArray answer)
{
    StoredKeys keys;
    keys.m_text = std::move(answer);
    QByteArrayView rooms;
    if (!memberOf(keys.m_text, "rooms"_L1, rooms)) {
        return malformed();
    }
    JsonParts parts(rooms);
    while (const auto room = parts.next()) {
        if (!keys.addSessions(room->value, RoomId(jsonString(room->name)))) {
            return malformed();
        }
    }
    return rooms.isEmpty() || parts.isWhole() ? Result<StoredKeys>(std::move(keys)) : malformed();
}

Result<StoredKeys> StoredKeys::ofRoom(const RoomId& room, QByteArray answer)
{
    StoredKeys keys;
    keys.m_text = std::move(answer);
    const QByteArrayView text = QByteArrayView(keys.m_text).trimmed();
    const bool isRoom = text.startsWith('{') && keys.addSessions(text, room);
    return isRoom ? Result<StoredKeys>(std::move(keys)) : malformed();
}

Result<StoredKeys> StoredKeys::ofFile(QByteArray clear)
{
    StoredKeys keys;
    keys.m_origin = Origin::File;
    keys.m_text = std::move(clear);
    keys.m_rooms.emplace_back();
    const QByteArrayView text(keys.m_text);
    const bool isArray = text.trimmed().startsWith('[');
    return isArray && keys.addAll(text, 0) ? Result<StoredKeys>(std::move(keys)) : malformed();
}

//! A room that is no object has no keys; the others are not the worse for it.
bool StoredKeys::addSessions(QByteArrayView room, const RoomId& id)
{
    QByteArrayView sessions;
    if (!room.startsWith('{')) {
        return true;
    }
    if (!memberOf(room, "sessions"_L1, sessions)) {
        return false;
    }
    m_rooms.push_back(id);
    return !sessions.startsWith('{') || addAll(sessions, int(m_rooms.size()) - 1);
}

bool StoredKeys::addAll(QByteArrayView object, int room)
{
    JsonParts parts(object);
    while (const auto part = parts.next()) {
        Span span;
        span.room = room;
        if (!part->name.isEmpty()) {
            span.name = part->name.data() - m_text.constData();
            span.nameSize = int(std::min(part->name.size(), longestKey));
        }
        span.value = part->value.data() - m_text.constData();
        // What is too long to be one stays in the list, so that it is counted.
        span.valueSize = part->value.size() > longestKey ? 0 : int(part->value.size());
        m_spans.push_back(span);
    }
    return parts.isWhole();
}

StoredKeys::Key StoredKeys::key(int index) const
{
    const Span& span = m_spans.at(size_t(index));
    const QByteArrayView text(m_text);
    Key key;
    key.room = m_rooms.at(size_t(span.room));
    key.session = jsonString(text.sliced(span.name, span.nameSize));
    QByteArray value = text.sliced(span.value, span.valueSize).toByteArray();
    key.content = parseObject(value).value_or(QJsonObject());
    if (m_origin == Origin::File) {
        wipe(value);
    }
    return key;
}

void StoredKeys::dropLast(int count)
{
    m_spans.resize(m_spans.size() - std::min(m_spans.size(), size_t(count)));
    if (m_spans.empty()) {
        *this = StoredKeys();
    }
}

} // namespace client::crypto
