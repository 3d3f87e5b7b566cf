// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Signatures of an object put together, as a home server does.
#pragma once

#include <QJsonObject>

namespace testing {

using namespace Qt::StringLiterals;

//! `object` with the signatures of `more` beside its own.
inline QJsonObject merged(QJsonObject object, const QJsonObject& more)
{
    QJsonObject all = object.value("signatures"_L1).toObject();
    const QJsonObject fresh = more.value("signatures"_L1).toObject();
    for (auto user = fresh.begin(); user != fresh.end(); ++user) {
        QJsonObject ofUser = all.value(user.key()).toObject();
        const QJsonObject added = user.value().toObject();
        for (auto it = added.begin(); it != added.end(); ++it) {
            ofUser.insert(it.key(), it.value());
        }
        all.insert(user.key(), ofUser);
    }
    object.insert(u"signatures"_s, all);
    return object;
}

} // namespace testing
