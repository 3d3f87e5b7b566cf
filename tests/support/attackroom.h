// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// An encrypted room of two people with identities, and hands to put false things into it.
#pragma once

#include "support/two.h"

namespace testing {

using namespace client;

inline const RoomId room(u"!salle:x.fr"_s);
inline const UserId alice(u"@a:x.fr"_s);
inline const UserId bob(u"@b:x.fr"_s);
inline const std::set<UserId> both{alice, bob};

struct Room {
    ModelServer server;
    FakeClock clock;
    Peer alice1{server, alice.toString(), u"A1"_s, clock};
    Peer bob1{server, bob.toString(), u"B1"_s, clock};
    std::vector<Peer*> peers{&alice1, &bob1};

    Room()
    {
        for (Peer* peer : peers) {
            join(*peer);
        }
        makeIdentity(alice1, server);
        makeIdentity(bob1, server);
        settle(peers);
    }

    void join(Peer& peer)
    {
        follow(peer, both);
        peer.act([&] {
            must(peer.machine().setRoomEncryption(room,
                                                  {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s}}));
        });
    }

    //! The next message of `from`, its keys handed round.
    events::Event message(Peer& from, const QString& id)
    {
        for (int i = 0; i < 10 && !from.prepare(room, both); ++i) {
            from.pump();
        }
        events::Event event;
        event.id = EventId(id);
        event.sender = UserId(from.user());
        event.type = u"m.room.encrypted"_s;
        event.originServerTs = clock.time;
        event.content = from.encrypt(room, u"secret"_s);
        settle(peers);
        return event;
    }

    //! Types of the messages that lie in a device's inbox.
    QStringList inboxOf(const QString& user, const QString& device)
    {
        QStringList types;
        for (const QJsonObject& event : server.users[user][device].inbox) {
            types.append(event.value("type"_L1).toString());
        }
        return types;
    }
};

inline QByteArray sessionOf(const events::Event& event)
{
    return event.content.value("session_id"_L1).toString().toLatin1();
}

inline QJsonObject keyOf(Peer& peer, const QByteArray& session)
{
    return use(peer, [&](MachineParts& parts) {
        const auto record = must(parts.context.store.inboundGroup(room, session));
        return *parts.roomKeys.exportOf(*record);
    });
}

inline bool hasKey(Peer& peer, const QByteArray& session)
{
    return use(peer, [&](MachineParts& parts) {
        return must(parts.context.store.inboundGroup(room, session)).has_value();
    });
}

//! What an own device sends through Olm, whatever it is.
inline void sendOlm(Room& all, Peer& from, Peer& to, const QString& type,
                    const QJsonObject& content)
{
    use(from, [&](MachineParts& parts) {
        const auto device =
            must(parts.context.store.device(UserId(to.user()), DeviceId(to.device())));
        crypto::OlmChannel channel(parts.context, parts.keys);
        const auto sealed = channel.seal(*device, type, content);
        must(sealed ? Result<>() : fail(Error::Kind::Crypto, u"no session"_s));
        all.server.users[to.user()][to.device()].inbox.push_back(
            {{u"sender"_s, from.user()},
             {u"type"_s, u"m.room.encrypted"_s},
             {u"content"_s, *sealed}});
        return true;
    });
    to.receive();
}

} // namespace testing
