// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// `co_await sleepFor(250ms)`: waits on the home thread's event loop; dies with its frame.
#pragma once

#include <QTimer>

#include <chrono>
#include <coroutine>
#include <memory>

namespace client {

class SleepAwaiter {
public:
    explicit SleepAwaiter(std::chrono::milliseconds delay) : m_delay(delay) {}

    bool await_ready() const noexcept { return false; }

    void await_suspend(std::coroutine_handle<> c)
    {
        m_timer = std::make_unique<QTimer>();
        m_timer->setSingleShot(true);
        QObject::connect(m_timer.get(), &QTimer::timeout, m_timer.get(), [this, c] {
            m_timer.release()->deleteLater(); // we are inside its signal
            c.resume();
        });
        m_timer->start(m_delay);
    }

    void await_resume() const noexcept {}

private:
    std::chrono::milliseconds m_delay;
    std::unique_ptr<QTimer> m_timer;
};

inline SleepAwaiter sleepFor(std::chrono::milliseconds delay)
{
    return SleepAwaiter{delay};
}

} // namespace client
