// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// EncryptedFile: where the ciphertext of an attachment is, and what opens and checks it.
#pragma once

#include "base/error.h"
#include "base/ids.h"
#include "base/secretbytes.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>

namespace client::events {

//! Specification, "Sending encrypted attachments", version v2. Cannot be copied: it holds a key.
struct EncryptedFile {
    MxcUri url;
    SecretBytes key;   //!< 32 bytes, AES-256
    QByteArray iv;     //!< 16 bytes
    QByteArray sha256; //!< 32 bytes, of the ciphertext
};

//! Strict: v2, A256CTR, oct, the three lengths, a valid content URI; Malformed otherwise.
Result<EncryptedFile> parseEncryptedFile(const QJsonObject& object);
QJsonObject toJson(const EncryptedFile& file);

} // namespace client::events
