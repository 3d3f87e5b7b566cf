// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Searchable: what of a message can be searched for. Pure.
#pragma once

#include "rooms/searchquery.h"
#include "timeline/timeline.h"

#include <optional>
#include <set>

namespace client::timeline {

struct Searchable {
    QString text; //!< as written: words, caption, name of the file
    std::set<rooms::SearchQuery::Has> has;
};

//! As it is shown: by its newest valid edit, without what it quotes. nullopt: not a message, not
//! readable, or redacted.
std::optional<Searchable> searchable(const StoredEvent& event, const StoredEvent* edit);
//! The same of a row, for an extract.
QString searchedText(const TimelineItem& item);

} // namespace client::timeline
