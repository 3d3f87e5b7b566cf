// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a server (or somebody with an account on it) tries: each attempt must change nothing.
#pragma once

#include "world.h"

namespace simulator {

//! One lie at random, told to `victim`.
void lie(World& world, Device& victim);

} // namespace simulator
