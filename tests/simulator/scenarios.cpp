// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "scenarios.h"

#include "lossscenarios.h"
#include "steps.h"

using namespace client;

namespace simulator {

namespace {

void manyMessages(World& world)
{
    world.populate(2, 1);
    for (int round = 0; round < 31; ++round) {
        for (const auto& device : world.devices) {
            say(world, *device, 10);
        }
    }
    for (const auto& device : world.devices) {
        expect(world, sessionsOf(world, *device).size() == 4, "a new session at message 101");
    }
    end(world);
}

void invitedFirst(World& world)
{
    world.populate(2, 2);
    const QString guest = u"@guest:x.fr"_s;
    world.signIn(guest);
    world.settle();
    world.server.setMember(world.room, guest, u"invite"_s);
    say(world, *world.devices.front(), 3);
    world.server.setMember(world.room, guest, u"join"_s);
    say(world, *world.devices.front(), 3);
    end(world);
    for (const auto& [txn, promise] : world.promises) {
        expect(world, promise.must.contains(guest + u" D0"_s), "the invited person is written to");
    }
}

void leavesAndComesBack(World& world)
{
    world.populate(3, 2);
    Device& writer = *world.devices.front();
    const QString other = u"@u2:x.fr"_s;
    say(world, writer);
    world.server.setMember(world.room, other, u"leave"_s);
    world.quiet();
    say(world, writer, 5);
    expect(world, sessionsOf(world, writer).size() == 2, "a new session after somebody left");
    world.server.setMember(world.room, other, u"join"_s);
    world.quiet();
    say(world, writer, 2);
    end(world);
}

void offlineForLong(World& world)
{
    world.populate(2, 2);
    Device& reader = *world.devices.back();
    reader.offline = true;
    for (int i = 0; i < 25; ++i) {
        say(world, *world.devices.front(), 10);
    }
    expect(world, sessionsOf(world, *world.devices.front()).size() >= 3, "three sessions");
    reader.offline = false;
    while (reader.sync({.toDevice = 1, .timeline = 40})) {
    }
    end(world);
}

void deliveredThrice(World& world)
{
    world.populate(3, 2);
    world.weather.set("to-device twice", 100);
    world.weather.set("sync answer lost", 30);
    for (const auto& device : world.devices) {
        say(world, *device, 2);
        device->crash();
    }
    end(world);
}

void outOfOrder(World& world)
{
    world.populate(3, 2);
    world.weather.set("to-device out of order", 100);
    world.weather.set("to-device late", 50);
    for (int i = 0; i < 4; ++i) {
        for (const auto& device : world.devices) {
            world.write(*device);
            device->pump();
            device->writeNext();
        }
    }
    end(world);
}

void crossedClaims(World& world)
{
    world.populate(2, 1);
    Device& one = *world.devices.front();
    Device& two = *world.devices.back();
    for (Device* device : {&one, &two}) {
        world.write(*device);
        device->writeNext();
    }
    for (int step = 0; step < 4; ++step) { // each claims, makes a session and sends unheard
        for (Device* device : {&one, &two}) {
            device->pump();
            device->writeNext();
        }
    }
    for (int i = 0; i < 20; ++i) {
        say(world, one);
        say(world, two);
    }
    end(world);
}

void uploadNeverHeard(World& world)
{
    world.populate(2, 1);
    Device& fresh = world.signIn(world.devices.front()->user());
    for (int i = 0; i < 10; ++i) {
        world.weather.set("answer lost", 100);
        fresh.pump();
        world.weather.calm();
        fresh.crash();
    }
    world.settle();
    if (world.withIdentity.contains(fresh.user())) {
        world.sign(*world.devices.front(), fresh);
        world.settle();
    }
    say(world, *world.find(u"@u1:x.fr"_s, u"D0"_s), 2);
    say(world, fresh, 2);
    end(world);
}

void keysExhausted(World& world)
{
    world.populate(3, 1);
    Device& reader = *world.devices.front();
    world.exhaust(reader);
    const auto& there = world.server.users[reader.user()][reader.id()];
    const QJsonObject before = there.fallback;
    reader.offline = true;
    say(world, *world.devices[1], 2);
    say(world, *world.devices[2], 2);
    reader.offline = false;
    end(world);
    expect(world, there.oneTime.size() == 50, "fifty one-time keys again");
    expect(world, there.fallback != before && !there.fallback.isEmpty(), "another fallback key");
}

void listsFailFirst(World& world)
{
    world.populate(2, 1);
    world.withIdentity.clear();
    Device& writer = *world.devices.front();
    const QString other = world.devices.back()->user();
    Device& fresh = world.signIn(other);
    fresh.pump();
    if (!world.server.identities[other].isEmpty()) {
        world.sign(world.firstOf(other), fresh);
        world.firstOf(other).pump();
    }
    writer.sync({});
    world.weather.set("keys/query answers 500", 100);
    for (int i = 0; i < 3; ++i) {
        world.write(writer);
        writer.writeNext();
        writer.pump();
    }
    end(world);
}

//! One of the other person's devices goes, another comes, while the writer does not look.
void devicesChange(World& world, bool losesToken)
{
    world.populate(2, 1);
    const QString other = world.devices.back()->user();
    Device& writer = *world.devices.front();
    Device& old = world.signIn(other);
    world.settle();
    world.sign(world.firstOf(other), old);
    world.settle();
    say(world, writer);
    writer.offline = true;
    Device& fresh = world.signIn(other);
    world.remove(old);
    world.settle();
    world.sign(world.firstOf(other), fresh);
    world.settle();
    writer.offline = false;
    if (losesToken) {
        writer.token = {};
    }
    writer.sync({});
    say(world, writer, 2);
    expect(world, sessionsOf(world, writer).size() == 2, "a new session after a device went");
    end(world);
    expect(world, !fresh.read.empty(), "the new device reads");
}

void devicesChangeBehind(World& world)
{
    devicesChange(world, false);
}

void tokenLost(World& world)
{
    devicesChange(world, true);
}

void serverDown(World& world)
{
    world.populate(5, 2);
    world.server.setDown(u"y.fr"_s, true);
    Device& writer = *world.devices.front();
    say(world, writer, 2);
    expect(world, writer.letters.empty(), "nobody waits for a server that is down");
    world.settle();
    say(world, writer, 2);
    end(world);
}

void sharesFail(World& world)
{
    world.populate(4, 2);
    for (const char* fault : {"sendToDevice answers 500", "answer lost"}) {
        world.weather.set(fault, 50);
    }
    world.weather.set("crash before the commit", 5);
    for (int i = 0; i < 60; ++i) {
        Device& device = *world.chance.pick(world.devices);
        if (i % 6 == 0) {
            world.write(device);
        }
        device.pump();
        device.writeNext();
        device.sendNext();
    }
    end(world);
}

void holeHidesReturn(World& world)
{
    world.populate(3, 2);
    Device& writer = *world.devices.front();
    say(world, writer);
    writer.offline = true;
    world.server.setMember(world.room, u"@u2:x.fr"_s, u"leave"_s);
    world.quiet();
    say(world, *world.find(u"@u1:x.fr"_s, u"D0"_s), 3);
    world.server.setMember(world.room, u"@u2:x.fr"_s, u"join"_s);
    world.quiet();
    say(world, *world.find(u"@u1:x.fr"_s, u"D0"_s), 3);
    writer.offline = false;
    writer.sync({.toDevice = 100, .timeline = 1});
    say(world, writer, 3);
    end(world);
}

//! A day of messages among three devices on machines that die and networks that fail.
void soak(World& world)
{
    world.populate(3, 1);
    for (const char* fault :
         {"request lost", "answer lost", "sync answer lost", "to-device late"}) {
        world.weather.set(fault, 5);
    }
    world.weather.set("crash before the commit", 1);
    const int messages = world.length;
    for (int i = 0; i < messages; ++i) {
        Device& device = *world.chance.pick(world.devices);
        world.pass(24LL * 3'600'000 / messages);
        world.write(device);
        device.sync({});
        device.pump();
        device.writeNext();
        device.sendNext();
        device.decryptNext(20);
    }
    end(world);
}

} // namespace

std::span<const Scenario> scenarios()
{
    static constexpr Scenario all[]{
        {"S1 many messages", manyMessages},
        {"S2 invited first", invitedFirst},
        {"S4 leaves and comes back", leavesAndComesBack},
        {"S5 offline for long", offlineForLong},
        {"S6 killed with the key", killedWithTheKey},
        {"S7 delivered twice and again", deliveredThrice},
        {"S8 out of order", outOfOrder},
        {"S9 message damaged", messageDamaged},
        {"S10 crossed claims", crossedClaims},
        {"S11 upload never heard", uploadNeverHeard},
        {"S12 keys exhausted", keysExhausted},
        {"S13 fallback key late", fallbackLate},
        {"S14 lists fail first", listsFailFirst},
        {"S15 devices change behind", devicesChangeBehind},
        {"S16 token lost", tokenLost},
        {"S17 S21 server down", serverDown},
        {"S18 shares fail", sharesFail},
        {"S19 killed before sending", killedBeforeSending},
        {"S20 server falls back", serverFallsBack},
        {"S25 hole hides a return", holeHidesReturn},
        {"S26 profile put back", profilePutBack},
        {"S28 a new session each time", newSessionEachTime},
        {"E10 list changes while asked", listChangesWhileAsked},
        {"E29 leaves and returns at once", returnsAtOnce},
        {"S30 soak", soak},
    };
    return all;
}

} // namespace simulator
