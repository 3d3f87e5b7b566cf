// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where the bytes of a message's file are, and what opens them. Pure.
#pragma once

#include "engine/engine.h"
#include "events/message.h"

namespace client::engine {

//! A picture without a thumbnail is its own. NotFound when the event carries no file.
Result<MediaSource> mediaSourceOf(const events::Message& message, bool thumbnail);

} // namespace client::engine
