// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/machine/trust.h"

using namespace Qt::StringLiterals;

namespace client::crypto {

QString trustWord(Context& context, const InboundGroupRecord& session)
{
    using Source = InboundGroupRecord::Source;
    if (session.source == Source::Own) {
        return u"ok"_s;
    }
    if (session.source == Source::Bundle) {
        return u"sharedHistory"_s;
    }
    if (session.source != Source::Direct) {
        return u"forwarded"_s;
    }
    const auto device = context.deviceOf(session.owner, session.senderKey);
    if (!device || device->deleted || device->ed25519 != session.ed25519) {
        return u"unknownDevice"_s;
    }
    if (device->blocked) {
        return u"unverified"_s;
    }
    const auto identity = context.take(context.store.identity(session.owner));
    if (!identity || identity->master.isEmpty() || device->verified) {
        return u"ok"_s;
    }
    if (identity->changed) {
        return u"unverified"_s;
    }
    const bool isSigned =
        !identity->selfSigning.isEmpty() && device->signedBy == identity->selfSigning;
    return isSigned ? u"ok"_s : u"unsignedDevice"_s;
}

} // namespace client::crypto
