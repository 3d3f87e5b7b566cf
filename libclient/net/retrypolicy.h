// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// RetryPolicy: whether and when something is tried again. Pure; nobody else decides it.
#pragma once

#include "base/error.h"

#include <chrono>
#include <optional>

namespace client::net {

//! Delay before the next try, or nullopt when trying again is of no use. `attempt` counts from 1;
//! `chance` in [0, 1) spreads clients that fail together. A wait that the server names is kept.
std::optional<std::chrono::milliseconds> retryDelay(const Error& error, int attempt, double chance);
//! Whether a Matrix server itself refused a request that carries keys, so that asking again would
//! be refused again. A page of some proxy, or an account that is held for a while, is no refusal.
bool isRefusal(const Error& error);

//! As retryDelay with an upper bound, for the sync loop, which never gives up on such errors.
std::chrono::milliseconds syncRetryDelay(const Error& error, int attempt, double chance);

} // namespace client::net
