// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/reminderviewmodel.h"

#include <QDateTime>

#include <array>

using namespace Qt::StringLiterals;

namespace app {

namespace {

constexpr qint64 day = 24 * 60 * 60 * 1000;
constexpr auto patience = std::chrono::seconds{20};
constexpr std::array<qint64, 3> pauses{1 * day, 7 * day, 30 * day};

} // namespace

ReminderViewModel::ReminderViewModel(SecurityViewModel& security) : m_security(&security)
{
    connect(m_security, &SecurityViewModel::statusChanged, this, &ReminderViewModel::consider);
}

void ReminderViewModel::attach(client::session::Session* session)
{
    m_scope.cancelAll();
    m_session = session;
    m_loaded = m_due = m_welcomed = false;
    m_times = 0;
    m_next = 0;
    Q_EMIT shownChanged();
    if (session != nullptr) {
        m_scope.start(runLoad());
    }
}

client::Task<> ReminderViewModel::runLoad()
{
    const auto kept = co_await m_session->setting(u"securityReminder"_s);
    if (!kept) {
        co_return; // what cannot be remembered is not asked at every start
    }
    m_times = kept->section(u' ', 0, 0).toInt();
    m_next = kept->section(u' ', 1, 1).toLongLong();
    if (m_times == 0) {
        // Whether the account is in use elsewhere is known only when the server was asked.
        const auto idle = co_await m_session->waitIdle(patience);
        Q_UNUSED(idle);
    }
    m_loaded = true;
    m_security->refresh();
}

bool ReminderViewModel::needed() const
{
    const auto state = m_security->state();
    return state == SecurityViewModel::State::SetUp || state == SecurityViewModel::State::Confirm ||
           state == SecurityViewModel::State::Restore;
}

void ReminderViewModel::consider()
{
    if (m_loaded && needed()) {
        if (m_times == 0 && !m_welcomed) {
            m_welcomed = true;
            Q_EMIT welcome();
        } else if (m_times > 0 && m_times <= int(pauses.size())) {
            m_due = QDateTime::currentMSecsSinceEpoch() >= m_next;
        }
    }
    Q_EMIT shownChanged();
}

void ReminderViewModel::later()
{
    if (m_session == nullptr || m_times > int(pauses.size())) {
        return;
    }
    const qint64 pause = m_times < int(pauses.size()) ? pauses[size_t(m_times)] : 0;
    ++m_times;
    m_next = QDateTime::currentMSecsSinceEpoch() + pause;
    m_due = false;
    Q_EMIT shownChanged();
    m_scope.start(runSave());
}

client::Task<> ReminderViewModel::runSave()
{
    const auto saved =
        co_await m_session->saveSetting(u"securityReminder"_s, u"%1 %2"_s.arg(m_times).arg(m_next));
    Q_UNUSED(saved); // asked once too often, then
}

} // namespace app
