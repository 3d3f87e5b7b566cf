// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Rooms: acts on rooms, their members and their history (specification, "Rooms").
#pragma once

#include "api/request.h"
#include "base/ids.h"
#include "events/event.h"

#include <vector>

namespace client::api {

Request createRoomRequest(const QJsonObject& body);
Result<RoomId> readRoomId(const Response& response); //!< of createRoom and join

Request joinRequest(const QString& roomIdOrAlias, const QStringList& via);
Request leaveRequest(const RoomId& room, const QString& reason);
Request inviteRequest(const RoomId& room, const UserId& user, const QString& reason);
Request kickRequest(const RoomId& room, const UserId& user, const QString& reason);
Request membersRequest(const RoomId& room);

Request messagesRequest(const RoomId& room, const QString& from, int limit);

struct Messages {
    std::vector<events::Event> events; //!< newest first, as asked for with dir=b
    std::vector<events::Event> state;  //!< members that the events need
    QString end;                       //!< empty: the start of the room is reached
};

Result<Messages> readMessages(const QByteArray& body);
//! Events of /members: `chunk`.
Result<std::vector<events::Event>> readMembers(const QByteArray& body);

Request sendRequest(const RoomId& room, const QString& type, const TxnId& txn,
                    const QJsonObject& content);
Request redactRequest(const RoomId& room, const EventId& event, const TxnId& txn,
                      const QString& reason);
Result<EventId> readEventId(const Response& response); //!< of send and redact

Request eventRequest(const RoomId& room, const EventId& event);
Result<events::Event> readEvent(const QByteArray& body);
//! Replies of a thread, newest first; `from` empty: from its end. Answers as /messages does.
Request threadRequest(const RoomId& room, const EventId& root, const QString& from);
//! Roots of a room's threads, the latest active first. Likewise.
Request threadsRequest(const RoomId& room, const QString& from);
Result<Messages> readRelations(const QByteArray& body);

Request stateRequest(const RoomId& room, const QString& type);
Request sendStateRequest(const RoomId& room, const QString& type, const QJsonObject& content);

//! `thread`: "main" or a root; `publicly` false: m.read.private.
Request receiptRequest(const RoomId& room, const EventId& event, const QString& thread,
                       bool publicly);
Request fullyReadRequest(const RoomId& room, const EventId& event);
Request typingRequest(const RoomId& room, const UserId& own, bool typing);

Request accountDataRequest(const UserId& own, const QString& type);
Request saveAccountDataRequest(const UserId& own, const QString& type, const QJsonObject& content);

} // namespace client::api
