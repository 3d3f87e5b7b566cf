// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// AccountTable: the signed-in account, where its sync stands, settings and account data. Owned by
// the engine.
#pragma once

#include "base/clock.h"
#include "store/database.h"

#include <optional>

namespace client::store {

struct AccountRow {
    UserId user;
    DeviceId device;
    QString homeserver;
    QByteArray accessToken;
    QByteArray refreshToken;
    Timestamp tokenExpires = 0;
    bool signedOut = false;
};

class AccountTable {
public:
    explicit AccountTable(Database& database) : m_db(database) {}

    Result<std::optional<AccountRow>> account();
    Result<> saveAccount(const AccountRow& row);
    Result<QString> since();
    Result<> saveSince(const QString& token);
    Result<QString> setting(const QString& name);
    Result<> saveSetting(const QString& name, const QString& value);
    //! An empty room: of the account.
    Result<QJsonObject> data(const RoomId& room, const QString& type);
    Result<> saveData(const RoomId& room, const QString& type, const QJsonObject& content);

private:
    Database& m_db;
};

} // namespace client::store
