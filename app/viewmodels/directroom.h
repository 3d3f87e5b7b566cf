// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The conversation with one person alone, where a verification is asked for.
#pragma once

#include "session/session.h"

namespace app {

//! The one that there is, else a new one to which the person is invited.
client::Task<client::Result<client::RoomId>> directRoom(client::session::Session& session,
                                                        client::UserId user);

} // namespace app
