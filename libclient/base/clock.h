// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Clock: time as an argument, so that a test can move it. Owned by the composition roots.
#pragma once

#include <chrono>
#include <cstdint>

namespace client {

//! Milliseconds since 1970-01-01 UTC, as Matrix timestamps are.
using Timestamp = int64_t;

class Clock {
public:
    Clock() = default;
    virtual ~Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    Clock(Clock&&) = delete;
    Clock& operator=(Clock&&) = delete;
    virtual Timestamp now() const = 0;
};

class SystemClock final : public Clock {
public:
    Timestamp now() const override;
};

} // namespace client
