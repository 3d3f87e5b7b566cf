// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the named scenarios are made of.
#pragma once

#include "world.h"

namespace simulator {

inline void expect(World& world, bool fine, const char* what)
{
    if (!fine) {
        world.figures.violation(
            u"seed %1: expected: %2"_s.arg(world.seed).arg(QString::fromLatin1(what)));
    }
}

inline void say(World& world, Device& from, int count = 1)
{
    for (int i = 0; i < count; ++i) {
        world.write(from);
    }
    world.quiet();
}

inline std::set<QString> sessionsOf(const World& world, const Device& sender)
{
    std::set<QString> all;
    for (const HomeServer::Event& event : world.server.events) {
        if (!event.txn.isEmpty() && event.sender == sender.user() && event.device == sender.id()) {
            all.insert(event.content.value("session_id"_L1).toString());
        }
    }
    return all;
}

inline void end(World& world)
{
    world.settle();
    world.check();
}

} // namespace simulator
