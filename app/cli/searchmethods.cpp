// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// search.* and media.*

#include "json.h"
#include "server.h"
#include "session/searching.h"

#include <QHash>

using namespace Qt::StringLiterals;
using client::RoomId;
using client::engine::SearchRequest;
using client::session::HistoryProgress;
using client::session::Searching;

namespace cli {

namespace {

constexpr int mostItems = 200;
constexpr int mostNames = 100;
constexpr qint64 usualHistory = 10'000;
constexpr qint64 mostHistory = 1'000'000;

QJsonObject foundJson(const client::engine::FoundMessage& found)
{
    QJsonObject item = toJson(found.item);
    QJsonArray ranges;
    for (const auto& [start, length] : found.extract.marks) {
        ranges.append(QJsonObject{{u"start"_s, start}, {u"length"_s, length}});
    }
    item.insert(u"roomId"_s, found.room.toString());
    item.insert(u"extract"_s, QJsonObject{{u"text"_s, found.extract.text}, {u"ranges"_s, ranges}});
    return item;
}

QJsonObject progressJson(const HistoryProgress& progress)
{
    QJsonObject object{
        {u"roomId"_s, progress.room.toString()},  {u"fetched"_s, qint64(progress.fetched)},
        {u"limit"_s, qint64(progress.limit)},     {u"running"_s, progress.running},
        {u"atStart"_s, progress.atStart},         {u"messages"_s, qint64(progress.size.messages)},
        {u"bytes"_s, qint64(progress.size.bytes)}};
    if (progress.error) {
        object.insert(u"error"_s, client::kindName(progress.error->kind));
    }
    return object;
}

RoomId optionalRoom(Params& params)
{
    return params.optionalText(u"roomId"_s).isEmpty() ? RoomId() : params.roomId(u"roomId"_s);
}

} // namespace

Server::Method Server::findSearch(const QString& name)
{
    static const QHash<QString, Method> methods{
        {u"search.messages"_s, &Server::searchMessages},
        {u"search.names"_s, &Server::searchNames},
        {u"search.status"_s, &Server::searchStatus},
        {u"search.fetchHistory"_s, &Server::fetchHistory},
        {u"search.stopHistory"_s, &Server::stopHistory},
        {u"media.list"_s, &Server::listMedia},
    };
    return methods.value(name, findExport(name));
}

void Server::followSearch(client::session::Session* session)
{
    connect(&session->searching(), &Searching::historyMoved, this,
            [this](const HistoryProgress& progress) {
                write(notification(u"search.progress"_s, progressJson(progress)));
            });
}

Server::Answer Server::searchMessages(Params params)
{
    SearchRequest request;
    request.text = params.text(u"query"_s);
    request.room = optionalRoom(params);
    request.limit = int(params.optionalNumber(u"limit"_s, 20, 1, mostItems));
    request.before = params.optionalText(u"before"_s);
    const QString order = params.optionalText(u"order"_s);
    if (!order.isEmpty() && order != "date"_L1 && order != "relevance"_L1) {
        params.refuse(u"order is date or relevance."_s);
    }
    request.order =
        order == "relevance"_L1 ? SearchRequest::Order::Relevance : SearchRequest::Order::Date;
    if (!params.isFine()) {
        co_return params.fault();
    }
    co_return co_await find(std::move(request));
}

//! A page of messages, as search.messages and media.list answer it.
Server::Answer Server::find(SearchRequest request)
{
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto page = co_await (*open)->searching().find(std::move(request));
    if (!page) {
        co_return std::unexpected(page.error());
    }
    QJsonArray items;
    for (const client::engine::FoundMessage& found : page->items) {
        items.append(foundJson(found));
    }
    co_return QJsonObject{{u"total"_s, qint64(page->total)},
                          {u"totalIsLeast"_s, page->totalIsLeast},
                          {u"items"_s, items},
                          {u"before"_s, page->before.isEmpty() ? QJsonValue(QJsonValue::Null)
                                                               : QJsonValue(page->before)}};
}

Server::Answer Server::listMedia(Params params)
{
    static const QStringList kinds{u"file"_s, u"image"_s, u"video"_s, u"audio"_s, u"link"_s};
    SearchRequest request;
    request.room = params.roomId(u"roomId"_s);
    const QString kind = params.optionalText(u"kind"_s);
    if (!kind.isEmpty() && !kinds.contains(kind)) {
        params.refuse(u"kind is file, image, video, audio or link."_s);
    }
    request.text = u"has:"_s + (kind.isEmpty() ? kinds.first() : kind);
    request.limit = int(params.optionalNumber(u"limit"_s, 50, 1, mostItems));
    request.before = params.optionalText(u"before"_s);
    if (!params.isFine()) {
        co_return params.fault();
    }
    co_return co_await find(std::move(request));
}

Server::Answer Server::searchNames(Params params)
{
    const QString query = params.text(u"query"_s);
    const int limit = int(params.optionalNumber(u"limit"_s, 20, 1, mostNames));
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto names = co_await (*open)->searching().names(query, limit);
    if (!names) {
        co_return std::unexpected(names.error());
    }
    QJsonArray rooms;
    for (const client::rooms::RoomSummary& room : names->rooms) {
        rooms.append(toJson(room));
    }
    QJsonArray people;
    for (const client::engine::FoundPerson& person : names->people) {
        people.append(QJsonObject{{u"userId"_s, person.user.toString()},
                                  {u"name"_s, person.name},
                                  {u"directRoom"_s, person.direct.isEmpty()
                                                        ? QJsonValue(QJsonValue::Null)
                                                        : QJsonValue(person.direct.toString())}});
    }
    co_return QJsonObject{{u"rooms"_s, rooms}, {u"people"_s, people}};
}

Server::Answer Server::searchStatus(Params)
{
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    Searching& searching = (*open)->searching();
    const auto size = co_await searching.size();
    if (!size) {
        co_return std::unexpected(size.error());
    }
    QJsonArray fetching;
    for (const HistoryProgress& progress : searching.fetching()) {
        fetching.append(progressJson(progress));
    }
    co_return QJsonObject{{u"messages"_s, qint64(size->messages)},
                          {u"bytes"_s, qint64(size->bytes)},
                          {u"remaining"_s, qint64(size->backlog)},
                          {u"fetching"_s, fetching}};
}

Server::Answer Server::fetchHistory(Params params)
{
    const RoomId room = params.roomId(u"roomId"_s);
    const qint64 limit = params.optionalNumber(u"limit"_s, usualHistory, 1, mostHistory);
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto begun = co_await (*open)->searching().fetchHistory(room, limit);
    if (!begun) {
        co_return std::unexpected(begun.error());
    }
    co_return QJsonObject();
}

Server::Answer Server::stopHistory(Params params)
{
    const RoomId room = params.roomId(u"roomId"_s);
    if (!params.isFine()) {
        co_return params.fault();
    }
    const auto open = session();
    if (!open) {
        co_return std::unexpected(open.error());
    }
    (*open)->searching().stopFetching(room);
    co_return QJsonObject();
}

} // namespace cli
