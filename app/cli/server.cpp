// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server.h"

#include "base/json.h"
#include "base/sleep.h"
#include "json.h"

#include <QHash>
#include <QTimer>

#include <algorithm>

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
    case Session::State::Offline:
        return u"offline"_s;
    case Session::State::Connecting:
        return u"connecting"_s;
    case Session::State::Syncing:
        return u"syncing"_s;
    case Session::State::SignedOut:
        break;
    }
    return u"signedOut"_s;
}

} // namespace

Server::Server(CliOptions options, Channel& channel)
    : m_account(std::move(options),
                [this] {
                    endCalls(
                        client::fail(Error::Kind::SignedOut, u"the session is closed"_s).error());
                })
    , m_channel(channel)
{
    connect(&channel, &Channel::lineRead, this, &Server::readLine);
    connect(&channel, &Channel::tooLong, this, [this] {
        Fault fault;
        fault.message = u"The line is longer than 64 MiB."_s;
        write(faultObject(fault));
    });
    connect(&channel, &Channel::ended, this, &Server::end);
}

void Server::write(const QJsonObject& object)
{
    m_channel.write(client::toJson(object));
}

void Server::readLine(const QByteArray& line)
{
    for (auto& part : parseLine(line)) {
        if (const auto* fault = std::get_if<Fault>(&part)) {
            write(faultObject(*fault));
        } else {
            begin(std::get<Request>(std::move(part)));
        }
    }
}

void Server::begin(Request request)
{
    m_calls.remove_if([](const Call& call) { return call.task.done(); });
    const QJsonValue id = request.id;
    const QString method = request.method;
    m_calls.push_back({id, method, answer(std::move(request))});
    m_calls.back().task.start();
}

//! A call works with the session it began with, so it must not outlive it. The calls that open and
//! close sessions are the ones that bring us here.
void Server::endCalls(const Error& error)
{
    static const QStringList ours{u"session.login"_s, u"session.restore"_s, u"session.logout"_s};
    m_calls.remove_if([&](const Call& call) {
        if (call.task.done() || ours.contains(call.method)) {
            return false;
        }
        if (!call.id.isUndefined()) {
            write(errorAnswer(call.id, error));
        }
        return true;
    });
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
    Result<QJsonValue> result =
        client::fail(Error::Kind::Invalid, u"There is no method %1."_s.arg(request.method.left(80)),
                     MethodNotFound);
    if (method != nullptr) {
        result = co_await (this->*method)(Params(request.params));
    }
    if (!request.wantsAnswer()) {
        co_return std::nullopt;
    }
    co_return result ? resultObject(request.id, *result) : errorAnswer(request.id, result.error());
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
    followEncryption(session);
}

void Server::end()
{
    m_scope.start(finishCalls());
}

Task<> Server::finishCalls()
{
    const auto runs = [](const Call& call) { return !call.task.done(); };
    for (int i = 0; i < 250 && std::ranges::any_of(m_calls, runs); ++i) {
        co_await client::sleepFor(std::chrono::milliseconds{20});
    }
    endCalls(client::fail(Error::Kind::Timeout, u"the input has ended"_s).error());
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
