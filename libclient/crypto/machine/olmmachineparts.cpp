// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// What arrives, given to the part whose matter it is.

#include "crypto/machine/olmmachineparts.h"

#include "base/log.h"
#include "crypto/machine/devicekeys.h"
#include "crypto/machine/generations.h"
#include "crypto/machine/outgoing.h"

using namespace Qt::StringLiterals;

namespace client::crypto {

bool OlmMachine::Parts::isBusy()
{
    return context.take(context.store.hasOutgoing()) || needsUpload() || directory.needsQuery() ||
           needsDrain() || channel.needsClaim();
}

//! Under keys that are not this device's nothing of it is published: the person must sign in anew.
bool OlmMachine::Parts::needsUpload()
{
    return keys.needsUpload() && !directory.ownKeysAreForeign();
}

bool OlmMachine::Parts::needsDrain()
{
    return keys.needsDrain() && !directory.ownKeysAreForeign();
}

//! The store is older than what this device has done: whatever has gone on since is begun anew.
void OlmMachine::Parts::startOver()
{
    using Kind = OutgoingRecord::Kind;
    qCWarning(logCrypto) << "an older copy of this profile was put back: every session is new";
    for (const OutgoingRecord& request : context.take(context.store.outgoing())) {
        const bool isStale = request.kind == Kind::KeysUpload || request.kind == Kind::KeysQuery ||
                             request.kind == Kind::KeysClaim ||
                             request.eventType == "m.room.encrypted"_L1;
        if (isStale) {
            context.take(context.store.removeOutgoing(request.id));
            forgetSessionOf(context, request.id);
        }
    }
    channel.startOver(context.take(context.store.dropRatchets()));
    keys.startOver();
    directory.startOver();
    sharing.somethingChanged();
    noteRestored(context, true);
}

void OlmMachine::Parts::makeRequests()
{
    if (needsDrain()) {
        keys.makeDrain();
    }
    if (needsUpload()) {
        keys.makeUpload();
    }
    secrets.answer();
    requests.answer();
    sharedHistory.share();
    directory.makeQueries();
    channel.makeClaims();
}

//! False: refused.
bool OlmMachine::Parts::receive(const QJsonObject& event, CryptoChanges& changes)
{
    const UserId sender(event.value("sender"_L1).toString());
    const QString type = event.value("type"_L1).toString();
    const QJsonObject content = event.value("content"_L1).toObject();
    if (!sender.isValid()) {
        return false;
    }
    if (type == "m.room.encrypted"_L1) {
        const auto payload = channel.open(sender, content);
        if (payload && payload->newSession) {
            sharing.somethingChanged(); // one that could not be reached may be now
        }
        return payload && receive(*payload, changes);
    }
    return !isOfDehydrated(sender, content) && receiveClear(sender, type, content, changes);
}

//! It can ask for nothing, so whoever names it is not the device.
bool OlmMachine::Parts::isOfDehydrated(const UserId& sender, const QJsonObject& content)
{
    for (const auto name : {"from_device"_L1, "requesting_device_id"_L1}) {
        const DeviceId id(content.value(name).toString());
        const auto device =
            id.isValid() ? context.take(context.store.device(sender, id)) : std::nullopt;
        if (device && isDehydrated(*device)) {
            return true;
        }
    }
    return false;
}

//! In clear, a server may have written it: it may ask and excuse, never give.
bool OlmMachine::Parts::receiveClear(const UserId& sender, const QString& type,
                                     const QJsonObject& content, CryptoChanges& changes)
{
    if (type == "m.room_key.withheld"_L1) {
        return roomKeys.receiveWithheld(content, changes);
    }
    if (type == "m.room_key_request"_L1) {
        return requests.receiveRequest(sender, content);
    }
    if (type == "m.secret.request"_L1) {
        return secrets.receiveRequest(sender, content);
    }
    if (!type.startsWith("m.key.verification."_L1)) {
        return false;
    }
    return verifications.receiveToDevice(sender, type, content, changes.verifications);
}

bool OlmMachine::Parts::receive(const OlmPayload& payload, CryptoChanges& changes)
{
    if (payload.type == "m.room_key"_L1) {
        return roomKeys.receive(payload, changes);
    }
    if (payload.type == "m.dummy"_L1) {
        if (payload.newSession) {
            sharing.deviceBeganAnew(payload.senderKey);
        }
        return true;
    }
    if (payload.type == "m.forwarded_room_key"_L1) {
        return requests.receiveForwarded(payload, changes);
    }
    if (payload.type == bundleType || payload.type == oldBundleType) {
        changes.statusChanged = true;
        return receivedHistory.receive(payload);
    }
    if (payload.type == "m.secret.send"_L1) {
        const auto secret = secrets.receive(payload);
        changes.statusChanged = changes.statusChanged || secret.has_value();
        return secret && (secret->first != backupSecret || backup.offerKey(secret->second));
    }
    return false;
}

//! After an answer about people's keys: what it means for their identities and the own devices.
void OlmMachine::Parts::review(const OutgoingRecord& query, const QJsonObject& response,
                               CryptoChanges& changes)
{
    for (const QString& user : query.body.value("device_keys"_L1).toObject().keys()) {
        identities.reviewIdentity(UserId(user));
        identities.signAgain(UserId(user));
        if (user == context.user.toString()) {
            const QJsonValue own = response.value("device_keys"_L1).toObject().value(user);
            if (own.isObject() && !own.toObject().contains(context.device.toString())) {
                keys.lostByServer();
            }
            reviewOwnDevices();
        }
    }
    changes.statusChanged = true;
}

//! What was refused is signed again over the keys that the next list brings.
void OlmMachine::Parts::signaturesAnswered(const OutgoingRecord& request,
                                           const QJsonObject& failures)
{
    if (failures.isEmpty()) {
        return;
    }
    qCWarning(logCrypto) << "the server did not take a signature";
    identities.notTaken(request.body, failures);
    for (const QString& user : failures.keys()) {
        directory.markChanged(UserId(user));
    }
}

void OlmMachine::Parts::reviewOwnDevices()
{
    identities.signThisDevice();
    for (const DeviceRecord& device : context.take(context.store.devices(context.user))) {
        if (!device.deleted && identities.isSignedByOwner(device)) {
            secrets.noteSigned(device.device);
            if (device.device == context.device) {
                secrets.askForMissing();
            }
        }
    }
}

} // namespace client::crypto
