// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// CommandLine: what was asked on the command line of the window; works without a display.
#pragma once

#include "platform/options.h"

#include <QStringList>

#include <variant>

namespace app {

//! Print this and end with this code.
struct Goodbye {
    QString text;
    int code = 0;
};

struct Start {
    Options options;
    QString language; //!< "fr", "en", or empty: the system's
};

std::variant<Start, Goodbye> readCommandLine(const QStringList& arguments);

} // namespace app
