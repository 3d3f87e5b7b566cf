# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mutants of key backup, secret storage, key files and what an edit may do."""

_BACKUP = "libclient/crypto/machine/keybackup.cpp"
_CIPHER = "libclient/crypto/recovery/backupcipher.cpp"
_STORAGE = "libclient/crypto/recovery/secretstorage.cpp"
_FILE = "libclient/crypto/recovery/keyfile.cpp"
_CODE = "libclient/crypto/recovery/recoverykey.cpp"

MUTANTS = [
    ("A6", _BACKUP, "if (!known.value(\"trusted\"_L1).toBool()) {", "if (false) {"),
    ("A6", _BACKUP, "if (!m_identities.isOwnTrusted()) {", "if (false) {"),
    ("A6", _BACKUP, "return isSignedBy(authData, m_context.user, QString::fromLatin1(master), master);",
     "return authData.contains(\"signatures\"_L1);"),
    ("E55", _BACKUP, "if (upload.version != version()) {", "if (false) {"),
    ("E55", _BACKUP, "if (total >= 0 && total <", "if (false && total <"),
    ("E56", _BACKUP, "content->insert(u\"room_id\"_s, room.toString());", ""),
    ("A32", _CIPHER, "ciphertext->isEmpty() || ciphertext->size() % 16 != 0 ||", ""),
    ("E56", _CIPHER, "if (!constantTimeEquals(macOf(*keys), *mac)) {", "if (false) {"),
    ("E58", _STORAGE, "iterations.toInt() < cheapest ||", ""),
    ("E58", _STORAGE, "iterations.toInt() > dearest ||", ""),
    ("E58", _STORAGE, "return KeyCheck::Unproven;", "return KeyCheck::Right;"),
    ("F14", _STORAGE, "if (!constantTimeEquals(hmacSha256(halves->mac, *ciphertext), *mac)) {",
     "if (false) {"),
    ("F14", _STORAGE, "iv[8] = char(iv[8] & 0x7f);", ""),
    ("E78", _FILE, "if (cost == 0 || cost > dearest) {", "if (cost == 0) {"),
    ("E78", _FILE, "if (!constantTimeEquals(hmacSha256(keys->mac, QByteArrayView(*body).first(macAt)),",
     "if (false && !constantTimeEquals(hmacSha256(keys->mac, QByteArrayView(*body).first(macAt)),"),
    ("E78", _FILE, "if (file.size() > largest || begin < 0", "if (begin < 0"),
    ("F16", _CODE, "raw->back() != parityOf(*raw)", "false"),
    ("P7", "libclient/crypto/machine/generations.cpp", "return current == beside ||",
     "return true || current == beside ||"),
    ("E86", "libclient/engine/retention.cpp", "if (lifetime && left > 0) {", "if (false) {"),
    ("E79", "libclient/timeline/aggregations.cpp", "return event.owner.isEmpty() ? event.event.sender : event.owner;",
     "return event.event.sender;"),
]
