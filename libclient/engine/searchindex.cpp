// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/searchindex.h"

#include "rooms/searchtext.h"
#include "timeline/searchable.h"

namespace client::engine {

namespace {

constexpr int atOnce = 200;

} // namespace

void SearchIndex::follow()
{
    for (const auto& [room, events] : m_context.changes.events) {
        for (const EventId& id : events) {
            refresh(room, id);
        }
    }
}

bool SearchIndex::catchUp()
{
    const auto events = m_context.take(m_context.tables.search.backlog(atOnce));
    for (const auto& [room, id] : events) {
        refresh(room, id);
    }
    m_context.take(m_context.tables.search.backlogDone(atOnce));
    return std::ssize(events) == atOnce;
}

void SearchIndex::refresh(const RoomId& room, const EventId& id)
{
    const auto row = m_context.take(m_context.tables.events.find(room, id));
    const auto stored = row ? m_context.stored(*row) : std::nullopt;
    if (!stored) {
        return; // what is not there has left the index by itself
    }
    const auto edit = m_context.editOf(room, *stored);
    const auto found = timeline::searchable(*stored, edit ? &*edit : nullptr);
    if (!found) {
        m_context.take(m_context.tables.search.remove(room, id));
        return;
    }
    store::SearchText text;
    text.room = room;
    text.event = id;
    text.sender = row->sender;
    text.ts = row->ts;
    text.words = rooms::searchText(found->text);
    text.has = found->has;
    m_context.take(m_context.tables.search.put(text));
}

} // namespace client::engine
