// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/searchtable.h"

#include "store/rows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace client::store {

namespace {

constexpr Timestamp latest = int64_t(1) << 52;
// A tag begins with a digit and goes on with a letter and a number: "0r12".
const auto roomSign = u"0r"_s;
const auto senderSign = u"0s"_s;

QString kindTag(SearchText::Has kind)
{
    switch (kind) {
    case SearchText::Has::File:
        return u"0kfile"_s;
    case SearchText::Has::Image:
        return u"0kimage"_s;
    case SearchText::Has::Video:
        return u"0kvideo"_s;
    case SearchText::Has::Audio:
        return u"0kaudio"_s;
    case SearchText::Has::Link:
        break;
    }
    return u"0klink"_s;
}

//! Folded words hold letters and digits only: nothing of the index's own language.
QString phraseOf(const rooms::SearchTerm& term)
{
    // Beginnings of one letter would be half of everything.
    const bool prefix = term.prefix && term.words.last().size() > 1;
    return u"words : \""_s + term.words.join(u' ') + u'"' + (prefix ? u" *"_s : QString());
}

SearchHit readHit(const Statement& row)
{
    return {row.integer(0), row.id<RoomId>(1), row.id<EventId>(2), row.text(3)};
}

template <class IdType>
QStringList textsOf(const std::vector<IdType>& ids)
{
    QStringList texts;
    for (const IdType& id : ids) {
        texts.append(id.toString());
    }
    return texts;
}

} // namespace

Result<int64_t> SearchTable::knownNumber(const QString& name)
{
    return readInteger(m_db.query("SELECT id FROM search_name WHERE name = ?", name));
}

Result<int64_t> SearchTable::numberOf(const QString& name)
{
    auto known = knownNumber(name);
    if (!known || *known != 0) {
        return known;
    }
    return m_db.run("INSERT INTO search_name (name) VALUES (?)", name).transform([this] {
        return m_db.lastInsertId();
    });
}

Result<int64_t> SearchTable::freeId(Timestamp ts, int64_t event)
{
    const int64_t wanted = std::clamp(ts, Timestamp(1), latest);
    int64_t id = wanted;
    // Further and further away: many messages of one moment must not make this long.
    auto scatter = uint64_t(event); // no two of one moment take the same way
    for (uint64_t reach = 4;; reach = std::min(reach * 2, uint64_t(1) << 40)) {
        const auto taken =
            readInteger(m_db.query("SELECT count(*) FROM search_text WHERE id = ?", id));
        if (!taken || *taken == 0) {
            return taken ? Result<int64_t>(id) : taken;
        }
        scatter = scatter * 0x9E3779B97F4A7C15ULL + 1;
        id = wanted + 1 + int64_t((scatter >> 20) % reach);
    }
}

Result<QString> SearchTable::tagsOf(const SearchText& text)
{
    const auto room = numberOf(text.room.toString());
    const auto sender = numberOf(text.sender.toString());
    if (!room || !sender) {
        return std::unexpected(room ? sender.error() : room.error());
    }
    QString tags = roomSign + QString::number(*room) + u' ' + senderSign + QString::number(*sender);
    for (const SearchText::Has kind : text.has) {
        tags += u' ' + kindTag(kind);
    }
    return tags;
}

Result<> SearchTable::put(const SearchText& text)
{
    const auto event = readInteger(
        m_db.query("SELECT id FROM event WHERE room = ? AND event_id = ?", text.room, text.event));
    const auto tags = tagsOf(text);
    if (!event || !tags) {
        return std::unexpected(event ? tags.error() : event.error());
    }
    const auto same = readInteger(
        m_db.query("SELECT count(*) FROM search_text WHERE event = ? AND words = ? AND tags = ?",
                   *event, text.words, *tags));
    if (!same || *same > 0 || *event == 0) {
        return same ? Result<>{} : std::unexpected(same.error());
    }
    if (auto gone = m_db.run("DELETE FROM search_text WHERE event = ?", *event); !gone) {
        return gone;
    }
    const auto id = freeId(text.ts, *event);
    return id ? m_db.run("INSERT INTO search_text (id, event, words, tags) VALUES (?, ?, ?, ?)",
                         *id, *event, text.words, *tags)
              : std::unexpected(id.error());
}

Result<> SearchTable::remove(const RoomId& room, const EventId& event)
{
    return m_db.run("DELETE FROM search_text WHERE event ="
                    " (SELECT id FROM event WHERE room = ? AND event_id = ?)",
                    room, event);
}

Result<QString> SearchTable::anyOf(const QString& sign, const QStringList& names)
{
    QStringList known;
    for (const QString& name : names) {
        const auto number = knownNumber(name);
        if (!number) {
            return std::unexpected(number.error());
        }
        if (*number != 0) {
            known.append(u"tags : \""_s + sign + QString::number(*number) + u'"');
        }
    }
    return known.isEmpty() ? QString() : u'(' + known.join(u" OR "_s) + u')';
}

Result<std::optional<QString>> SearchTable::expression(const SearchWanted& wanted)
{
    QStringList parts;
    for (const rooms::SearchTerm& term : wanted.terms) {
        parts.append(phraseOf(term));
    }
    for (const SearchText::Has kind : wanted.has) {
        parts.append(u"tags : \""_s + kindTag(kind) + u'"');
    }
    const std::pair rooms{roomSign, wanted.rooms.transform(textsOf<RoomId>)};
    const std::pair senders{senderSign, wanted.senders.transform(textsOf<UserId>)};
    for (const auto& [sign, names] : {rooms, senders}) {
        const auto group = names ? anyOf(sign, *names) : Result<QString>();
        if (!group) {
            return std::unexpected(group.error());
        }
        if (names && group->isEmpty()) {
            return std::optional<QString>();
        }
        if (names) {
            parts.append(*group);
        }
    }
    return std::optional(parts.join(u" AND "_s));
}

Result<std::vector<SearchHit>> SearchTable::find(const SearchWanted& wanted, int limit)
{
    const auto match = expression(wanted);
    if (!match || !*match) {
        return match ? Result<std::vector<SearchHit>>() : std::unexpected(match.error());
    }
    if ((*match)->isEmpty()) { // dates only
        return readAll(m_db.query("SELECT t.id, e.room, e.event_id, t.words FROM search_text t"
                                  " JOIN event e ON e.id = t.event WHERE t.id >= ? AND t.id < ?"
                                  " ORDER BY t.id DESC LIMIT ?",
                                  wanted.since, wanted.before, limit),
                       readHit);
    }
    // The index is read first, and no further than the limit.
    return readAll(m_db.query("SELECT t.id, e.room, e.event_id, t.words FROM (SELECT rowid AS hit"
                              " FROM search_index WHERE search_index MATCH ? AND rowid >= ?"
                              " AND rowid < ? ORDER BY rowid DESC LIMIT ?)"
                              " CROSS JOIN search_text t ON t.id = hit"
                              " CROSS JOIN event e ON e.id = t.event ORDER BY t.id DESC",
                              **match, wanted.since, wanted.before, limit),
                   readHit);
}

Result<int64_t> SearchTable::count(const SearchWanted& wanted, int64_t most)
{
    const auto match = expression(wanted);
    if (!match || !*match) {
        return match ? Result<int64_t>(0) : std::unexpected(match.error());
    }
    if ((*match)->isEmpty()) {
        return readInteger(m_db.query("SELECT count(*) FROM (SELECT id FROM search_text"
                                      " WHERE id >= ? AND id < ? LIMIT ?)",
                                      wanted.since, wanted.before, most));
    }
    return readInteger(m_db.query("SELECT count(*) FROM (SELECT rowid FROM search_index"
                                  " WHERE search_index MATCH ? AND rowid >= ? AND rowid < ?"
                                  " LIMIT ?)",
                                  **match, wanted.since, wanted.before, most));
}

Result<std::vector<std::pair<RoomId, EventId>>> SearchTable::backlog(int limit)
{
    return readAll(
        m_db.query("SELECT room, event_id FROM event WHERE id <="
                   " (SELECT up_to FROM search_backlog) ORDER BY id DESC LIMIT ?",
                   limit),
        [](const Statement& row) { return std::pair(row.id<RoomId>(0), row.id<EventId>(1)); });
}

Result<> SearchTable::backlogDone(int limit)
{
    return m_db.run("UPDATE search_backlog SET up_to = coalesce((SELECT min(id) - 1 FROM"
                    " (SELECT id FROM event WHERE id <= up_to ORDER BY id DESC LIMIT ?)), 0)",
                    limit);
}

Result<std::vector<std::pair<UserId, QString>>> SearchTable::writers()
{
    return readAll(m_db.query("SELECT DISTINCT s.name, coalesce(m.name, '') FROM search_name s"
                              " LEFT JOIN member m ON m.user = s.name WHERE s.name LIKE '@%'"),
                   [](const Statement& row) { return std::pair(row.id<UserId>(0), row.text(1)); });
}

Result<std::vector<std::pair<UserId, QString>>> SearchTable::people()
{
    return readAll(m_db.query("SELECT user, max(name) FROM member"
                              " WHERE membership IN ('join', 'invite') GROUP BY user"),
                   [](const Statement& row) { return std::pair(row.id<UserId>(0), row.text(1)); });
}

Result<SearchSize> SearchTable::size()
{
    return readOne(m_db.query("SELECT (SELECT count(event) FROM search_text),"
                              " (SELECT page_count FROM pragma_page_count())"
                              " * (SELECT page_size FROM pragma_page_size()),"
                              " (SELECT count(*) FROM event WHERE id <="
                              " (SELECT up_to FROM search_backlog))"),
                   [](const Statement& row) {
                       return SearchSize{row.integer(0), row.integer(1), row.integer(2)};
                   })
        .transform([](std::optional<SearchSize> size) { return size.value_or(SearchSize()); });
}

} // namespace client::store
