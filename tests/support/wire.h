// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a machine asks of its server, one request at a time, for tests that answer otherwise than a
// server should.
#pragma once

#include "support/two.h"

#include <functional>

namespace testing {

using Kind = client::crypto::OutgoingRecord::Kind;
using Request = client::crypto::OutgoingRequest;

inline std::vector<Request> requestsOf(Peer& peer)
{
    std::vector<Request> requests;
    peer.act([&] { requests = must(peer.machine().outgoingRequests()); });
    return requests;
}

inline std::vector<Request> requestsOf(Peer& peer, Kind kind)
{
    std::vector<Request> requests = requestsOf(peer);
    std::erase_if(requests, [kind](const Request& request) { return request.kind != kind; });
    return requests;
}

inline void answer(Peer& peer, const Request& request, const QJsonObject& response)
{
    peer.act([&] { must(peer.machine().markSent(request.id, response)); });
}

//! Changes what the server says to a request.
using Twist = std::function<void(const Request&, QJsonObject&)>;

//! As Peer::pump, with answers that were changed on the way. Result: what was sent, in order.
inline std::vector<Request> pumpTwisted(ModelServer& server, Peer& peer, const Twist& twist = {})
{
    const std::vector<Request> requests = requestsOf(peer);
    for (const Request& request : requests) {
        QJsonObject response = server.handle(peer.user(), peer.device(), request);
        if (twist) {
            twist(request, response);
        }
        answer(peer, request, response);
    }
    return requests;
}

inline int countOf(const std::vector<Request>& requests, Kind kind, const QString& eventType = {})
{
    int count = 0;
    for (const Request& request : requests) {
        count += request.kind == kind && request.eventType == eventType ? 1 : 0;
    }
    return count;
}

//! The codes of the notices that lie in a device's inbox, which is emptied.
inline QStringList takeNotices(ModelServer& server, const QString& user, const QString& device)
{
    QStringList codes;
    for (const QJsonObject& event : std::exchange(server.users[user][device].inbox, {})) {
        if (event.value("type"_L1).toString() == "m.room_key.withheld"_L1) {
            codes.append(event.value("content"_L1).toObject().value("code"_L1).toString());
        }
    }
    return codes;
}

//! The error of an attempt to prepare a message; nothing when it may go or must wait.
inline std::optional<client::Error> refusalOf(Peer& peer, const client::RoomId& where,
                                              const std::set<client::UserId>& people)
{
    std::optional<client::Error> error;
    peer.act([&] {
        if (const auto ready = peer.machine().prepareToEncrypt(where, people); !ready) {
            error = ready.error();
        }
    });
    return error;
}

} // namespace testing
