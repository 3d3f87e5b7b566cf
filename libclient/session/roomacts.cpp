// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "session/roomacts.h"

#include "api/attention.h"
#include "base/sleep.h"
#include "events/types.h"
#include "rooms/roomnotify.h"
#include "rooms/summary.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using client::engine::Engine;
using client::rooms::RoomSummary;
namespace types = client::events::types;

namespace client::session {

namespace {

constexpr int patience = 100; // times 50 ms: the server has it; the rest is sync's
constexpr qsizetype longestKeyword = 100;

constexpr std::array tags{std::pair{RoomSummary::Tag::Favourite, rooms::favouriteTag},
                          std::pair{RoomSummary::Tag::LowPriority, rooms::lowPriorityTag}};

QJsonObject keywordRule(const QString& word)
{
    const QJsonObject sound{{u"set_tweak"_s, u"sound"_s}, {u"value"_s, u"default"_s}};
    const QJsonObject highlight{{u"set_tweak"_s, u"highlight"_s}};
    return {{u"pattern"_s, word}, {u"actions"_s, QJsonArray{u"notify"_s, sound, highlight}}};
}

} // namespace

Task<Result<RoomSummary>> RoomActs::known(RoomId room)
{
    co_return co_await m_parts.engine.run([room](Engine& e) { return e.room(room); });
}

Task<> RoomActs::until(RoomId room, std::function<bool(const Summary&)> isSo)
{
    for (int i = 0; i < patience && m_parts.isSyncing(); ++i) {
        const auto now = co_await known(room);
        if (!now || isSo(*now)) {
            co_return;
        }
        co_await sleepFor(50ms);
    }
}

Task<Result<>> RoomActs::setTag(RoomId room, RoomSummary::Tag tag)
{
    const auto now = co_await known(room);
    if (!now) {
        co_return std::unexpected(now.error());
    }
    const UserId own = m_parts.connection.account().user;
    for (const auto& [each, name] : tags) {
        if (each != tag && now->tag != RoomSummary::Tag::None) {
            const auto gone = co_await m_parts.order(api::removeTagRequest(own, room, name));
            if (!gone && gone.error().kind != Error::Kind::NotFound) {
                co_return gone;
            }
        }
    }
    for (const auto& [each, name] : tags) {
        if (each == tag && now->tag != tag) {
            if (const auto set = co_await m_parts.order(api::setTagRequest(own, room, name));
                !set) {
                co_return set;
            }
        }
    }
    co_await until(room, [tag](const Summary& summary) { return summary.tag == tag; });
    co_return Result<>();
}

Task<Result<>> RoomActs::markUnread(RoomId room, bool unread)
{
    const auto now = co_await known(room);
    if (!now || now->markedUnread == unread) {
        co_return now ? Result<>() : std::unexpected(now.error());
    }
    const auto done = co_await m_parts.order(api::saveRoomDataRequest(
        m_parts.connection.account().user, room, types::markedUnread, {{u"unread"_s, unread}}));
    if (done) {
        co_await until(room,
                       [unread](const Summary& summary) { return summary.markedUnread == unread; });
    }
    co_return done;
}

Task<Result<QJsonObject>> RoomActs::pushRules()
{
    co_return co_await m_parts.engine.run(
        [](Engine& e) { return e.accountData(types::pushRules); });
}

Task<Result<>> RoomActs::setNotify(RoomId room, RoomSummary::Notify notify)
{
    const auto now = co_await known(room);
    const auto rules = co_await pushRules();
    if (!now || !rules) {
        co_return std::unexpected(!now ? now.error() : rules.error());
    }
    for (const rooms::RuleChange& change : rooms::ruleChanges(*rules, room, notify)) {
        const auto done = co_await m_parts.order(
            change.rule.isEmpty() ? api::removePushRuleRequest(change.kind, change.id)
                                  : api::savePushRuleRequest(change.kind, change.id, change.rule));
        if (!done && !(change.rule.isEmpty() && done.error().kind == Error::Kind::NotFound)) {
            co_return done;
        }
    }
    co_await until(room, [notify](const Summary& summary) { return summary.notify == notify; });
    co_return Result<>();
}

Task<Result<>> RoomActs::ban(RoomId room, UserId user, QString reason)
{
    co_return co_await m_parts.order(api::banRequest(room, user, reason));
}

Task<Result<>> RoomActs::unban(RoomId room, UserId user, QString reason)
{
    co_return co_await m_parts.order(api::unbanRequest(room, user, reason));
}

Task<> RoomActs::untilRules(QJsonObject before)
{
    for (int i = 0; i < patience && m_parts.isSyncing(); ++i) {
        const auto now = co_await pushRules();
        if (!now || *now != before) {
            co_return;
        }
        co_await sleepFor(50ms);
    }
}

Task<Result<>> RoomActs::enableRule(QString kind, QString id, bool enabled)
{
    const auto before = co_await pushRules();
    const auto done = co_await m_parts.order(api::enablePushRuleRequest(kind, id, enabled));
    if (done && before && !rooms::hasRule(*before, kind, id, enabled)) {
        co_await untilRules(*before);
    }
    co_return done;
}

Task<Result<>> RoomActs::setActions(QString kind, QString id, QJsonArray actions)
{
    const auto before = co_await pushRules();
    const auto done = co_await m_parts.order(api::pushActionsRequest(kind, id, actions));
    if (done && before && rooms::actionsOf(*before, kind, id) != actions) {
        co_await untilRules(*before);
    }
    co_return done;
}

Task<Result<>> RoomActs::addKeyword(QString word)
{
    const QString keyword = word.simplified();
    // A rule's name is a part of a path, and the server's own begin with a dot.
    if (keyword.isEmpty() || keyword.size() > longestKeyword || keyword.startsWith(u'.') ||
        keyword.contains(u'/') || keyword.contains(u'\\')) {
        co_return fail(Error::Kind::Invalid, u"not a keyword"_s);
    }
    const auto before = co_await pushRules();
    const auto done = co_await m_parts.order(
        api::savePushRuleRequest(u"content"_s, keyword, keywordRule(keyword)));
    if (done && before && !rooms::hasRule(*before, u"content"_s, keyword, true)) {
        co_await untilRules(*before);
    }
    co_return done;
}

Task<Result<>> RoomActs::removeKeyword(QString word)
{
    const QString keyword = word.simplified();
    const auto before = co_await pushRules();
    const auto done = co_await m_parts.order(api::removePushRuleRequest(u"content"_s, keyword));
    if (done && before) {
        co_await untilRules(*before);
    }
    co_return done;
}

} // namespace client::session
