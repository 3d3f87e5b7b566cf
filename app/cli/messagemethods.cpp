// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// timeline.*, message.* and file.*

#include "json.h"
#include "server.h"

#include <QFileInfo>
#include <QMimeDatabase>

using namespace Qt::StringLiterals;
using client::EventId;
using client::Result;
using client::RoomId;
using client::Task;
using client::TxnId;
using client::engine::OutgoingMessage;
using client::engine::TimelinePage;
using client::session::Session;

namespace cli {

namespace {

constexpr int largestPage = 1000;
constexpr qint64 aDay = 86'400'000;

OutgoingMessage messageTo(Params& params, OutgoingMessage::Kind kind)
{
    OutgoingMessage message;
    message.kind = kind;
    message.room = RoomId(params.text(u"roomId"_s));
    return message;
}

} // namespace

Server::Answer Server::timeline(Params params)
{
    const RoomId room(params.text(u"roomId"_s));
    const int limit = int(params.optionalNumber(u"limit"_s, 50, 1, largestPage));
    const QString before = params.optionalText(u"before"_s);
    const EventId thread(params.optionalText(u"threadId"_s));
    if (params.isFine() && !thread.isEmpty() && !thread.isValid()) {
        params.refuse(u"threadId is not an event id."_s);
    }
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    Session& account = **open;
    Task<Result<TimelinePage>> reading = thread.isEmpty()
                                             ? account.page(room, limit, before)
                                             : account.threadPage(room, thread, limit, before);
    const auto page = co_await std::move(reading);
    if (!page) {
        co_return std::unexpected(page.error());
    }
    QJsonArray items;
    for (const client::timeline::TimelineItem& item : page->items) {
        items.append(toJson(item));
    }
    co_return QJsonObject{{u"items"_s, items},
                          {u"before"_s, page->before.isEmpty() ? QJsonValue(QJsonValue::Null)
                                                               : QJsonValue(page->before)}};
}

//! Calls run up to the engine's queue without a pause, so messages keep the order of their lines.
Server::Answer Server::enqueue(OutgoingMessage message)
{
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto txn = co_await (*open)->send(std::move(message));
    if (!txn) {
        co_return std::unexpected(txn.error());
    }
    co_return QJsonObject{{u"txnId"_s, txn->toString()}};
}

Server::Answer Server::sendMessage(Params params)
{
    OutgoingMessage message = messageTo(params, OutgoingMessage::Kind::Text);
    message.body = params.text(u"body"_s);
    message.formattedBody = params.optionalText(u"formattedBody"_s);
    message.replyTo = params.optionalText(u"replyTo"_s);
    message.threadId = params.optionalText(u"threadId"_s);
    for (const QString& user : params.list(u"mentions"_s)) {
        message.mentions.push_back(user);
    }
    if (!params.isFine()) {
        co_return params.fault();
    }
    co_return co_await enqueue(std::move(message));
}

Server::Answer Server::editMessage(Params params)
{
    OutgoingMessage message = messageTo(params, OutgoingMessage::Kind::Edit);
    message.target = params.text(u"eventId"_s);
    message.body = params.text(u"body"_s);
    message.formattedBody = params.optionalText(u"formattedBody"_s);
    if (!params.isFine()) {
        co_return params.fault();
    }
    co_return co_await enqueue(std::move(message));
}

Server::Answer Server::react(Params params)
{
    OutgoingMessage message = messageTo(params, OutgoingMessage::Kind::Reaction);
    message.target = params.text(u"eventId"_s);
    message.body = params.text(u"key"_s);
    if (!params.isFine()) {
        co_return params.fault();
    }
    co_return co_await enqueue(std::move(message));
}

Server::Answer Server::redact(Params params)
{
    OutgoingMessage message = messageTo(params, OutgoingMessage::Kind::Redaction);
    message.target = params.text(u"eventId"_s);
    message.body = params.optionalText(u"reason"_s);
    if (!params.isFine()) {
        co_return params.fault();
    }
    co_return co_await enqueue(std::move(message));
}

Server::Answer Server::waitSent(Params params)
{
    const TxnId txn(params.text(u"txnId"_s));
    const qint64 timeout = params.optionalNumber(u"timeoutMs"_s, 30'000, 0, aDay);
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto event = co_await (*open)->waitSent(txn, std::chrono::milliseconds{timeout});
    if (!event) {
        co_return std::unexpected(event.error());
    }
    co_return QJsonObject{{u"eventId"_s, event->toString()}};
}

Server::Answer Server::cancelMessage(Params params)
{
    const TxnId txn(params.text(u"txnId"_s));
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto done = co_await (*open)->cancel(txn);
    if (!done) {
        co_return std::unexpected(done.error());
    }
    co_return QJsonObject();
}

Server::Answer Server::retryMessage(Params params)
{
    const TxnId txn(params.text(u"txnId"_s));
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto done = co_await (*open)->retry(txn);
    if (!done) {
        co_return std::unexpected(done.error());
    }
    co_return QJsonObject();
}

Server::Answer Server::sendFile(Params params)
{
    OutgoingMessage message = messageTo(params, OutgoingMessage::Kind::File);
    message.filePath = params.text(u"path"_s);
    message.body = params.optionalText(u"caption"_s);
    message.threadId = params.optionalText(u"threadId"_s);
    const QFileInfo info(message.filePath);
    if (params.isFine() && (!info.isFile() || !info.isReadable())) {
        params.refuse(u"path is not a file that can be read."_s);
    }
    if (!params.isFine()) {
        co_return params.fault();
    }
    message.fileName = info.fileName();
    message.fileSize = info.size();
    message.mimetype = QMimeDatabase().mimeTypeForFile(info).name();
    co_return co_await enqueue(std::move(message));
}

Server::Answer Server::saveFile(Params params)
{
    const RoomId room(params.text(u"roomId"_s));
    const EventId event(params.text(u"eventId"_s));
    const QString path = params.text(u"path"_s);
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto bytes = co_await (*open)->saveMedia(room, event, path);
    if (!bytes) {
        co_return std::unexpected(bytes.error());
    }
    co_return QJsonObject{{u"path"_s, path}, {u"bytes"_s, *bytes}};
}

} // namespace cli
