// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// HTML of strangers made harmless: the specification's subset in, a smaller one for rich text out.
#pragma once

#include <QString>

namespace client::timeline {

//! Only tags and attributes of a fixed list, links only to http, https, mailto and matrix, no
//! pictures, no styles: rich text made of it can load nothing. Without the reply fallback. Empty
//! when nothing readable is left or the input is beyond the bounds (64 KiB, 1200 tags).
QString sanitizedHtml(const QString& formattedBody);

//! Plain text with its links made clickable, escaped; empty when plain text is enough.
QString plainToHtml(const QString& text);

//! Without the leading quoted lines ("> <@user:server> …") of a reply.
QString withoutReplyFallback(const QString& body);

} // namespace client::timeline
