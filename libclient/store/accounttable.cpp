// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/accounttable.h"

#include "store/rows.h"

namespace client::store {

Result<std::optional<AccountRow>> AccountTable::account()
{
    return readOne(m_db.query("SELECT user, device, homeserver, access_token, refresh_token,"
                              " token_expires, signed_out FROM account"),
                   [](const Statement& row) {
                       return AccountRow{row.id<UserId>(0), row.id<DeviceId>(1), row.text(2),
                                         row.blob(3),       row.blob(4),         row.integer(5),
                                         row.flag(6)};
                   });
}

Result<> AccountTable::saveAccount(const AccountRow& row)
{
    return m_db.run("INSERT OR REPLACE INTO account VALUES (1, ?, ?, ?, ?, ?, ?, ?)", row.user,
                    row.device, row.homeserver, row.accessToken, row.refreshToken, row.tokenExpires,
                    row.signedOut);
}

Result<QString> AccountTable::since()
{
    return readText(m_db.query("SELECT since FROM sync"));
}

Result<> AccountTable::saveSince(const QString& token)
{
    return m_db.run("INSERT OR REPLACE INTO sync VALUES (1, ?)", token);
}

Result<QString> AccountTable::setting(const QString& name)
{
    return readText(m_db.query("SELECT value FROM setting WHERE name = ?", name));
}

Result<> AccountTable::saveSetting(const QString& name, const QString& value)
{
    return m_db.run("INSERT OR REPLACE INTO setting VALUES (?, ?)", name, value);
}

Result<QJsonObject> AccountTable::data(const RoomId& room, const QString& type)
{
    return readOne(m_db.query("SELECT content FROM accountdata WHERE room = ? AND type = ?", room,
                              type),
                   [](const Statement& row) { return row.object(0); })
        .transform([](std::optional<QJsonObject> found) { return found.value_or(QJsonObject()); });
}

Result<> AccountTable::saveData(const RoomId& room, const QString& type, const QJsonObject& content)
{
    return m_db.run("INSERT OR REPLACE INTO accountdata VALUES (?, ?, ?)", room, type, content);
}

} // namespace client::store
