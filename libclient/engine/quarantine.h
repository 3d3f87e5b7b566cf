// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Quarantine: keeps a to-device event that ends the process from doing so at every start. Owned by
// Engine::Parts.
#pragma once

#include "api/sync.h"
#include "engine/context.h"

#include <functional>

namespace client::engine {

class Quarantine {
public:
    //! Runs an act in a transaction of its own.
    using Act = std::function<Result<>(const std::function<void()>&)>;

    Quarantine(Context& context, Act act) : m_context(context), m_act(std::move(act)) {}

    //! Notes the batch before it is handled. After a crash in the middle of it, handles its events
    //! one by one instead and leaves the batch empty.
    Result<> admit(api::SyncResponse& response);
    //! Inside the transaction that has handled the batch.
    void release();

    //! That transaction is on disk.
    void forget() { m_noted.clear(); }

    //! It was not handled, but the program goes on: nothing counts as a crash.
    void survived();

private:
    Result<int> note(const QByteArray& hash);
    Result<> admitOne(const QJsonObject& event, const api::SyncResponse& response);

    Context& m_context;
    Act m_act;
    QList<QByteArray> m_noted; //!< the batch, and the one event of it in hand
};

} // namespace client::engine
