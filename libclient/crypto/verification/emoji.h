// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The 64 emoji of the specification and their names ("SAS method: emoji").
#pragma once

#include <QString>

namespace client::crypto {

struct SasEmoji {
    QString symbol;
    QString english;
    QString french;
};

SasEmoji sasEmojiAt(int number); //!< 0 to 63; empty for others

} // namespace client::crypto
