// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/rowevents.h"

#include "events/poll.h"
#include "events/relation.h"
#include "events/types.h"

using namespace Qt::StringLiterals;
using client::store::EventRow;
namespace types = client::events::types;

namespace client::engine {

namespace {

timeline::Decryption decryptionOf(EventRow::Decryption decryption)
{
    switch (decryption) {
    case EventRow::Decryption::Plain:
        break;
    case EventRow::Decryption::Pending:
        return timeline::Decryption::Pending;
    case EventRow::Decryption::Waiting:
        return timeline::Decryption::Waiting;
    case EventRow::Decryption::Done:
        return timeline::Decryption::Done;
    case EventRow::Decryption::Failed:
        return timeline::Decryption::Failed;
    }
    return timeline::Decryption::Plain;
}

} // namespace

std::optional<timeline::StoredEvent> storedEvent(const EventRow& row)
{
    auto event = events::parseEvent(row.event);
    if (!event) {
        return std::nullopt;
    }
    timeline::StoredEvent stored;
    stored.event = std::move(*event);
    stored.decryption = decryptionOf(row.decryption);
    stored.clearType = row.clearType;
    stored.clearContent = row.clearContent;
    stored.owner = row.owner;
    stored.reason = row.reason;
    stored.trust = row.trust;
    stored.txnId = row.txn.toString();
    stored.redacted = row.redacted;
    stored.highlighted = row.notify > 1;
    stored.thread = row.thread;
    return stored;
}

bool isEdit(const EventRow& row)
{
    const auto relation = events::parseRelation(row.event.value("content"_L1).toObject());
    return relation.kind == events::Relation::Kind::Replace;
}

bool mayBeRoot(const EventRow& row)
{
    const auto relation = events::parseRelation(row.event.value("content"_L1).toObject());
    return row.thread.isEmpty() && relation.kind == events::Relation::Kind::None;
}

bool isPreviewable(const EventRow& row)
{
    if (row.event.contains("state_key"_L1) || isEdit(row)) {
        return false;
    }
    const QString type = row.decryption == EventRow::Decryption::Done ? row.clearType : row.type;
    return type == types::message || type == types::sticker || type == types::encrypted ||
           events::isPollStart(type);
}

} // namespace client::engine
