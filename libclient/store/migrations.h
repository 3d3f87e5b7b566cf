// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Migrations: brings a store to the schema of this program. A fresh file runs them all.
#pragma once

#include "store/database.h"

namespace client::store {

//! The resources :/store/migrations/NNNN_name.sql with a number above the file's user_version, in
//! order, each in a transaction of its own. TooNew when the file is ahead of the program.
Result<> migrate(Database& database);
//! Highest number that this program knows.
int latestVersion();

} // namespace client::store
