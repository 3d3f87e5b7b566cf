// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Task and TaskScope: coroutines that somebody owns. Destroying the owner is the cancellation.
#pragma once

#include <coroutine>
#include <exception>
#include <list>
#include <optional>
#include <utility>

namespace client {

//! A lazily started coroutine that belongs to whoever holds the Task.
//! Destroying the Task destroys the suspended frame: that is the whole of cancellation.
template <class T = void>
class [[nodiscard]] Task;

namespace detail {

struct FinalAwaiter {
    bool await_ready() const noexcept { return false; }

    template <class P>
    std::coroutine_handle<> await_suspend(std::coroutine_handle<P> h) const noexcept
    {
        auto continuation = h.promise().continuation;
        return continuation ? continuation : std::noop_coroutine();
    }

    void await_resume() const noexcept {}
};

struct PromiseBase {
    std::coroutine_handle<> continuation;

    std::suspend_always initial_suspend() const noexcept { return {}; }

    FinalAwaiter final_suspend() const noexcept { return {}; }

    void unhandled_exception() const noexcept { std::terminate(); }
};

template <class T>
struct Promise : PromiseBase {
    std::optional<T> value;
    Task<T> get_return_object();

    template <class U = T> // so that `co_return {};` is understood
    void return_value(U&& u)
    {
        value.emplace(std::forward<U>(u));
    }

    T take() { return std::move(*value); }
};

template <>
struct Promise<void> : PromiseBase {
    Task<void> get_return_object();

    void return_void() const noexcept {}

    void take() const noexcept {}
};

} // namespace detail

template <class T>
class [[nodiscard]] Task {
public:
    using promise_type = detail::Promise<T>;

    explicit Task(std::coroutine_handle<promise_type> h) : m_frame(h) {}

    Task(Task&& other) noexcept : m_frame(std::exchange(other.m_frame, {})) {}

    Task(const Task&) = delete;
    Task& operator=(const Task&) = delete;
    Task& operator=(Task&&) = delete;

    ~Task()
    {
        if (m_frame) {
            m_frame.destroy();
        }
    }

    bool done() const { return m_frame.done(); }

    void start() { m_frame.resume(); }

    auto operator co_await() && noexcept
    {
        struct Awaiter {
            std::coroutine_handle<promise_type> frame;

            bool await_ready() const noexcept { return false; }

            std::coroutine_handle<> await_suspend(std::coroutine_handle<> c) const noexcept
            {
                frame.promise().continuation = c;
                return frame;
            }

            T await_resume() const { return frame.promise().take(); }
        };

        return Awaiter{m_frame};
    }

private:
    std::coroutine_handle<promise_type> m_frame;
};

template <class T>
Task<T> detail::Promise<T>::get_return_object()
{
    return Task<T>{std::coroutine_handle<Promise>::from_promise(*this)};
}

inline Task<void> detail::Promise<void>::get_return_object()
{
    return Task<void>{std::coroutine_handle<Promise>::from_promise(*this)};
}

//! Root of coroutines: a member of the object they work for, declared last, so it dies first.
//! Never destroy a scope from one of its own coroutines (use deleteLater).
class TaskScope {
public:
    void start(Task<> task)
    {
        m_tasks.remove_if([](const Task<>& t) { return t.done(); });
        m_tasks.push_back(std::move(task));
        m_tasks.back().start();
    }

    void cancelAll() { m_tasks.clear(); }

    bool isEmpty()
    {
        m_tasks.remove_if([](const Task<>& t) { return t.done(); });
        return m_tasks.empty();
    }

private:
    std::list<Task<>> m_tasks;
};

} // namespace client
