// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a person asks to send, as the content of an outbox row. Pure.
#pragma once

#include "engine/outbox.h"
#include "store/outboxtable.h"

namespace client::engine {

//! Invalid for what cannot be sent: nothing to say, no target, too long.
Result<store::OutboxRow> compose(const OutgoingMessage& message);
//! New words for a text that is composed already.
QJsonObject reworded(QJsonObject content, const QString& body, const QString& formattedBody);

} // namespace client::engine
