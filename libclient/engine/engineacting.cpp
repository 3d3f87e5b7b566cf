// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The engine's front, part three: what a person does.

#include "engine/parts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace client::engine {

namespace {

bool isOfStore(const Error& error)
{
    using Kind = Error::Kind;
    return error.kind == Kind::Store || error.kind == Kind::DiskFull || error.kind == Kind::Busy ||
           error.kind == Kind::Damaged;
}

} // namespace

Result<Engine::Enqueued> Engine::enqueue(const OutgoingMessage& message)
{
    const auto live = m_parts->knownRoom(message.room);
    if (!live) {
        return std::unexpected(live.error());
    }
    if ((*live)->row.membership != "join"_L1) {
        return fail(Error::Kind::Forbidden, u"not a member of the room"_s);
    }
    OutgoingMessage wanted = message;
    if (auto fine = m_parts->checkPoll(wanted); !fine) {
        return std::unexpected(fine.error());
    }
    TxnId txn;
    return m_parts->act([&] { txn = m_parts->outbox.enqueue(std::move(wanted)); })
        .transform([&](Update update) { return Enqueued{txn, std::move(update)}; });
}

//! A vote or an end that others would not count is refused here.
Result<> Engine::Parts::checkPoll(OutgoingMessage& message)
{
    const bool votes = message.kind == OutgoingMessage::Kind::Vote;
    if (!votes && message.kind != OutgoingMessage::Kind::PollEnd) {
        return {};
    }
    const auto items =
        read([&] { return source.some(message.room, {EventId(message.target)}, {}); });
    if (!items || items->empty()) {
        return fail(Error::Kind::NotFound, u"no such event"_s);
    }
    const timeline::TimelineItem& item = items->front();
    if (item.kind != timeline::TimelineItem::Kind::Poll || item.poll.closed) {
        return fail(Error::Kind::Invalid, u"not an open poll"_s);
    }
    if (!votes && !item.poll.mayClose) {
        return fail(Error::Kind::Forbidden, u"somebody else's poll"_s);
    }
    QStringList known;
    QString best = u"0"_s;
    int most = 0;
    for (const timeline::PollChoice& choice : item.poll.answers) {
        known << choice.id;
        best = choice.votes > most ? choice.text : best;
        most = std::max(most, choice.votes);
    }
    const auto isKnown = [&known](const QString& id) { return known.contains(id); };
    if (votes &&
        (!std::ranges::all_of(message.answers, isKnown) || message.answers.removeDuplicates() > 0 ||
         message.answers.size() > item.poll.maxSelections)) {
        return fail(Error::Kind::Invalid, u"answers that the poll does not offer"_s);
    }
    message.body =
        most > 0 ? u"The poll has ended. Top answer: %1"_s.arg(best) : u"The poll has ended."_s;
    return {};
}

Result<std::optional<OutboxJob>> Engine::nextJob(const RoomId& room)
{
    std::optional<OutboxJob> job;
    // The ratchet's step is on disk before the job is handed out.
    const auto kept = m_parts->keep([&] { job = m_parts->outbox.next(room); });
    if (kept) {
        return job;
    }
    // Where the store failed, another try may succeed; what cannot be encrypted is told.
    auto broken = m_parts->outbox.takeBroken();
    if (!broken || isOfStore(kept.error())) {
        return std::unexpected(kept.error());
    }
    return broken;
}

Result<std::vector<RoomId>> Engine::roomsWithOutbox()
{
    return m_parts->context.tables.outbox.queuedRooms();
}

Result<Update> Engine::uploadDone(const TxnId& txn, bool thumbnail, const MxcUri& uri)
{
    return m_parts->act([&] { m_parts->outbox.uploadDone(txn, thumbnail, uri); });
}

Result<Update> Engine::sent(const TxnId& txn, const EventId& event)
{
    return m_parts->act([&] { m_parts->outbox.sent(txn, event); });
}

Result<Update> Engine::sendFailed(const TxnId& txn, const Error& error, bool final)
{
    return m_parts->act([&] { m_parts->outbox.sendFailed(txn, error, final); });
}

Result<Update> Engine::cancel(const TxnId& txn)
{
    return m_parts->act([&] { m_parts->outbox.cancel(txn); });
}

Result<Update> Engine::retry(const TxnId& txn)
{
    return m_parts->act([&] { m_parts->outbox.retry(txn); });
}

Result<Update> Engine::editPending(const TxnId& txn, const QString& body,
                                   const QString& formattedBody)
{
    return m_parts->act([&] { m_parts->outbox.editPending(txn, body, formattedBody); });
}

Result<QString> Engine::sentEvent(const TxnId& txn)
{
    return m_parts->read([&] { return m_parts->outbox.sentEvent(txn); });
}

Result<Update> Engine::markRead(const RoomId& room, const EventId& event, const EventId& thread)
{
    const auto live = m_parts->knownRoom(room);
    if (!live) {
        return std::unexpected(live.error());
    }
    Context& context = m_parts->context;
    return m_parts->act([&] {
        const auto place = context.take(context.tables.events.placeOf(room, event));
        if (!place) {
            context.ledger.refuse(Error::Kind::NotFound, u"no such event"_s);
            return;
        }
        if (thread.isEmpty()) {
            m_parts->log.readUpTo(context.room(room), *place);
        } else {
            m_parts->log.readThread(context.room(room), thread, *place);
        }
        context.changes.rooms.insert(room);
    });
}

Result<> Engine::roomMadeEncrypted(const RoomId& room)
{
    if (auto ready = m_parts->needMachine(); !ready) {
        return ready;
    }
    Context& context = m_parts->context;
    return m_parts->keep([&] {
        context.room(room).encrypted = true;
        context.take(context.machine->setRoomEncryption(
            room, {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s}}));
        m_parts->state.trackAll(context.room(room));
    });
}

Result<> Engine::memberMoved(const RoomId& room, const UserId& user, bool present)
{
    if (const auto live = m_parts->knownRoom(room); !live) {
        return std::unexpected(live.error());
    }
    Context& context = m_parts->context;
    return m_parts->keep([&] {
        LiveRoom& current = context.room(room);
        const rooms::Member* known = current.members.find(user);
        const bool isThere = known != nullptr && (known->membership == events::Membership::Join ||
                                                  known->membership == events::Membership::Invite);
        if (isThere == present) {
            return; // sync was faster
        }
        current.ahead.insert(user, present);
        if (!current.encrypted) {
            return;
        }
        if (present) {
            context.take(context.machine->trackUsers({user}));
        } else {
            context.take(context.machine->memberLeft(room, user));
        }
    });
}

Result<Update> Engine::roomLeft(const RoomId& room)
{
    if (const auto live = m_parts->knownRoom(room); !live) {
        return std::unexpected(live.error());
    }
    return m_parts->act([&] {
        m_parts->state.enter(m_parts->context.room(room), u"leave"_s);
        m_parts->context.changes.rooms.insert(room);
    });
}

} // namespace client::engine
