// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// TimelineModel: the rows of one open conversation, newest first. Owned by its view-model.
#pragma once

#include "models/diffmodel.h"
#include "timeline/timelineitem.h"

namespace client::models {

class TimelineModel final : public DiffModel<timeline::TimelineItem> {
    Q_OBJECT

public:
    explicit TimelineModel(QObject* parent = nullptr);
    int rowOfEvent(const QString& eventId) const; //!< -1: not here
    int rowOfUid(const QString& uid) const;

protected:
    int kindOf(const timeline::TimelineItem& item) const override { return int(item.kind); }
};

} // namespace client::models
