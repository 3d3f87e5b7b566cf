// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is checked when a world has come to rest.

#include "world.h"

using namespace client;

namespace simulator {

bool World::mustRead(const Device& device, const HomeServer::Event& event) const
{
    const Promise& promise = promises.at(event.txn);
    return promise.must.contains(device.name()) && event.present.contains(device.user());
}

//! Everything is handed to the device once more, as a search or a second look would.
void World::checkReader(Device& device)
{
    const auto complain = [&](const HomeServer::Event& event, const QString& what) {
        fail(u"%1 of %2 at %3: %4"_s.arg(event.txn, promises.at(event.txn).sender, device.name(),
                                         what));
    };
    device.act([&] {
        for (const HomeServer::Event& event : server.events) {
            if (event.txn.isEmpty()) {
                continue;
            }
            const Promise& promise = promises.at(event.txn);
            const RoomId where(event.room);
            const auto result = device.machine().decrypt(where, device.eventOf(event));
            if (!result && mustRead(device, event)) {
                complain(event, u"unreadable, "_s + result.error().reason);
            }
            if (!result) {
                continue;
            }
            if (!promise.may.contains(device.name())) {
                complain(event, u"readable, and must not be"_s);
            }
            if (result->content.value("body"_L1).toString() != promise.body) {
                complain(event, u"other words"_s);
            }
            HomeServer::Event again = event;
            again.id += u"again"_s;
            if (device.machine().decrypt(where, device.eventOf(again))) {
                complain(event, u"K10: a replay is accepted"_s);
            }
        }
    });
    for (const auto& [id, reason] : device.refused) {
        fail(u"%1 refused %2: %3"_s.arg(device.name(), id, reason));
    }
}

//! K4: each letter is one event.
void World::checkOnce()
{
    std::map<QString, int> count;
    for (const HomeServer::Event& event : server.events) {
        if (!event.txn.isEmpty() && ++count[event.txn] > 1) {
            fail(u"K4: %1 was sent twice"_s.arg(event.txn));
        }
    }
    for (const auto& device : devices) {
        if (!device->letters.empty()) {
            fail(u"%1 still has letters to send"_s.arg(device->name()));
        }
    }
}

//! K8: a list that is not outdated is the server's.
void World::checkLists(Device& device)
{
    for (const auto& [user, there] : server.users) {
        const auto tracked = must(device.store().trackedUser(UserId(user)));
        if (!tracked) {
            continue;
        }
        if (tracked->outdated) {
            fail(u"%1 never learnt the devices of %2"_s.arg(device.name(), user));
        }
        std::map<QString, QByteArray> known;
        for (const auto& record : must(device.store().devices(UserId(user)))) {
            if (!record.deleted && record.device.toString() != "FALSE"_L1) {
                known[record.device.toString()] = record.ed25519;
            }
        }
        std::map<QString, QByteArray> real;
        for (const auto& [id, d] : there) {
            if (!d.keys.isEmpty()) {
                real[id] = d.keys.value("keys"_L1)
                               .toObject()
                               .value(u"ed25519:"_s + id)
                               .toString()
                               .toLatin1();
            }
        }
        if (known != real) {
            fail(u"K8: %1 has another list of %2"_s.arg(device.name(), user));
        }
    }
}

void World::check()
{
    for (const auto& device : devices) {
        checkReader(*device);
        if (device->isNoticed() != device->wasPutBack) {
            fail(device->name() + (device->wasPutBack ? u" did not notice that it was put back"_s
                                                      : u" believes that it was put back"_s));
        }
        device->act([&] {
            checkLists(*device);
            const auto settings = must(device->store().roomEncryption(RoomId(room)));
            if (settings && (settings->algorithm != "m.megolm.v1.aes-sha2"_L1 ||
                             settings->rotationMessages > server.rooms[room].rotation)) {
                fail(u"K9: the encryption of the room became weaker at "_s + device->name());
            }
        });
    }
    checkOnce();
}

void World::checkAfresh()
{
    pass(8LL * 24 * 3'600'000);
    settle();
    for (const auto& device : devices) {
        write(*device);
    }
    settle();
    check();
}

} // namespace simulator
