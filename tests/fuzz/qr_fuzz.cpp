// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The bytes of a scanned code.

#include "crypto/verification/qrcode.h"
#include "fuzz.h"

void fuzzing::fuzz(const QByteArray& bytes)
{
    const auto code = client::crypto::parseQr(bytes);
    if (code && code->flow.toUtf8().size() <= 1024 && !code->flow.contains(QChar(0xfffd))) {
        const auto again = client::crypto::encodeQr(*code);
        require(again && *again == bytes, "a code that is read is written the same");
    }
}
