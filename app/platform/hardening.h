// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Hardening: what a process that holds keys asks of its system before anything else.
#pragma once

namespace app {

//! No core files (they would hold keys and messages); new files are for their owner only.
void hardenProcess();

} // namespace app
