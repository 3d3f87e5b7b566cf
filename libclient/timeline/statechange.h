// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// StateSentence: what a state event says to people, as a word for app/text and its parts.
#pragma once

#include "timeline/timeline.h"

namespace client::timeline {

struct StateSentence {
    TimelineItem::StateChange change = TimelineItem::StateChange::None; //!< None: nothing to say
    UserId target;                                                      //!< person concerned
    QString fallback; //!< name to use when the person is not known any more
    QString value;
};

StateSentence stateSentence(const events::Event& event);

} // namespace client::timeline
