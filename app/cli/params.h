// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Params: reads a request's parameters by name and type; the first fault is the answer.
#pragma once

#include "base/error.h"
#include "base/ids.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace cli {

class Params {
public:
    explicit Params(QJsonObject object) : m_object(std::move(object)) {}

    QString text(const QString& name);         //!< required, not empty
    QString optionalText(const QString& name); //!< empty when absent or null
    qint64 number(const QString& name, qint64 least, qint64 most);
    qint64 optionalNumber(const QString& name, qint64 otherwise, qint64 least, qint64 most);
    std::optional<bool> flag(const QString& name);
    client::UserId userId(const QString& name);
    client::UserId optionalUserId(const QString& name); //!< empty when absent
    client::RoomId roomId(const QString& name);
    QStringList list(const QString& name);                //!< of texts; empty when absent
    std::optional<QJsonArray> array(const QString& name); //!< of anything

    bool isFine() const { return m_fault.isEmpty(); }

    //! Code InvalidParams.
    std::unexpected<client::Error> fault() const;
    void refuse(const QString& why);

private:
    bool has(const QString& name) const;
    QJsonObject m_object;
    QString m_fault;
};

} // namespace cli
