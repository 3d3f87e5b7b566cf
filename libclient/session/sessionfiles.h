// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// SessionFiles: where an account lives under a data directory. No name of a person, room or server
// is in any path. One account a data directory; a second account has its own.
#pragma once

#include "base/error.h"

#include <QString>

namespace client::session {

//! The program's own place ("…/share/tchap-desktop" and its like on the other systems).
QString defaultDataDir();
//! DIR/account: made (0700) on demand by Session::create.
QString accountFolder(const QString& dataDir);
//! True when a store is there to be opened.
bool hasAccount(const QString& folder);
//! From here on the account is to be erased, also after a crash.
Result<> markWipe(const QString& folder);
//! Erases what is marked; a wipe that was cut short is finished here: call
//! before anything else at every start. Nothing happens without the mark.
Result<> finishWipe(const QString& folder);
//! Moves a damaged store aside ("account-damaged-<time>"), never deletes it; returns the new place.
Result<QString> setAside(const QString& folder);

} // namespace client::session
