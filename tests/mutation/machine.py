# SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mutants of the machine that receives: Olm messages, room keys, events, device lists."""

_CHANNEL = "libclient/crypto/machine/olmchannel.cpp"
_PAYLOAD = "libclient/crypto/machine/olmpayload.cpp"
_SESSIONS = "libclient/crypto/machine/olmsessions.cpp"
_BACKOFF = "libclient/crypto/machine/backoff.cpp"
_QUARANTINE = "libclient/engine/quarantine.cpp"
_KEYS = "libclient/crypto/machine/roomkeys.cpp"
_DECRYPT = "libclient/crypto/machine/roomdecryption.cpp"
_LISTS = "libclient/crypto/machine/devicedirectory.cpp"
_DEVICE = "libclient/crypto/machine/devicekeys.cpp"
_PARTS = "libclient/crypto/machine/olmmachineparts.cpp"
_STORE = "libclient/store/cryptosessions.cpp"
_ACCOUNT = "libclient/crypto/machine/accountkeys.cpp"

MUTANTS = [
    ("E23", _PAYLOAD, 'json.value("sender"_L1).toString() == sender.toString() &&', ""),
    ("E23", _PAYLOAD, 'json.value("recipient"_L1).toString() == context.user.toString() &&', ""),
    ("E23", _PAYLOAD, 'keyOf("recipient_keys"_L1) == ownEd25519 && ', ""),
    ("E23", _PAYLOAD, "return !known || known->ed25519 == payload.ed25519;", "return true;"),
    ("A9", _PAYLOAD, "if (!device || device->curve25519 != payload.senderKey ||",
     "if (!device ||"),
    ("A9", _PAYLOAD, "device->ed25519 != payload.ed25519 || isDehydrated(*device)) {",
     "isDehydrated(*device)) {"),
    ("E16", _PAYLOAD, "if (isFromDehydrated(context, payload)) {", "if (false) {"),
    ("E21", _CHANNEL, "return std::nullopt; // a repetition is nothing to worry about", ""),
    ("E17", _CHANNEL, "if (message.type == 0 && !session->matchesInbound(message, senderKey)) {",
     "if (message.type == 0) {"),
    ("E18", _CHANNEL, "return std::tie(b.lastReceivedAt, a.sessionId) < "
     "std::tie(a.lastReceivedAt, b.sessionId);",
     "return std::tie(a.lastReceivedAt, a.sessionId) < std::tie(b.lastReceivedAt, b.sessionId);"),
    ("G1", _PAYLOAD, "if (!checkOlmMessage(envelope.message.type, envelope.message.body, "
     "envelope.senderKey)) {",
     "if (false) {"),
    ("E6", _CHANNEL, "m_keys.oneTimeKeyUsed(*session, message);", ""),
    ("E20", _SESSIONS, "if (last != 0 && (now < last || now - last < hour)) {", "if (false) {"),
    ("E7", _SESSIONS,
     "if (!isSignedBy(object, device.user, device.device.toString(), device.ed25519)) {",
     "if (false) {"),
    ("E7", _SESSIONS, 'if (seen && !object.value("fallback"_L1).toBool()) {', "if (false) {"),
    ("E7", _SESSIONS, "answer.size() != 1 || !answer.begin().key().startsWith(oneTimeAlgorithm + u':')",
     "answer.size() != 1"),
    ("E8", _BACKOFF, "at - m_context.now() > longest ? 0 : at;", "at;"),
    ("E8", _SESSIONS, "} else if (!m_backoff.isWaiting(name(device))) {", "} else {"),
    ("G6", _QUARANTINE, 'QByteArray all("batch ");', "QByteArray all;"),
    ("G6", _QUARANTINE, "if (*earlier >= maxCrashes) {", "if (false) {"),
    ("E41", _KEYS,
     'if (!group || group->id() != content.value("session_id"_L1).toString().toLatin1()) {',
     "if (!group) {"),
    ("E47", _KEYS, "if (old->connects(group)) {", "if (true) {"),
    ("E47", _KEYS, "if (!isDirect(record) || isDirect(*known)) {", "if (false) {"),
    ("E85", _KEYS, "return true; // a key wins over a notice", ""),
    ("E33", _KEYS, "if (content.value(name) != QJsonValue(true)) {", "if (false) {"),
    ("E43", _DECRYPT, "if (!owner.isEmpty() && owner != event.sender) {", "if (false) {"),
    ("E44", _DECRYPT, 'if (!json || json->value("room_id"_L1).toString() != record.room.toString() ||',
     "if (!json ||"),
    ("E46", _DECRYPT, '|| json->contains("state_key"_L1) ||', "||"),
    ("E46", _DECRYPT, "type != types::redaction && type != types::member && "
     "type != types::encryption;", "true;"),
    ("E45", _STORE, "return rows == 1; });", "return rows <= 1; });"),
    ("E82", _DECRYPT, 'content.value("algorithm"_L1).toString() != megolmAlgorithm', "false"),
    ("E10", _LISTS, "if (tracked && tracked->sequence == sequence) {", "if (tracked) {"),
    ("E13", _LISTS, "!response.value(\"failures\"_L1).toObject().contains(serverName(user.toString()))",
     "true"),
    ("E14", _LISTS, "known && known->curve25519 == parsed->curve25519 && known->ed25519 == parsed->ed25519;",
     "known && known->ed25519 == parsed->ed25519;"),
    ("E14", _LISTS, "known && known->curve25519 == parsed->curve25519 && known->ed25519 == parsed->ed25519;",
     "known && known->curve25519 == parsed->curve25519;"),
    ("A17", _LISTS, "return over;", "return false;"),
    ("E2", _LISTS, 'isForeign ? QByteArray("1") : QByteArray()', "QByteArray()"),
    ("A19", _LISTS, "fresh.changed = (known && known->changed) || fresh.pinnedMaster != fresh.master;",
     "fresh.changed = fresh.pinnedMaster != fresh.master;"),
    ("E64", _LISTS, "key && signedByMaster(self)", "key"),
    ("E64", _LISTS, "key && signedByMaster(others)", "key"),
    ("E14", _DEVICE, "if (!isSignedBy(object, user, device.toString(), record.ed25519)) {",
     "if (false) {"),
    ("E14", _DEVICE, 'object.value("user_id"_L1).toString() != user.toString() ||\n        '
     'object.value("device_id"_L1).toString() != device.toString() ||', ""),
    ("E64", _DEVICE, 'object.value("usage"_L1).toArray() != QJsonArray{usage}', "false"),
    ("E64", _DEVICE, 'keys.begin().key() != "ed25519:"_L1 + QString::fromLatin1(key)', "false"),
    ("A3", _PARTS, "if (!type.startsWith(\"m.key.verification.\"_L1)) {",
     "if (type == \"m.room_key\"_L1) {\n        OlmPayload forged;\n        forged.sender = sender;\n"
     "        forged.type = type;\n        forged.content = content;\n"
     "        return roomKeys.receive(forged, changes);\n    }\n"
     "    if (!type.startsWith(\"m.key.verification.\"_L1)) {"),
    ("E4", _ACCOUNT, "constexpr int wantedKeys = 50;", "constexpr int wantedKeys = 5;"),
]
