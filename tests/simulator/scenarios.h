// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Named scenarios: each a place where messages are known to become unreadable, played on machines.
#pragma once

#include "world.h"

#include <span>

namespace simulator {

struct Scenario {
    const char* name;
    void (*play)(World&);
};

std::span<const Scenario> scenarios();

} // namespace simulator
