// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where the bytes of a message's file are, and what opens them. Pure.
#pragma once

#include "engine/engine.h"
#include "events/message.h"

namespace client::engine {

//! NotFound when the event carries no file (or, asked for one, no thumbnail).
Result<MediaSource> mediaSourceOf(const events::Message& message, bool thumbnail);

} // namespace client::engine
