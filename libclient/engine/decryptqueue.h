// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// DecryptQueue: the one place where events become readable: new ones, and old ones whose key came
// late. Owned by Engine::Parts.
#pragma once

#include "engine/eventlog.h"

namespace client::engine {

class DecryptQueue {
public:
    DecryptQueue(Context& context, EventLog& log) : m_context(context), m_log(log) {}

    //! Up to 50 events; those of `first` rooms go before the others.
    void decryptSome(const std::vector<RoomId>& first);

private:
    std::vector<store::EventRow> nextBatch(const std::vector<RoomId>& first);
    void decrypt(store::EventRow& row);

    Context& m_context;
    EventLog& m_log;
};

} // namespace client::engine
