// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Machines with identities, and what tests do with their parts.
#pragma once

#include "crypto/machine/accountkeys.h"
#include "crypto/machine/keybackup.h"
#include "crypto/machine/keyrequests.h"
#include "crypto/machine/verifications.h"
#include "support/peer.h"

#include <optional>

namespace testing {

using client::crypto::MachineParts;

template <class Work>
auto use(Peer& peer, Work work)
{
    std::optional<std::invoke_result_t<Work, MachineParts&>> value;
    peer.act([&] { value = must(peer.machine().use(work)); });
    return std::move(*value);
}

inline void settle(const std::vector<Peer*>& peers)
{
    for (int round = 0; round < 30; ++round) {
        bool moved = false;
        for (Peer* peer : peers) {
            moved = peer->receive() || moved;
            moved = peer->pump() || moved;
        }
        if (!moved) {
            return;
        }
    }
    throw std::runtime_error("the machines never come to rest");
}

inline void follow(Peer& peer, const std::set<client::UserId>& people)
{
    peer.act([&] { must(peer.machine().trackUsers(people)); });
}

//! A new identity, published and signed with.
inline void makeIdentity(Peer& peer, ModelServer& server)
{
    const QJsonObject keys = use(peer, [](MachineParts& parts) {
        parts.identities.create();
        return parts.identities.publicKeys();
    });
    server.publishIdentity(peer.user(), keys);
    use(peer, [](MachineParts& parts) {
        parts.identities.published();
        return true;
    });
}

//! A to-device message as the server hands it over. Result: how many were refused.
inline int give(Peer& peer, const QString& sender, const QString& type, const QJsonObject& content)
{
    client::crypto::SyncChanges changes;
    changes.toDevice = {{{u"sender"_s, sender}, {u"type"_s, type}, {u"content"_s, content}}};
    changes.oneTimeKeyCount = 50;
    changes.unusedFallback = true;
    int discarded = 0;
    peer.act([&] { discarded = must(peer.machine().receiveSync(changes)).discarded; });
    return discarded;
}

} // namespace testing
