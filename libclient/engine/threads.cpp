// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/threads.h"

#include "api/rooms.h"
#include "engine/cursor.h"
#include "engine/rowevents.h"
#include "events/relation.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;
using client::store::Place;
using client::timeline::TimelineItem;

namespace client::engine {

namespace {

constexpr int maxPage = 1000;
constexpr size_t maxThreads = 500; //!< of a list
constexpr Place newest{std::numeric_limits<int64_t>::max(), std::numeric_limits<int64_t>::max()};

Timestamp activity(const ThreadView& view)
{
    return view.lastItem ? view.lastItem->timestamp
                         : (view.rootItem ? view.rootItem->timestamp : 0);
}

} // namespace

bool Threads::isRoom(const RoomId& room)
{
    if (m_context.room(room).isKnown) {
        return true;
    }
    m_context.ledger.refuse(Error::Kind::NotFound, u"no such room"_s);
    return false;
}

ThreadView Threads::view(const RoomId& room, const EventId& root)
{
    ThreadView view;
    view.root = root;
    view.info = m_source.threadInfo(room, root);
    for (TimelineItem& item : m_source.some(room, {root}, {})) {
        view.info.participated = view.info.participated || item.mine;
        view.rootItem = std::move(item);
    }
    const EventId last(view.info.lastEventId);
    for (TimelineItem& item :
         m_source.some(room, last.isEmpty() ? std::set<EventId>() : std::set<EventId>{last}, {})) {
        view.lastItem = std::move(item);
    }
    return view;
}

Result<std::vector<ThreadView>> Threads::list(const RoomId& room)
{
    return read([&] {
        std::vector<ThreadView> views;
        if (!isRoom(room)) {
            return views;
        }
        for (const EventId& root : m_context.take(m_context.tables.threads.roots(room))) {
            ThreadView one = view(room, root);
            if (one.info.count > 0) { // else all of it was taken back
                views.push_back(std::move(one));
            }
        }
        std::ranges::stable_sort(views, std::greater(), activity);
        views.resize(std::min(views.size(), maxThreads));
        return views;
    });
}

Result<std::vector<TimelineItem>> Threads::open(const RoomId& room, const EventId& root, int limit)
{
    return read([&] {
        return isRoom(room) ? m_windows.open(room, root, limit) : std::vector<TimelineItem>();
    });
}

void Threads::close(const RoomId& room, const EventId& root)
{
    m_windows.close(room, root);
}

Result<Threads::Older> Threads::loadOlder(const RoomId& room, const EventId& root, int count)
{
    auto update = m_act([&] {
        m_windows.widen(room, root, std::max(count, 1));
        m_context.changes.rooms.insert(room);
    });
    if (!update) {
        return std::unexpected(update.error());
    }
    return Older{std::move(*update), m_windows.isAtStart(room, root)};
}

Result<TimelinePage> Threads::page(const RoomId& room, const EventId& root, int limit,
                                   const QString& before)
{
    return read(
        [&] { return isRoom(room) ? makePage(room, root, limit, before) : TimelinePage(); });
}

TimelinePage Threads::makePage(const RoomId& room, const EventId& root, int limit,
                               const QString& before)
{
    TimelinePage page;
    const auto from = before.isEmpty() ? std::optional(newest) : placeOfCursor(before);
    if (!from) {
        m_context.ledger.refuse(Error::Kind::Invalid, u"not a cursor"_s);
        return page;
    }
    limit = std::clamp(limit, 1, maxPage);
    auto replies = m_context.take(m_context.tables.threads.before(room, root, *from, limit));
    const bool all = std::ssize(replies) < limit; // then there is a place for the root
    if (!all && !replies.empty()) {
        const auto oldest = m_context.take(m_context.tables.events.placeOf(room, replies.back()));
        page.before = oldest ? cursorOf(*oldest) : QString();
    }
    std::ranges::reverse(replies);
    page.items = m_windows.rows(room, root, replies, all, {}, before.isEmpty());
    std::erase_if(page.items, [](const TimelineItem& item) { return !isEventItem(item); });
    return page;
}

Result<Threads::Missing> Threads::missing(const RoomId& room, const EventId& root)
{
    return read([&] {
        Missing missing;
        if (!isRoom(room)) {
            return missing;
        }
        const auto thread = m_context.take(m_context.tables.threads.find(room, root));
        missing.root = !m_context.take(m_context.tables.events.placeOf(room, root));
        missing.replies = missing.root || !m_source.isWhole(room, thread);
        missing.from = thread.older.value_or(QString());
        return missing;
    });
}

Result<Update> Threads::applyRoot(const RoomId& room, const EventId& root, const QByteArray& body)
{
    const auto event = api::readEvent(body);
    if (!event || event->id != root) {
        return fail(Error::Kind::Malformed, u"another event than asked for"_s);
    }
    return m_act([&] {
        if (isRoom(room)) {
            m_log.addAside(m_context.room(room), *event);
        }
    });
}

//! What the server gives beside what was asked for is not taken.
void Threads::addReply(LiveRoom& room, const EventId& root, const events::Event& event)
{
    const auto relation = events::parseRelation(event.content);
    if (relation.kind == events::Relation::Kind::Thread && relation.target == root) {
        m_log.addAside(room, event);
    }
}

Result<Update> Threads::applyReplies(const RoomId& room, const EventId& root, const QString& from,
                                     const QByteArray& body)
{
    const auto answer = api::readRelations(body);
    if (!answer) {
        return std::unexpected(answer.error());
    }
    return m_act([&] {
        if (!isRoom(room)) {
            return;
        }
        for (const events::Event& event : answer->events) {
            addReply(m_context.room(room), root, event);
        }
        auto thread = m_context.take(m_context.tables.threads.find(room, root));
        const bool ends = answer->end == from || answer->events.empty();
        thread.older = ends ? QString() : answer->end;
        m_context.take(m_context.tables.threads.save(thread));
        m_context.touch(room, root);
    });
}

Result<Threads::Listed> Threads::applyList(const RoomId& room, const QByteArray& body)
{
    const auto answer = api::readRelations(body);
    if (!answer) {
        return std::unexpected(answer.error());
    }
    auto update = m_act([&] {
        if (!isRoom(room)) {
            return;
        }
        for (const events::Event& event : answer->events) {
            if (event.isState()) {
                continue;
            }
            m_log.addAside(m_context.room(room), event);
            const auto last = events::parseEvent(event.unsignedData.value("m.relations"_L1)
                                                     .toObject()
                                                     .value("m.thread"_L1)
                                                     .toObject()
                                                     .value("latest_event"_L1)
                                                     .toObject());
            if (last) {
                addReply(m_context.room(room), event.id, *last);
            }
        }
    });
    if (!update) {
        return std::unexpected(update.error());
    }
    return Listed{std::move(*update), answer->events.empty() ? QString() : answer->end};
}

Result<QString> Threads::receiptThread(const RoomId& room, const EventId& event,
                                       const QString& wanted)
{
    return read([&]() -> QString {
        const auto row = m_context.take(m_context.tables.events.find(room, event));
        if (!row) {
            m_context.ledger.refuse(Error::Kind::NotFound, u"no such event"_s);
            return {};
        }
        const QString stands = row->thread.isEmpty() ? u"main"_s : row->thread.toString();
        // A root belongs to the main timeline; to have read it in its thread says nothing more.
        if (!wanted.isEmpty() && wanted != stands && wanted != event.toString()) {
            m_context.ledger.refuse(Error::Kind::Invalid, u"the event is not in that thread"_s);
        }
        return stands;
    });
}

} // namespace client::engine
