// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// JSON and its canonical form: what is signed is what is read.

#include "base/base64.h"
#include "base/canonicaljson.h"
#include "base/json.h"
#include "fuzz.h"

using namespace client;

void fuzzing::fuzz(const QByteArray& bytes)
{
    (void)parseArray(bytes);
    if (const auto decoded = decodeBase64(bytes)) {
        require(decodeBase64(encodeBase64(*decoded)) == *decoded, "base64 there and back");
    }
    const auto object = parseObject(bytes);
    const auto canonical =
        object ? canonicalJson(*object) : Result<QByteArray>(std::unexpected(object.error()));
    if (canonical) {
        const auto again = parseObject(*canonical);
        // Qt's parser does not give every character back: then nothing is signed at all.
        const auto twice = again ? canonicalJson(*again) : Result<QByteArray>(*canonical);
        require(!twice || *twice == *canonical, "the canonical form is one");
    }
}
