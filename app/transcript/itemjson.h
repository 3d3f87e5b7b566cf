// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// A row of a conversation as JSON (docs/cli.md, "Items"). Pure.
#pragma once

#include "timeline/timelineitem.h"

#include <QJsonObject>
#include <QMetaEnum>

namespace app {

//! UnreadDivider -> unreadDivider
template <class Enum>
QString enumWord(Enum value)
{
    QString name = QString::fromLatin1(QMetaEnum::fromType<Enum>().valueToKey(int(value)));
    return name.isEmpty() ? name : name.replace(0, 1, name.at(0).toLower());
}

QJsonValue textOrNull(const QString& text);
QJsonObject itemJson(const client::timeline::TimelineItem& item);

} // namespace app
