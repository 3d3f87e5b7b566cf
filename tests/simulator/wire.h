// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Wire: what left the devices: no key of a ratchet may encrypt two different messages, and nothing
// secret may be encrypted to a key that is not its device's.
#pragma once

#include "figures.h"

#include <QJsonObject>

namespace simulator {

class Wire {
public:
    explicit Wire(Figures& figures) : m_figures(figures) {}

    //! content of m.room.encrypted to one device; `key`: its true Curve25519 key, empty: no such
    //! device.
    void olm(const QJsonObject& content, const QString& key);
    void megolm(const QJsonObject& content);

private:
    void once(const QByteArray& place, const QByteArray& ciphertext);

    Figures& m_figures;
    std::map<QByteArray, QByteArray> m_seen;
};

} // namespace simulator
