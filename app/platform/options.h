// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Options: the command line of the window, as a value.
#pragma once

#include "session/session.h"

#include <QString>

namespace app {

struct Options {
    QString dataDir;        //!< empty: the standard place
    QString passphraseFile; //!< the store's key where there is no keychain
    QString homeserver;     //!< prefilled on the Login page
    client::session::NetworkOptions network;
    bool inMemorySettings = false; //!< tests: no file of settings is touched
};

} // namespace app
