// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schedule.h"

#include "lies.h"

using namespace client;

namespace simulator {

namespace {

constexpr Timestamp hour = 3'600'000;

} // namespace

//! Each run knows some of the faults, each more or less often.
void Schedule::choose()
{
    for (const char* fault :
         {"request lost", "answer lost", "request repeated", "answer late", "sync answer lost",
          "commit fails", "to-device late", "to-device out of order", "to-device twice",
          "keys/query answers 500", "sendToDevice answers 500", "keys/claim fails for a server",
          "killed before the generation was kept", "killed when the generation was kept"}) {
        if (m_world.chance.percent(50)) {
            m_world.weather.set(fault, unsigned(1 + m_world.chance.below(25)));
        }
    }
    if (m_world.chance.percent(50)) {
        m_world.weather.set("crash before the commit", 2);
    }
}

void Schedule::run()
{
    Chance& chance = m_world.chance;
    m_world.server.rooms[m_world.room].rotation =
        chance.percent(50) ? 100 : int(3 + chance.below(5));
    m_world.populate(int(2 + chance.below(chance.percent(70) ? 2 : 5)), chance.percent(80) ? 2 : 4);
    choose();
    const size_t steps = 60 + chance.below(80);
    for (size_t i = 0; i < steps && m_world.figures.violations.empty(); ++i) {
        m_world.pass(Timestamp(chance.below(5'000)));
        step();
    }
    m_world.settle();
    m_world.check();
    if (chance.percent(25)) {
        m_world.checkAfresh();
    }
}

void Schedule::step()
{
    Device& device = *m_world.chance.pick(m_world.devices);
    const size_t what = m_world.chance.below(100);
    if (what < 84) {
        move(device);
    } else if (what < 90) {
        people(device);
    } else if (what < 95) {
        change(device);
    } else {
        lie(m_world, device);
    }
}

void Schedule::move(Device& device)
{
    Chance& chance = m_world.chance;
    switch (chance.below(8)) {
    case 0:
    case 1: {
        HomeServer::Limits limits;
        limits.toDevice = chance.percent(50) ? 100 : 1 + chance.below(3);
        limits.timeline = chance.percent(80) ? 1000 : 1 + chance.below(5);
        device.sync(limits);
        break;
    }
    case 2:
    case 3:
        device.pump();
        break;
    case 4:
        m_world.write(device);
        [[fallthrough]];
    case 5:
        device.writeNext();
        device.sendNext();
        break;
    case 6:
        device.decryptNext(5);
        break;
    default:
        device.answerLate();
        break;
    }
}

//! Somebody comes, goes, or shuts somebody out.
void Schedule::people(Device& device)
{
    Chance& chance = m_world.chance;
    HomeServer& server = m_world.server;
    const QString membership = server.rooms[m_world.room].members[device.user()];
    Device& other = *chance.pick(m_world.devices);
    switch (chance.below(2)) {
    case 0:
        if (membership == "join"_L1) {
            server.setMember(m_world.room, device.user(), u"leave"_s);
            m_world.figures.event("people left");
            if (chance.percent(40)) { // before anybody looks
                server.setMember(m_world.room, device.user(), u"join"_s);
                m_world.figures.event("people came back at once");
            }
        } else {
            server.setMember(m_world.room, device.user(),
                             membership == "leave"_L1 && chance.percent(50) ? u"invite"_s
                                                                            : u"join"_s);
            m_world.figures.event("people came");
        }
        break;
    default: {
        const bool block = !device.blocked.contains(other.name());
        const auto known = must(device.store().device(UserId(other.user()), DeviceId(other.id())));
        if (!known || &other == &device || !device.act([&] {
                must(device.machine().blockDevice(UserId(other.user()), DeviceId(other.id()),
                                                  block));
            })) {
            break;
        }
        m_world.figures.event(block ? "devices blocked" : "devices unblocked");
        m_world.figures.note(device.name() + (block ? u" blocks "_s : u" unblocks "_s) +
                             other.name());
        block ? (void)device.blocked.insert(other.name())
              : (void)device.blocked.erase(other.name());
        break;
    }
    }
}

//! A device comes or goes, a server falls or stands up, a clock is set.
void Schedule::change(Device& device)
{
    Chance& chance = m_world.chance;
    const auto& ofUser = m_world.server.users[device.user()];
    switch (chance.below(5)) {
    case 0:
        if (ofUser.size() < 4) {
            m_world.signIn(device.user());
        }
        break;
    case 1:
        if (ofUser.size() > 1 && &device != &m_world.firstOf(device.user())) {
            m_world.remove(device);
            m_world.figures.event("devices removed");
        }
        break;
    case 2: {
        Device& first = m_world.firstOf(device.user());
        if (m_world.withIdentity.contains(device.user()) && &device != &first) {
            m_world.sign(first, device);
        }
        break;
    }
    case 3: {
        const bool down = !m_world.server.isDown(u"@a:y.fr"_s);
        m_world.server.setDown(u"y.fr"_s, down);
        m_world.figures.faults["server down"] += down ? 1 : 0;
        break;
    }
    default:
        jumpClock(device);
        break;
    }
}

void Schedule::jumpClock(Device& device)
{
    constexpr Timestamp year = 365LL * 24 * hour;
    const Timestamp jumps[]{2 * hour, -2 * hour, hour / 2, 3 * year, -3 * year};
    const Timestamp jump = jumps[m_world.chance.below(std::size(jumps))];
    // Time that seems to have passed retires a fallback key that may be on its way still.
    if (jump > 0 && m_world.server.users[device.user()][device.id()].fallbackGiven) {
        return;
    }
    device.clock.time += jump;
    m_world.figures.note(u"clock of %1 by %2"_s.arg(device.name()).arg(jump));
    ++m_world.figures.faults["clock set"];
}

} // namespace simulator
