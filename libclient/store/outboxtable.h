// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// OutboxTable: what waits to be sent, its files, and the transaction ids of what was sent. Owned by
// the engine.
#pragma once

#include "base/clock.h"
#include "store/database.h"

#include <optional>
#include <vector>

namespace client::store {

struct OutboxRow {
    enum class State { Queued, Sent, Failed };
    TxnId txn;
    RoomId room;
    QString kind; //!< message, edit, reaction, redaction, file
    State state = State::Queued;
    QString type;        //!< event type, readable
    QJsonObject content; //!< readable, without the pointer at `target`
    QString target;      //!< event id, or txn of a row that is not sent yet; empty: none
    QJsonObject wire;    //!< as first handed to the network, resent as it is; empty: not yet
    int attempts = 0;
    QJsonObject error;
    Timestamp created = 0;
    EventId event; //!< with state Sent
};

//! One blob of a message on its way. On disk it is always ciphertext, sealed as attachments are.
struct UploadRow {
    TxnId txn;
    bool thumbnail = false;
    QString file;           //!< name in media/outbox
    bool encrypted = false; //!< goes out as the ciphertext; else it is opened for the upload
    QByteArray key, iv, sha256;
    QString mimetype;
    QString mxc; //!< not empty: uploaded
};

class OutboxTable {
public:
    explicit OutboxTable(Database& database) : m_db(database) {}

    Result<> insert(const OutboxRow& row);
    Result<> update(const OutboxRow& row);
    Result<> remove(const TxnId& txn);
    Result<std::optional<OutboxRow>> find(const TxnId& txn);
    Result<std::optional<OutboxRow>> byEvent(const RoomId& room, const EventId& event);
    //! In the order of sending; sent ones too, as long as sync has not brought their events.
    Result<std::vector<OutboxRow>> all(const RoomId& room);
    Result<std::vector<RoomId>> queuedRooms();
    Result<bool> hasQueued(const RoomId& room);
    Result<int64_t> countUnsent();
    Result<int64_t> countQueued();
    //! Rows that point at a row now point at its event.
    Result<> retarget(const TxnId& txn, const EventId& event);
    Result<std::vector<TxnId>> pointingAt(const TxnId& txn);

    Result<> saveUpload(const UploadRow& row);
    Result<std::vector<UploadRow>> uploads(const TxnId& txn); //!< the thumbnail first
    Result<std::vector<QString>> uploadFiles();               //!< of all rows

    Result<> noteSent(const OutboxRow& row, Timestamp at);
    Result<EventId> sentEvent(const TxnId& txn);
    //! The transaction id under which this device sent an event; empty: it did not.
    Result<TxnId> sentTxn(const RoomId& room, const EventId& event);

private:
    Database& m_db;
};

} // namespace client::store
