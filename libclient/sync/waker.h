// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Waker: a sleep that others can end. Owned by a loop of this room.
#pragma once

#include <QTimer>

#include <chrono>
#include <coroutine>
#include <memory>

namespace client::sync {

class Waker {
public:
    //! Ends the sleep of whoever waits now, or makes the next wait end at once.
    void wake()
    {
        m_rung = true;
        if (m_timer != nullptr) {
            m_timer->start(std::chrono::milliseconds{0}); // resumes from the event loop
        }
    }

    //! One waiter at a time.
    auto wait(std::chrono::milliseconds delay)
    {
        struct Awaiter {
            Waker* waker;
            std::chrono::milliseconds delay;
            std::unique_ptr<QTimer> timer;

            ~Awaiter()
            {
                if (timer) {
                    waker->m_timer = nullptr;
                }
            }

            bool await_ready() const noexcept { return false; }

            void await_suspend(std::coroutine_handle<> c)
            {
                timer = std::make_unique<QTimer>();
                timer->setSingleShot(true);
                waker->m_timer = timer.get();
                QObject::connect(timer.get(), &QTimer::timeout, timer.get(), [this, c] {
                    waker->m_timer = nullptr;
                    timer.release()->deleteLater(); // we are inside its signal
                    c.resume();
                });
                timer->start(waker->m_rung ? std::chrono::milliseconds{0} : delay);
            }

            void await_resume() const noexcept { waker->m_rung = false; }
        };

        return Awaiter{this, delay, {}};
    }

private:
    QTimer* m_timer = nullptr;
    bool m_rung = false;
};

} // namespace client::sync
