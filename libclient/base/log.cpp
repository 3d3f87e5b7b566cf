// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "base/log.h"

namespace client {

Q_LOGGING_CATEGORY(logNet, "tchap.net", QtInfoMsg)
Q_LOGGING_CATEGORY(logSync, "tchap.sync", QtInfoMsg)
Q_LOGGING_CATEGORY(logCrypto, "tchap.crypto", QtInfoMsg)
Q_LOGGING_CATEGORY(logStore, "tchap.store", QtInfoMsg)
Q_LOGGING_CATEGORY(logMedia, "tchap.media", QtInfoMsg)
Q_LOGGING_CATEGORY(logSession, "tchap.session", QtInfoMsg)

} // namespace client
