// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// ScreenRoom: the room of Alice's screen, with Bob in it.
#pragma once

#include "support/screen.h"

namespace testing {

//! Alice at her desk and Bob with one device, both with identities.
struct ScreenRoom {
    ModelServer server;
    FakeClock clock;
    Screen desk{server, clock};
    Peer bob1{server, bob.toString(), u"B1"_s, clock};
    std::vector<Peer*> others{&bob1};

    ScreenRoom()
    {
        join(bob1);
        desk.makeIdentity();
        makeIdentity(bob1, server);
        rest();
    }

    void join(Peer& peer)
    {
        follow(peer, both);
        peer.act([&] {
            must(peer.machine().setRoomEncryption(room,
                                                  {{u"algorithm"_s, u"m.megolm.v1.aes-sha2"_s}}));
        });
    }

    void rest() { desk.rest(others); }

    //! Encrypted by `from`, its keys on their way.
    events::Event write(Peer& from, const QString& id, const QString& body = u"secret"_s)
    {
        for (int i = 0; i < 10 && !from.prepare(room, both); ++i) {
            from.pump();
        }
        events::Event event;
        event.id = EventId(id);
        event.sender = UserId(from.user());
        event.type = u"m.room.encrypted"_s;
        event.originServerTs = ++clock.time;
        event.content = from.encrypt(room, body);
        return event;
    }

    //! The same, arrived on Alice's screen.
    events::Event arrive(Peer& from, const QString& id, const QString& body = u"secret"_s)
    {
        auto event = write(from, id, body);
        rest();
        desk.sync({Screen::wire(event)});
        rest();
        return event;
    }
};

} // namespace testing
