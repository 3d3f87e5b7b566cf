// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "world.h"

#include "crypto/machine/crosssigning.h"
#include "fixedrandom.h"
#include "freshfiles.h"

using namespace client;
using crypto::MachineParts;

namespace simulator {

World::World(uint64_t theSeed, Figures& theFigures)
    : seed(theSeed)
    , figures(theFigures)
    , chance(theSeed)
    , m_folder(workingFolder())
{
    seedRandomness(theSeed);
    server.rooms[room];
    ++figures.scenarios;
}

Device& World::signIn(const QString& user)
{
    const QString id = u"D%1"_s.arg(m_devicesMade[user]++);
    devices.push_back(std::make_unique<Device>(
        Device::Place{server, figures, weather, chance, m_folder.path()}, user, id));
    devices.back()->encrypted = [this](Device& d, const Letter& letter) { promise(d, letter); };
    server.users[user][id];
    return *devices.back();
}

void World::makeIdentity(Device& device)
{
    QJsonObject keys;
    device.act([&] {
        must(device.machine().use([&](MachineParts& parts) {
            parts.identities.create();
            keys = parts.identities.publicKeys();
            return true;
        }));
    });
    server.publishIdentity(device.user(), keys);
    device.act([&] {
        must(device.machine().use([](MachineParts& parts) {
            parts.identities.published();
            return true;
        }));
    });
    withIdentity.insert(device.user());
}

void World::sign(Device& by, Device& device)
{
    by.act([&] {
        must(by.machine().use([&](MachineParts& parts) {
            return parts.identities.signDevice(DeviceId(device.id()));
        }));
    });
    device.act([&] {
        must(device.machine().use([&](MachineParts& parts) {
            const auto own = parts.context.take(parts.context.store.identity(parts.context.user));
            if (own) {
                parts.identities.trustOwn(own->master);
            }
            return true;
        }));
    });
}

void World::populate(int people, int mostDevices)
{
    for (int i = 0; i < people; ++i) {
        // The last ones live on another server.
        const QString user = u"@u%1:%2"_s.arg(i).arg(i >= 3 ? u"y.fr"_s : u"x.fr"_s);
        server.setMember(room, user, u"join"_s);
        for (int count = 1 + int(chance.below(size_t(mostDevices))); count > 0; --count) {
            signIn(user);
        }
    }
    settle();
    for (const auto& device : devices) {
        if (chance.percent(15)) {
            exhaust(*device);
        }
    }
    for (const auto& [user, signIns] : server.users) {
        if (chance.percent(70)) {
            makeIdentity(firstOf(user));
        }
    }
    settle();
    for (const auto& device : devices) {
        Device& first = firstOf(device->user());
        if (withIdentity.contains(device->user()) && device.get() != &first) {
            sign(first, *device);
        }
    }
    settle();
}

//! A script claims all one-time keys, so that the fallback key is next. Before anybody else claims:
//! libolm keeps a hundred keys, and those that are on their way would be pushed out by new ones.
void World::exhaust(Device& device)
{
    figures.event("one-time keys exhausted");
    while (!server.users[device.user()][device.id()].oneTime.empty()) {
        server.claimOne(device.user(), device.id());
    }
}

Device* World::find(const QString& user, const QString& id)
{
    const auto found = std::ranges::find_if(
        devices, [&](const auto& d) { return d->user() == user && d->id() == id; });
    return found == devices.end() ? nullptr : found->get();
}

Device& World::firstOf(const QString& user)
{
    return **std::ranges::find_if(devices, [&](const auto& d) { return d->user() == user; });
}

void World::remove(Device& device)
{
    server.removeDevice(device.user(), device.id());
    std::erase_if(devices, [&](const auto& d) { return d.get() == &device; });
}

void World::write(Device& from, const QString& where)
{
    const QString number = QString::number(m_letters++);
    from.letters.push_back({where, u"t"_s + number, u"message "_s + number, {}});
}

void World::forgive(const Device& reader, const QString& sender)
{
    for (auto& [txn, promise] : promises) {
        if (sender.isEmpty() || promise.sender == sender) {
            promise.must.erase(reader.name());
        }
    }
}

void World::pass(Timestamp time)
{
    server.time += time;
    for (const auto& device : devices) {
        device->clock.time += time;
    }
}

//! What the device knows when it encrypts decides who can be expected to read.
void World::promise(Device& device, const Letter& letter)
{
    Promise made;
    made.room = letter.room;
    made.body = letter.body;
    made.sender = device.name();
    made.must = made.may = {device.name()};
    for (const UserId& person : device.recipients(letter.room)) {
        const QString user = person.toString();
        made.people.insert(user);
        for (const auto& [id, there] : server.users[user]) {
            const QString name = user + u' ' + id;
            if (there.eligibleSince == 0 || device.blocked.contains(name)) {
                continue;
            }
            made.may.insert(name);
            if (device.token.lists >= there.eligibleSince && !device.couldNotReach(user, id)) {
                made.must.insert(name);
            }
        }
    }
    const QString session = letter.wire.value("session_id"_L1).toString();
    if (device.spent.contains(session)) {
        fail(u"E29: %1 encrypts with a session of somebody who left"_s.arg(device.name()));
    }
    for (const QString& name : made.must) {
        device.givenTo[session].insert(letter.room + name.section(u' ', 0, 0));
    }
    figures.note(u"%1 encrypts %2 in %3 for %4"_s.arg(device.name(), letter.txn)
                     .arg(letter.wire.value("session_id"_L1).toString().left(6),
                          QStringList(made.must.begin(), made.must.end()).join(u", "_s)));
    promises[letter.txn] = made;
}

bool World::round()
{
    bool moved = false;
    for (const auto& device : devices) {
        if (device->offline) {
            continue;
        }
        device->answerLate();
        moved = device->sync({}) || moved;
        for (int i = 0; i < 20 && device->pump(); ++i) {
            moved = true;
        }
        moved = device->writeNext() || moved;
        moved = device->sendNext() || moved;
        moved = device->decryptNext(50) || moved;
    }
    return moved;
}

bool World::quiet()
{
    // A device sends a letter a round; a bad hour of a long life leaves many.
    const int rounds = 300 + length;
    for (int i = 0; i < rounds; ++i) {
        if (!round()) {
            return true;
        }
    }
    fail(u"the machines never come to rest"_s);
    return false;
}

void World::settle()
{
    constexpr Timestamp minute = 60'000;
    weather.calm();
    for (const QString& name : {u"x.fr"_s, u"y.fr"_s}) {
        server.setDown(name, false);
    }
    // What is late comes first; then what failed is asked for again, twice.
    for (const Timestamp time : {0 * minute, 11 * minute, 70 * minute, 70 * minute}) {
        pass(time);
        if (!quiet()) {
            return;
        }
    }
}

void World::fail(const QString& what)
{
    figures.violation(u"seed %1: %2"_s.arg(seed).arg(what));
}

} // namespace simulator
