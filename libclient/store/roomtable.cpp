// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/roomtable.h"

#include "store/rows.h"

using namespace Qt::StringLiterals;

namespace client::store {

namespace {

using rooms::RoomSummary;

QJsonObject toObject(const RoomSummary& s)
{
    return {{u"name"_s, s.name},
            {u"heroes"_s, QJsonArray::fromStringList(s.heroes)},
            {u"topic"_s, s.topic},
            {u"avatar"_s, s.avatar},
            {u"membership"_s, int(s.membership)},
            {u"encrypted"_s, s.encrypted},
            {u"isDirect"_s, s.isDirect},
            {u"directUser"_s, s.directUser},
            {u"memberCount"_s, s.memberCount},
            {u"unread"_s, s.unread},
            {u"highlights"_s, s.highlights},
            {u"threadUnread"_s, s.threadUnread},
            {u"threadHighlights"_s, s.threadHighlights},
            {u"inviter"_s, s.inviter},
            {u"inviteReason"_s, s.inviteReason},
            {u"lastEventId"_s, s.lastEventId},
            {u"lastSender"_s, s.lastSender},
            {u"lastSenderName"_s, s.lastSenderName},
            {u"lastBody"_s, s.lastBody},
            {u"lastKind"_s, int(s.lastKind)},
            {u"lastMine"_s, s.lastMine},
            {u"lastTimestamp"_s, qint64(s.lastTimestamp)},
            {u"successor"_s, s.successor},
            {u"predecessor"_s, s.predecessor},
            {u"predecessorEncrypted"_s, s.predecessorEncrypted},
            {u"tag"_s, int(s.tag)},
            {u"markedUnread"_s, s.markedUnread},
            {u"notify"_s, int(s.notify)}};
}

//! Who is typing is not kept.
RoomSummary fromObject(const QString& room, const QJsonObject& o)
{
    RoomSummary s;
    s.roomId = room;
    s.name = o.value("name"_L1).toString();
    for (const QJsonValue& hero : o.value("heroes"_L1).toArray()) {
        s.heroes.append(hero.toString());
    }
    s.topic = o.value("topic"_L1).toString();
    s.avatar = o.value("avatar"_L1).toString();
    s.membership = RoomSummary::Membership(o.value("membership"_L1).toInt());
    s.encrypted = o.value("encrypted"_L1).toBool();
    s.isDirect = o.value("isDirect"_L1).toBool();
    s.directUser = o.value("directUser"_L1).toString();
    s.memberCount = o.value("memberCount"_L1).toInt();
    s.unread = o.value("unread"_L1).toInt();
    s.highlights = o.value("highlights"_L1).toInt();
    s.threadUnread = o.value("threadUnread"_L1).toInt();
    s.threadHighlights = o.value("threadHighlights"_L1).toInt();
    s.inviter = o.value("inviter"_L1).toString();
    s.inviteReason = o.value("inviteReason"_L1).toString();
    s.lastEventId = o.value("lastEventId"_L1).toString();
    s.lastSender = o.value("lastSender"_L1).toString();
    s.lastSenderName = o.value("lastSenderName"_L1).toString();
    s.lastBody = o.value("lastBody"_L1).toString();
    s.lastKind = RoomSummary::LastKind(o.value("lastKind"_L1).toInt());
    s.lastMine = o.value("lastMine"_L1).toBool();
    s.lastTimestamp = o.value("lastTimestamp"_L1).toInteger();
    s.successor = o.value("successor"_L1).toString();
    s.predecessor = o.value("predecessor"_L1).toString();
    s.predecessorEncrypted = o.value("predecessorEncrypted"_L1).toBool();
    s.tag = RoomSummary::Tag(o.value("tag"_L1).toInt());
    s.markedUnread = o.value("markedUnread"_L1).toBool();
    s.notify = RoomSummary::Notify(o.value("notify"_L1).toInt());
    return s;
}

RoomSummary readSummary(const Statement& row)
{
    return fromObject(row.text(0), row.object(1));
}

} // namespace

Result<std::optional<RoomRow>> RoomTable::find(const RoomId& room)
{
    return readOne(m_db.query("SELECT id, membership, members_complete, heroes, joined_count,"
                              " invited_count, server_unread, server_highlights, read_chunk,"
                              " read_position, flat_chunk, flat_position FROM room WHERE id = ?",
                              room),
                   [](const Statement& row) {
                       return RoomRow{row.id<RoomId>(0),
                                      row.text(1),
                                      row.flag(2),
                                      row.array(3),
                                      row.number(4),
                                      row.number(5),
                                      row.number(6),
                                      row.number(7),
                                      {row.integer(8), row.integer(9)},
                                      {row.integer(10), row.integer(11)}};
                   });
}

Result<> RoomTable::save(const RoomRow& row)
{
    return m_db.run("INSERT INTO room (id, membership, members_complete, heroes, joined_count,"
                    " invited_count, server_unread, server_highlights, read_chunk, read_position,"
                    " flat_chunk, flat_position)"
                    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET"
                    " membership = excluded.membership, members_complete ="
                    " excluded.members_complete, heroes = excluded.heroes, joined_count ="
                    " excluded.joined_count, invited_count = excluded.invited_count, server_unread"
                    " = excluded.server_unread, server_highlights = excluded.server_highlights,"
                    " read_chunk = excluded.read_chunk, read_position = excluded.read_position,"
                    " flat_chunk = excluded.flat_chunk, flat_position = excluded.flat_position",
                    row.id, row.membership, row.membersComplete, row.heroes, row.joinedCount,
                    row.invitedCount, row.serverUnread, row.serverHighlights, row.read.chunk,
                    row.read.position, row.flat.chunk, row.flat.position);
}

Result<std::vector<RoomId>> RoomTable::all()
{
    return readAll(m_db.query("SELECT id FROM room ORDER BY id"),
                   [](const Statement& row) { return row.id<RoomId>(0); });
}

Result<std::vector<RoomSummary>> RoomTable::summaries()
{
    return readAll(m_db.query("SELECT id, summary FROM room ORDER BY id"), readSummary);
}

Result<std::optional<RoomSummary>> RoomTable::summary(const RoomId& room)
{
    return readOne(m_db.query("SELECT id, summary FROM room WHERE id = ?", room), readSummary);
}

Result<> RoomTable::saveSummary(const RoomId& room, const RoomSummary& summary)
{
    return m_db.run("UPDATE room SET summary = ? WHERE id = ?", toObject(summary), room);
}

Result<> RoomTable::saveReceipt(const RoomId& room, const events::Receipt& receipt)
{
    return m_db.run("INSERT OR REPLACE INTO receipt VALUES (?, ?, ?, ?, ?)", room, receipt.user,
                    receipt.isPrivate ? u"m.read.private"_s : u"m.read"_s, receipt.event,
                    receipt.ts);
}

Result<std::vector<std::pair<UserId, EventId>>> RoomTable::receipts(const RoomId& room)
{
    return readAll(
        m_db.query("SELECT user, event_id FROM receipt WHERE room = ?"
                   " AND type = 'm.read'",
                   room),
        [](const Statement& row) { return std::pair(row.id<UserId>(0), row.id<EventId>(1)); });
}

Result<QString> RoomTable::draft(const RoomId& room)
{
    return readText(m_db.query("SELECT body FROM draft WHERE room = ?", room));
}

Result<> RoomTable::saveDraft(const RoomId& room, const QString& text)
{
    return text.isEmpty() ? m_db.run("DELETE FROM draft WHERE room = ?", room)
                          : m_db.run("INSERT OR REPLACE INTO draft VALUES (?, ?)", room, text);
}

} // namespace client::store
