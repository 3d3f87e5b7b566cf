// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reading an answer of the server. It carries what many people wrote: one value of one of them that
// is nested too deeply must not make the rest unreadable, today and at each later try.
#pragma once

#include "base/json.h"

namespace client {

//! As parseObject; what lies deeper than maxJsonDepth is null.
Result<QJsonObject> parseAnswer(const QByteArray& text);

} // namespace client
