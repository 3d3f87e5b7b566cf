// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of HomeServer that deals with rooms and syncs.

#include "homeserver.h"

#include <algorithm>
#include <limits>

using namespace client;

namespace simulator {

namespace {

bool isIn(const QString& membership)
{
    return membership == "join"_L1 || membership == "invite"_L1;
}

} // namespace

bool HomeServer::shares(const QString& user, const QString& other) const
{
    for (const auto& [id, room] : rooms) {
        const auto a = room.members.find(user);
        const auto b = room.members.find(other);
        if (a != room.members.end() && b != room.members.end() && a->second == "join"_L1 &&
            isIn(b->second)) {
            return true;
        }
    }
    return user == other;
}

QString HomeServer::send(const QString& user, const QString& device, const QString& room,
                         const QString& txn, const QJsonObject& content)
{
    const QString name = user + device + txn;
    if (const auto known = m_sent.find(name); known != m_sent.end()) {
        return known->second;
    }
    if (rooms[room].members[user] != "join"_L1) {
        return {};
    }
    m_wire.megolm(content);
    Event event;
    event.id = u"$%1"_s.arg(events.size());
    event.room = room;
    event.sender = user;
    event.device = device;
    event.txn = txn;
    event.type = u"m.room.encrypted"_s;
    event.content = content;
    event.ts = time;
    event.position = qint64(events.size()) + 1;
    for (const auto& [member, membership] : rooms[room].members) {
        if (isIn(membership)) {
            event.present.insert(member);
        }
    }
    events.push_back(event);
    m_sent[name] = event.id;
    return event.id;
}

void HomeServer::setMember(const QString& room, const QString& user, const QString& membership)
{
    rooms[room].members[user] = membership;
    m_figures.note(user + u" is now "_s + membership);
    Event event;
    event.id = u"$%1"_s.arg(events.size());
    event.room = room;
    event.sender = user;
    event.type = u"m.room.member"_s;
    event.user = user;
    event.membership = membership;
    event.ts = time;
    event.position = qint64(events.size()) + 1;
    events.push_back(event);
}

void HomeServer::handOut(Device& device, Token& token, const Token& since, size_t most,
                         crypto::SyncChanges& changes)
{
    std::erase_if(device.inbox, [&](const ToDevice& message) {
        return message.id != 0 && message.id <= since.toDevice;
    });
    token.toDevice = since.toDevice;
    std::vector<ToDevice*> order;
    for (ToDevice& message : device.inbox) {
        if (message.id != 0 || (!message.held && message.due <= time)) {
            order.push_back(&message);
        }
    }
    // What was handed out before comes first, as it was.
    std::ranges::stable_sort(order, {}, [](const ToDevice* message) {
        return message->id != 0 ? message->id : std::numeric_limits<qint64>::max();
    });
    order.resize(std::min(order.size(), most));
    for (ToDevice* message : order) {
        if (message->id == 0) {
            message->id = ++device.handedOut;
        }
        token.toDevice = message->id;
        changes.toDevice.push_back(message->event);
    }
}

void HomeServer::listChanges(const QString& user, const Token& since, Sync& sync)
{
    std::set<QString> changed;
    std::set<QString> left;
    for (size_t i = size_t(since.lists); i < lists.size(); ++i) {
        if (shares(user, lists[i])) {
            changed.insert(lists[i]);
        }
    }
    for (size_t i = size_t(since.events); i < events.size(); ++i) {
        const Event& event = events[i];
        if (event.user.isEmpty()) {
            continue;
        }
        if (shares(user, event.user)) {
            changed.insert(event.user);
        } else {
            left.insert(event.user);
        }
    }
    sync.next.lists = qint64(lists.size());
    sync.changes.initial = since.initial;
    sync.changes.changedUsers = QStringList(changed.begin(), changed.end());
    sync.changes.leftUsers = QStringList(left.begin(), left.end());
}

void HomeServer::roomChanges(const QString& user, const Token& since, size_t most, Sync& sync)
{
    std::vector<Event> seen;
    std::map<QString, bool> isMember; // as the events tell it, in order
    for (const Event& event : events) {
        if (event.user == user) {
            isMember[event.room] = event.membership == "join"_L1;
        }
        if (event.position > since.events && (isMember[event.room] || event.user == user)) {
            seen.push_back(event);
        }
    }
    sync.next.events = qint64(events.size());
    const size_t hidden = seen.size() > most ? seen.size() - most : 0;
    sync.limited = hidden > 0;
    std::map<QString, Event> latest;
    for (size_t i = 0; i < hidden; ++i) {
        if (seen[i].user.isEmpty()) {
            sync.older.push_back(seen[i]);
        } else {
            latest[seen[i].room + seen[i].user] = seen[i];
        }
    }
    for (const auto& [name, event] : latest) {
        sync.state.push_back(event);
    }
    sync.timeline.assign(seen.begin() + long(hidden), seen.end());
}

HomeServer::Sync HomeServer::sync(const QString& user, const QString& id, const Token& since,
                                  Limits limits)
{
    Sync sync;
    Device& device = users[user][id];
    sync.next.initial = false;
    handOut(device, sync.next, since, limits.toDevice, sync.changes);
    listChanges(user, since, sync);
    roomChanges(user, since, limits.timeline, sync);
    sync.changes.oneTimeKeyCount = int(device.oneTime.size());
    sync.changes.unusedFallback = !device.fallbackUsed;
    return sync;
}

} // namespace simulator
