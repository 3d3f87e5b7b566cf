// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/trustviewmodel.h"

#include "text/words.h"

#include <algorithm>

namespace app {

using client::DeviceId;
using client::Result;
using client::RoomId;
using client::Task;
using client::UserId;
using client::crypto::IdentityView;

TrustViewModel::TrustViewModel(const Words& words) : m_words(&words), m_devices(words)
{
    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(std::chrono::milliseconds{200});
    connect(&m_refreshTimer, &QTimer::timeout, this, &TrustViewModel::refresh);
}

void TrustViewModel::attach(Encryption* encryption, client::session::Session* session)
{
    m_scope.cancelAll();
    if (m_encryption != nullptr) {
        m_encryption->disconnect(this);
    }
    m_encryption = encryption;
    m_session = session;
    m_names.clear();
    m_person = {};
    m_personLoaded = false;
    m_devices.setDevices({});
    setRoom({});
    Q_EMIT personChanged();
    if (encryption != nullptr) {
        connect(encryption, &Encryption::statusChanged, this, [this] { m_refreshTimer.start(); });
    } else {
        m_refreshTimer.stop();
    }
}

void TrustViewModel::setRoom(const QString& roomId)
{
    m_room = RoomId(roomId);
    m_changed.clear();
    Q_EMIT roomChanged();
    if (m_encryption != nullptr && !m_room.isEmpty()) {
        m_scope.start(runRoom());
    }
}

void TrustViewModel::refresh()
{
    if (m_encryption == nullptr) {
        return;
    }
    if (!m_room.isEmpty()) {
        m_scope.start(runRoom());
    }
    if (!m_person.user.isEmpty()) {
        m_scope.start(runPerson(m_person.user));
    }
}

Task<> TrustViewModel::runRoom()
{
    const RoomId room = m_room;
    auto changed = co_await m_encryption->changedIdentities(room);
    if (room != m_room) {
        co_return; // another conversation was opened meanwhile
    }
    if (!changed) {
        Q_EMIT said(m_words->error(changed.error()));
        co_return;
    }
    std::ranges::stable_sort(*changed, [](const IdentityView& a, const IdentityView& b) {
        return a.blocksSending && !b.blocksSending;
    });
    if (m_changed == *changed) {
        co_return;
    }
    m_changed = std::move(*changed);
    Q_EMIT roomChanged();
    if (!m_changed.empty() && m_session != nullptr) {
        co_await learnNames(room);
    }
}

Task<> TrustViewModel::learnNames(RoomId room)
{
    const auto members = co_await m_session->members(std::move(room));
    if (!members) {
        co_return; // the address stands for the name
    }
    for (const auto& member : *members) {
        m_names.insert(member.user.toString(), member.name);
    }
    Q_EMIT roomChanged();
    Q_EMIT personChanged();
}

QString TrustViewModel::nameOf(const UserId& user) const
{
    const QString name = m_names.value(user.toString());
    return name.isEmpty() ? client::localPart(user.toString()) : m_words->personName(name);
}

QString TrustViewModel::changedUser() const
{
    return m_changed.empty() ? QString() : m_changed.front().user.toString();
}

QString TrustViewModel::changedName() const
{
    return m_changed.empty() ? QString() : nameOf(m_changed.front().user);
}

bool TrustViewModel::blocksSending() const
{
    return std::ranges::any_of(m_changed, &IdentityView::blocksSending);
}

QString TrustViewModel::personOrganisation() const
{
    return m_words->personOrganisation(m_names.value(m_person.user.toString()));
}

QString TrustViewModel::personFingerprint() const
{
    return m_words->fingerprint(QString::fromLatin1(m_person.master));
}

void TrustViewModel::showPerson(const QString& userId, const QString& name)
{
    if (!name.isEmpty()) {
        m_names.insert(userId, name);
    }
    if (m_person.user.toString() != userId) {
        m_person = {};
        m_person.user = UserId(userId);
        m_personLoaded = false;
        m_devices.setDevices({});
    }
    m_personError.clear();
    Q_EMIT personChanged();
    if (m_encryption != nullptr) {
        m_scope.start(runPerson(m_person.user));
    }
}

Task<> TrustViewModel::runPerson(UserId user)
{
    auto identity = co_await m_encryption->identity(user);
    auto devices = co_await m_encryption->devices(user);
    if (user != m_person.user) {
        co_return;
    }
    m_personError.clear();
    if (identity) {
        m_person = std::move(*identity);
        m_person.user = user;
    } else {
        m_personError = m_words->error(identity.error());
    }
    if (devices) {
        m_devices.setDevices(std::move(*devices));
    } else {
        m_personError = m_words->error(devices.error());
    }
    m_personLoaded = true;
    Q_EMIT personChanged();
}

void TrustViewModel::acknowledge(const QString& userId)
{
    if (m_encryption != nullptr) {
        m_scope.start(runAct(m_encryption->acknowledgeIdentity(UserId(userId))));
    }
}

void TrustViewModel::block(const QString& device, bool blocked)
{
    if (m_encryption != nullptr) {
        m_scope.start(runAct(m_encryption->blockDevice(m_person.user, DeviceId(device), blocked)));
    }
}

Task<> TrustViewModel::runAct(Task<Result<>> task)
{
    const auto done = co_await std::move(task);
    if (!done) {
        Q_EMIT said(m_words->error(done.error()));
    }
    refresh();
}

} // namespace app
