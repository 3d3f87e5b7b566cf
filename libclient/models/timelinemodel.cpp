// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "models/timelinemodel.h"

namespace client::models {

TimelineModel::TimelineModel(QObject* parent) : DiffModel(Order::Reversed, parent) {}

int TimelineModel::rowOfEvent(const QString& eventId) const
{
    const auto it = std::ranges::find(items(), eventId, &timeline::TimelineItem::eventId);
    return it == items().end() || eventId.isEmpty() ? -1 : rowOfIndex(int(it - items().begin()));
}

int TimelineModel::rowOfUid(const QString& uid) const
{
    const auto it = std::ranges::find(items(), uid, &timeline::TimelineItem::uid);
    return it == items().end() ? -1 : rowOfIndex(int(it - items().begin()));
}

} // namespace client::models
