// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// thread.*, poll.*, pins.*, and what is asked about one message

#include "json.h"
#include "server.h"

using namespace Qt::StringLiterals;
using client::EventId;
using client::RoomId;
using client::engine::OutgoingMessage;
using client::session::Session;

namespace cli {

namespace {

EventId eventOf(Params& params)
{
    EventId event(params.text(u"eventId"_s));
    if (params.isFine() && !event.isValid()) {
        params.refuse(u"eventId is not an event id."_s);
    }
    return event;
}

} // namespace

Server::Answer Server::listThreads(Params params)
{
    const client::RoomId room = params.roomId(u"roomId"_s);
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto threads = co_await (*open)->threads(room);
    if (!threads) {
        co_return std::unexpected(threads.error());
    }
    QJsonArray list;
    for (const client::engine::ThreadView& thread : *threads) {
        list.append(toJson(thread));
    }
    co_return list;
}

Server::Answer Server::createPoll(Params params)
{
    OutgoingMessage message;
    message.kind = OutgoingMessage::Kind::Poll;
    message.room = params.roomId(u"roomId"_s);
    message.body = params.text(u"question"_s);
    message.answers = params.list(u"answers"_s);
    message.maxSelections = int(params.optionalNumber(u"maxSelections"_s, 1, 1, 20));
    message.disclosed = params.flag(u"disclosed"_s).value_or(true);
    message.threadId = params.optionalText(u"threadId"_s);
    if (!params.isFine()) {
        co_return params.fault();
    }
    co_return co_await enqueue(std::move(message));
}

Server::Answer Server::votePoll(Params params)
{
    OutgoingMessage message;
    message.kind = OutgoingMessage::Kind::Vote;
    message.room = params.roomId(u"roomId"_s);
    message.target = eventOf(params).toString();
    message.answers = params.list(u"answerIds"_s);
    if (!params.isFine()) {
        co_return params.fault();
    }
    co_return co_await enqueue(std::move(message));
}

Server::Answer Server::closePoll(Params params)
{
    OutgoingMessage message;
    message.kind = OutgoingMessage::Kind::PollEnd;
    message.room = params.roomId(u"roomId"_s);
    message.target = eventOf(params).toString();
    if (!params.isFine()) {
        co_return params.fault();
    }
    co_return co_await enqueue(std::move(message));
}

Server::Answer Server::listPins(Params params)
{
    const RoomId room = params.roomId(u"roomId"_s);
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto answer = co_await (*open)->pins(room);
    if (!answer) {
        co_return std::unexpected(answer.error());
    }
    QJsonArray list;
    for (const client::engine::PinnedMessage& pin : *answer) {
        list.append(
            QJsonObject{{u"eventId"_s, pin.event.toString()},
                        {u"item"_s, pin.item ? QJsonValue(toJson(*pin.item)) : QJsonValue::Null}});
    }
    co_return list;
}

Server::Answer Server::setPin(Params params)
{
    const RoomId room = params.roomId(u"roomId"_s);
    const EventId event = eventOf(params);
    const auto pinned = params.flag(u"pinned"_s);
    if (params.isFine() && !pinned) {
        params.refuse(u"pinned is missing."_s);
    }
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto answer = co_await (*open)->setPinned(room, event, *pinned);
    if (!answer) {
        co_return std::unexpected(answer.error());
    }
    co_return QJsonObject();
}

Server::Answer Server::messageHistory(Params params)
{
    const RoomId room = params.roomId(u"roomId"_s);
    const EventId event = eventOf(params);
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto answer = co_await (*open)->history(room, event);
    if (!answer) {
        co_return std::unexpected(answer.error());
    }
    QJsonArray list;
    for (const client::engine::Revision& revision : *answer) {
        const bool formatted = !revision.formattedBody.isEmpty();
        list.append(QJsonObject{{u"eventId"_s, revision.event.toString()},
                                {u"timestamp"_s, qint64(revision.timestamp)},
                                {u"body"_s, revision.body},
                                {u"formattedBody"_s, formatted ? QJsonValue(revision.formattedBody)
                                                               : QJsonValue::Null}});
    }
    co_return list;
}

Server::Answer Server::messageReactions(Params params)
{
    const RoomId room = params.roomId(u"roomId"_s);
    const EventId event = eventOf(params);
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto answer = co_await (*open)->reactions(room, event);
    if (!answer) {
        co_return std::unexpected(answer.error());
    }
    QJsonArray list;
    for (const client::engine::Reacted& one : *answer) {
        list.append(QJsonObject{{u"key"_s, one.key},
                                {u"userId"_s, one.user.toString()},
                                {u"name"_s, one.name},
                                {u"eventId"_s, one.event.toString()},
                                {u"timestamp"_s, qint64(one.timestamp)}});
    }
    co_return list;
}

Server::Answer Server::messageSource(Params params)
{
    const RoomId room = params.roomId(u"roomId"_s);
    const EventId event = eventOf(params);
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto answer = co_await (*open)->source(room, event);
    if (!answer) {
        co_return std::unexpected(answer.error());
    }
    const bool sealed = !answer->clear.isEmpty();
    co_return QJsonObject{{u"event"_s, answer->event},
                          {u"clear"_s, sealed ? QJsonValue(answer->clear) : QJsonValue::Null},
                          {u"sessionId"_s, answer->sessionId.isEmpty()
                                               ? QJsonValue::Null
                                               : QJsonValue(answer->sessionId)},
                          {u"encryption"_s, toJson(answer->item).value("encryption"_L1)}};
}

Server::Answer Server::forwardMessage(Params params)
{
    const RoomId room = params.roomId(u"roomId"_s);
    const EventId event = eventOf(params);
    const RoomId to = params.roomId(u"toRoomId"_s);
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto answer = co_await (*open)->forward(room, event, to);
    if (!answer) {
        co_return std::unexpected(answer.error());
    }
    co_return QJsonObject{{u"txnId"_s, answer->toString()}};
}

} // namespace cli
