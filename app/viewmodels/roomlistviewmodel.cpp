// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/roomlistviewmodel.h"

#include "session/roomacts.h"
#include "text/words.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace app {

using client::RoomId;
using client::UserId;
using client::rooms::RoomSummary;
using client::session::Session;
using Membership = RoomSummary::Membership;

namespace {

constexpr auto patience = std::chrono::seconds{20};

} // namespace

RoomListViewModel::RoomListViewModel(const Words& words) : m_words(&words)
{
    m_proxy.setSourceModel(&m_model);
}

void RoomListViewModel::attach(Session* session)
{
    m_scope.cancelAll();
    if (m_session != nullptr) {
        m_session->disconnect(this);
    }
    m_session = session;
    m_loaded = false;
    m_acting = false;
    m_model.reset({});
    recount();
    Q_EMIT loadedChanged();
    Q_EMIT actingChanged();
    if (m_session == nullptr) {
        return;
    }
    connect(m_session, &Session::roomsChanged, this, &RoomListViewModel::applyRooms);
    m_scope.start(load());
}

client::Task<> RoomListViewModel::load()
{
    auto rooms = co_await m_session->roomList();
    if (!rooms) {
        Q_EMIT failed(m_words->error(rooms.error()));
        co_return;
    }
    m_model.reset(std::move(*rooms));
    m_loaded = true;
    m_firstSync = m_model.items().empty();
    recount();
    Q_EMIT loadedChanged();
    while (m_firstSync) { // an account without any room: no change of a room will say so
        const auto idle = co_await m_session->waitIdle(patience);
        if (idle && m_firstSync) {
            m_firstSync = false;
            Q_EMIT loadedChanged();
        }
        if (!idle && idle.error().kind != client::Error::Kind::Timeout) {
            co_return;
        }
    }
}

void RoomListViewModel::applyRooms(const std::vector<RoomSummary>& changed,
                                   const std::vector<RoomId>& removed)
{
    for (const RoomSummary& room : changed) {
        m_model.upsert(room);
    }
    for (const RoomId& room : removed) {
        m_model.remove(room.toString());
    }
    if (m_firstSync) {
        m_firstSync = false;
        Q_EMIT loadedChanged();
    }
    recount();
}

void RoomListViewModel::recount()
{
    m_unreadTotal = 0;
    for (const RoomSummary& room : m_model.items()) {
        const bool counts = room.membership == Membership::Joined;
        const int unread = std::max(room.unread, int(room.markedUnread));
        m_unreadTotal += counts ? unread : int(room.membership == Membership::Invited);
    }
    Q_EMIT countChanged();
}

void RoomListViewModel::setFilterText(const QString& text)
{
    if (m_filterText != text) {
        m_filterText = text;
        m_proxy.setFilterText(text);
        Q_EMIT filterTextChanged();
    }
}

void RoomListViewModel::setSelected(const QString& roomId)
{
    if (m_selected != roomId) {
        m_selected = roomId;
        Q_EMIT selectedChanged();
    }
}

std::optional<RoomSummary> RoomListViewModel::summary(const QString& roomId) const
{
    const int at = m_model.indexOf(roomId);
    return at < 0 ? std::nullopt : std::optional(m_model.items()[size_t(at)]);
}

QString RoomListViewModel::roomAt(int row) const
{
    return m_proxy.index(row, 0)
        .data(client::models::RoomListModel::ItemRole)
        .value<RoomSummary>()
        .roomId;
}

int RoomListViewModel::rowOf(const QString& roomId) const
{
    const int at = m_model.indexOf(roomId);
    return at < 0 ? -1 : m_proxy.mapFromSource(m_model.index(at)).row();
}

QString RoomListViewModel::neighbour(int step, bool unreadOnly) const
{
    const int rows = m_proxy.rowCount();
    int row = rowOf(m_selected);
    for (row += step; row >= 0 && row < rows; row += step) {
        const auto room = summary(roomAt(row));
        if (room && (!unreadOnly || room->unread > 0 || room->markedUnread)) {
            return room->roomId;
        }
    }
    return {};
}

void RoomListViewModel::accept(const QString& roomId)
{
    join(roomId);
}

void RoomListViewModel::decline(const QString& roomId)
{
    leave(roomId);
}

void RoomListViewModel::leave(const QString& roomId)
{
    if (m_session != nullptr) {
        m_scope.start(runLeave(roomId));
    }
}

//! What is asked for shows in the list when the server has told of it.
client::Task<> RoomListViewModel::run(client::Task<client::Result<>> act)
{
    const auto done = co_await std::move(act);
    if (!done) {
        Q_EMIT failed(m_words->error(done.error()));
    }
}

void RoomListViewModel::setTag(const QString& roomId, RoomSummary::Tag tag)
{
    if (m_session != nullptr) {
        m_scope.start(run(m_session->roomActs().setTag(RoomId(roomId), tag)));
    }
}

void RoomListViewModel::markUnread(const QString& roomId, bool unread)
{
    if (m_session != nullptr) {
        m_scope.start(run(m_session->roomActs().markUnread(RoomId(roomId), unread)));
    }
}

void RoomListViewModel::setNotify(const QString& roomId, RoomSummary::Notify notify)
{
    if (m_session != nullptr) {
        m_scope.start(run(m_session->roomActs().setNotify(RoomId(roomId), notify)));
    }
}

void RoomListViewModel::join(const QString& aliasOrId)
{
    const QString wanted = aliasOrId.trimmed();
    if (!RoomId(wanted).isValid() && !client::RoomAlias(wanted).isValid()) {
        Q_EMIT failed(m_words->roomAddressInvalid());
        return;
    }
    if (m_session != nullptr && !m_acting) {
        m_scope.start(runJoin(wanted));
    }
}

void RoomListViewModel::startDirect(const QString& userId)
{
    const UserId user(userId.trimmed());
    if (!user.isValid()) {
        Q_EMIT failed(m_words->userIdInvalid());
        return;
    }
    for (const RoomSummary& room : m_model.items()) {
        if (room.isDirect && room.directUser == user.toString() &&
            room.membership == Membership::Joined) {
            Q_EMIT done();
            Q_EMIT openRequested(room.roomId); // one conversation with a person is enough
            return;
        }
    }
    if (m_session != nullptr && !m_acting) {
        Session::CreateRoom request;
        request.invite = {user};
        request.isDirect = true;
        m_scope.start(runCreate(std::move(request)));
    }
}

void RoomListViewModel::createRoom(const QString& name, const QString& topic, bool isPublic,
                                   const QString& invitees)
{
    Session::CreateRoom request;
    request.name = name.trimmed();
    request.topic = topic.trimmed();
    request.isPublic = isPublic;
    request.encrypted = !isPublic;
    static const QRegularExpression separators(u"[\\s,;]+"_s);
    for (const QString& text : invitees.split(separators, Qt::SkipEmptyParts)) {
        const UserId user(text);
        if (!user.isValid()) {
            Q_EMIT failed(m_words->userIdInvalid());
            return;
        }
        request.invite.push_back(user);
    }
    if (request.name.isEmpty()) {
        Q_EMIT failed(m_words->fieldMissing());
        return;
    }
    if (m_session != nullptr && !m_acting) {
        m_scope.start(runCreate(std::move(request)));
    }
}

client::Task<> RoomListViewModel::runJoin(QString room)
{
    m_acting = true;
    Q_EMIT actingChanged();
    const auto joined = co_await m_session->joinRoom(std::move(room));
    m_acting = false;
    Q_EMIT actingChanged();
    if (!joined) {
        Q_EMIT failed(m_words->error(joined.error()));
        co_return;
    }
    Q_EMIT done();
    Q_EMIT openRequested(joined->toString());
}

client::Task<> RoomListViewModel::runLeave(QString room)
{
    const auto left = co_await m_session->leaveRoom(RoomId(std::move(room)), {});
    if (!left) {
        Q_EMIT failed(m_words->error(left.error()));
    }
}

client::Task<> RoomListViewModel::runCreate(Session::CreateRoom request)
{
    m_acting = true;
    Q_EMIT actingChanged();
    const auto made = co_await m_session->createRoom(std::move(request));
    m_acting = false;
    Q_EMIT actingChanged();
    if (!made) {
        Q_EMIT failed(m_words->error(made.error()));
        co_return;
    }
    Q_EMIT done();
    Q_EMIT openRequested(made->toString());
}

} // namespace app
