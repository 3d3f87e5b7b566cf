// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "rooms/powerlevels.h"

#include "events/types.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
namespace types = client::events::types;

namespace client::rooms {

namespace {

constexpr int64_t bound = 9'007'199'254'740'991; // integers of canonical JSON
constexpr int creatorLevel = 100;

//! Old rooms hold levels as texts and as fractions.
std::optional<int64_t> level(const QJsonValue& value)
{
    if (value.isDouble()) {
        const double number = std::clamp(value.toDouble(), -double(bound), double(bound));
        return int64_t(std::trunc(number));
    }
    bool isNumber = false;
    const qlonglong number = value.toString().trimmed().toLongLong(&isNumber);
    if (!isNumber) {
        return std::nullopt;
    }
    return std::clamp<int64_t>(number, -bound, bound);
}

int64_t level(const QJsonObject& content, QLatin1StringView key, int64_t otherwise)
{
    return level(content.value(key)).value_or(otherwise);
}

QHash<QString, int64_t> levels(const QJsonValue& value)
{
    QHash<QString, int64_t> read;
    const QJsonObject object = value.toObject();
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        if (const auto number = level(entry.value())) {
            read.insert(entry.key(), *number);
        }
    }
    return read;
}

} // namespace

PowerLevels PowerLevels::from(const RoomState& state)
{
    PowerLevels made;
    const auto creators = state.privilegedCreators();
    made.m_creators.insert(creators.begin(), creators.end());
    const events::Event* event = state.find(types::powerLevels);
    if (event == nullptr) {
        made.m_stateDefault = 0;
        if (const auto creator = state.creator()) {
            made.m_users.insert(creator->toString(), creatorLevel);
        }
        return made;
    }
    const QJsonObject& content = event->content;
    made.m_users = levels(content.value("users"_L1));
    made.m_events = levels(content.value("events"_L1));
    made.m_notifications = levels(content.value("notifications"_L1));
    made.m_usersDefault = level(content, "users_default"_L1, 0);
    made.m_eventsDefault = level(content, "events_default"_L1, 0);
    made.m_stateDefault = level(content, "state_default"_L1, 50);
    made.m_ban = level(content, "ban"_L1, 50);
    made.m_kick = level(content, "kick"_L1, 50);
    made.m_redact = level(content, "redact"_L1, 50);
    made.m_invite = level(content, "invite"_L1, 0);
    return made;
}

int64_t PowerLevels::of(const UserId& user) const
{
    return m_creators.contains(user) ? infinite : m_users.value(user.toString(), m_usersDefault);
}

int64_t PowerLevels::neededFor(const QString& type, bool isState) const
{
    return m_events.value(type, isState ? m_stateDefault : m_eventsDefault);
}

int64_t PowerLevels::neededToNotify(const QString& key) const
{
    return m_notifications.value(key, 50);
}

bool PowerLevels::canSend(const UserId& user, const QString& type) const
{
    return of(user) >= neededFor(type, false);
}

bool PowerLevels::canSendState(const UserId& user, const QString& type) const
{
    return of(user) >= neededFor(type, true);
}

bool PowerLevels::canInvite(const UserId& user) const
{
    return of(user) >= m_invite;
}

bool PowerLevels::canKick(const UserId& user, const UserId& target) const
{
    return user != target && of(user) >= m_kick && of(user) > of(target);
}

bool PowerLevels::canBan(const UserId& user, const UserId& target) const
{
    return user != target && of(user) >= m_ban && of(user) > of(target);
}

bool PowerLevels::canRedact(const UserId& user, const UserId& sender) const
{
    return canSend(user, types::redaction) && (user == sender || of(user) >= m_redact);
}

bool PowerLevels::canNotifyRoom(const UserId& user) const
{
    return of(user) >= neededToNotify(u"room"_s);
}

} // namespace client::rooms
