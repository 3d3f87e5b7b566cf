// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// DevicesModel: devices of one person as rows, this one first, then the latest seen.
#pragma once

#include "crypto/encryptionviews.h"

#include <QAbstractListModel>

namespace app {

class Words;

class DevicesModel final : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        DeviceRole = Qt::UserRole, //!< id
        NameRole,                  //!< never empty
        SeenRole,                  //!< "Last active: …", or empty
        TrustRole,                 //!< word as in crypto::DeviceView
        WarningRole,               //!< a line when something is wrong, else empty
        CurrentRole,
        FreshRole,
        BlockedRole,
        FingerprintRole, //!< in groups of four
    };

    explicit DevicesModel(const Words& words) : m_words(&words) {}

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    void setDevices(std::vector<client::crypto::DeviceView> devices);

    const std::vector<client::crypto::DeviceView>& devices() const { return m_devices; }

private:
    const Words* m_words;
    std::vector<client::crypto::DeviceView> m_devices;
};

} // namespace app
