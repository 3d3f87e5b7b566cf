# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mutants of what meets libolm and OpenSSL: guards, formats, attachments, canonical JSON."""

_GUARDS = "libclient/crypto/olm/guards.cpp"
_MEGOLM = "libclient/crypto/olm/megolm.cpp"
_CURVES = "libclient/crypto/primitives/curves.cpp"
_ATTACHMENT = "libclient/crypto/attachment/attachmentcipher.cpp"
_JSON = "libclient/base/canonicaljson.cpp"
_BASE64 = "libclient/base/base64.cpp"

MUTANTS = [
    ("A34", _GUARDS, "return text && text->size() >= blockSize && text->size() % blockSize == 0;",
     "return text.has_value();"),
    ("A34", _GUARDS, "text->size() >= blockSize && text->size()", "text->size()"),
    ("A35", _GUARDS, "!isKey(fields.baseKey) || !isKey(fields.identityKey) ||",
     "!isKey(fields.baseKey) ||"),
    ("A35", _GUARDS, "if (field || !value) {", "if (!value) {"),
    ("G1", _GUARDS, "if (sender && !constantTimeEquals(*sender, *fields->identityKey)) {",
     "if (sender && false) {"),
    ("G1", _GUARDS, "if (body.size() > maxMessage) {", "if (false) {"),
    ("G1", _GUARDS, "if (message.isEmpty() || message.front() != version) {",
     "if (message.isEmpty()) {"),
    ("G1", _GUARDS,
     "if (bytes->size() < 1 + macSize + signatureSize || bytes->front() != version) {",
     "if (bytes->size() < 1 + macSize + signatureSize) {"),
    ("A29", _GUARDS, 'return isSmallOrder(*bytes) ? refuse(u"key of small order"_s) : Result<>{};',
     "return Result<>{};"),
    ("A29", _GUARDS, "key[31] = char(key.at(31) & 0x7f);", ""),
    ("F5", _MEGOLM, "bytes && bytes->size() == size && bytes->front() == version",
     "bytes.has_value()"),
    ("E47", _MEGOLM, "return mine && theirs && mine->equals(*theirs);", "return true;"),
    ("A34", _MEGOLM,
     "if (auto checked = checkMegolmMessage(ciphertext); !checked) {",
     "if (auto checked = checkMegolmMessage(ciphertext); false) {"),
    ("E75", _ATTACHMENT, "if (!constantTimeEquals(hash.finish(), key.sha256)) {",
     "if (hash.finish().isEmpty()) {"),
    ("E76", _ATTACHMENT, "randomBytes(ivRandom) + QByteArray(8, '\\0')",
     "QByteArray(16, '\\0')"),
    ("E76", _ATTACHMENT, "{randomSecret(32), randomBytes(ivRandom)",
     "{SecretBytes(32), randomBytes(ivRandom)"),
    ("F1", _JSON, "std::ranges::sort(keys, {}, &std::pair<QByteArray, QString>::first);", ""),
    ("F1", _JSON, "std::trunc(number) != number || std::abs(number) > maxInteger",
     "std::trunc(number) != number"),
    ("F1", _JSON, 'object.remove("unsigned"_L1);', ""),
    ("F1", _JSON, "if (depth > maxDepth) {", "if (false) {"),
    ("F2", _BASE64, "alphabet | QByteArray::AbortOnBase64DecodingErrors", "alphabet"),
]
