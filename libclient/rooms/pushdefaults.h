// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The push rules that the specification predefines, for accounts whose server lacks some.
#pragma once

#include "base/ids.h"

#include <QJsonObject>

namespace client::rooms {

//! In the shape of m.push_rules' `global`: override, content, underride.
QJsonObject predefinedRules(const UserId& own);
//! Rules that only look into texts; not for messages that carry m.mentions.
bool isLegacyMention(const QString& ruleId);

} // namespace client::rooms
