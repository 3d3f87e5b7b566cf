// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/retention.h"

#include "engine/rowevents.h"
#include "events/retention.h"
#include "events/types.h"
#include "timeline/itemmaker.h"

namespace types = client::events::types;

namespace client::engine {

namespace {

constexpr int atOnce = 100;

void addMedia(const store::EventRow& row, std::vector<QString>& media)
{
    const auto stored = storedEvent(row);
    const auto message = stored ? timeline::shownMessage(*stored, nullptr)
                                : Result<events::Message>(fail(Error::Kind::NotFound));
    if (!message) {
        return;
    }
    for (const events::Attachment* file : {&message->attachment, &message->thumbnail}) {
        if (file->isPresent()) {
            media.push_back(file->source().toString());
        }
    }
}

} // namespace

bool isOver(const LiveRoom& room, Timestamp sent, Timestamp now)
{
    const auto lifetime = events::maxLifetime(room.state.content(types::retention));
    return lifetime && sent < now - *lifetime;
}

Result<Retention::Expired> Retention::expireSome()
{
    Expired expired;
    int left = atOnce;
    auto update = m_act([&] {
        const auto rooms = m_context.take(m_context.tables.state.everywhere(types::retention));
        for (const auto& [room, event] : rooms) {
            const auto lifetime =
                events::maxLifetime(event.value(QLatin1StringView("content")).toObject());
            if (lifetime && left > 0) {
                expire(room, m_context.clock.now() - *lifetime, left, expired.media);
            }
        }
    });
    if (!update) {
        return std::unexpected(update.error());
    }
    m_hasWiped = m_hasWiped || left < atOnce;
    expired.more = left == 0;
    if (!expired.more && m_hasWiped) {
        // The log beside the file still has the pages as they were.
        if (const auto done = m_context.database->forgetLog(); !done) {
            return std::unexpected(done.error());
        }
        m_hasWiped = false;
    }
    expired.update = std::move(*update);
    return expired;
}

void Retention::expire(const RoomId& room, Timestamp before, int& left, std::vector<QString>& media)
{
    for (const store::EventRow& row :
         m_context.take(m_context.tables.events.messagesBefore(room, before, left))) {
        addMedia(row, media);
        m_context.take(m_context.tables.relations.removeOf(room, row.id));
        m_context.take(m_context.tables.chunks.keepTaken(row.place));
        m_context.take(m_context.tables.events.remove(room, row.id));
        m_context.changes.rooms.insert(room);
        --left;
    }
}

} // namespace client::engine
