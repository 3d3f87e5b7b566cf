// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/membersviewmodel.h"

#include "text/words.h"

#include <algorithm>

namespace app {

using client::Task;
using client::crypto::IdentityView;

MembersViewModel::MembersViewModel(const Words& words) : m_words(&words)
{
    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(std::chrono::milliseconds{200});
    connect(&m_refreshTimer, &QTimer::timeout, this, &MembersViewModel::refresh);
}

void MembersViewModel::attach(client::session::Encryption* encryption,
                              client::session::Session* session)
{
    m_scope.cancelAll();
    if (m_encryption != nullptr) {
        m_encryption->disconnect(this);
    }
    m_refreshTimer.stop();
    m_encryption = encryption;
    m_session = session;
    m_room = {};
    m_members.clear();
    m_loaded = false;
    arrange();
    if (encryption != nullptr) {
        connect(encryption, &client::session::Encryption::statusChanged, this,
                [this] { m_refreshTimer.start(); });
    }
}

void MembersViewModel::show(const QString& roomId)
{
    m_filter.clear();
    m_errorText.clear();
    if (m_room.toString() != roomId) {
        m_room = client::RoomId(roomId);
        m_members.clear();
        m_loaded = false;
    }
    arrange();
    refresh();
}

void MembersViewModel::refresh()
{
    if (m_session != nullptr && !m_room.isEmpty()) {
        m_scope.start(runLoad());
    }
}

Task<> MembersViewModel::runLoad()
{
    const client::RoomId room = m_room;
    const auto members = co_await m_session->members(room);
    const auto changed = co_await m_encryption->changedIdentities(room);
    if (room != m_room) {
        co_return; // another conversation was opened meanwhile
    }
    m_errorText = members ? QString() : m_words->error(members.error());
    m_loaded = true;
    m_members.clear();
    if (members) {
        for (const client::engine::Member& each : *members) {
            if (each.membership != u"join" && each.membership != u"invite") {
                continue;
            }
            MemberRow row;
            row.user = each.user.toString();
            row.name = m_words->personName(each.name);
            row.organisation = m_words->personOrganisation(each.name);
            row.avatar = each.avatar;
            row.invited = each.membership == u"invite";
            row.me = each.user == m_session->user();
            if (changed) {
                const auto found = std::ranges::find(*changed, each.user, &IdentityView::user);
                row.warning = found == changed->end() ? QString() : m_words->identityChanged();
            }
            m_members.push_back(std::move(row));
        }
    }
    arrange();
}

void MembersViewModel::setFilter(const QString& filter)
{
    if (m_filter != filter) {
        m_filter = filter;
        arrange();
    }
}

void MembersViewModel::arrange()
{
    std::vector<MemberRow> shown;
    const QString wanted = m_filter.simplified();
    std::ranges::copy_if(m_members, std::back_inserter(shown), [&](const MemberRow& row) {
        return wanted.isEmpty() || row.name.contains(wanted, Qt::CaseInsensitive) ||
               row.organisation.contains(wanted, Qt::CaseInsensitive) ||
               row.user.contains(wanted, Qt::CaseInsensitive);
    });
    std::ranges::stable_sort(shown, [](const MemberRow& a, const MemberRow& b) {
        return std::tuple(a.warning.isEmpty(), a.invited, a.name.toCaseFolded()) <
               std::tuple(b.warning.isEmpty(), b.invited, b.name.toCaseFolded());
    });
    m_model.setRows(std::move(shown));
    Q_EMIT changed();
}

} // namespace app
