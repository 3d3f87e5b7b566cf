// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of Verifications about QR codes, and the trust that a dialogue ends with.

#include "base/base64.h"
#include "base/log.h"
#include "crypto/machine/verifications.h"
#include "crypto/primitives/primitives.h"
#include "crypto/verification/qrcode.h"

using namespace Qt::StringLiterals;

namespace client::crypto {

std::optional<QByteArray> Verifications::qr(const QString& id)
{
    auto flow = inState(id, {Flow::State::Ready});
    if (!flow || !flow->methods.contains("m.qr_code.scan.v1"_L1) || flow->ownMaster.isEmpty()) {
        return std::nullopt;
    }
    VerificationQr code;
    code.flow = flow->id;
    const bool isTrusted = m_identities.isOwnTrusted();
    if (flow->user != m_context.user) {
        code.mode = VerificationQr::Mode::OtherUser;
        code.firstKey = flow->ownMaster;
        code.secondKey = flow->theirMaster;
        if (!isTrusted) {
            return std::nullopt; // one vouches with an identity only if it is one's own
        }
    } else if (isTrusted) {
        code.mode = VerificationQr::Mode::TrustsMaster;
        code.firstKey = flow->ownMaster;
        code.secondKey = flow->theirDeviceKey;
    } else {
        code.mode = VerificationQr::Mode::DistrustsMaster;
        code.firstKey = m_keys.ed25519();
        code.secondKey = flow->ownMaster;
    }
    if (flow->qrSecret.isEmpty()) {
        flow->qrSecret = encodeBase64(randomBytes(16));
        Changed nobody;
        save(*flow, nobody);
    }
    code.secret = decodeBase64(flow->qrSecret).value_or(QByteArray());
    auto bytes = encodeQr(code);
    return bytes ? std::optional(*bytes) : std::nullopt;
}

//! The code shows the keys that are known here, in the places where they belong.
bool Verifications::matches(Flow& flow, const QByteArray& payload)
{
    const auto code = parseQr(payload);
    if (!code || code->flow != flow.id) {
        return false;
    }
    const bool isOwn = flow.user == m_context.user;
    switch (code->mode) {
    case VerificationQr::Mode::OtherUser:
        return !isOwn && code->firstKey == flow.theirMaster && code->secondKey == flow.ownMaster &&
               m_identities.isOwnTrusted();
    case VerificationQr::Mode::TrustsMaster:
        return isOwn && code->firstKey == flow.ownMaster && code->secondKey == m_keys.ed25519();
    case VerificationQr::Mode::DistrustsMaster:
        return isOwn && code->firstKey == flow.theirDeviceKey &&
               code->secondKey == flow.ownMaster && m_identities.isOwnTrusted();
    }
    return false;
}

bool Verifications::scanned(const QString& id, const QByteArray& payload, Changed& changed)
{
    auto flow = inState(id, {Flow::State::Ready});
    if (!flow) {
        return false;
    }
    const auto shown = parseQr(payload);
    const bool ofPeople = shown && shown->mode == VerificationQr::Mode::OtherUser;
    if (shown && shown->flow == flow->id && ofPeople != (flow->user != m_context.user)) {
        abort(*flow, u"m.user_mismatch"_s, u"The code is not for this person."_s);
        save(*flow, changed);
        return true;
    }
    if (!matches(*flow, payload) || !keysStillHold(*flow)) {
        abort(*flow, u"m.key_mismatch"_s, u"The code does not show the keys that are known."_s);
        save(*flow, changed);
        return true;
    }
    const auto code = parseQr(payload);
    send(*flow, u"start"_s,
         {{u"from_device"_s, m_context.device.toString()},
          {u"method"_s, u"m.reciprocate.v1"_s},
          {u"secret"_s, QString::fromLatin1(encodeBase64(code->secret))}});
    flow->scannedByUs = true;
    flow->confirmed = true;
    flow->macChecked = true;
    flow->macOfMaster = true;
    flow->state = Flow::State::Confirmed;
    save(*flow, changed);
    return true;
}

void Verifications::onReciprocate(Flow& flow, const QJsonObject& content)
{
    const auto secret = decodeBase64(content.value("secret"_L1).toString().toLatin1());
    const auto shown = decodeBase64(flow.qrSecret);
    if (flow.qrSecret.isEmpty()) {
        abort(flow, u"m.unknown_method"_s, u"No code was shown."_s);
        return;
    }
    if (!secret || !shown || !constantTimeEquals(*secret, *shown) || !keysStillHold(flow)) {
        abort(flow, u"m.key_mismatch"_s, u"Not the code that was shown."_s);
        return;
    }
    flow.start = {};        // a comparison that this side had begun proves nothing any more
    flow.macChecked = true; // the other side compared the keys in the code with its own
    flow.macOfMaster = true;
    flow.state = Flow::State::Scanned;
}

void Verifications::finish(Flow& flow)
{
    if (!keysStillHold(flow)) {
        abort(flow, u"m.key_mismatch"_s, u"A key changed meanwhile."_s);
        return;
    }
    if (!trust(flow)) {
        abort(flow, noSigningKey, u"This device does not have the keys to sign with."_s);
        return;
    }
    send(flow, u"done"_s, {});
    flow.state = Flow::State::Done;
}

//! A dialogue that could not end with a signature is not begun: people would compare for nothing.
bool Verifications::canVouch(const Flow& flow)
{
    return flow.user == m_context.user ||
           (m_identities.isOwnTrusted() && m_identities.hasSeed(identitySecrets[2]));
}

//! What was proved, and nothing else. False: it could not be signed, and nothing was written.
bool Verifications::trust(const Flow& flow)
{
    auto device = m_context.take(m_context.store.device(flow.user, flow.device));
    const bool byQr = flow.start.isEmpty();
    if (flow.user != m_context.user) {
        if (!m_identities.signUser(flow.user, flow.theirMaster)) {
            return false;
        }
        if (device && !byQr) { // a code of this kind says nothing of the device
            device->verified = true;
            m_context.take(m_context.store.saveDevice(*device));
        }
        return true;
    }
    const bool wasTrusted = m_identities.isOwnTrusted();
    if (wasTrusted && device && !m_identities.isSignedByOwner(*device) &&
        !m_identities.signDevice(flow.device)) {
        return false;
    }
    device = m_context.take(m_context.store.device(flow.user, flow.device)); // signed meanwhile
    // Whoever did not know the identity to be the own one learns it from the one who did.
    if (!wasTrusted && (byQr || flow.macOfMaster) && !flow.ownMaster.isEmpty()) {
        m_identities.trustOwn(flow.ownMaster);
    }
    if (device && (!byQr || wasTrusted)) {
        device->verified = true;
        m_context.take(m_context.store.saveDevice(*device));
    }
    if (wasTrusted) {
        m_secrets.renewSigned(flow.device);
    }
    return true;
}

} // namespace client::crypto
