// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every random byte of the process (keys, nonces, ids) from a seed, so that a run that failed can
// be seen again. Only this program links it.
#pragma once

#include <cstdint>

namespace simulator {

void useFixedRandomness();
void seedRandomness(uint64_t seed);

} // namespace simulator
