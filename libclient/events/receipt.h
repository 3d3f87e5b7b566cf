// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Receipts and typing: the ephemeral part of a room.
#pragma once

#include "base/clock.h"
#include "base/ids.h"

#include <QJsonObject>
#include <QString>

#include <vector>

namespace client::events {

struct Receipt {
    UserId user;
    EventId event;
    bool isPrivate = false;
    QString thread; //!< empty: unthreaded; "main" or a root id
    Timestamp ts = 0;
    bool operator==(const Receipt&) const = default;
};

//! Content of m.receipt; malformed entries are skipped, at most 20000 are read.
std::vector<Receipt> parseReceipts(const QJsonObject& content);
//! Content of m.typing, at most 100 people.
std::vector<UserId> parseTyping(const QJsonObject& content);
EventId parseFullyRead(const QJsonObject& content);

} // namespace client::events
