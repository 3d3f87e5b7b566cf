// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/details.h"

#include "events/message.h"
#include "events/poll.h"
#include "events/types.h"
#include "timeline/aggregations.h"
#include "timeline/itemmaker.h"

#include <QJsonArray>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;
using client::timeline::StoredEvent;
namespace types = client::events::types;

namespace client::engine {

namespace {

constexpr qsizetype maxPins = 500;

bool isReadable(const StoredEvent& event)
{
    return event.decryption == timeline::Decryption::Plain ||
           event.decryption == timeline::Decryption::Done;
}

bool isOlder(const StoredEvent& a, const StoredEvent& b)
{
    return a.event.originServerTs < b.event.originServerTs;
}

//! The words of another place: what they point at is not there, and nobody is called twice.
QJsonObject freed(QJsonObject content)
{
    for (const auto key : {"m.relates_to"_L1, "m.new_content"_L1, "file"_L1, "url"_L1}) {
        content.remove(key);
    }
    content.insert("m.mentions"_L1, QJsonObject());
    QJsonObject info = content.value("info"_L1).toObject();
    info.remove("thumbnail_file"_L1);
    info.remove("thumbnail_url"_L1);
    info.remove("thumbnail_info"_L1);
    if (!info.isEmpty()) {
        content.insert("info"_L1, info);
    }
    return content;
}

} // namespace

Result<StoredEvent> Details::message(const RoomId& room, const EventId& event)
{
    const auto row = m_context.take(m_context.tables.events.find(room, event));
    auto stored = row ? m_context.stored(*row) : std::nullopt;
    if (!stored) {
        return fail(Error::Kind::NotFound, u"no such event"_s);
    }
    return std::move(*stored);
}

std::vector<StoredEvent> Details::related(const RoomId& room, const EventId& event)
{
    std::vector<StoredEvent> found;
    for (const EventId& id : m_context.take(m_context.tables.relations.sources(room, event))) {
        const auto row = m_context.take(m_context.tables.events.find(room, id));
        auto stored = row ? m_context.stored(*row) : std::nullopt;
        if (stored && !stored->redacted) {
            found.push_back(std::move(*stored));
        }
    }
    std::ranges::stable_sort(found, isOlder);
    return found;
}

Result<std::vector<Revision>> Details::history(const RoomId& room, const EventId& event)
{
    return read([&]() -> Result<std::vector<Revision>> {
        const auto original = message(room, event);
        if (!original) {
            return std::unexpected(original.error());
        }
        std::vector<Revision> revisions;
        const auto add = [&](const StoredEvent& one, const StoredEvent* edit) {
            if (const auto said = timeline::shownMessage(*original, edit)) {
                revisions.push_back(
                    {one.event.id, one.event.originServerTs, said->body, said->formattedBody});
            }
        };
        if (original->redacted || !isReadable(*original)) {
            return revisions;
        }
        add(*original, nullptr);
        for (const StoredEvent& edit : related(room, event)) {
            const bool replaces =
                timeline::relationOf(edit).kind == events::Relation::Kind::Replace;
            if (replaces && timeline::isValidEdit(*original, edit)) {
                add(edit, &edit);
            }
        }
        return revisions;
    });
}

Result<std::vector<Reacted>> Details::reactions(const RoomId& room, const EventId& event)
{
    return read([&]() -> Result<std::vector<Reacted>> {
        if (const auto original = message(room, event); !original) {
            return std::unexpected(original.error());
        }
        std::vector<Reacted> reacted;
        std::set<std::pair<QString, UserId>> seen;
        const LiveRoom& live = m_context.room(room);
        for (const StoredEvent& one : related(room, event)) {
            const events::Relation relation = timeline::relationOf(one);
            const UserId& sender = one.event.sender;
            if (relation.kind == events::Relation::Kind::Annotation &&
                one.type() == types::reaction && seen.insert({relation.key, sender}).second) {
                reacted.push_back({relation.key, sender, live.members.displayName(sender),
                                   one.event.id, one.event.originServerTs});
            }
        }
        return reacted;
    });
}

Result<MessageSource> Details::source(const RoomId& room, const EventId& event)
{
    return read([&]() -> Result<MessageSource> {
        const auto row = m_context.take(m_context.tables.events.find(room, event));
        auto items = m_source.some(room, {event}, {});
        if (!row) {
            return fail(Error::Kind::NotFound, u"no such event"_s);
        }
        MessageSource source;
        source.event = row->event;
        source.sessionId = QString::fromUtf8(row->sessionId);
        const auto stored = m_context.stored(*row);
        if (stored && stored->decryption == timeline::Decryption::Done) {
            source.clear = {{u"type"_s, stored->clearType}, {u"content"_s, stored->clearContent}};
        }
        if (!items.empty()) {
            source.item = std::move(items.front());
        }
        return source;
    });
}

Result<OutgoingMessage> Details::forward(const RoomId& room, const EventId& event)
{
    return read([&]() -> Result<OutgoingMessage> {
        const auto original = message(room, event);
        if (!original) {
            return std::unexpected(original.error());
        }
        const QString type = original->type();
        const bool said = type == types::message || type == types::sticker;
        if (!isReadable(*original) || original->redacted || original->event.isState() ||
            (!said && !events::isPollStart(type))) {
            return fail(Error::Kind::Invalid, u"no message that can be forwarded"_s);
        }
        OutgoingMessage message;
        message.kind = OutgoingMessage::Kind::Raw;
        message.rawType = type;
        QJsonObject content = original->content();
        for (const StoredEvent& edit : related(room, event)) {
            if (timeline::relationOf(edit).kind == events::Relation::Kind::Replace &&
                timeline::isValidEdit(*original, edit)) {
                content = edit.content().value("m.new_content"_L1).toObject();
            }
        }
        if (const auto words = said ? timeline::shownMessage(*original, nullptr)
                                    : fail(Error::Kind::Unsupported, type)) {
            message.rawHasFile = words->attachment.isPresent();
            message.mimetype = words->attachment.mimetype;
        }
        message.rawContent = freed(content);
        return message;
    });
}

Result<std::vector<PinnedMessage>> Details::pins(const RoomId& room)
{
    return read([&]() -> Result<std::vector<PinnedMessage>> {
        LiveRoom& live = m_context.room(room);
        if (!live.isKnown) {
            return fail(Error::Kind::NotFound, u"no such room"_s);
        }
        std::vector<PinnedMessage> pins;
        std::set<EventId> seen;
        const QJsonArray list =
            live.state.content(types::pinnedEvents).value("pinned"_L1).toArray();
        for (const QJsonValue& value : list) {
            const EventId id(value.toString());
            if (!id.isValid() || std::ssize(pins) >= maxPins || !seen.insert(id).second) {
                continue;
            }
            PinnedMessage pin;
            pin.event = id;
            for (timeline::TimelineItem& item : m_source.some(room, {id}, {})) {
                pin.item = std::move(item);
            }
            pins.push_back(std::move(pin));
        }
        return pins;
    });
}

Result<bool> Details::mayPin(const RoomId& room)
{
    return read([&]() -> Result<bool> {
        LiveRoom& live = m_context.room(room);
        return live.row.membership == "join"_L1 &&
               m_context.powerLevels(live).canSendState(m_context.own, types::pinnedEvents);
    });
}

} // namespace client::engine
