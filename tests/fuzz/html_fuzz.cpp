// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Formatted text of strangers: what comes out can load nothing and run nothing.

#include "fuzz.h"
#include "timeline/formattedbody.h"

#include <QRegularExpression>

void fuzzing::fuzz(const QByteArray& bytes)
{
    using namespace client::timeline;
    const QString text = QString::fromUtf8(bytes);
    static const QRegularExpression bad(
        QStringLiteral("<\\s*(img|script|style|link|iframe|object|svg|video|audio|base|meta)\\b"
                       "|<[^>]*\\s(src|style|background|on[a-z]+)\\s*="
                       "|\\shref=\"(?!https?:|mailto:|matrix:)"),
        QRegularExpression::CaseInsensitiveOption);
    for (const QString& made : {sanitizedHtml(text), plainToHtml(text)}) {
        require(!bad.match(made).hasMatch(), "only tags and links of the list");
        require(made.size() <= 1'000'000, "never many times longer");
    }
    (void)withoutReplyFallback(text);
}
