// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Schedule: one random run: people who write, come and go, on machines and networks that fail.
#pragma once

#include "world.h"

namespace simulator {

class Schedule {
public:
    Schedule(uint64_t seed, Figures& figures) : m_world(seed, figures) {}

    void run();

private:
    void choose();
    void step();
    void move(Device& device);
    void people(Device& device);
    void change(Device& device);
    void jumpClock(Device& device);

    World m_world;
};

} // namespace simulator
