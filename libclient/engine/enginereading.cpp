// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The engine's front, part two: rooms, their people, their timelines.

#include "api/rooms.h"
#include "engine/mediasource.h"
#include "engine/parts.h"
#include "timeline/itemmaker.h"

using namespace Qt::StringLiterals;
using client::events::Membership;

namespace client::engine {

namespace {

constexpr qsizetype longestDraft = 100'000;

} // namespace

Result<std::vector<rooms::RoomSummary>> Engine::roomList()
{
    return m_parts->context.tables.rooms.summaries();
}

Result<rooms::RoomSummary> Engine::room(const RoomId& room)
{
    auto summary = m_parts->context.tables.rooms.summary(room);
    if (!summary) {
        return std::unexpected(summary.error());
    }
    if (!*summary) {
        return fail(Error::Kind::NotFound, u"no such room"_s);
    }
    return std::move(**summary);
}

Result<std::vector<Member>> Engine::members(const RoomId& room)
{
    const auto live = m_parts->knownRoom(room);
    if (!live) {
        return std::unexpected(live.error());
    }
    Context& context = m_parts->context;
    return m_parts->read([&] {
        std::vector<Member> list;
        const rooms::PowerLevels& levels = context.powerLevels(**live);
        for (const auto membership : {Membership::Join, Membership::Invite, Membership::Knock,
                                      Membership::Leave, Membership::Ban}) {
            for (const rooms::Member& member : (*live)->members.with(membership)) {
                list.push_back({member.user, (*live)->members.displayName(member.user),
                                member.avatar, events::membershipName(membership),
                                levels.of(member.user)});
            }
        }
        return list;
    });
}

Result<bool> Engine::membersComplete(const RoomId& room)
{
    return m_parts->knownRoom(room).transform(
        [](const LiveRoom* live) { return live->row.membersComplete; });
}

int64_t Engine::syncsSoFar() const
{
    return m_parts->context.syncs;
}

Result<Update> Engine::applyMembers(const RoomId& room, const QByteArray& body, int64_t asked)
{
    const auto live = m_parts->knownRoom(room);
    if (!live) {
        return std::unexpected(live.error());
    }
    const auto list = api::readMembers(body);
    if (!list) {
        return std::unexpected(list.error());
    }
    Context& context = m_parts->context;
    return m_parts->act([&] {
        LiveRoom& current = context.room(room);
        for (const events::Event& event : *list) {
            const UserId user(event.stateKey.value_or(QString()));
            // Not by the events' times: whoever sent them wrote those.
            const bool older = current.told.value(user, -1) > asked;
            m_parts->state.apply(current, event,
                                 older ? StateKeeper::Origin::Older
                                       : StateKeeper::Origin::SyncWithHole);
        }
        current.row.membersComplete = true;
        context.saveRoom(current);
        if (current.encrypted) {
            m_parts->state.trackAll(current);
        }
        context.changes.rooms.insert(room);
    });
}

Result<RoomWindow> Engine::openRoom(const RoomId& room, int limit)
{
    if (const auto live = m_parts->knownRoom(room); !live) {
        return std::unexpected(live.error());
    }
    return m_parts->read([&] { return m_parts->windows.open(room, limit); });
}

void Engine::closeRoom(const RoomId& room)
{
    m_parts->windows.close(room);
}

Result<Engine::Older> Engine::loadOlder(const RoomId& room, int count)
{
    return m_parts->read([&] { return m_parts->windows.widen(room, count); });
}

Result<TimelinePage> Engine::page(const RoomId& room, int limit, const QString& before,
                                  bool acrossGaps)
{
    return m_parts->read([&] { return m_parts->history.page(room, limit, {before, acrossGaps}); });
}

Result<std::optional<BackfillRequest>> Engine::backfillFor(const RoomId& room,
                                                           const QString& before)
{
    return m_parts->read([&] { return m_parts->history.backfillFor(room, before); });
}

Result<Update> Engine::applyBackfill(const BackfillRequest& request, const QByteArray& body)
{
    if (const auto live = m_parts->knownRoom(request.room); !live) {
        return std::unexpected(live.error());
    }
    return m_parts->act([&] { m_parts->history.applyBackfill(request, body); });
}

Result<timeline::TimelineItem> Engine::item(const RoomId& room, const EventId& event)
{
    auto items = m_parts->read([&] { return m_parts->source.some(room, {event}, {}); });
    if (!items) {
        return std::unexpected(items.error());
    }
    if (items->empty()) {
        return fail(Error::Kind::NotFound, u"no such event"_s);
    }
    return std::move(items->front());
}

Result<MediaSource> Engine::media(const RoomId& room, const EventId& event, bool thumbnail)
{
    Context& context = m_parts->context;
    auto source = m_parts->read([&]() -> Result<MediaSource> {
        const auto row = context.take(context.tables.events.find(room, event));
        const auto stored = row ? context.stored(*row) : std::nullopt;
        if (!stored || stored->redacted) {
            return fail(Error::Kind::NotFound, u"no such event"_s);
        }
        const auto edit = context.editOf(room, *stored);
        return timeline::shownMessage(*stored, edit ? &*edit : nullptr)
            .and_then(
                [&](const events::Message& message) { return mediaSourceOf(message, thumbnail); });
    });
    if (!source) {
        return std::unexpected(source.error());
    }
    return std::move(*source);
}

Result<QString> Engine::saveDraft(const RoomId& room, const QString& text)
{
    const QString kept = text.left(longestDraft);
    return m_parts
        ->keep([&] { m_parts->context.take(m_parts->context.tables.rooms.saveDraft(room, kept)); })
        .transform([&] { return kept; });
}

} // namespace client::engine
