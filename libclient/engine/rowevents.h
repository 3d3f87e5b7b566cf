// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Rows of the event table as the timeline's rules want them. Pure.
#pragma once

#include "store/eventrow.h"
#include "timeline/storedevent.h"

#include <optional>

namespace client::engine {

//! nullopt when the stored event cannot be read.
std::optional<timeline::StoredEvent> storedEvent(const store::EventRow& row);
//! An event that replaces another's content, by what everybody can read.
bool isEdit(const store::EventRow& row);
//! Nothing points from it at another event in a way that keeps threads from beginning there.
bool mayBeRoot(const store::EventRow& row);
//! A message that a list's row may show.
bool isPreviewable(const store::EventRow& row);

} // namespace client::engine
