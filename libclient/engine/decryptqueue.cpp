// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/decryptqueue.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using client::store::EventRow;

namespace client::engine {

namespace {

constexpr int maxBatch = 50;

} // namespace

std::vector<EventRow> DecryptQueue::nextBatch(const std::vector<RoomId>& first)
{
    for (const RoomId& room : first) {
        auto rows = m_context.take(m_context.tables.events.pendingIn(room, maxBatch));
        if (!rows.empty()) {
            return rows;
        }
    }
    return m_context.take(m_context.tables.events.pending(maxBatch));
}

void DecryptQueue::decryptSome(const std::vector<RoomId>& first)
{
    for (EventRow& row : nextBatch(first)) {
        decrypt(row);
    }
    m_context.changes.update.decryptPending =
        m_context.take(m_context.tables.events.countPending()) > 0;
}

void DecryptQueue::decrypt(EventRow& row)
{
    const auto event = events::parseEvent(row.event);
    if (!event) {
        row.decryption = EventRow::Decryption::Failed;
        row.reason = u"malformed"_s;
        m_context.take(m_context.tables.events.saveDecryption(row));
        return;
    }
    auto decrypted = m_context.machine->decrypt(row.room, *event);
    if (decrypted) {
        row.decryption = EventRow::Decryption::Done;
        row.reason.clear();
        row.clearType = decrypted->type;
        row.clearContent = decrypted->content;
        row.trust = decrypted->trust;
        row.owner = decrypted->owner;
        row.sessionId = decrypted->sessionId;
        m_context.noteVerification(row.room, *event, row.clearType, row.clearContent);
    } else {
        const bool waits = decrypted.error().waiting;
        m_context.changes.update.backupHasWork |= waits;
        row.decryption = waits ? EventRow::Decryption::Waiting : EventRow::Decryption::Failed;
        row.reason = decrypted.error().reason;
    }
    m_log.judge(m_context.room(row.room), row);
    m_context.take(m_context.tables.events.saveDecryption(row));
    m_context.touch(row.room, row.id);
    const EventId target = m_context.take(m_context.tables.relations.targetOf(row.room, row.id));
    if (!target.isEmpty()) {
        m_context.touch(row.room, target);
    }
}

} // namespace client::engine
