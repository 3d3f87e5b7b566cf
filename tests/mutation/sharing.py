# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mutants of the machine that gives: room keys, forwards, secrets, the encryption of a room."""

_SHARING = "libclient/crypto/machine/roomkeysharing.cpp"
_READY = "libclient/crypto/machine/roomkeyreadiness.cpp"
_POLICY = "libclient/crypto/machine/sharingpolicy.cpp"
_REQUESTS = "libclient/crypto/machine/keyrequests.cpp"
_SECRETS = "libclient/crypto/machine/secretsharing.cpp"
_TRUST = "libclient/crypto/machine/trust.cpp"
_SETTINGS = "libclient/events/encryption.cpp"

MUTANTS = [
    ("E66", _SHARING, "if (settings.algorithm != megolmAlgorithm) {", "if (true) {"),
    ("E66", _SHARING,
     "std::min({settings.rotationMessages, parsed.rotationMessages, mostMessages})",
     "parsed.rotationMessages"),
    ("E28", _SHARING, "session.messages >= settings.rotationMessages ||", ""),
    ("E28", _SHARING, "age >= settings.rotationMs || age < 0", "age < 0"),
    ("E28", _SHARING, "age >= settings.rotationMs || age < 0", "age >= settings.rotationMs"),
    ("A16", _SETTINGS, "bounded(content.value(\"rotation_period_ms\"_L1), hour, year,",
     "bounded(content.value(\"rotation_period_ms\"_L1), 1, year,"),
    ("E29", _SHARING, "isSharedVisibility(settings->historyVisibility) != isSharedVisibility(visibility);",
     "false;"),
    ("E29", _SHARING, "return session && !wentTooFar(*session, devices) ? session",
     "return session ? session"),
    ("E29", _SHARING, "[&](const ShareRecord& share) { return share.user == user && wasGiven(share); }",
     "[&](const ShareRecord&) { return false; }"),
    ("E30", _SHARING, "return record.user.toString() + u' ' + record.device.toString() + u' ' +\n"
     "           QString::fromLatin1(record.curve25519);",
     "return record.user.toString() + u' ' + record.device.toString();"),
    ("E40", _SHARING, "const QJsonValue relation = inner.take(\"m.relates_to\"_L1);",
     "const QJsonValue relation = inner.value(\"m.relates_to\"_L1);"),
    ("E37", _READY, "if (settled && mustSettle(users)) {", "if (false) {"),
    ("E2", _READY, "if (m_directory.ownKeysAreForeign()) {", "if (false) {"),
    ("E31", _READY, "m_directory.mustWaitForOneOf(users);", "false;"),
    ("E66", _READY, "if (!settings || settings->algorithm != megolmAlgorithm) {",
     "if (!settings) {"),
    ("A1", _POLICY, "isSigned && owner.verified : isSigned || mayBeUnsigned;",
     "isSigned && owner.verified : true;"),
    ("A1", _POLICY, "owner.selfSigning.isEmpty() && !m_onlySigned;", "owner.selfSigning.isEmpty();"),
    ("E16", _POLICY, "if (waits && !isSigned) {", "if (false) {"),
    ("E35", _POLICY, "isSigned && owner.verified :", "isSigned :"),
    ("E36", _POLICY, "return u\"m.blacklisted\"_s;", "return {};"),
    ("E38", _POLICY, "if (user == m_context.user && identity->changed) {", "if (false) {"),
    ("A4", _REQUESTS, "if (!isOwn || !m_context.object(openSetting).contains(askedName(room, sessionId))) {",
     "if (!isOwn) {"),
    ("A4", _REQUESTS, "if (!isOwn || !m_context.object(openSetting).contains(askedName(room, sessionId))) {",
     "if (!m_context.object(openSetting).contains(askedName(room, sessionId))) {"),
    ("A10", _REQUESTS, "m_identities.isSignedByOwner(*record);", "true;"),
    ("E49", _REQUESTS, "if (sender != m_context.user || id.isEmpty() || id.size() > 255 ||",
     "if (id.isEmpty() || id.size() > 255 ||"),
    ("E61", _SECRETS, "m_identities.isOwnTrusted() && m_identities.isSignedByOwner(device) &&\n",
     "\n"),
    ("E61", _SECRETS, "since.isDouble() && m_context.now() - since.toInteger() <= answerTime;",
     "since.isDouble();"),
    ("A12", _SECRETS, "if (name.isEmpty() || payload.sender != m_context.user || !device || device->deleted ||",
     "if (payload.sender != m_context.user || !device || device->deleted ||"),
    ("A12", _SECRETS, "!m_identities.isOwnTrusted() ||\n        "
     "!m_identities.isSignedByOwner(*device)) {", "false) {"),
    ("E59", _SECRETS, "if (name != backupSecret && !m_identities.offerSeed(name, secret)) {",
     "if (name != backupSecret && (m_identities.offerSeed(name, secret), false)) {"),
    ("A7", _TRUST, "if (session.source != Source::Direct) {", "if (false) {"),
    ("E51", _TRUST, "if (identity->changed && (identity->wasVerified ||", "if (false && (identity->wasVerified ||"),
    ("E51", _TRUST, "if (identity->changed) {", "if (false) {"),
    ("E51", _TRUST, "return isSigned ? u\"ok\"_s : u\"unsignedDevice\"_s;", "return u\"ok\"_s;"),
    ("E51", _TRUST, "if (!device || device->deleted || device->user != session.owner) {",
     "if (!device || device->user != session.owner) {"),
    ("E51", _TRUST, "if (device.blocked) {", "if (false) {"),
]
