// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Guards: what every foreign byte must pass before libolm sees it.
#pragma once

#include "base/error.h"

#include <QByteArray>
#include <QByteArrayView>

namespace client::crypto {

//! A strict parse of the wire formats (version, each required field exactly once, key lengths,
//! ciphertext a positive multiple of 16, at most 128 KiB, strict base64).
Result<> checkOlmMessage(int type, const QByteArray& body, const QByteArray& senderKey);
//! A pre-key message on its own, whoever sent it.
Result<> checkPreKeyShape(const QByteArray& body);
//! The recipient's key that a pre-key message was made with (base64); empty for anything else.
QByteArray oneTimeKeyOf(const QByteArray& body);
Result<> checkMegolmMessage(const QByteArray& body);
//! 32 bytes of strict base64 and not of small order.
Result<> checkCurve25519Key(const QByteArray& key);

} // namespace client::crypto
