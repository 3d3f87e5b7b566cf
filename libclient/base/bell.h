// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Bell: rung on any thread, answered on the thread that it was made on.
#pragma once

#include <QCoreApplication>
#include <QEvent>
#include <QObject>

#include <functional>

namespace client {

//! What the answer needs is not carried by the ring: it lies in a Mailbox, under its lock. A thread
//! sanitizer cannot see the lock of Qt's own queue.
class Bell final : public QObject {
public:
    explicit Bell(std::function<void()> answer) : m_answer(std::move(answer)) {}

    //! Once the bell is gone, no ring is answered any more; it must outlive whoever rings.
    void ring() { QCoreApplication::postEvent(this, new QEvent(QEvent::User)); }

protected:
    void customEvent(QEvent* /*ring*/) override { m_answer(); }

private:
    std::function<void()> m_answer;
};

} // namespace client
