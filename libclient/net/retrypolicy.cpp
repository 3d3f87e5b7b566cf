// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "net/retrypolicy.h"

#include <algorithm>
#include <array>

namespace client::net {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = Error::Kind;

namespace {

constexpr auto longest = 60'000ms;
constexpr auto longestSync = 30'000ms;

std::chrono::milliseconds backOff(int attempt, double chance)
{
    const int doublings = std::clamp(attempt - 1, 0, 6);
    const auto base = 1000ms * (1 << doublings);
    // Between half and one and a half of the base.
    return std::chrono::milliseconds(int64_t(double(base.count()) * (0.5 + chance)));
}

bool isTransient(const Error& error)
{
    switch (error.kind) {
    case Kind::Offline:
    case Kind::Timeout:
    case Kind::RateLimited:
    case Kind::Server:
    case Kind::Malformed: // a proxy's page instead of an answer
    case Kind::Tls:
        return true;
    default:
        return false;
    }
}

} // namespace

std::optional<std::chrono::milliseconds> retryDelay(const Error& error, int attempt, double chance)
{
    if (!isTransient(error)) {
        return std::nullopt;
    }
    if (error.retryAfter) {
        return *error.retryAfter + std::chrono::milliseconds(int64_t(chance * 500));
    }
    return std::min<std::chrono::milliseconds>(backOff(attempt, chance), longest);
}

bool isRefusal(const Error& error)
{
    constexpr std::array passing{"M_USER_LOCKED"_L1, "M_USER_SUSPENDED"_L1,
                                 "M_RESOURCE_LIMIT_EXCEEDED"_L1, "ORG_MATRIX_EXPIRED_ACCOUNT"_L1};
    return error.kind != Kind::SignedOut && !isTransient(error) && !error.errcode.isEmpty() &&
           std::ranges::find(passing, error.errcode) == passing.end();
}

std::chrono::milliseconds syncRetryDelay(const Error& error, int attempt, double chance)
{
    const auto delay = retryDelay(error, attempt, chance);
    if (error.retryAfter && delay) {
        return *delay;
    }
    return std::min<std::chrono::milliseconds>(delay.value_or(backOff(attempt, chance)),
                                               longestSync);
}

} // namespace client::net
