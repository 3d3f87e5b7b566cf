// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#define OPENSSL_SUPPRESS_DEPRECATED // the only door to OpenSSL's randomness that tests can use
#include "fixedrandom.h"

#include <openssl/rand.h>

#include <cstdlib>
#include <random>

namespace simulator {

namespace {

std::mt19937_64 generator; // NOLINT: OpenSSL's hook has no argument to carry it

int fill(unsigned char* out, int size)
{
    for (int i = 0; i < size; ++i) {
        out[i] = static_cast<unsigned char>(generator() >> 32);
    }
    return 1;
}

int alwaysReady()
{
    return 1;
}

const RAND_METHOD method{nullptr, fill, nullptr, nullptr, fill, alwaysReady};

} // namespace

void useFixedRandomness()
{
    if (RAND_set_rand_method(&method) != 1) {
        std::abort();
    }
}

void seedRandomness(uint64_t seed)
{
    generator.seed(seed);
}

} // namespace simulator
