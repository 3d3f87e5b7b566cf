// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/devicesviewmodel.h"

#include "text/words.h"
#include "viewmodels/secrettext.h"

#include <algorithm>

namespace app {

using client::DeviceId;
using client::SecretBytes;
using client::crypto::DeviceView;

DevicesViewModel::DevicesViewModel(const Words& words) : m_words(&words), m_model(words)
{
    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(std::chrono::milliseconds{200});
    connect(&m_refreshTimer, &QTimer::timeout, this, &DevicesViewModel::refresh);
}

void DevicesViewModel::attach(Encryption* encryption, const client::UserId& user,
                              const DeviceId& device)
{
    m_scope.cancelAll();
    if (m_encryption != nullptr) {
        m_encryption->disconnect(this);
    }
    m_encryption = encryption;
    m_user = user;
    m_device = device;
    m_model.setDevices({});
    m_loaded = false;
    m_errorText.clear();
    setAct(false);
    Q_EMIT changed();
    if (encryption != nullptr) {
        connect(encryption, &Encryption::statusChanged, this, [this] { m_refreshTimer.start(); });
        refresh();
    } else {
        m_refreshTimer.stop();
    }
}

int DevicesViewModel::others() const
{
    return int(std::ranges::count_if(m_model.devices(),
                                     [](const DeviceView& each) { return !each.current; }));
}

QString DevicesViewModel::fingerprint() const
{
    const auto& all = m_model.devices();
    const auto here = std::ranges::find_if(all, &DeviceView::current);
    return here == all.end() ? QString() : m_words->fingerprint(QString::fromLatin1(here->ed25519));
}

const DeviceView* DevicesViewModel::newest() const
{
    const auto& all = m_model.devices(); // the latest seen comes first
    const auto found = std::ranges::find_if(
        all, [](const DeviceView& each) { return each.fresh && !each.current; });
    return found == all.end() ? nullptr : &*found;
}

QString DevicesViewModel::freshDevice() const
{
    const DeviceView* device = newest();
    return device == nullptr ? QString() : device->device.toString();
}

QString DevicesViewModel::freshName() const
{
    const DeviceView* device = newest();
    return device == nullptr ? QString()
                             : m_words->deviceName(device->name, device->device.toString());
}

void DevicesViewModel::refresh()
{
    if (m_encryption != nullptr) {
        m_scope.start(runLoad());
    }
}

client::Task<> DevicesViewModel::runLoad()
{
    auto devices = co_await m_encryption->devices(m_user);
    if (devices) {
        m_model.setDevices(std::move(*devices));
        m_errorText.clear();
        m_loaded = true;
    } else {
        m_errorText = m_words->error(devices.error());
    }
    Q_EMIT changed();
}

void DevicesViewModel::begin()
{
    if (!m_busy) {
        setAct(false);
    }
}

void DevicesViewModel::rename(const QString& device, const QString& name)
{
    if (m_encryption == nullptr || m_busy) {
        return;
    }
    if (name.trimmed().isEmpty()) {
        return setAct(false, m_words->fieldMissing());
    }
    setAct(true);
    m_scope.start(runRename(DeviceId(device), name.trimmed()));
}

client::Task<> DevicesViewModel::runRename(DeviceId device, QString name)
{
    const auto renamed = co_await m_encryption->renameDevice(std::move(device), std::move(name));
    if (!renamed) {
        setAct(false, m_words->signOutError(renamed.error()));
        co_return;
    }
    setAct(false);
    Q_EMIT done();
    refresh();
}

void DevicesViewModel::signOut(const QStringList& devices, const QString& password)
{
    if (m_encryption == nullptr || m_busy || devices.isEmpty()) {
        return;
    }
    if (password.isEmpty()) {
        return setAct(false, m_words->fieldMissing());
    }
    std::vector<DeviceId> ids;
    for (const QString& each : devices) {
        if (each != m_device.toString()) { // this one goes by "Sign out", which erases its store
            ids.emplace_back(each);
        }
    }
    setAct(true);
    m_scope.start(runSignOut(std::move(ids), secretFrom(password)));
}

client::Task<> DevicesViewModel::runSignOut(std::vector<DeviceId> devices, SecretBytes password)
{
    const int count = int(devices.size());
    const auto gone =
        co_await m_encryption->signOutDevices(std::move(devices), std::move(password));
    if (!gone) {
        setAct(false, m_words->signOutError(gone.error()));
        co_return;
    }
    setAct(false);
    Q_EMIT done();
    Q_EMIT said(m_words->devicesSignedOut(count));
    refresh();
}

void DevicesViewModel::seen()
{
    if (m_encryption != nullptr) {
        m_scope.start(runSeen());
    }
}

client::Task<> DevicesViewModel::runSeen()
{
    const auto looked = co_await m_encryption->devicesSeen();
    if (!looked) {
        Q_EMIT said(m_words->error(looked.error()));
        co_return;
    }
    refresh();
}

void DevicesViewModel::setAct(bool busy, const QString& error)
{
    m_busy = busy;
    m_actError = error;
    Q_EMIT actChanged();
}

} // namespace app
