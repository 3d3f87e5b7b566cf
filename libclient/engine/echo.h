// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What an outbox row says, as content for the wire and as an event for the screen. Pure.
#pragma once

#include "store/outboxtable.h"
#include "timeline/storedevent.h"

#include <vector>

namespace client::engine {

//! Readable content with its pointer at the target and, for a file, the place of its bytes.
QJsonObject fullContent(const store::OutboxRow& row, const std::vector<store::UploadRow>& uploads);

struct EchoRoom {
    UserId own;
    bool encrypted = false;
};

timeline::StoredEvent echoEvent(const store::OutboxRow& row,
                                const std::vector<store::UploadRow>& uploads, const EchoRoom& room);

//! Reactions and redactions go in clear in every room, as the specification has them.
bool isSentInClear(const store::OutboxRow& row);
bool isRedaction(const store::OutboxRow& row);

QJsonObject errorToJson(const Error& error);
Error errorFromJson(const QJsonObject& object);

} // namespace client::engine
