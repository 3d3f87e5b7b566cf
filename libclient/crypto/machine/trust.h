// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Trust: one word on how sure it is that a session belongs to the person it claims to, by what is
// known of devices and identities at this moment.
#pragma once

#include "crypto/machine/context.h"

namespace client::crypto {

//! ok, unverified, unsignedDevice, unknownDevice, forwarded or sharedHistory.
QString trustWord(Context& context, const InboundGroupRecord& session);

} // namespace client::crypto
