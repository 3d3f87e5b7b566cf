// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/eventlog.h"

#include "engine/retention.h"
#include "engine/rowevents.h"
#include "events/poll.h"
#include "events/relation.h"
#include "events/types.h"

#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;
using client::store::EventRow;
namespace types = client::events::types;

namespace client::engine {

namespace {

const auto redactionType = u"m.redaction"_s;

QString relationType(const events::Relation& relation)
{
    switch (relation.kind) {
    case events::Relation::Kind::Annotation:
        return types::annotation;
    case events::Relation::Kind::Replace:
        return types::replace;
    case events::Relation::Kind::Reference:
        return types::reference;
    case events::Relation::Kind::Thread:
        return types::thread;
    case events::Relation::Kind::None:
    case events::Relation::Kind::Unknown:
        break;
    }
    return {};
}

//! Content that stays in state events, by their type.
QStringList keptContent(const QString& type)
{
    static const QMap<QString, QStringList> kept{
        {types::member, {u"membership"_s}},
        {types::joinRules, {u"join_rule"_s, u"allow"_s}},
        {types::historyVisibility, {u"history_visibility"_s}},
        {types::powerLevels,
         {u"ban"_s, u"events"_s, u"events_default"_s, u"invite"_s, u"kick"_s, u"redact"_s,
          u"state_default"_s, u"users"_s, u"users_default"_s}},
    };
    return kept.value(type);
}

//! No rule of today's accounts knows polls: one calls as the message that asks the same.
events::Event asPushed(const timeline::StoredEvent& stored)
{
    events::Event event = stored.readable();
    const auto poll =
        events::isPollStart(event.type) ? events::parsePoll(event.content) : std::nullopt;
    if (poll) {
        event.type = types::message;
        event.content.insert("msgtype"_L1, u"m.text"_s);
        event.content.insert("body"_L1, poll->question);
    }
    return event;
}

} // namespace

QJsonObject pruned(const QJsonObject& event, const QJsonObject& because)
{
    QJsonObject left;
    for (const auto key : {"event_id"_L1, "type"_L1, "room_id"_L1, "sender"_L1, "state_key"_L1,
                           "origin_server_ts"_L1}) {
        if (event.contains(key)) {
            left.insert(key, event.value(key));
        }
    }
    const QString type = event.value("type"_L1).toString();
    const QJsonObject content = event.value("content"_L1).toObject();
    QJsonObject keptPart = type == types::create ? content : QJsonObject();
    for (const QString& key : keptContent(type)) {
        if (content.contains(key)) {
            keptPart.insert(key, content.value(key));
        }
    }
    left.insert("content"_L1, keptPart);
    left.insert("unsigned"_L1, QJsonObject{{u"redacted_because"_s, because}});
    return left;
}

EventRow EventLog::rowOf(LiveRoom& room, const events::Event& event, const store::Place& place)
{
    EventRow row;
    row.room = room.row.id;
    row.id = event.id;
    row.place = place;
    row.sender = event.sender;
    row.type = event.type;
    row.ts = event.originServerTs;
    row.event = event.raw;
    row.thread = threadOf(room, event);
    noteRoot(room, event);
    row.redacted = event.unsignedData.value("redacted_because"_L1).isObject();
    if (event.type == types::encrypted && !event.isState() && !row.redacted) {
        row.decryption = EventRow::Decryption::Pending;
        row.sessionId = event.content.value("session_id"_L1).toString().left(255).toUtf8();
        m_context.changes.update.decryptPending = true;
    } else if (!row.redacted) {
        row.trust = clearTrust(room, event);
        // Other programs send these in clear even where all else is encrypted.
        m_context.noteVerification(room.row.id, event, event.type, event.content);
    }
    return row;
}

bool EventLog::add(LiveRoom& room, const events::Event& event, const store::Place& place,
                   Arrival arrival)
{
    bool placed = false;
    if (isKnown(room, event.id, place, placed) || comesTooLate(room, event)) {
        return placed;
    }
    EventRow row = rowOf(room, event, place);
    const bool isLive = arrival == Arrival::Live && event.sender != m_context.own;
    row.fresh = isLive ? EventRow::Fresh::Unannounced : EventRow::Fresh::Announced;
    settleEcho(row, event);
    judge(room, row);
    m_context.take(m_context.tables.events.insert(row));
    m_context.touch(room.row.id, row.id);
    addRelation(room, event);
    const EventId redaction =
        m_context.take(m_context.tables.relations.redactionOf(room.row.id, event.id));
    if (!redaction.isEmpty() && !row.redacted) {
        redact(room, event.id, {{u"event_id"_s, redaction.toString()}});
    }
    if (event.sender == m_context.own && arrival != Arrival::Older) {
        row.thread.isEmpty() ? readUpTo(room, place) : readThread(room, row.thread, place);
    }
    return true;
}

bool EventLog::addAside(LiveRoom& room, const events::Event& event)
{
    const auto place =
        m_context.take(m_context.tables.chunks.placeAside(room.row.id, event.originServerTs));
    noteRoot(room, event); // news of a known one, too
    return add(room, event, place, Arrival::Older);
}

//! `placed`: it stood aside, and now has its place.
bool EventLog::isKnown(LiveRoom& room, const EventId& event, const store::Place& place,
                       bool& placed)
{
    const auto known = m_context.take(m_context.tables.events.placeOf(room.row.id, event));
    if (known && known->isAside() && !place.isAside()) {
        m_context.take(m_context.tables.events.move(room.row.id, event, place));
        m_context.touch(room.row.id, event);
        placed = true;
    }
    return known.has_value();
}

//! What is related to another event itself begins no thread: then both are ordinary messages.
EventId EventLog::threadOf(const LiveRoom& room, const events::Event& event)
{
    using Kind = events::Relation::Kind;
    const events::Relation relation = events::parseRelation(event.content);
    if (event.isState() || relation.kind == Kind::None) {
        return {};
    }
    m_context.take(m_context.tables.threads.dissolve(room.row.id, event.id));
    if (relation.kind != Kind::Thread || relation.target == event.id ||
        event.type == types::redaction) {
        return {};
    }
    const auto root = m_context.take(m_context.tables.events.find(room.row.id, relation.target));
    return !root || mayBeRoot(*root) ? relation.target : EventId();
}

//! What the server tells with a root of its thread.
void EventLog::noteRoot(const LiveRoom& room, const events::Event& event)
{
    const QJsonObject told =
        event.unsignedData.value("m.relations"_L1).toObject().value("m.thread"_L1).toObject();
    const double count = told.value("count"_L1).toDouble();
    if (event.isState() || count < 1 ||
        events::parseRelation(event.content).kind != events::Relation::Kind::None) {
        return;
    }
    auto thread = m_context.take(m_context.tables.threads.find(room.row.id, event.id));
    thread.replies = int(std::min(count, 1e6));
    thread.participated = told.value("current_user_participated"_L1).toBool();
    m_context.take(m_context.tables.threads.save(thread));
}

//! A redaction is taken all the same, for it has to act.
bool EventLog::comesTooLate(const LiveRoom& room, const events::Event& event)
{
    if (event.isState() || event.type == types::redaction ||
        !isOver(room, event.originServerTs, m_context.clock.now())) {
        return false;
    }
    EventRow row;
    row.room = room.row.id;
    row.id = event.id;
    settleEcho(row, event); // nor does its echo stay
    return true;
}

QString EventLog::clearTrust(const LiveRoom& room, const events::Event& event) const
{
    const events::Event* turnedOn = room.state.find(types::encryption);
    const bool isMessage = event.type == types::message || event.type == types::sticker;
    // Before encryption was turned on there is nothing to warn of.
    if (!room.encrypted || !isMessage || turnedOn == nullptr ||
        event.originServerTs < turnedOn->originServerTs) {
        return {};
    }
    return u"notEncrypted"_s;
}

void EventLog::settleEcho(EventRow& row, const events::Event& event)
{
    if (event.sender != m_context.own) {
        return;
    }
    auto& outbox = m_context.tables.outbox;
    // A transaction id counts only if this store gave it: others cannot be known to be ours.
    auto sent = m_context.take(outbox.find(TxnId(event.transactionId())));
    if (!sent || sent->room != row.room) {
        sent = m_context.take(outbox.byEvent(row.room, row.id));
    }
    if (!sent) {
        row.txn = m_context.take(outbox.sentTxn(row.room, row.id));
        return;
    }
    row.txn = sent->txn;
    if (sent->state != store::OutboxRow::State::Sent) {
        sent->event = row.id;
        m_context.take(outbox.noteSent(*sent, m_context.clock.now()));
        m_context.take(outbox.retarget(sent->txn, row.id));
        m_context.changes.update.sent.push_back({sent->txn, row.id});
        m_context.changes.update.outbox.insert(row.room);
    }
    for (const store::UploadRow& upload : m_context.take(outbox.uploads(sent->txn))) {
        m_context.changes.staleFiles.push_back(upload.file);
    }
    m_context.take(outbox.remove(sent->txn));
}

void EventLog::addRelation(LiveRoom& room, const events::Event& event)
{
    store::RelationRow row;
    row.room = room.row.id;
    row.event = event.id;
    row.sender = event.sender;
    if (event.type == types::redaction) {
        row.target = events::redactedId(event.raw);
        row.type = redactionType;
    } else if (!event.isState()) {
        const events::Relation relation = events::parseRelation(event.content);
        row.target = relation.target;
        row.type = relationType(relation);
        row.key = relation.key;
    }
    if (row.target.isEmpty() || row.type.isEmpty()) {
        return;
    }
    m_context.take(m_context.tables.relations.add(row));
    m_context.touch(row.room, row.target);
    if (row.type == redactionType) {
        redact(room, row.target, event.raw);
    }
}

void EventLog::redact(LiveRoom& room, const EventId& target, const QJsonObject& because)
{
    const auto row = m_context.take(m_context.tables.events.find(room.row.id, target));
    if (!row || row->redacted || row->type == types::redaction) {
        return;
    }
    wipe(room, *row, because);
    // The words of a message also stand in its edits.
    for (const EventId& id :
         m_context.take(m_context.tables.relations.sources(room.row.id, target))) {
        const auto edit = m_context.take(m_context.tables.events.find(room.row.id, id));
        if (edit && edit->sender == row->sender && isEdit(*edit)) {
            wipe(room, *edit, because);
        }
    }
}

void EventLog::wipe(LiveRoom& room, const EventRow& row, const QJsonObject& because)
{
    m_context.take(m_context.tables.events.redact(row.room, row.id, pruned(row.event, because)));
    const EventId target = m_context.take(m_context.tables.relations.targetOf(row.room, row.id));
    if (!target.isEmpty()) {
        m_context.touch(row.room, target);
        m_context.take(m_context.tables.relations.removeOf(row.room, row.id));
    }
    m_context.touch(room.row.id, row.id);
}

void EventLog::judge(LiveRoom& room, EventRow& row)
{
    row.notify = 0;
    row.preview = isPreviewable(row);
    if (row.redacted || row.sender == m_context.own ||
        row.decryption == EventRow::Decryption::Pending ||
        row.decryption == EventRow::Decryption::Failed) {
        return; // of what was refused nobody knows who sent it
    }
    const auto stored = storedEvent(row);
    if (!stored) {
        return;
    }
    rooms::PushContext push;
    push.room = room.row.id;
    const rooms::Member* own = room.members.find(m_context.own);
    push.ownName = own != nullptr ? own->name : QString();
    push.joinedCount = room.row.joinedCount >= 0 ? room.row.joinedCount
                                                 : room.members.count(events::Membership::Join);
    push.powerLevels = &m_context.powerLevels(room);
    const rooms::PushVerdict verdict = m_context.pushRules().evaluate(asPushed(*stored), push);
    row.notify = verdict.highlight ? 2 : (verdict.notify ? 1 : 0);
    const bool wasTold = row.fresh == EventRow::Fresh::AnnouncedUnread && !verdict.highlight;
    if (row.notify > 0 && row.fresh != EventRow::Fresh::Announced && !wasTold) {
        m_context.changes.announcements.push_back(
            {row.room, row.id, row.sender, row.place, verdict, row.thread});
    }
    row.fresh =
        row.decryption == EventRow::Decryption::Waiting && row.fresh != EventRow::Fresh::Announced
            ? EventRow::Fresh::AnnouncedUnread
            : EventRow::Fresh::Announced;
}

void EventLog::readUpTo(LiveRoom& room, const store::Place& place)
{
    if (place > room.row.read) {
        room.row.read = place;
        m_context.saveRoom(room);
    }
}

void EventLog::readThread(LiveRoom& room, const EventId& root, const store::Place& place)
{
    auto thread = m_context.take(m_context.tables.threads.find(room.row.id, root));
    if (place > thread.read) {
        thread.read = place;
        thread.serverUnread = 0;
        thread.serverHighlights = 0;
        m_context.take(m_context.tables.threads.save(thread));
        m_context.touch(room.row.id, root);
    }
}

void EventLog::readAll(LiveRoom& room, const store::Place& place)
{
    readUpTo(room, place);
    if (place > room.row.flat) {
        room.row.flat = place;
        m_context.saveRoom(room);
    }
}

} // namespace client::engine
