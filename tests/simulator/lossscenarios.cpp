// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "lossscenarios.h"

#include "steps.h"

using namespace client;

namespace simulator {

namespace {

constexpr Timestamp minute = 60'000;
constexpr Timestamp hour = 60 * minute;

//! Messages that lie at the server for `reader` and come from `sender` arrive later.
void delay(World& world, const Device& reader, const Device& sender, Timestamp by)
{
    for (auto& message : world.server.users[reader.user()][reader.id()].inbox) {
        if (message.event.value("sender"_L1).toString() == sender.user()) {
            message.due = world.server.time + by;
        }
    }
}

bool hasRead(const World& world, const Device& reader, const Device& sender)
{
    return std::ranges::any_of(world.server.events, [&](const HomeServer::Event& event) {
        return !event.txn.isEmpty() && event.sender == sender.user() &&
               reader.read.contains(event.id);
    });
}

} // namespace

//! Each message has a session of its own, so that each depends on an Olm message.
void messageDamaged(World& world)
{
    world.server.rooms[world.room].rotation = 1;
    world.populate(2, 1);
    Device& writer = *world.devices.front();
    Device& reader = *world.devices.back();
    if (world.chance.percent(50)) { // else the very first message is the damaged one
        say(world, writer, 2);
        say(world, reader, 2);
    }
    const int before = world.server.asks[reader.name()];
    for (int i = 0; i < 4; ++i) {
        world.pass(5 * minute);
        world.server.damaged.insert(reader.name());
        say(world, writer);
        world.forgive(reader, writer.name()); // its key is gone for good
        say(world, writer, 2);
        say(world, reader);
    }
    expect(world, world.server.asks[reader.name()] == before + 1, "one repair an hour");
    world.pass(hour);
    end(world);
}

//! Four people get the same fallback key; two of their messages are long on their way.
void fallbackLate(World& world)
{
    world.populate(5, 1);
    Device& reader = *world.devices.front();
    Device& late = *world.devices[3];
    Device& tooLate = *world.devices[4];
    world.exhaust(reader);
    const QJsonObject before = world.server.users[reader.user()][reader.id()].fallback;
    reader.offline = true;
    for (const auto& device : world.devices) {
        if (device.get() != &reader) {
            say(world, *device);
        }
    }
    delay(world, reader, late, 50 * minute);
    delay(world, reader, tooLate, 3 * hour);
    reader.offline = false;
    world.quiet();
    const auto& there = world.server.users[reader.user()][reader.id()];
    expect(world, there.fallback != before, "another fallback key");
    Device& fresh = world.signIn(world.devices[1]->user());
    world.quiet();
    if (world.withIdentity.contains(fresh.user())) {
        world.sign(world.firstOf(fresh.user()), fresh);
        world.quiet();
    }
    reader.offline = true;
    world.exhaust(reader);
    say(world, fresh); // gets the new one: the hour begins when it is read
    reader.offline = false;
    world.quiet();
    expect(world, hasRead(world, reader, fresh), "the new fallback key serves");
    world.pass(51 * minute);
    world.quiet();
    expect(world, hasRead(world, reader, late), "within the hour the old one serves");
    world.pass(10 * minute);
    world.quiet(); // the hour is over, and nothing waits
    world.pass(3 * hour);
    const int asked = world.server.asks[reader.name()];
    world.quiet();
    expect(world, !hasRead(world, reader, tooLate), "after the hour the old one is gone");
    expect(world, world.server.asks[reader.name()] == asked + 1, "a new session heals");
    world.forgive(reader, tooLate.name());
    say(world, tooLate, 2);
    end(world);
    expect(world, hasRead(world, reader, tooLate), "what comes next is read");
}

//! The keys that the server gave out in the last seconds are there again, and what it got is gone.
void serverFallsBack(World& world)
{
    world.populate(3, 1);
    for (const auto& device : world.devices) {
        say(world, *device);
    }
    auto kept = world.server.users;
    Device& first = *world.devices.front();
    Device& before = world.signIn(first.user()); // takes some of the keys
    world.quiet();
    if (world.withIdentity.contains(first.user())) {
        world.sign(first, before);
        world.quiet();
    }
    say(world, before, 2);
    for (int i = 0; i < 100; ++i) {
        say(world, *world.devices[size_t(i) % 3]);
        if (i == 50) {
            for (auto& [user, devices] : kept) {
                for (auto& [id, device] : devices) {
                    world.server.users[user][id].oneTime = device.oneTime;
                }
            }
            ++world.figures.faults["server fell back"];
        }
    }
    end(world);
    Device& after = world.signIn(first.user()); // is given keys that somebody else has used
    world.settle();
    if (world.withIdentity.contains(first.user())) {
        world.sign(first, after);
        world.settle();
    }
    say(world, after);
    for (const auto& reader : world.devices) {
        if (reader.get() != &after) {
            world.forgive(*reader, after.name());
        }
    }
    world.settle(); // the broken sessions heal
    say(world, after, 2);
    say(world, first, 2);
    end(world);
}

//! Yesterday's copy comes back: what it knows of ratchets is never used again.
void profilePutBack(World& world)
{
    world.populate(2, 2);
    Device& device = *world.devices.front();
    Device& other = *world.devices.back();
    say(world, device, 5);
    say(world, other, 5);
    const Device::Copy copy = device.copy();
    device.crash(); // the next start, by the same file
    world.pass(10 * hour);
    for (int i = 0; i < 10; ++i) {
        say(world, device, 2);
        say(world, other, 2);
    }
    const QJsonObject fallback = world.server.users[device.user()][device.id()].fallback;
    device.putBack(copy);
    world.forgive(device);
    world.quiet();
    const auto& there = world.server.users[device.user()][device.id()];
    expect(world, there.fallback != fallback, "another fallback key");
    expect(world, there.oneTime.size() == 50, "fifty one-time keys");
    for (int i = 0; i < 25; ++i) {
        say(world, device, 2);
        say(world, other, 2);
    }
    device.crash();
    Device& fresh = world.signIn(other.user()); // takes one of the new keys
    world.settle();
    if (world.withIdentity.contains(other.user())) {
        world.sign(world.firstOf(other.user()), fresh);
        world.settle();
    }
    say(world, fresh, 2);
    say(world, device, 2);
    end(world);
}

//! A list is asked for, and changes while the answer is on its way.
void listChangesWhileAsked(World& world)
{
    world.populate(2, 1);
    world.withIdentity.clear();
    Device& writer = *world.devices.front();
    const QString other = world.devices.back()->user();
    Device& one = world.signIn(other);
    one.pump();
    writer.sync({});
    world.weather.set("answer late", 100);
    writer.pump(); // asked, not heard
    world.weather.calm();
    Device& two = world.signIn(other);
    two.pump();
    writer.sync({}); // told of the change
    writer.answerLate();
    while (writer.pump()) { // before a signature changes the list once more
    }
    expect(world, must(writer.store().devices(UserId(other))).size() == 3, "the list of now");
    world.settle();
    if (!world.server.identities[other].isEmpty()) {
        world.sign(world.firstOf(other), one);
        world.sign(world.firstOf(other), two);
        world.settle();
    }
    say(world, writer, 2);
    end(world);
    expect(world, !one.read.empty() && !two.read.empty(), "both new devices read");
}

//! Whoever left has seen the session's end, even if nobody wrote before they came back.
void returnsAtOnce(World& world)
{
    world.populate(3, 2);
    Device& writer = *world.devices.front();
    const QString other = u"@u2:x.fr"_s;
    say(world, writer, 2);
    world.server.setMember(world.room, other, u"leave"_s);
    if (world.chance.percent(50)) {
        world.quiet();
    }
    world.server.setMember(world.room, other, u"join"_s);
    world.quiet();
    say(world, writer, 2);
    expect(world, sessionsOf(world, writer).size() == 2, "a new session after somebody left");
    end(world);
}

//! The process ends right after the sync that brought the key, before anything is read.
void killedWithTheKey(World& world)
{
    world.populate(2, 2);
    Device& writer = *world.devices.front();
    Device& reader = *world.devices.back();
    for (int i = 0; i < 10; ++i) {
        reader.offline = true;
        say(world, writer, 1 + int(world.chance.below(15)));
        reader.offline = false;
        while (reader.sync({.toDevice = 3, .timeline = 2})) {
            reader.crash();
        }
    }
    end(world);
}

//! The process ends between ratchet and wire, between wire and answer; each letter is one event.
void killedBeforeSending(World& world)
{
    world.populate(3, 2);
    Device& writer = *world.devices.front();
    world.weather.set("request lost", 40);
    world.weather.set("answer lost", 40);
    for (int i = 0; i < 50; ++i) {
        world.write(writer);
        const size_t steps = world.chance.below(6);
        for (size_t step = 0; step < steps; ++step) {
            writer.pump();
            writer.writeNext();
            writer.sendNext();
        }
        writer.crash();
        ++world.figures.faults["killed before sending"];
    }
    end(world);
}

//! A hundred people, a session a message, and somebody who hears nothing while four write.
void newSessionEachTime(World& world)
{
    world.server.rooms[world.room].rotation = 1;
    world.populate(100, 1);
    Device& reader = *world.devices.back();
    reader.offline = true;
    std::vector<int> left{30, 30, 30, 30};
    while (std::ranges::any_of(left, [](int count) { return count > 0; })) {
        for (size_t i = 0; i < left.size(); ++i) {
            if (left[i]-- > 0) {
                world.write(*world.devices[i]);
            }
            Device& writer = *world.devices[i];
            writer.sync({});
            while (writer.pump()) {
            }
            while (writer.writeNext() && writer.letters.back().wire.isEmpty()) {
                while (writer.pump()) {
                }
            }
            while (writer.sendNext()) {
            }
        }
    }
    reader.offline = false;
    end(world);
    size_t read = 0;
    for (const auto& [event, body] : reader.read) {
        read += body.isEmpty() ? 0 : 1;
    }
    expect(world, read == 120, "all 120 are read");
}

} // namespace simulator
