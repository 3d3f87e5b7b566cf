// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a person typed, as bytes that wipe themselves. QML's own copy cannot be wiped; ours is.
#pragma once

#include "base/secretbytes.h"

#include <QString>

namespace app {

inline client::SecretBytes secretFrom(const QString& typed)
{
    QByteArray clear = typed.toUtf8();
    return client::SecretBytes::takeFrom(clear);
}

} // namespace app
