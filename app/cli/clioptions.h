// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// CliOptions: the command line of tchap-cli, as a value.
#pragma once

#include "session/session.h"

#include <QStringList>

#include <variant>

namespace cli {

struct CliOptions {
    QString dataDir; //!< empty: the standard place
    std::optional<client::SecretBytes> passphrase;
    client::session::NetworkOptions network;
    QString logLevel; //!< debug, info, warning, error
};

struct CliGoodbye {
    QString text;
    int code = 0;
};

//! Reads the passphrase's file or descriptor as well.
std::variant<CliOptions, CliGoodbye> readOptions(const QStringList& arguments);

} // namespace cli
