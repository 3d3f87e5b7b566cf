// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// rooms.setTag, rooms.markUnread, rooms.notify, rooms.ban, rooms.unban and pushRules.*

#include "json.h"
#include "server.h"
#include "session/roomacts.h"

#include <QHash>

using namespace Qt::StringLiterals;
using client::Result;
using client::RoomId;
using client::Task;
using client::UserId;
using client::rooms::RoomSummary;
using client::session::RoomActs;

namespace cli {

namespace {

//! The value of a word, or its fault: "tag is favourite, lowPriority or none."
template <class Enum>
Enum oneOf(Params& params, const QString& name, const QHash<QString, Enum>& words)
{
    const QString word = params.text(name);
    if (params.isFine() && !words.contains(word)) {
        QStringList all = words.keys();
        all.sort();
        params.refuse(u"%1 is one of %2."_s.arg(name, all.join(u", "_s)));
    }
    return words.value(word);
}

QString ruleKind(Params& params)
{
    static const QStringList kinds{u"override"_s, u"underride"_s, u"sender"_s, u"room"_s,
                                   u"content"_s};
    const QString kind = params.text(u"kind"_s);
    if (params.isFine() && !kinds.contains(kind)) {
        params.refuse(u"kind is one of %1."_s.arg(kinds.join(u", "_s)));
    }
    return kind;
}

Result<QJsonValue> answered(const Result<>& done)
{
    return done ? Result<QJsonValue>(QJsonObject()) : std::unexpected(done.error());
}

} // namespace

Server::Method Server::findAttention(const QString& name)
{
    static const QHash<QString, Method> methods{
        {u"rooms.setTag"_s, &Server::setTag},
        {u"rooms.markUnread"_s, &Server::markUnread},
        {u"rooms.notify"_s, &Server::setNotify},
        {u"rooms.ban"_s, &Server::banFrom},
        {u"rooms.unban"_s, &Server::unbanFrom},
        {u"pushRules.list"_s, &Server::listPushRules},
        {u"pushRules.set"_s, &Server::setPushRule},
        {u"pushRules.addKeyword"_s, &Server::addKeyword},
        {u"pushRules.removeKeyword"_s, &Server::removeKeyword},
    };
    return methods.value(name, nullptr);
}

Result<RoomActs*> Server::acts(const Params& params) const
{
    if (!params.isFine()) {
        return params.fault();
    }
    return session().transform(
        [](client::session::Session* session) { return &session->roomActs(); });
}

Server::Answer Server::setTag(Params params)
{
    const RoomId room = params.roomId(u"roomId"_s);
    const auto tag = oneOf<RoomSummary::Tag>(params, u"tag"_s,
                                             {{u"none"_s, RoomSummary::Tag::None},
                                              {u"favourite"_s, RoomSummary::Tag::Favourite},
                                              {u"lowPriority"_s, RoomSummary::Tag::LowPriority}});
    const auto open = acts(params);
    if (!open) {
        co_return std::unexpected(open.error());
    }
    co_return answered(co_await (*open)->setTag(room, tag));
}

Server::Answer Server::markUnread(Params params)
{
    const RoomId room = params.roomId(u"roomId"_s);
    const bool unread = params.flag(u"unread"_s).value_or(true);
    const auto open = acts(params);
    if (!open) {
        co_return std::unexpected(open.error());
    }
    co_return answered(co_await (*open)->markUnread(room, unread));
}

Server::Answer Server::setNotify(Params params)
{
    const RoomId room = params.roomId(u"roomId"_s);
    const auto mode = oneOf<RoomSummary::Notify>(params, u"mode"_s,
                                                 {{u"default"_s, RoomSummary::Notify::Default},
                                                  {u"all"_s, RoomSummary::Notify::All},
                                                  {u"mentions"_s, RoomSummary::Notify::Mentions},
                                                  {u"mute"_s, RoomSummary::Notify::Mute}});
    const auto open = acts(params);
    if (!open) {
        co_return std::unexpected(open.error());
    }
    co_return answered(co_await (*open)->setNotify(room, mode));
}

Server::Answer Server::banFrom(Params params)
{
    const RoomId room = params.roomId(u"roomId"_s);
    const UserId user = params.userId(u"userId"_s);
    const QString reason = params.optionalText(u"reason"_s);
    const auto open = acts(params);
    if (!open) {
        co_return std::unexpected(open.error());
    }
    co_return answered(co_await (*open)->ban(room, user, reason));
}

Server::Answer Server::unbanFrom(Params params)
{
    const RoomId room = params.roomId(u"roomId"_s);
    const UserId user = params.userId(u"userId"_s);
    const QString reason = params.optionalText(u"reason"_s);
    const auto open = acts(params);
    if (!open) {
        co_return std::unexpected(open.error());
    }
    co_return answered(co_await (*open)->unban(room, user, reason));
}

Server::Answer Server::listPushRules(Params params)
{
    const auto open = acts(params);
    if (!open) {
        co_return std::unexpected(open.error());
    }
    const auto rules = co_await (*open)->pushRules();
    if (!rules) {
        co_return std::unexpected(rules.error());
    }
    const QJsonObject global = rules->value("global"_L1).toObject();
    QJsonObject answer;
    for (const QString& kind :
         {u"override"_s, u"content"_s, u"room"_s, u"sender"_s, u"underride"_s}) {
        answer.insert(kind, global.value(kind).toArray());
    }
    co_return answer;
}

Server::Answer Server::setPushRule(Params params)
{
    const QString kind = ruleKind(params);
    const QString id = params.text(u"ruleId"_s);
    const auto enabled = params.flag(u"enabled"_s);
    const auto actions = params.array(u"actions"_s);
    if (!enabled && !actions) {
        params.refuse(u"Give enabled or actions."_s);
    }
    const auto open = acts(params);
    if (!open) {
        co_return std::unexpected(open.error());
    }
    if (actions) {
        const auto done = co_await (*open)->setActions(kind, id, *actions);
        if (!done || !enabled) {
            co_return answered(done);
        }
    }
    co_return answered(co_await (*open)->enableRule(kind, id, *enabled));
}

Server::Answer Server::addKeyword(Params params)
{
    const QString word = params.text(u"keyword"_s);
    const auto open = acts(params);
    if (!open) {
        co_return std::unexpected(open.error());
    }
    co_return answered(co_await (*open)->addKeyword(word));
}

Server::Answer Server::removeKeyword(Params params)
{
    const QString word = params.text(u"keyword"_s);
    const auto open = acts(params);
    if (!open) {
        co_return std::unexpected(open.error());
    }
    co_return answered(co_await (*open)->removeKeyword(word));
}

} // namespace cli
