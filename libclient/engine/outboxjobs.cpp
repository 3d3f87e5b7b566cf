// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Keeping, taking back and finishing messages; nextjob.cpp prepares them for the wire.
#include "engine/outboxjobs.h"

#include "crypto/primitives/primitives.h"
#include "engine/compose.h"
#include "engine/echo.h"
#include "engine/rowevents.h"

using namespace Qt::StringLiterals;
using client::store::OutboxRow;

namespace client::engine {

namespace {

//! The server cannot have it: it was never handed to the network, or was refused for good.
bool isPristine(const OutboxRow& row)
{
    return row.state == OutboxRow::State::Failed ||
           (row.state == OutboxRow::State::Queued && row.wire.isEmpty());
}

bool isEventId(const QString& target)
{
    return target.startsWith(u'$');
}

} // namespace

void OutboxJobs::touch(const OutboxRow& row)
{
    m_context.changes.rooms.insert(row.room);
    m_context.changes.echoes[row.room].insert(row.txn);
    if (isEventId(row.target)) {
        m_context.touch(row.room, EventId(row.target));
    }
}

std::optional<OutboxRow> OutboxJobs::unsent(const TxnId& txn)
{
    auto row = m_context.take(m_context.tables.outbox.find(txn));
    if (!row || row->state == OutboxRow::State::Sent) {
        m_context.ledger.refuse(Error::Kind::NotFound, u"not waiting to be sent"_s);
        return std::nullopt;
    }
    return row;
}

//! Everybody else would ignore an edit of another's message.
bool OutboxJobs::checkOwn(const RoomId& room, const EventId& event)
{
    const auto row = m_context.take(m_context.tables.events.find(room, event));
    if (row ? row->sender == m_context.own
            : !m_context.take(m_context.tables.outbox.sentTxn(room, event)).isEmpty()) {
        return true;
    }
    m_context.ledger.refuse(row ? Error::Kind::Forbidden : Error::Kind::NotFound,
                            row ? u"only one's own message can be edited"_s : u"no such event"_s);
    return false;
}

bool OutboxJobs::checkTarget(const OutboxRow& row)
{
    if (row.target.isEmpty() || isEventId(row.target)) {
        const bool valid = row.target.isEmpty() || EventId(row.target).isValid();
        if (!valid) {
            m_context.ledger.refuse(Error::Kind::Invalid, u"not an event id"_s);
        }
        return valid && (row.kind != "edit"_L1 || checkOwn(row.room, EventId(row.target)));
    }
    const auto pending = m_context.take(m_context.tables.outbox.find(TxnId(row.target)));
    if (!pending || pending->room != row.room) {
        m_context.ledger.refuse(Error::Kind::NotFound, u"no such pending message"_s);
        return false;
    }
    return true;
}

TxnId OutboxJobs::insert(OutboxRow row)
{
    row.txn = TxnId(u"tc"_s + QString::fromLatin1(crypto::randomBytes(16).toHex()));
    row.created = m_context.clock.now();
    if (!checkTarget(row)) {
        return {};
    }
    // A message that is sent but not back by sync has its event id already.
    const EventId known = m_context.take(m_context.tables.outbox.sentEvent(TxnId(row.target)));
    if (!known.isEmpty()) {
        row.target = known.toString();
    }
    m_context.take(m_context.tables.outbox.insert(row));
    touch(row);
    m_context.changes.update.outbox.insert(row.room);
    return row.txn;
}

//! A reply stands where that stands which it answers. False: refused.
bool OutboxJobs::placeInThread(OutgoingMessage& message)
{
    if (message.threadId.isEmpty() && isEventId(message.replyTo)) {
        const auto row =
            m_context.take(m_context.tables.events.find(message.room, EventId(message.replyTo)));
        message.threadId = row ? row->thread.toString() : QString();
    }
    const EventId root(message.threadId);
    if (root.isEmpty() || !root.isValid()) {
        return true; // compose refuses what is no id
    }
    const auto row = m_context.take(m_context.tables.events.find(message.room, root));
    const auto here =
        m_context.take(m_context.tables.threads.count(message.room, root, m_context.own));
    if (!row && here.replies == 0) {
        m_context.ledger.refuse(Error::Kind::NotFound, u"no such thread"_s);
        return false;
    }
    if (row && !mayBeRoot(*row)) {
        m_context.ledger.refuse(Error::Kind::Invalid, u"no thread can begin there"_s);
        return false;
    }
    return true;
}

TxnId OutboxJobs::enqueue(OutgoingMessage message)
{
    LiveRoom& room = m_context.room(message.room);
    if (!room.isKnown || room.row.membership != "join"_L1) {
        m_context.ledger.refuse(room.isKnown ? Error::Kind::Forbidden : Error::Kind::NotFound,
                                u"not in this room"_s);
        return {};
    }
    if (const auto folded = foldIntoPending(message)) {
        return *folded;
    }
    if (!placeInThread(message)) {
        return {};
    }
    auto row = m_context.take(compose(message));
    if (!m_context.ledger.isClean()) {
        return {};
    }
    if (row.target.isEmpty() && !message.threadId.isEmpty()) {
        const EventId root(message.threadId);
        const auto here =
            m_context.take(m_context.tables.threads.count(message.room, root, m_context.own));
        row.target = here.last.isEmpty() ? message.threadId : here.last.toString();
    }
    // The target of a message that came back by sync meanwhile.
    const EventId target = m_context.take(m_context.tables.outbox.sentEvent(TxnId(row.target)));
    if (!target.isEmpty()) {
        row.target = target.toString();
    }
    const TxnId txn = insert(std::move(row));
    const bool hasFile = message.kind == OutgoingMessage::Kind::File || message.rawHasFile;
    if (hasFile && m_context.ledger.isClean()) {
        stage(message, txn, room.encrypted);
    }
    return txn;
}

std::optional<TxnId> OutboxJobs::foldIntoPending(const OutgoingMessage& message)
{
    const bool edits = message.kind == OutgoingMessage::Kind::Edit;
    const bool redacts = message.kind == OutgoingMessage::Kind::Redaction;
    if ((!edits && !redacts) || isEventId(message.target)) {
        return std::nullopt;
    }
    const TxnId txn(message.target);
    const auto row = m_context.take(m_context.tables.outbox.find(txn));
    if (!row || row->room != message.room || !isPristine(*row)) {
        return std::nullopt;
    }
    if (redacts) {
        cancel(txn);
    } else {
        editPending(txn, message.body, message.formattedBody);
    }
    return txn;
}

void OutboxJobs::stage(OutgoingMessage message, const TxnId& txn, bool encrypted)
{
    if (message.staged.empty()) {
        m_context.take(m_staging.addAll(message));
    }
    for (store::UploadRow& upload : message.staged) {
        upload.txn = txn;
        upload.encrypted = encrypted;
        m_context.changes.newFiles.push_back(upload.file);
        m_context.take(m_context.tables.outbox.saveUpload(upload));
    }
}

void OutboxJobs::sent(const TxnId& txn, const EventId& event)
{
    auto row = m_context.take(m_context.tables.outbox.find(txn));
    if (!event.isValid()) {
        m_context.ledger.refuse(Error::Kind::Malformed, u"not an event id"_s);
        return;
    }
    if (!row || row->state == OutboxRow::State::Sent) {
        // Sync may have been faster than the answer.
        if (m_context.take(m_context.tables.outbox.sentEvent(txn)).isEmpty()) {
            m_context.ledger.refuse(Error::Kind::NotFound, u"unknown transaction"_s);
        }
        return;
    }
    row->state = OutboxRow::State::Sent;
    row->event = event;
    m_context.take(m_context.tables.outbox.noteSent(*row, m_context.clock.now()));
    m_context.take(m_context.tables.outbox.retarget(txn, event));
    m_context.changes.update.sent.push_back({txn, event});
    m_context.changes.update.outbox.insert(row->room);
    touch(*row);
    // The event itself may have come without our transaction id.
    if (m_context.take(m_context.tables.events.placeOf(row->room, event))) {
        m_context.take(m_context.tables.events.saveTxn(row->room, event, txn));
        m_context.take(m_context.tables.outbox.remove(txn));
        m_context.touch(row->room, event);
        return;
    }
    m_context.take(m_context.tables.outbox.update(*row));
}

void OutboxJobs::sendFailed(const TxnId& txn, const Error& error, bool final)
{
    auto row = unsent(txn);
    if (!row) {
        return;
    }
    ++row->attempts;
    row->error = errorToJson(error);
    if (final) {
        row->state = OutboxRow::State::Failed;
        m_context.changes.update.failed.push_back({txn, error});
        m_context.changes.update.outbox.insert(row->room);
        touch(*row);
    }
    m_context.take(m_context.tables.outbox.update(*row));
}

void OutboxJobs::cancel(const TxnId& txn)
{
    const auto row = unsent(txn);
    if (!row) {
        return;
    }
    for (const store::UploadRow& upload : m_context.take(m_context.tables.outbox.uploads(txn))) {
        m_context.changes.staleFiles.push_back(upload.file);
    }
    // What was about this message has nothing left to be about.
    for (const TxnId& dependent : m_context.take(m_context.tables.outbox.pointingAt(txn))) {
        cancel(dependent);
    }
    m_context.take(m_context.tables.outbox.remove(txn));
    touch(*row);
    m_context.changes.update.outbox.insert(row->room);
}

void OutboxJobs::retry(const TxnId& txn)
{
    auto row = unsent(txn);
    if (!row) {
        return;
    }
    if (row->state == OutboxRow::State::Failed) {
        row->wire = {}; // refused: for those who are there by now it is encrypted anew
    }
    row->state = OutboxRow::State::Queued;
    row->error = {};
    m_context.take(m_context.tables.outbox.update(*row));
    touch(*row);
    m_context.changes.update.outbox.insert(row->room);
}

void OutboxJobs::editPending(const TxnId& txn, const QString& body, const QString& formattedBody)
{
    auto row = unsent(txn);
    if (!row) {
        return;
    }
    const bool hasWords =
        row->kind == "message"_L1 || row->kind == "edit"_L1 || row->kind == "file"_L1;
    if (body.trimmed().isEmpty() || !hasWords) {
        m_context.ledger.refuse(Error::Kind::Invalid, u"nothing to send"_s);
        return;
    }
    if (!isPristine(*row)) {
        // The server may have it already: then only an edit can change it.
        OutgoingMessage edit;
        edit.kind = OutgoingMessage::Kind::Edit;
        edit.room = row->room;
        edit.body = body;
        edit.formattedBody = formattedBody;
        edit.target = txn.toString();
        auto next = m_context.take(compose(edit));
        if (m_context.ledger.isClean()) {
            insert(std::move(next));
        }
        return;
    }
    row->content = reworded(row->content, body, formattedBody);
    row->wire = {};
    row->state = OutboxRow::State::Queued;
    m_context.take(m_context.tables.outbox.update(*row));
    touch(*row);
    m_context.changes.update.outbox.insert(row->room);
}

QString OutboxJobs::sentEvent(const TxnId& txn)
{
    const EventId event = m_context.take(m_context.tables.outbox.sentEvent(txn));
    if (!event.isEmpty()) {
        return event.toString();
    }
    const auto row = m_context.take(m_context.tables.outbox.find(txn));
    if (!row) {
        m_context.ledger.refuse(Error::Kind::NotFound, u"unknown transaction"_s);
    } else if (row->state == OutboxRow::State::Failed) {
        m_context.ledger.refuse(errorFromJson(row->error));
    }
    return {};
}

} // namespace client::engine
