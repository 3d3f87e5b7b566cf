// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Scenarios in which something is lost: a message, a key, a server's memory, a profile.
#pragma once

#include "world.h"

namespace simulator {

void messageDamaged(World& world);
void fallbackLate(World& world);
void serverFallsBack(World& world);
void profilePutBack(World& world);
void listChangesWhileAsked(World& world);
void returnsAtOnce(World& world);
void killedWithTheKey(World& world);
void killedBeforeSending(World& world);
void newSessionEachTime(World& world);

} // namespace simulator
