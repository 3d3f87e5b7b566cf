// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// ReminderViewModel: when to speak of protecting one's messages. At the first sign-in by a sheet,
// then by a strip after one day, seven days, thirty days, then never again. Owned by App.
#pragma once

#include "base/task.h"
#include "session/session.h"
#include "viewmodels/securityviewmodel.h"

#include <QObject>

namespace app {

class ReminderViewModel final : public QObject {
    Q_OBJECT
    Q_PROPERTY(bool shown READ shown NOTIFY shownChanged FINAL) //!< the strip

public:
    explicit ReminderViewModel(SecurityViewModel& security);

    void attach(client::session::Session* session);

    bool shown() const { return m_due && needed(); }

    Q_INVOKABLE void later(); //!< not now: the next time is further away

Q_SIGNALS:
    void shownChanged();
    void welcome(); //!< the first time: show the sheet

private:
    client::Task<> runLoad();
    client::Task<> runSave();
    bool needed() const; //!< there is something to do that can wait
    void consider();

    SecurityViewModel* m_security;
    client::session::Session* m_session = nullptr;
    bool m_loaded = false, m_due = false, m_welcomed = false;
    int m_times = 0;           //!< how often "later" was said
    qint64 m_next = 0;         //!< not before; milliseconds
    client::TaskScope m_scope; // last member
};

} // namespace app
