// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// EngineThread: the thread on which the Engine lives, and the way to ask it. Owned by Session.
#pragma once

#include "base/bell.h"
#include "base/task.h"
#include "base/worker.h"
#include "engine/engine.h"

namespace client::engine {

class EngineThread {
public:
    EngineThread()
        : m_bell([this] { m_worker.deliver(); })
        , m_worker([] { return std::make_unique<Slot>(); }, [this] { m_bell.ring(); })
    {}

    Task<Result<>> open(EngineOptions options)
    {
        // Shared, because a closure of the worker may not be move-only twice.
        auto held = std::make_shared<EngineOptions>(std::move(options));
        co_return co_await m_worker.run([held](Slot& slot) -> Result<> {
            auto engine = Engine::open(std::move(*held));
            if (!engine) {
                return std::unexpected(engine.error());
            }
            slot.engine = std::move(*engine);
            return {};
        });
    }

    //! Closes the store; no run() after it.
    Task<> close()
    {
        co_await m_worker.run([](Slot& slot) {
            slot.engine.reset();
            return true;
        });
    }

    //! `co_await thread.run([id](Engine& e) { return e.room(id); })`: values only in the closure.
    template <class Job>
    auto run(Job job)
    {
        return m_worker.run([job = std::move(job)](Slot& slot) mutable {
            using R = std::invoke_result_t<Job&, Engine&>;
            if (slot.engine) {
                return job(*slot.engine);
            }
            if constexpr (std::is_constructible_v<R, std::unexpected<Error>>) { // after close()
                return R(fail(Error::Kind::SignedOut, QStringLiteral("the store is closed")));
            } else {
                return R();
            }
        });
    }

private:
    struct Slot {
        std::unique_ptr<Engine> engine;
    };

    Bell m_bell; //!< lives on the thread of the coroutines
    Worker<Slot> m_worker;
};

} // namespace client::engine
