// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/publisher.h"

#include "events/types.h"
#include "timeline/preview.h"

#include <algorithm>
#include <limits>
#include <ranges>

using namespace Qt::StringLiterals;
using client::timeline::TimelineItem;
namespace types = client::events::types;

namespace client::engine {

namespace {

//! Of the newest messages one is shown in a list; the others may turn out to be invisible.
constexpr int previewRows = 5;
constexpr size_t maxNotifications = 50;
constexpr store::Place newest{std::numeric_limits<int64_t>::max(),
                              std::numeric_limits<int64_t>::max()};

} // namespace

Update Publisher::publish()
{
    Update update = std::move(m_context.changes.update);
    for (const RoomId& room : m_context.changes.rooms) {
        if (!m_context.room(room).isKnown) {
            continue;
        }
        rooms::RoomSummary now = summarize(room);
        auto before = m_context.take(m_context.tables.rooms.summary(room));
        if (before && *before == now) {
            continue;
        }
        m_context.take(m_context.tables.rooms.saveSummary(room, now));
        update.rooms.push_back(std::move(now));
    }
    update.timelines = m_windows.rebuild(m_context.changes.rooms);
    for (TimelineChange& change : m_threads.rebuild(m_context.changes.rooms)) {
        update.timelines.push_back(std::move(change));
    }
    update.items = items();
    update.notifications = notifications();
    return update;
}

rooms::RoomSummary Publisher::summarize(const RoomId& room)
{
    LiveRoom& live = m_context.room(room);
    rooms::SummaryInput input;
    input.room = room;
    input.state = &live.state;
    input.members = &live.members;
    input.people.own = m_context.own;
    for (const QJsonValue& hero : live.row.heroes) {
        const UserId user(hero.toString());
        if (user.isValid()) {
            input.people.heroes.push_back(user);
        }
    }
    input.people.joined = live.row.joinedCount;
    input.people.invited = live.row.invitedCount;
    input.membership =
        events::membershipFromName(live.row.membership).value_or(events::Membership::Leave);
    input.directUser = m_context.directs().value(room);
    input.encrypted = live.encrypted;
    input.typing = m_context.typing.value(room);
    input.last = lastEvent(room);
    input.notify = m_context.notifies().value(room);
    input.tags = m_context.take(m_context.tables.account.data(room, types::tag));
    input.marked = markedUnread(room);
    fillInvitation(live, input);
    fillUnread(live, input);
    const auto last = m_context.take(m_context.tables.events.before(room, newest, 1));
    input.fallbackTimestamp = last.empty() ? 0 : last.front().ts;
    rooms::RoomSummary summary = rooms::summarize(input);
    const RoomId before(summary.predecessor);
    summary.predecessorEncrypted =
        before.isValid() && m_context.take(m_context.tables.crypto.roomEncryption(before));
    return summary;
}

//! The name that it had before the specification took it up counts where there is no other.
QJsonObject Publisher::markedUnread(const RoomId& room)
{
    auto& data = m_context.tables.account;
    const QJsonObject content = m_context.take(data.data(room, types::markedUnread));
    return content.contains("unread"_L1)
               ? content
               : m_context.take(data.data(room, types::unstableMarkedUnread));
}

void Publisher::fillInvitation(const LiveRoom& room, rooms::SummaryInput& input)
{
    if (input.membership != events::Membership::Invite) {
        return;
    }
    const QJsonObject event =
        m_context.take(m_context.tables.state.memberEvent(room.row.id, m_context.own));
    const UserId inviter(event.value("sender"_L1).toString());
    const auto content = events::parseMember(event.value("content"_L1).toObject());
    if (!inviter.isValid() || !content) {
        return;
    }
    input.inviter = inviter;
    input.inviteReason = content->reason;
    if (content->isDirect) {
        input.directUser = inviter;
    }
}

void Publisher::fillUnread(const LiveRoom& room, rooms::SummaryInput& input)
{
    if (input.membership != events::Membership::Join) {
        return;
    }
    const auto local =
        m_context.take(m_context.tables.events.unreadAfter(room.row.id, room.row.read));
    input.unread = local.unread;
    input.highlights = local.highlights;
    const auto threads =
        m_context.take(m_context.tables.threads.unreadInAll(room.row.id, room.row.flat));
    input.threadUnread = threads.unread;
    input.threadHighlights = threads.highlights;
    // Without a place to count from, only the server knows how much came before the first sync.
    if (room.row.read == store::Place{}) {
        input.unread = std::max(input.unread, room.row.serverUnread);
        input.highlights = std::max(input.highlights, room.row.serverHighlights);
        int unread = 0;
        int highlights = 0;
        for (const auto& thread : m_context.take(m_context.tables.threads.neverRead(room.row.id))) {
            unread += thread.serverUnread;
            highlights += thread.serverHighlights;
        }
        input.threadUnread = std::max(input.threadUnread, unread);
        input.threadHighlights = std::max(input.threadHighlights, highlights);
    }
}

rooms::LastEvent Publisher::lastEvent(const RoomId& room)
{
    ItemSource::Part part;
    part.rows = m_context.take(m_context.tables.events.previews(room, previewRows));
    std::ranges::reverse(part.rows);
    part.echoes = m_source.echoes(room);
    const auto items = m_source.items(room, std::move(part));
    for (const TimelineItem& item : items | std::views::reverse) {
        if (timeline::isPreview(item)) {
            return timeline::lastMessagePreview(item);
        }
    }
    return {};
}

std::vector<ItemsChange> Publisher::items()
{
    std::vector<ItemsChange> changed;
    if (!m_context.watchItems) {
        return changed;
    }
    std::set<RoomId> rooms;
    std::ranges::copy(m_context.changes.events | std::views::keys,
                      std::inserter(rooms, rooms.end()));
    std::ranges::copy(m_context.changes.echoes | std::views::keys,
                      std::inserter(rooms, rooms.end()));
    for (const RoomId& room : rooms) {
        auto items =
            m_source.some(room, m_context.changes.events[room], m_context.changes.echoes[room]);
        if (!items.empty()) {
            changed.push_back({room, std::move(items)});
        }
    }
    return changed;
}

store::Place Publisher::readPlace(const Announcement& announcement)
{
    const store::RoomRow& row = m_context.room(announcement.room).row;
    if (announcement.thread.isEmpty()) {
        return row.read;
    }
    const auto thread =
        m_context.take(m_context.tables.threads.find(announcement.room, announcement.thread));
    return std::max(thread.read, row.flat);
}

std::vector<Notification> Publisher::notifications()
{
    std::vector<Notification> made;
    for (const Announcement& announcement : m_context.changes.announcements) {
        const bool isRead = readPlace(announcement) >= announcement.place;
        if (isRead || announcement.room == m_context.activeRoom ||
            made.size() >= maxNotifications) {
            continue;
        }
        if (auto next = notification(announcement)) {
            made.push_back(std::move(*next));
        }
    }
    return made;
}

std::optional<Notification> Publisher::notification(const Announcement& announcement)
{
    Notification note;
    note.room = announcement.room;
    note.event = announcement.event;
    note.highlight = announcement.verdict.highlight;
    note.sound = !announcement.verdict.sound.isEmpty();
    note.senderName = m_context.room(announcement.room).members.displayName(announcement.sender);
    if (const auto summary = m_context.take(m_context.tables.rooms.summary(announcement.room))) {
        note.roomName = summary->name;
        note.isDirect = summary->isDirect;
    }
    if (announcement.event.isEmpty()) {
        return note;
    }
    const auto items = m_source.some(announcement.room, {announcement.event}, {});
    if (items.empty() || items.front().redacted || items.front().sender.isEmpty()) {
        return std::nullopt; // gone, or nobody can say whose it is
    }
    if (items.front().kind != TimelineItem::Kind::Encrypted) {
        note.body = timeline::lastMessagePreview(items.front()).body;
    }
    return note;
}

} // namespace client::engine
