// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Text of strangers made safe to show in one line or to use as a file's name.
#pragma once

#include <QString>

namespace client::rooms {

//! Controls, line breaks and direction overrides removed, runs of spaces and of combining marks
//! bounded, signs that look like the program's own shields replaced; at most `limit` characters.
QString safeName(const QString& text, qsizetype limit = 128);
//! One line: as safeName without the replacement of signs; for previews and topics.
QString oneLine(const QString& text, qsizetype limit = 200);
//! A name that lands directly in the folder it is put in on every system: no separators, no
//! reserved names, no leading dot or dash, at most 120 characters with the last suffix kept.
//! Empty input gives "file".
QString safeFileName(const QString& name);

} // namespace client::rooms
