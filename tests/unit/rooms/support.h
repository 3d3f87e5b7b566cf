// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Short ways to write events in the tests of the rules.
#pragma once

#include "events/event.h"

#include <QJsonDocument>

namespace testing {

inline QJsonObject json(const QByteArray& text)
{
    return QJsonDocument::fromJson(text).object();
}

inline client::events::Event event(const QString& type, const QByteArray& content,
                                   const QString& sender = QStringLiteral("@ann:x.fr"))
{
    client::events::Event made;
    made.id = client::EventId(QStringLiteral("$e"));
    made.type = type;
    made.sender = client::UserId(sender);
    made.content = json(content);
    return made;
}

inline client::events::Event state(const QString& type, const QByteArray& content,
                                   const QString& key = {})
{
    client::events::Event made = event(type, content);
    made.stateKey = key;
    return made;
}

} // namespace testing
