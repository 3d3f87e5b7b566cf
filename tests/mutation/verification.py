# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mutants of identities and verification."""

_STEPS = "libclient/crypto/machine/verificationsteps.cpp"
_TRUST = "libclient/crypto/machine/verificationtrust.cpp"
_REQUESTS = "libclient/crypto/machine/verificationrequests.cpp"
_FLOWS = "libclient/crypto/machine/verifications.cpp"
_SIGNING = "libclient/crypto/machine/crosssigning.cpp"
_JUDGE = "libclient/crypto/machine/crosssigningtrust.cpp"

MUTANTS = [
    ("E69", _STEPS, "if (flow.weStarted && !constantTimeEquals(sasCommitment(key, flow.start), "
     "flow.commitment)) {", "if (false) {"),
    ("E69", _STEPS, "content.value(\"message_authentication_code\"_L1) != \"hkdf-hmac-sha256.v2\"_L1 ||",
     ""),
    ("E69", _STEPS, "if (ours < theirs) {", "if (true) {"),
    ("E70", _STEPS, "bool right = isRight(u\"KEY_IDS\"_s, QStringList(macs.keys()).join(u',').toUtf8(),\n"
     "                         content.value(\"keys\"_L1)) &&", "bool right ="),
    ("E70", _STEPS, "right = right && isRight(deviceId, flow.theirDeviceKey, macs.value(deviceId));", ""),
    ("E70", _STEPS, "right = right && (!hasMaster || isRight(masterId, flow.theirMaster, "
     "macs.value(masterId)));", ""),
    ("E70", _STEPS, "right = right && (hasMaster || flow.user == m_context.user);", ""),
    ("E71", _STEPS, "if (flow.scannedByUs && flow.state == Flow::State::Confirmed) {", "if (true) {"),
    ("E71", _STEPS, "flow.macOfMaster = hasMaster;\n    if (flow.confirmed) {",
     "flow.macOfMaster = hasMaster;\n    if (true) {"),
    ("E71", _FLOWS, "if (flow->macChecked) {", "if (true) {"),
    ("A5", _STEPS, "(name == theirs->master || name == theirs->selfSigning ||\n"
     "             name == theirs->userSigning)", "false"),
    ("E68", _STEPS, "device->ed25519 == flow.theirDeviceKey &&", ""),
    ("E68", _STEPS, "(theirs ? theirs->master : QByteArray()) == flow.theirMaster &&", ""),
    ("E72", _STEPS, "if (flow.isOver()) {", "if (false) {"),
    ("E67", _REQUESTS, "age > longest || age < -5 * minute || load(flow.id) ||", "load(flow.id) ||"),
    ("E67", _REQUESTS, "return !isOwn && content.value(\"to\"_L1).toString() == "
     "m_context.user.toString() &&", "return !isOwn &&"),
    ("A47", _REQUESTS, "return recent >= mostRequests || kept >= mostOfPerson;", "return kept >= mostOfPerson;"),
    ("E67", _REQUESTS, "if (flow->user != sender) {", "if (false) {"),
    ("E67", _REQUESTS, "return sender == flow->user && step(*flow, name, content, changed);",
     "return step(*flow, name, content, changed);"),
    ("E67", _FLOWS, "now - flow.begun > longest || now < flow.begun - longest", "false"),
    ("E73", _TRUST, "!constantTimeEquals(*secret, *shown) ||", ""),
    ("E73", _TRUST, "return !isOwn && code->firstKey == flow.theirMaster && "
     "code->secondKey == flow.ownMaster &&", "return !isOwn &&"),
    ("E73", _TRUST, "return isOwn && code->firstKey == flow.ownMaster && "
     "code->secondKey == m_keys.ed25519();", "return isOwn;"),
    ("E73", _TRUST, "return isOwn && code->firstKey == flow.theirDeviceKey &&\n"
     "               code->secondKey == flow.ownMaster &&", "return isOwn &&"),
    ("E68", _TRUST, "if (!keysStillHold(flow)) {", "if (false) {"),
    ("E59", _SIGNING, "if (!identity || !key || key->isEmpty() || publishedKey(*identity, name) != *key) {",
     "if (!identity || !key || key->isEmpty()) {"),
    ("A18", _SIGNING, "if (!record || record->deleted || !canSignDevices()) {",
     "if (!record || !canSignDevices()) {"),
    ("E64", _JUDGE, "if (!isOwnTrusted()) {", "if (false) {"),
    ("E37", _JUDGE, "return identity && !identity->changed && !identity->selfSigning.isEmpty() &&",
     "return identity && !identity->selfSigning.isEmpty() &&"),
    ("E37", _JUDGE, "identity->changed && identity->wasVerified && !view.verified", "false"),
    ("E38", _JUDGE, "const bool replaced = !trusted.isEmpty() && identity->master != trusted;",
     "const bool replaced = false;"),
]
