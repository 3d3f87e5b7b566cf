// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server.h"

#include "base/json.h"
#include "base/sleep.h"
#include "json.h"

#include <QHash>
#include <QTimer>

using namespace Qt::StringLiterals;
using client::Error;
using client::Result;
using client::Task;
using client::session::Session;

namespace cli {

namespace {

QString stateWord(Session::State state)
{
    switch (state) {
    case Session::State::Offline: return u"offline"_s;
    case Session::State::Connecting: return u"connecting"_s;
    case Session::State::Syncing: return u"syncing"_s;
    case Session::State::SignedOut: break;
    }
    return u"signedOut"_s;
}

} // namespace

Server::Method Server::find(const QString& name)
{
    static const QHash<QString, Method> methods{
        {u"session.login"_s, &Server::login},       {u"session.restore"_s, &Server::restore},
        {u"session.logout"_s, &Server::logout},     {u"session.status"_s, &Server::status},
        {u"session.version"_s, &Server::version},   {u"sync.start"_s, &Server::startSync},
        {u"sync.stop"_s, &Server::stopSync},        {u"sync.waitIdle"_s, &Server::waitIdle},
        {u"rooms.list"_s, &Server::listRooms},      {u"rooms.create"_s, &Server::createRoom},
        {u"rooms.join"_s, &Server::joinRoom},       {u"rooms.leave"_s, &Server::leaveRoom},
        {u"rooms.invite"_s, &Server::inviteTo},     {u"rooms.kick"_s, &Server::kickFrom},
        {u"rooms.members"_s, &Server::members},     {u"rooms.markRead"_s, &Server::markRead},
        {u"rooms.typing"_s, &Server::typing},       {u"timeline.get"_s, &Server::timeline},
        {u"message.send"_s, &Server::sendMessage},  {u"message.edit"_s, &Server::editMessage},
        {u"message.react"_s, &Server::react},       {u"message.redact"_s, &Server::redact},
        {u"message.waitSent"_s, &Server::waitSent}, {u"message.cancel"_s, &Server::cancelMessage},
        {u"message.retry"_s, &Server::retryMessage}, {u"file.send"_s, &Server::sendFile},
        {u"file.save"_s, &Server::saveFile},
    };
    return methods.value(name, nullptr);
}

Server::Server(CliOptions options, Channel& channel)
    : m_account(std::move(options)), m_channel(channel)
{
    connect(&channel, &Channel::lineRead, this, &Server::readLine);
    connect(&channel, &Channel::tooLong, this, [this] {
        Fault fault;
        fault.message = u"The line is longer than 64 MiB."_s;
        write(faultObject(fault));
    });
    connect(&channel, &Channel::ended, this, &Server::end);
}

void Server::write(const QJsonObject& object) { m_channel.write(client::toJson(object)); }

void Server::readLine(const QByteArray& line)
{
    for (auto& part : parseLine(line)) {
        if (const auto* fault = std::get_if<Fault>(&part)) {
            write(faultObject(*fault));
        } else {
            m_scope.start(answer(std::get<Request>(std::move(part))));
        }
    }
}

Task<> Server::answer(Request request)
{
    if (const auto object = co_await perform(std::move(request))) {
        write(*object);
    }
}

Task<std::optional<QJsonObject>> Server::perform(Request request)
{
    const Method method = find(request.method);
    Result<QJsonValue> result = client::fail(
        Error::Kind::Invalid, u"There is no method %1."_s.arg(request.method.left(80)),
        MethodNotFound);
    if (method != nullptr) {
        ++m_running;
        result = co_await (this->*method)(Params(request.params));
        --m_running;
    }
    if (!request.wantsAnswer()) {
        co_return std::nullopt;
    }
    co_return result ? resultObject(request.id, *result)
                     : errorAnswer(request.id, result.error());
}

Result<Session*> Server::session() const
{
    if (m_account.session() == nullptr) {
        return client::fail(Error::Kind::SignedOut,
                            u"use session.login or session.restore first"_s);
    }
    return m_account.session();
}

void Server::follow(Session* session)
{
    session->watchItems(true);
    connect(session, &Session::stateChanged, this, [this](Session::State state) {
        write(notification(u"session.changed"_s, {{u"state"_s, stateWord(state)}}));
    });
    connect(session, &Session::itemsChanged, this,
            [this](const client::RoomId& room,
                   const std::vector<client::timeline::TimelineItem>& items) {
                QJsonArray list;
                for (const auto& item : items) {
                    list.append(toJson(item));
                }
                write(notification(u"timeline.changed"_s,
                                   {{u"roomId"_s, room.toString()}, {u"items"_s, list}}));
            });
    connect(session, &Session::roomsChanged, this,
            [this](const std::vector<client::rooms::RoomSummary>& changed,
                   const std::vector<client::RoomId>& removed) {
                for (const auto& room : changed) {
                    write(notification(u"rooms.changed"_s, {{u"roomId"_s, room.roomId}}));
                }
                for (const auto& room : removed) {
                    write(notification(u"rooms.changed"_s, {{u"roomId"_s, room.toString()}}));
                }
            });
    connect(session, &Session::messageSent, this,
            [this](const client::TxnId& txn, const client::EventId& event) {
                write(notification(u"message.sent"_s, {{u"txnId"_s, txn.toString()},
                                                       {u"eventId"_s, event.toString()}}));
            });
    connect(session, &Session::messageFailed, this,
            [this](const client::TxnId& txn, const Error& error) {
                write(notification(u"message.failed"_s, {{u"txnId"_s, txn.toString()},
                                                         {u"error"_s, errorObject(error)}}));
            });
}

void Server::end() { m_scope.start(finishCalls()); }

Task<> Server::finishCalls()
{
    for (int i = 0; i < 250 && m_running > 0; ++i) {
        co_await client::sleepFor(std::chrono::milliseconds{20});
    }
    m_account.close();
    co_await client::sleepFor(std::chrono::milliseconds{1}); // the store closes
    Q_EMIT finished();
}

Server::Answer Server::status(Params /*params*/)
{
    const auto open = session();
    if (!open) {
        co_return QJsonObject{{u"userId"_s, QJsonValue::Null},
                              {u"deviceId"_s, QJsonValue::Null},
                              {u"state"_s, u"signedOut"_s},
                              {u"unsent"_s, 0},
                              {u"waitingForKeys"_s, 0}};
    }
    const auto counters = co_await (*open)->counters();
    const auto still = session();
    if (!counters || !still) {
        co_return std::unexpected(!counters ? counters.error() : still.error());
    }
    QJsonObject object{{u"userId"_s, (*still)->user().toString()},
                       {u"deviceId"_s, (*still)->device().toString()},
                       {u"homeserver"_s, (*still)->homeserver().toString()},
                       {u"state"_s, stateWord((*still)->state())},
                       {u"unsent"_s, counters->unsent},
                       {u"waitingForKeys"_s, counters->waitingForKeys}};
    if (const auto& error = (*still)->lastError()) {
        object.insert(u"error"_s, errorObject(*error));
    }
    co_return object;
}

} // namespace cli
