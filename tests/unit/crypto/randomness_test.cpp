// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Without randomness no key is made: the process ends instead.

#define OPENSSL_SUPPRESS_DEPRECATED

#include "crypto/olm/megolm.h"
#include "crypto/olm/olmaccount.h"
#include "crypto/primitives/curves.h"
#include "crypto/primitives/primitives.h"

#include <catch2/catch_test_macros.hpp>
#include <openssl/rand.h>

#include <array>
#include <csignal>
#include <functional>
#include <sys/wait.h>
#include <unistd.h>

using namespace client::crypto;

namespace {

int nothing(unsigned char*, int)
{
    return 0;
}

//! How a process ends that does `work` with a generator that gives nothing; 0: it went on.
int signalOf(const std::function<void()>& work)
{
    const pid_t child = fork();
    if (child == 0) {
        std::signal(SIGABRT, SIG_DFL);
        static const RAND_METHOD broken{nullptr, nothing, nullptr, nullptr, nothing, nullptr};
        RAND_set_rand_method(&broken);
        work();
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

} // namespace

TEST_CASE("E90: without randomness no key is made")
{
    const std::array<std::function<void()>, 6> makers{
        [] { randomSecret(32); },        [] { randomBytes(16); },
        [] { x25519Generate(); },        [] { ed25519Generate(); },
        [] { (void)Account::create(); }, [] { (void)OutboundGroup::create(); }};
    for (const auto& make : makers) {
        CHECK(signalOf(make) == SIGABRT);
    }
    CHECK(signalOf([] {}) == 0); // it is the maker that ends it
}
