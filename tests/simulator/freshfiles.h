// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Stores of devices that were just signed in, made once a process and copied: migrating a file and
// making fifty keys takes longer than most scenarios.
#pragma once

#include <QString>

namespace simulator {

//! Memory where the system has a folder for it, else the usual place.
QString workingFolder();
void freshFile(const QString& user, const QString& device, const QString& path);

} // namespace simulator
