// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Trust: whose a session is and how sure that is, by what is known of devices and identities at
// this moment.
#pragma once

#include "crypto/machine/context.h"

namespace client::crypto {

struct Judgement {
    //! ok, unverified, identityChanged, unsignedDevice, unknownDevice, forwarded or sharedHistory.
    QString trust;
    UserId owner; //!< empty: nobody is known to own it
};

Judgement judge(Context& context, const InboundGroupRecord& session);

} // namespace client::crypto
