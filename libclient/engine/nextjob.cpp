// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a message needs before it can go, and the request it goes with.
#include "api/media.h"
#include "api/rooms.h"
#include "engine/echo.h"
#include "engine/outboxjobs.h"
#include "events/types.h"

using namespace Qt::StringLiterals;
using client::store::OutboxRow;
namespace types = client::events::types;

namespace client::engine {

namespace {

//! The machine says that this message must not go; all else is a fault in the middle of its work.
bool isRefusal(const Error& error)
{
    return error.kind == Error::Kind::Forbidden || error.kind == Error::Kind::Unsupported ||
           !error.errcode.isEmpty();
}

bool isCiphertext(const QJsonObject& wire)
{
    return wire.contains("ciphertext"_L1) && wire.contains("algorithm"_L1);
}

} // namespace

OutboxJob OutboxJobs::job(const OutboxRow& row, OutboxJob::Kind kind) const
{
    OutboxJob job;
    job.kind = kind;
    job.txn = row.txn;
    job.room = row.room;
    job.attempts = row.attempts;
    return job;
}

//! After a fault nothing that the machine wrote is kept: half of it would be worse than none.
OutboxJob OutboxJobs::refusedFor(const OutboxRow& row, const Error& error)
{
    OutboxJob refused = job(row, OutboxJob::Kind::Refused);
    refused.error = error;
    if (!isRefusal(error)) {
        m_context.ledger.refuse(error);
        m_broken = refused;
    }
    return refused;
}

std::optional<OutboxJob> OutboxJobs::next(const RoomId& room)
{
    m_broken.reset();
    std::optional<OutboxJob> waiting;
    for (OutboxRow& row : m_context.take(m_context.tables.outbox.all(room))) {
        if (row.state != OutboxRow::State::Queued) {
            continue;
        }
        if (auto next = prepare(row)) {
            return next;
        }
        // It waits for a message that failed; those behind it need not.
        waiting = job(row, OutboxJob::Kind::Wait);
    }
    return waiting;
}

std::optional<OutboxJob> OutboxJobs::prepare(OutboxRow& row)
{
    if (!row.target.isEmpty() && !row.target.startsWith(u'$')) {
        return std::nullopt;
    }
    LiveRoom& room = m_context.room(row.room);
    // Before its state is known nobody can say whether the room is encrypted.
    if (room.row.membership != "join"_L1 || room.state.find(types::create) == nullptr) {
        return job(row, OutboxJob::Kind::Wait);
    }
    if (isSentInClear(row)) {
        return sendJob(row, room);
    }
    if (auto upload = uploadJob(row, room)) {
        return upload;
    }
    if (room.encrypted && !isCiphertext(row.wire)) {
        if (auto before = readyToEncrypt(row, room)) {
            return before;
        }
    }
    return sendJob(row, room);
}

std::optional<OutboxJob> OutboxJobs::uploadJob(const OutboxRow& row, LiveRoom& room)
{
    for (store::UploadRow& upload : m_context.take(m_context.tables.outbox.uploads(row.txn))) {
        if (room.encrypted && !upload.encrypted) {
            // The room became encrypted meanwhile: the staged ciphertext goes, not the clear bytes.
            upload.encrypted = true;
            upload.mxc.clear();
            m_context.take(m_context.tables.outbox.saveUpload(upload));
        }
        if (!upload.mxc.isEmpty()) {
            continue;
        }
        OutboxJob next = job(row, OutboxJob::Kind::Upload);
        next.thumbnail = upload.thumbnail;
        auto path = m_staging.pathFor(upload);
        if (!path) {
            next.kind = OutboxJob::Kind::Refused;
            next.error = path.error();
            return next;
        }
        next.path = *path;
        const QString name = row.content.value("filename"_L1).toString();
        next.request = upload.encrypted ? api::uploadRequest("application/octet-stream", {})
                                        : api::uploadRequest(upload.mimetype.toUtf8(),
                                                             upload.thumbnail ? QString() : name);
        return next;
    }
    return std::nullopt;
}

std::optional<OutboxJob> OutboxJobs::readyToEncrypt(const OutboxRow& row, LiveRoom& room)
{
    if (!room.row.membersComplete) {
        return job(row, OutboxJob::Kind::NeedMembers);
    }
    const auto people = recipients(room);
    const auto readiness = m_context.machine->prepareToEncrypt(row.room, people);
    if (!readiness) {
        return refusedFor(row, readiness.error());
    }
    if (*readiness == crypto::OlmMachine::Readiness::Pending) {
        return job(row, OutboxJob::Kind::NeedKeys);
    }
    return std::nullopt;
}

OutboxJob OutboxJobs::sendJob(OutboxRow& row, LiveRoom& room)
{
    OutboxJob next = job(row, OutboxJob::Kind::Send);
    const bool encrypts = room.encrypted && !isSentInClear(row);
    if (row.wire.isEmpty() || encrypts != isCiphertext(row.wire)) {
        QJsonObject content =
            fullContent(row, m_context.take(m_context.tables.outbox.uploads(row.txn)));
        if (encrypts) {
            auto sealed = m_context.machine->encrypt(row.room, row.type, content);
            if (!sealed) {
                return refusedFor(row, sealed.error());
            }
            content = std::move(*sealed);
        }
        // An empty content is remembered as handed over too.
        row.wire = content.isEmpty() ? QJsonObject{{u"reason"_s, QString()}} : content;
        m_context.take(m_context.tables.outbox.update(row));
    }
    if (isRedaction(row)) {
        next.request = api::redactRequest(row.room, EventId(row.target), row.txn,
                                          row.content.value("reason"_L1).toString());
        return next;
    }
    const QString type = encrypts ? QString(types::encrypted) : row.type;
    next.request = api::sendRequest(row.room, type, row.txn, row.wire);
    return next;
}

void OutboxJobs::uploadDone(const TxnId& txn, bool thumbnail, const MxcUri& uri)
{
    const auto row = unsent(txn);
    if (!row || !uri.isValid()) {
        m_context.ledger.refuse(Error::Kind::Malformed, u"not a content URI"_s);
        return;
    }
    for (store::UploadRow& upload : m_context.take(m_context.tables.outbox.uploads(txn))) {
        if (upload.thumbnail == thumbnail) {
            upload.mxc = uri.toString();
            m_context.take(m_context.tables.outbox.saveUpload(upload));
            m_context.changes.clearFiles.push_back(upload.file);
        }
    }
    m_context.changes.update.outbox.insert(row->room);
}

} // namespace client::engine
