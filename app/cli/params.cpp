// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "params.h"

#include "rpc.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace cli {

bool Params::has(const QString& name) const
{
    const QJsonValue value = m_object.value(name);
    return !value.isUndefined() && !value.isNull();
}

void Params::refuse(const QString& why)
{
    if (m_fault.isEmpty()) {
        m_fault = why;
    }
}

std::unexpected<client::Error> Params::fault() const
{
    return client::fail(client::Error::Kind::Invalid, m_fault, InvalidParams);
}

QString Params::text(const QString& name)
{
    const QString value = optionalText(name);
    if (value.isEmpty()) {
        refuse(u"%1 is missing or empty."_s.arg(name));
    }
    return value;
}

QString Params::optionalText(const QString& name)
{
    if (has(name) && !m_object.value(name).isString()) {
        refuse(u"%1 must be a string."_s.arg(name));
    }
    return m_object.value(name).toString();
}

qint64 Params::number(const QString& name, qint64 least, qint64 most)
{
    if (!has(name)) {
        refuse(u"%1 is missing."_s.arg(name));
        return least;
    }
    const QJsonValue value = m_object.value(name);
    const double asked = value.toDouble(std::nan(""));
    if (!value.isDouble() || !(asked >= double(least) && asked <= double(most)) ||
        asked != std::floor(asked)) {
        refuse(u"%1 must be a whole number from %2 to %3."_s.arg(name).arg(least).arg(most));
        return least;
    }
    return qint64(asked);
}

qint64 Params::optionalNumber(const QString& name, qint64 otherwise, qint64 least, qint64 most)
{
    return has(name) ? number(name, least, most) : otherwise;
}

std::optional<bool> Params::flag(const QString& name)
{
    if (!has(name)) {
        return std::nullopt;
    }
    if (!m_object.value(name).isBool()) {
        refuse(u"%1 must be true or false."_s.arg(name));
    }
    return m_object.value(name).toBool();
}

client::UserId Params::userId(const QString& name)
{
    const client::UserId user(text(name));
    if (isFine() && !user.isValid()) {
        refuse(u"%1 is not a user id."_s.arg(name));
    }
    return user;
}

client::UserId Params::optionalUserId(const QString& name)
{
    return optionalText(name).isEmpty() ? client::UserId() : userId(name);
}

client::RoomId Params::roomId(const QString& name)
{
    const client::RoomId room(text(name));
    if (isFine() && !room.isValid()) {
        refuse(u"%1 is not a room id."_s.arg(name));
    }
    return room;
}

std::optional<QJsonArray> Params::array(const QString& name)
{
    if (!has(name)) {
        return std::nullopt;
    }
    const QJsonValue value = m_object.value(name);
    if (!value.isArray()) {
        refuse(u"%1 is not an array."_s.arg(name));
    }
    return value.toArray();
}

QStringList Params::list(const QString& name)
{
    QStringList texts;
    if (has(name) && !m_object.value(name).isArray()) {
        refuse(u"%1 must be an array of strings."_s.arg(name));
    }
    for (const QJsonValue& value : m_object.value(name).toArray()) {
        if (!value.isString() || value.toString().isEmpty()) {
            refuse(u"%1 must be an array of strings."_s.arg(name));
        }
        texts << value.toString();
    }
    return texts;
}

} // namespace cli
