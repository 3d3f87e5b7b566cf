// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Cursor: a place in a room's history as a word that callers give back. Pure.
#pragma once

#include "store/eventrow.h"

namespace client::engine {

inline QString cursorOf(const store::Place& place)
{
    return QStringLiteral("c%1.%2").arg(place.chunk).arg(place.position);
}

//! nullopt: it is no cursor.
inline std::optional<store::Place> placeOfCursor(const QString& cursor)
{
    const qsizetype dot = cursor.indexOf(u'.');
    bool chunkFine = false;
    bool positionFine = false;
    if (!cursor.startsWith(u'c') || dot < 0) {
        return std::nullopt;
    }
    const store::Place place{cursor.mid(1, dot - 1).toLongLong(&chunkFine),
                             cursor.mid(dot + 1).toLongLong(&positionFine)};
    return chunkFine && positionFine ? std::optional(place) : std::nullopt;
}

} // namespace client::engine
