// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Glob patterns of push rules, matched in time bounded by text length times pattern length.
#pragma once

#include <QString>

namespace client::rooms {

enum class GlobScope {
    Whole, //!< the pattern covers the whole text
    Words, //!< it covers a run of the text that begins and ends at the edge of a word
};

//! `*` is any run, `?` any one character; case does not matter.
bool globMatches(const QString& pattern, const QString& text, GlobScope scope);
//! As globMatches(Words) without wildcards.
bool containsWords(const QString& text, const QString& words);

} // namespace client::rooms
