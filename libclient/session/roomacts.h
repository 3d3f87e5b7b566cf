// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// RoomActs: what a person decides about rooms beyond being in them: where they stand in the list,
// what of them notifies, who is banned. Each is done when sync has told of it, so that what is
// shown is what the server has. Owned by Session; home thread.
#pragma once

#include "api/request.h"
#include "base/task.h"
#include "engine/enginethread.h"
#include "rooms/roomsummary.h"
#include "sync/connection.h"

#include <QJsonArray>

#include <functional>

namespace client::session {

class RoomActs {
public:
    struct Parts {
        engine::EngineThread& engine;
        sync::Connection& connection;
        std::function<Task<Result<>>(api::Request)> order;
        std::function<bool()> isSyncing;
    };

    explicit RoomActs(Parts parts) : m_parts(std::move(parts)) {}

    Task<Result<>> setTag(RoomId room, rooms::RoomSummary::Tag tag);
    Task<Result<>> markUnread(RoomId room, bool unread);
    Task<Result<>> setNotify(RoomId room, rooms::RoomSummary::Notify notify);
    Task<Result<>> ban(RoomId room, UserId user, QString reason);
    Task<Result<>> unban(RoomId room, UserId user, QString reason);

    //! Content of the account's push rules, as the server has them ("global" and below).
    Task<Result<QJsonObject>> pushRules();
    //! NotFound: no such rule.
    Task<Result<>> enableRule(QString kind, QString id, bool enabled);
    Task<Result<>> setActions(QString kind, QString id, QJsonArray actions);
    //! A word that mentions this person wherever it is said. Invalid: none, or too long.
    Task<Result<>> addKeyword(QString word);
    Task<Result<>> removeKeyword(QString word);

private:
    using Summary = rooms::RoomSummary;
    Task<Result<Summary>> known(RoomId room);
    Task<> until(RoomId room, std::function<bool(const Summary&)> isSo);
    Task<> untilRules(QJsonObject before);

    Parts m_parts;
};

} // namespace client::session
