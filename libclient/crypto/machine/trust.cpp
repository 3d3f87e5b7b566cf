// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/machine/trust.h"

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

QString trustOf(Context& context, const DeviceRecord& device)
{
    if (device.blocked) {
        return u"unverified"_s;
    }
    const auto identity = context.take(context.store.identity(device.user));
    if (!identity || identity->master.isEmpty()) {
        return u"ok"_s;
    }
    if (identity->changed && (identity->wasVerified || device.user == context.user)) {
        return u"identityChanged"_s;
    }
    if (device.verified) {
        return u"ok"_s;
    }
    if (identity->changed) {
        return u"unverified"_s;
    }
    const bool isSigned =
        !identity->selfSigning.isEmpty() && device.signedBy == identity->selfSigning;
    return isSigned ? u"ok"_s : u"unsignedDevice"_s;
}

//! The device that bears both keys: anybody may publish one of another's, but not sign with it.
std::optional<DeviceRecord> deviceOf(Context& context, const InboundGroupRecord& session)
{
    for (DeviceRecord& device : context.take(context.store.devicesByKey(session.senderKey))) {
        if (device.ed25519 == session.ed25519) {
            return std::move(device);
        }
    }
    return std::nullopt;
}

} // namespace

Judgement judge(Context& context, const InboundGroupRecord& session)
{
    using Source = InboundGroupRecord::Source;
    if (session.source == Source::Own) {
        return {u"ok"_s, context.user};
    }
    // Whose device it is counts for more than what the message that brought the session said of its
    // sender.
    const auto device = deviceOf(context, session);
    const UserId owner = device ? device->user : session.owner;
    if (session.source == Source::Bundle) {
        return {u"sharedHistory"_s, owner};
    }
    if (session.source != Source::Direct) {
        return {u"forwarded"_s, owner};
    }
    if (!device || device->deleted || device->user != session.owner) {
        return {u"unknownDevice"_s, owner};
    }
    return {trustOf(context, *device), owner};
}

} // namespace client::crypto
