// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Tables: all gateways to the account's file. Owned by the engine's Context.
#pragma once

#include "store/accounttable.h"
#include "store/chunktable.h"
#include "store/cryptotables.h"
#include "store/eventtable.h"
#include "store/outboxtable.h"
#include "store/roomtable.h"
#include "store/searchtable.h"
#include "store/statetable.h"
#include "store/threadtable.h"

namespace client::engine {

struct Tables {
    explicit Tables(store::Database& database)
        : account(database)
        , rooms(database)
        , state(database)
        , chunks(database)
        , events(database)
        , relations(database)
        , threads(database)
        , outbox(database)
        , crypto(database)
        , search(database)
    {}

    store::AccountTable account;
    store::RoomTable rooms;
    store::StateTable state;
    store::ChunkTable chunks;
    store::EventTable events;
    store::RelationTable relations;
    store::ThreadTable threads;
    store::OutboxTable outbox;
    store::CryptoTables crypto;
    store::SearchTable search;
};

} // namespace client::engine
