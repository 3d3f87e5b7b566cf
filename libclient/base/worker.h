// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Worker: one thread that owns one State; everyone else sends it closures and awaits values.
// The only place of the program with a mutex.
#pragma once

#include <condition_variable>
#include <coroutine>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace client {

//! A FIFO of closures that may be filled from one thread and emptied from another.
class Mailbox {
public:
    using Letter = std::move_only_function<void()>;

    void post(Letter letter)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_letters.push_back(std::move(letter));
        }
        m_ready.notify_one();
    }

    std::deque<Letter> takeAll()
    {
        const std::lock_guard lock(m_mutex);
        return std::exchange(m_letters, {});
    }

    std::deque<Letter> waitAll(const std::stop_token& stop)
    {
        std::unique_lock lock(m_mutex);
        m_ready.wait(lock, stop, [this] { return !m_letters.empty(); });
        return std::exchange(m_letters, {});
    }

private:
    std::mutex m_mutex;
    std::condition_variable_any m_ready;
    std::deque<Letter> m_letters;
};

//! Home thread: the thread that calls run() and deliver() and on which coroutines live.
template <class State>
class Worker {
public:
    using Maker = std::move_only_function<std::unique_ptr<State>()>;

    //! `make` builds the state on the worker's thread; `bell` is rung from the worker's thread
    //! whenever deliver() has something to hand over.
    Worker(Maker make, std::function<void()> bell)
        : m_bell(std::move(bell))
        , m_thread([this, make = std::move(make)](const std::stop_token& stop) mutable {
            const auto state = make();
            while (!stop.stop_requested()) {
                for (auto& letter : m_inbox.waitAll(stop)) {
                    m_current = state.get();
                    letter();
                }
            }
        })
    {}

    //! Hands finished answers to their coroutines; call it on the home thread when the bell rings.
    void deliver()
    {
        for (auto& letter : m_outbox.takeAll()) {
            letter();
        }
    }

    //! `co_await worker.run([id](State& s) { return s.look(id); })`. The closure captures values
    //! only. If the awaiting frame dies first, the job still runs and its answer is dropped.
    template <class Job>
    auto run(Job job)
    {
        using R = std::invoke_result_t<Job&, State&>;

        struct Awaiter {
            Worker* worker;
            Job job;
            std::shared_ptr<Slot<R>> slot;

            Awaiter(Worker* w, Job j) : worker(w), job(std::move(j)) {}

            Awaiter(const Awaiter&) = delete;
            Awaiter& operator=(const Awaiter&) = delete;

            ~Awaiter()
            {
                if (slot) {
                    slot->waiter = {}; // the frame is gone: drop the answer
                }
            }

            bool await_ready() const noexcept { return false; }

            void await_suspend(std::coroutine_handle<> c)
            {
                slot = std::make_shared<Slot<R>>(std::nullopt, c);
                worker->m_inbox.post([w = worker, s = slot, j = std::move(job)]() mutable {
                    s->value.emplace(j(*w->m_current));
                    w->reply([s = std::move(s)] {
                        if (s->waiter) {
                            s->waiter.resume();
                        }
                    });
                });
            }

            R await_resume() { return std::move(*slot->value); }
        };

        return Awaiter{this, std::move(job)};
    }

private:
    template <class R>
    struct Slot {
        std::optional<R> value;
        std::coroutine_handle<> waiter;
    };

    void reply(Mailbox::Letter letter)
    {
        m_outbox.post(std::move(letter));
        m_bell();
    }

    std::function<void()> m_bell;
    Mailbox m_inbox;
    Mailbox m_outbox;
    State* m_current = nullptr; // touched by m_thread only
    std::jthread m_thread;      // last member: joins first
};

} // namespace client
