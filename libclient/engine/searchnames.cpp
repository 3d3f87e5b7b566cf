// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of Search that knows names: of people and rooms, as filters and as finds. Also the
// windows in which a find is shown.

#include "engine/search.h"
#include "rooms/searchtext.h"

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace client::engine {

namespace {

//! Every wanted word begins one of the name's.
bool isNamed(const QStringList& name, const QStringList& wanted)
{
    return !wanted.isEmpty() && std::ranges::all_of(wanted, [&name](const QString& part) {
        return std::ranges::any_of(name,
                                   [&part](const QString& word) { return word.startsWith(part); });
    });
}

bool isMe(const QString& name)
{
    const QString word = rooms::searchText(name);
    return word == "me"_L1 || word == "moi"_L1;
}

//! The last one may not be typed to its end: all are taken as beginnings.
QStringList wordsOf(const rooms::RoomSummary& room)
{
    return rooms::searchWordList(room.name + u' ' + room.heroes.join(u' '));
}

} // namespace

std::vector<UserId> Search::people(const QStringList& names)
{
    std::vector<UserId> found;
    std::vector<QStringList> parts;
    for (const QString& name : names) {
        if (UserId(name).isValid()) {
            found.emplace_back(name);
        } else if (isMe(name)) {
            found.push_back(m_context.own);
        }
        parts.push_back(rooms::searchWordList(name));
    }
    for (const auto& [user, name] : m_context.take(m_context.tables.search.writers())) {
        const QString local = user.toString().section(u':', 0, 0);
        const QStringList words = rooms::searchWordList(name + u' ' + local);
        if (std::ranges::any_of(
                parts, [&words](const QStringList& part) { return isNamed(words, part); })) {
            found.push_back(user);
        }
    }
    return found;
}

std::vector<RoomId> Search::roomsNamed(const QStringList& names)
{
    std::vector<RoomId> found;
    for (const rooms::RoomSummary& room : m_context.take(m_context.tables.rooms.summaries())) {
        const QStringList words = wordsOf(room);
        const bool isWanted = std::ranges::any_of(names, [&](const QString& name) {
            return room.roomId == name || isNamed(words, rooms::searchWordList(name)) ||
                   (RoomAlias(name).isValid() &&
                    m_context.room(RoomId(room.roomId)).state.canonicalAlias() == name);
        });
        if (isWanted) {
            found.emplace_back(room.roomId);
        }
    }
    return found;
}

std::vector<rooms::RoomSummary> Search::roomsBy(const QStringList& words, int limit)
{
    std::vector<std::pair<int, rooms::RoomSummary>> found;
    for (rooms::RoomSummary& room : m_context.take(m_context.tables.rooms.summaries())) {
        const RoomId id(room.roomId);
        const bool byName = isNamed(wordsOf(room), words);
        const auto more = [&] {
            return rooms::searchWordList(room.name + u' ' + room.topic + u' ' + room.directUser +
                                         u' ' + m_context.room(id).state.canonicalAlias());
        };
        if (byName || isNamed(more(), words)) {
            found.emplace_back(byName ? 0 : 1, std::move(room));
        }
    }
    std::ranges::stable_sort(found, [](const auto& a, const auto& b) {
        const bool aGone = a.second.membership == rooms::RoomSummary::Membership::Left;
        const bool bGone = b.second.membership == rooms::RoomSummary::Membership::Left;
        return std::tuple(aGone, a.first, -a.second.lastTimestamp) <
               std::tuple(bGone, b.first, -b.second.lastTimestamp);
    });
    std::vector<rooms::RoomSummary> best;
    for (auto& [rank, room] : found | std::views::take(limit)) {
        best.push_back(std::move(room));
    }
    return best;
}

std::vector<FoundPerson> Search::peopleBy(const QStringList& words, int limit)
{
    QHash<UserId, RoomId> directs;
    for (auto it = m_context.directs().begin(); it != m_context.directs().end(); ++it) {
        directs.insert(it.value(), it.key());
    }
    std::vector<FoundPerson> found;
    for (auto& [user, name] : m_context.take(m_context.tables.search.people())) {
        const QString local = user.toString().section(u':', 0, 0);
        if (user != m_context.own && isNamed(rooms::searchWordList(name + u' ' + local), words)) {
            found.push_back({user, name.isEmpty() ? user.toString() : name, directs.value(user)});
        }
    }
    std::ranges::sort(found, [](const FoundPerson& a, const FoundPerson& b) {
        return std::tuple(a.direct.isEmpty(), a.name.toCaseFolded(), a.user) <
               std::tuple(b.direct.isEmpty(), b.name.toCaseFolded(), b.user);
    });
    found.resize(std::min(found.size(), size_t(limit)));
    return found;
}

Result<FoundNames> Search::names(const QString& text, int limit)
{
    m_context.ledger.clear();
    constexpr qsizetype mostSigns = 200;
    constexpr int most = 100;
    const QStringList words = rooms::searchWordList(text.left(mostSigns));
    limit = std::clamp(limit, 1, most);
    FoundNames found;
    if (!words.isEmpty()) {
        found = {roomsBy(words, limit), peopleBy(words, limit)};
    }
    if (!m_context.ledger.isClean()) {
        return std::unexpected(*m_context.ledger.error());
    }
    return found;
}

Result<WindowPart> Search::openAt(const RoomId& room, const EventId& event, int count)
{
    m_context.ledger.clear();
    WindowPart part = m_parts.windows.openAt(room, event, count);
    if (!m_context.ledger.isClean()) {
        return std::unexpected(*m_context.ledger.error());
    }
    return part;
}

Result<NewerPart> Search::loadNewer(const RoomId& room, int count)
{
    m_context.ledger.clear();
    NewerPart newer = m_parts.windows.widenUp(room, count);
    if (!m_context.ledger.isClean()) {
        return std::unexpected(*m_context.ledger.error());
    }
    return newer;
}

Result<int64_t> Search::reach(int64_t gap)
{
    return m_context.tables.chunks.placeBefore(gap).transform(
        [](const store::Place& place) { return place.position; });
}

} // namespace client::engine
