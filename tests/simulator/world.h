// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// World: a home server, people with devices, and what each message promises: who must be able to
// read it in the end and who must not.
#pragma once

#include "device.h"

#include <memory>

namespace simulator {

class World {
public:
    struct Promise {
        QString room, body, sender;
        std::set<QString> people;    //!< for whom it was written
        std::set<QString> must, may; //!< devices that have to read it, and those that may
    };

    World(uint64_t seed, Figures& figures);

    //! Signed in, nothing else done yet.
    Device& signIn(const QString& user);
    //! An identity for the person of this device, published and known here.
    void makeIdentity(Device& device);
    //! A device with the private keys signs the other one, which then trusts the identity too.
    void sign(Device& by, Device& device);
    //! People in a room with devices, everything exchanged and quiet.
    void populate(int people, int mostDevices);
    void exhaust(Device& device);
    Device* find(const QString& user, const QString& id);
    Device& firstOf(const QString& user);
    void remove(Device& device);

    void write(Device& from, const QString& room);

    void write(Device& from) { write(from, room); }

    //! What was written so far need not be read by this device.
    void forgive(const Device& reader, const QString& sender = {});
    void pass(client::Timestamp time);
    //! No faults any more; until nobody has anything to do.
    void settle();
    //! Until nobody has anything to do; no time passes. False: it never ends.
    bool quiet();
    //! Everything that the promises and invariants say.
    void check();
    //! Old sessions are worn out; everybody writes once more, and is read.
    void checkAfresh();

    uint64_t seed;
    Figures& figures;
    Chance chance;
    Weather weather{chance, figures};
    HomeServer server{figures, weather, chance};
    std::vector<std::unique_ptr<Device>> devices;
    std::map<QString, Promise> promises; //!< by transaction
    QString room = u"!salle:x.fr"_s;
    std::set<QString> withIdentity;
    int length = 300; //!< of the soak

private:
    bool round();
    void promise(Device& device, const Letter& letter);
    void checkReader(Device& device);
    void checkOnce();
    void checkLists(Device& device);
    void fail(const QString& what);
    bool mustRead(const Device& device, const HomeServer::Event& event) const;

    QTemporaryDir m_folder;
    std::map<QString, int> m_devicesMade;
    int m_letters = 0;
};

} // namespace simulator
