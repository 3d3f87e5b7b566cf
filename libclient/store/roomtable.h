// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// RoomTable: rooms and their cached summaries, receipts, drafts. Owned by the engine.
#pragma once

#include "events/receipt.h"
#include "rooms/roomsummary.h"
#include "store/database.h"
#include "store/eventrow.h"

#include <vector>

namespace client::store {

struct RoomRow {
    RoomId id;
    QString membership = QStringLiteral("leave"); //!< own, by its name in the specification
    bool membersComplete = false;
    QJsonArray heroes;    //!< of the server's summary
    int joinedCount = -1; //!< -1: the server never said
    int invitedCount = -1;
    int serverUnread = 0;
    int serverHighlights = 0;
    Place read; //!< the main timeline is read up to here
    Place flat; //!< and up to here threads are, too
};

class RoomTable {
public:
    explicit RoomTable(Database& database) : m_db(database) {}

    Result<std::optional<RoomRow>> find(const RoomId& room);
    Result<> save(const RoomRow& row);
    Result<std::vector<RoomId>> all();
    Result<std::vector<rooms::RoomSummary>> summaries();
    Result<std::optional<rooms::RoomSummary>> summary(const RoomId& room);
    Result<> saveSummary(const RoomId& room, const rooms::RoomSummary& summary);

    Result<> saveReceipt(const RoomId& room, const events::Receipt& receipt);
    //! Public ones of others, unthreaded or of the main thread.
    Result<std::vector<std::pair<UserId, EventId>>> receipts(const RoomId& room);

    Result<QString> draft(const RoomId& room);
    Result<> saveDraft(const RoomId& room, const QString& text);

private:
    Database& m_db;
};

} // namespace client::store
