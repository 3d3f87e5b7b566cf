// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What every fuzz target needs. A target defines one function, fuzz(bytes): it must neither crash
// nor hang nor break what it claims with require().
#pragma once

#include <QByteArray>

#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace fuzzing {

void fuzz(const QByteArray& bytes);

//! Ends the process as the fuzzer wants it: the input is kept.
inline void require(bool holds, const char* what)
{
    if (!holds) {
        std::fprintf(stderr, "broken: %s\n", what);
        std::abort();
    }
}

} // namespace fuzzing
