// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Generations: notices that an older copy of the store was put back. At each start the store gets a
// new random number, and once that is on disk the same number is laid beside the root key, outside
// of the store: a copy that comes back does not know it.
#pragma once

#include "crypto/machine/context.h"

namespace client::crypto {

class Generations {
public:
    explicit Generations(Context& context) : m_context(context) {}

    bool isKnown(const QByteArray& beside);
    //! The next one. `beside` stays accepted until kept(): the program may end in between.
    QByteArray renew(const QByteArray& beside);
    void kept();

private:
    Context& m_context;
};

//! Whether the person is still to be told.
bool wasRestored(Context& context);
void noteRestored(Context& context, bool restored);

} // namespace client::crypto
