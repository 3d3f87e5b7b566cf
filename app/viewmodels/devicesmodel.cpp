// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/devicesmodel.h"

#include "text/words.h"

#include <algorithm>

namespace app {

using client::crypto::DeviceView;

int DevicesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : int(m_devices.size());
}

QVariant DevicesModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount()) {
        return {};
    }
    const DeviceView& device = m_devices[size_t(index.row())];
    switch (role) {
    case DeviceRole:
        return device.device.toString();
    case NameRole:
        return m_words->deviceName(device.name, device.device.toString());
    case SeenRole:
        return m_words->lastSeen(device.lastSeen, device.lastSeenIp);
    case TrustRole:
        return device.trust;
    case WarningRole:
        return m_words->deviceTrust(device.trust);
    case CurrentRole:
        return device.current;
    case FreshRole:
        return device.fresh;
    case BlockedRole:
        return device.blocked;
    case FingerprintRole:
        return m_words->fingerprint(QString::fromLatin1(device.ed25519));
    default:
        return {};
    }
}

QHash<int, QByteArray> DevicesModel::roleNames() const
{
    return {{DeviceRole, "device"}, {NameRole, "name"},       {SeenRole, "seen"},
            {TrustRole, "trust"},   {WarningRole, "warning"}, {CurrentRole, "current"},
            {FreshRole, "fresh"},   {BlockedRole, "blocked"}, {FingerprintRole, "fingerprint"}};
}

void DevicesModel::setDevices(std::vector<DeviceView> devices)
{
    std::ranges::stable_sort(devices, [](const DeviceView& a, const DeviceView& b) {
        return std::tuple(!a.current, !a.fresh, -a.lastSeen) <
               std::tuple(!b.current, !b.fresh, -b.lastSeen);
    });
    if (m_devices == devices) {
        return; // a list that did not change keeps its place and its focus
    }
    beginResetModel();
    m_devices = std::move(devices);
    endResetModel();
}

} // namespace app
