// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of Verifications that follows the dialogue: one function a message.

#include "base/canonicaljson.h"
#include "base/log.h"
#include "crypto/machine/verifications.h"
#include "crypto/primitives/curves.h"
#include "crypto/primitives/primitives.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

const auto invalid = u"m.invalid_message"_s;
const auto unexpected = u"m.unexpected_message"_s;

bool offers(const QJsonObject& content, QLatin1StringView field, QLatin1StringView value)
{
    return content.value(field).toArray().contains(QString(value));
}

} // namespace

bool Verifications::step(Flow flow, const QString& type, const QJsonObject& content,
                         Changed& changed)
{
    if (flow.isOver()) {
        return true; // also a cancel: it is never answered by one
    }
    const std::array<std::pair<QLatin1StringView, Step>, 7> steps{
        {{"ready"_L1, &Verifications::onReady},
         {"start"_L1, &Verifications::onStart},
         {"accept"_L1, &Verifications::onAccept},
         {"key"_L1, &Verifications::onKey},
         {"mac"_L1, &Verifications::onMac},
         {"done"_L1, &Verifications::onDone},
         {"cancel"_L1, &Verifications::onCancel}}};
    for (const auto& [name, act] : steps) {
        if (type == name) {
            (this->*act)(flow, content);
            save(flow, changed);
            return true;
        }
    }
    return false;
}

//! The keys that the dialogue is about, as they are known now. Later answers of the server do not
//! change them; that they changed meanwhile ends the dialogue.
bool Verifications::fixKeys(Flow& flow)
{
    const auto device = m_context.take(m_context.store.device(flow.user, flow.device));
    if (!device || device->deleted) {
        return false;
    }
    const auto theirs = m_context.take(m_context.store.identity(flow.user));
    const auto own = m_context.take(m_context.store.identity(m_context.user));
    flow.theirDeviceKey = device->ed25519;
    flow.theirMaster = theirs ? theirs->master : QByteArray();
    flow.ownMaster = own ? own->master : QByteArray();
    // A device that is called like one of its owner's signing keys could be signed in its place.
    for (const DeviceRecord& known : m_context.take(m_context.store.devices(flow.user))) {
        const QByteArray name = known.device.toString().toLatin1();
        if (theirs && !known.deleted &&
            (name == theirs->master || name == theirs->selfSigning ||
             name == theirs->userSigning)) {
            qCWarning(logCrypto) << "a device bears the name of a signing key";
            return false;
        }
    }
    return flow.user == m_context.user || !flow.theirMaster.isEmpty();
}

bool Verifications::keysStillHold(const Flow& flow)
{
    const auto device = m_context.take(m_context.store.device(flow.user, flow.device));
    const auto theirs = m_context.take(m_context.store.identity(flow.user));
    const auto own = m_context.take(m_context.store.identity(m_context.user));
    return device && !device->deleted && device->ed25519 == flow.theirDeviceKey &&
           (theirs ? theirs->master : QByteArray()) == flow.theirMaster &&
           (own ? own->master : QByteArray()) == flow.ownMaster;
}

void Verifications::onReady(Flow& flow, const QJsonObject& content)
{
    const DeviceId device(content.value("from_device"_L1).toString());
    if (flow.state != Flow::State::Requested || flow.incoming) {
        abort(flow, unexpected, u"Not expected now."_s);
        return;
    }
    if (!device.isValid() || !content.value("methods"_L1).isArray() ||
        (flow.room.isEmpty() && !flow.asked.contains(device.toString()))) {
        abort(flow, invalid, u"A field is missing."_s);
        return;
    }
    Flow others = flow;
    others.asked.removeAll(device.toString());
    if (flow.room.isEmpty() && !others.asked.isEmpty()) {
        abort(others, u"m.accepted"_s, u"Another device took the request."_s);
    }
    flow.device = device;
    for (const QJsonValue& method : content.value("methods"_L1).toArray()) {
        flow.methods.append(method.toString().left(64));
    }
    flow.state = Flow::State::Ready;
    if (!fixKeys(flow)) {
        abort(flow, u"m.key_mismatch"_s, u"The device's keys are not known."_s);
    } else if (!canVouch(flow)) {
        abort(flow, noSigningKey, u"This device does not have the keys to sign with."_s);
    }
}

void Verifications::onStart(Flow& flow, const QJsonObject& content)
{
    const QString method = content.value("method"_L1).toString();
    const bool both = flow.state == Flow::State::Started && flow.weStarted && !flow.accepted;
    if (flow.state != Flow::State::Ready && !both) {
        abort(flow, unexpected, u"Not expected now."_s);
        return;
    }
    if (content.value("from_device"_L1).toString() != flow.device.toString()) {
        abort(flow, invalid, u"Not the device that answered."_s);
        return;
    }
    if (method == "m.reciprocate.v1"_L1) {
        onReciprocate(flow, content);
        return;
    }
    if (method != "m.sas.v1"_L1) {
        abort(flow, u"m.unknown_method"_s, u"Not a method that was offered."_s);
        return;
    }
    if (both) { // both began: the smaller name's counts
        const auto ours = std::pair{m_context.user.toString(), m_context.device.toString()};
        const auto theirs = std::pair{flow.user.toString(), flow.device.toString()};
        if (ours < theirs) {
            return;
        }
        flow.weStarted = false;
    }
    onSasStart(flow, content);
}

void Verifications::onSasStart(Flow& flow, const QJsonObject& content)
{
    if (!offers(content, "key_agreement_protocols"_L1, "curve25519-hkdf-sha256"_L1) ||
        !offers(content, "hashes"_L1, "sha256"_L1) ||
        !offers(content, "message_authentication_codes"_L1, "hkdf-hmac-sha256.v2"_L1) ||
        !offers(content, "short_authentication_string"_L1, "decimal"_L1)) {
        abort(flow, u"m.unknown_method"_s, u"No common way to compare."_s);
        return;
    }
    QJsonArray strings{u"decimal"_s};
    if (offers(content, "short_authentication_string"_L1, "emoji"_L1)) {
        strings.append(u"emoji"_s);
    }
    const KeyPair pair = x25519Generate();
    flow.start = content;
    flow.ephemeral = pair.secret.view().toByteArray().toBase64();
    flow.ownKey = pair.publicKey;
    flow.commitment = sasCommitment(pair.publicKey, content);
    if (flow.commitment.isEmpty()) {
        abort(flow, invalid, u"Content without a canonical form."_s);
        return;
    }
    send(flow, u"accept"_s,
         {{u"method"_s, u"m.sas.v1"_s},
          {u"key_agreement_protocol"_s, u"curve25519-hkdf-sha256"_s},
          {u"hash"_s, u"sha256"_s},
          {u"message_authentication_code"_s, u"hkdf-hmac-sha256.v2"_s},
          {u"short_authentication_string"_s, strings},
          {u"commitment"_s, QString::fromLatin1(flow.commitment)}});
    flow.state = Flow::State::Started;
    flow.accepted = true;
}

void Verifications::onAccept(Flow& flow, const QJsonObject& content)
{
    if (flow.state != Flow::State::Started || !flow.weStarted || flow.accepted) {
        abort(flow, unexpected, u"Not expected now."_s);
        return;
    }
    const QJsonArray strings = content.value("short_authentication_string"_L1).toArray();
    const QByteArray commitment = content.value("commitment"_L1).toString().toLatin1();
    if (commitment.isEmpty() || strings.isEmpty()) {
        abort(flow, invalid, u"A field is missing."_s);
        return;
    }
    if (content.value("key_agreement_protocol"_L1) != "curve25519-hkdf-sha256"_L1 ||
        content.value("hash"_L1) != "sha256"_L1 ||
        content.value("message_authentication_code"_L1) != "hkdf-hmac-sha256.v2"_L1 ||
        (!strings.contains(u"decimal"_s) && !strings.contains(u"emoji"_s))) {
        abort(flow, u"m.unknown_method"_s, u"Not what was offered."_s);
        return;
    }
    const KeyPair pair = x25519Generate();
    flow.ephemeral = pair.secret.view().toByteArray().toBase64();
    flow.ownKey = pair.publicKey;
    flow.commitment = commitment;
    flow.accepted = true;
    send(flow, u"key"_s, {{u"key"_s, QString::fromLatin1(flow.ownKey)}});
}

void Verifications::onKey(Flow& flow, const QJsonObject& content)
{
    const QByteArray key = content.value("key"_L1).toString().toLatin1();
    if (flow.state != Flow::State::Started || !flow.accepted || !flow.theirKey.isEmpty()) {
        abort(flow, unexpected, u"Not expected now."_s);
        return;
    }
    if (key.isEmpty() || key.size() > 64) {
        abort(flow, invalid, u"A field is missing."_s);
        return;
    }
    if (flow.weStarted && !constantTimeEquals(sasCommitment(key, flow.start), flow.commitment)) {
        abort(flow, u"m.mismatched_commitment"_s, u"Not the key that was promised."_s);
        return;
    }
    flow.theirKey = key;
    if (!flow.weStarted) {
        send(flow, u"key"_s, {{u"key"_s, QString::fromLatin1(flow.ownKey)}});
    }
    showSas(flow);
}

SasParty Verifications::ourSide(const Flow& flow)
{
    return {m_context.user, m_context.device, flow.ownKey};
}

SasParty Verifications::theirSide(const Flow& flow)
{
    return {flow.user, flow.device, flow.theirKey};
}

SecretBytes Verifications::sharedSecret(const Flow& flow)
{
    QByteArray raw = QByteArray::fromBase64(flow.ephemeral);
    auto shared = x25519Agree(SecretBytes::takeFrom(raw), flow.theirKey);
    return shared ? std::move(*shared) : SecretBytes();
}

void Verifications::showSas(Flow& flow)
{
    const SecretBytes shared = sharedSecret(flow);
    if (shared.isEmpty()) {
        abort(flow, invalid, u"Not a usable key."_s);
        return;
    }
    const SasParty ours = ourSide(flow);
    const SasParty theirs = theirSide(flow);
    const QByteArray bytes = flow.weStarted ? sasBytes(shared, ours, theirs, flow.id)
                                            : sasBytes(shared, theirs, ours, flow.id);
    flow.emoji = sasEmoji(bytes);
    flow.decimals = sasDecimals(bytes);
    flow.state = Flow::State::Sas;
}

void Verifications::sendMac(Flow& flow)
{
    const SecretBytes shared = sharedSecret(flow);
    const SasParty ours = ourSide(flow);
    const SasParty theirs = theirSide(flow);
    QMap<QString, QByteArray> keys; // sorted by id
    keys.insert(u"ed25519:"_s + m_context.device.toString(), m_keys.ed25519());
    if (m_identities.isOwnTrusted() && !flow.ownMaster.isEmpty()) {
        keys.insert(u"ed25519:"_s + QString::fromLatin1(flow.ownMaster), flow.ownMaster);
    }
    QJsonObject macs;
    for (auto it = keys.begin(); it != keys.end(); ++it) {
        macs.insert(it.key(), QString::fromLatin1(
                                  sasMac(shared, ours, theirs, flow.id, it.key(), it.value())));
    }
    const QByteArray ids = QStringList(keys.keys()).join(u',').toUtf8();
    send(flow, u"mac"_s,
         {{u"mac"_s, macs},
          {u"keys"_s,
           QString::fromLatin1(sasMac(shared, ours, theirs, flow.id, u"KEY_IDS"_s, ids))}});
}

void Verifications::onMac(Flow& flow, const QJsonObject& content)
{
    const bool now = flow.state == Flow::State::Sas || flow.state == Flow::State::Confirmed;
    if (!now || flow.macChecked) {
        abort(flow, unexpected, u"Not expected now."_s);
        return;
    }
    const QJsonObject macs = content.value("mac"_L1).toObject();
    if (macs.isEmpty() || !content.value("keys"_L1).isString()) {
        abort(flow, invalid, u"A field is missing."_s);
        return;
    }
    const SecretBytes shared = sharedSecret(flow);
    const auto isRight = [&](const QString& id, const QByteArray& text, const QJsonValue& mac) {
        return constantTimeEquals(sasMac(shared, theirSide(flow), ourSide(flow), flow.id, id, text),
                                  mac.toString().toLatin1());
    };
    const QString deviceId = u"ed25519:"_s + flow.device.toString();
    const QString masterId = u"ed25519:"_s + QString::fromLatin1(flow.theirMaster);
    bool right = isRight(u"KEY_IDS"_s, QStringList(macs.keys()).join(u',').toUtf8(),
                         content.value("keys"_L1)) &&
                 keysStillHold(flow);
    for (const QString& id : macs.keys()) { // a key that nobody knows is not vouched for
        right = right && (id == deviceId || id == masterId);
    }
    right = right && isRight(deviceId, flow.theirDeviceKey, macs.value(deviceId));
    const bool hasMaster = !flow.theirMaster.isEmpty() && macs.contains(masterId);
    right = right && (!hasMaster || isRight(masterId, flow.theirMaster, macs.value(masterId)));
    right = right && (hasMaster || flow.user == m_context.user);
    if (!right) {
        abort(flow, u"m.key_mismatch"_s, u"The keys are not those that are known."_s);
        return;
    }
    flow.macChecked = true;
    flow.macOfMaster = hasMaster;
    if (flow.confirmed) {
        finish(flow);
    }
}

void Verifications::onDone(Flow& flow, const QJsonObject& content)
{
    Q_UNUSED(content)
    if (flow.scannedByUs && flow.state == Flow::State::Confirmed) {
        finish(flow);
        return;
    }
    // Done without a proof: nothing is trusted by it.
    abort(flow, unexpected, u"Not expected now."_s);
}

void Verifications::onCancel(Flow& flow, const QJsonObject& content)
{
    flow.state = Flow::State::Cancelled;
    flow.cancelCode = content.value("code"_L1).toString().left(64);
    flow.cancelReason = content.value("reason"_L1).toString().left(255);
    if (flow.cancelCode.isEmpty()) {
        flow.cancelCode = u"m.user"_s;
    }
}

} // namespace client::crypto
