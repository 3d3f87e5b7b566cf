// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// OutboundGroup and InboundGroup: RAII over libolm's Megolm, behind validation.
#pragma once

#include "base/error.h"
#include "base/secretbytes.h"

#include <QByteArray>

#include <memory>

struct OlmOutboundGroupSession;
struct OlmInboundGroupSession;

namespace client::crypto {

class OutboundGroup {
public:
    static Result<OutboundGroup> create();
    static Result<OutboundGroup> unpickle(const QByteArray& pickle, const SecretBytes& key);
    Result<QByteArray> pickle(const SecretBytes& key) const;
    QByteArray id() const;
    uint32_t messageIndex() const;  //!< of the next message
    SecretBytes sessionKey() const; //!< sharing format, base64, at the current index
    Result<QByteArray> encrypt(QByteArrayView plaintext); //!< base64; advances the ratchet

private:
    explicit OutboundGroup(
        std::unique_ptr<OlmOutboundGroupSession, void (*)(OlmOutboundGroupSession*)> raw);
    std::unique_ptr<OlmOutboundGroupSession, void (*)(OlmOutboundGroupSession*)> m_raw;
};

class InboundGroup {
public:
    struct Plain {
        QByteArray text;
        uint32_t index = 0;
    };

    //! Sharing format (229 bytes, signed): m.room_key.
    static Result<InboundGroup> fromSessionKey(const SecretBytes& sessionKey);
    //! Export format (165 bytes, unsigned): forwards, backup, key files.
    static Result<InboundGroup> fromExport(const SecretBytes& exported);
    static Result<InboundGroup> unpickle(const QByteArray& pickle, const SecretBytes& key);
    Result<QByteArray> pickle(const SecretBytes& key) const;
    QByteArray id() const; //!< base64 of the signing key
    uint32_t firstKnownIndex() const;
    Result<Plain> decrypt(const QByteArray& ciphertext);
    Result<SecretBytes> exportAt(uint32_t index) const; //!< export format, base64
    //! Same signing key, and the ratchet of the one with the higher first index is reached from the
    //! other: the two are views of one session.
    bool connects(const InboundGroup& other) const;

private:
    explicit InboundGroup(
        std::unique_ptr<OlmInboundGroupSession, void (*)(OlmInboundGroupSession*)> raw);
    std::unique_ptr<OlmInboundGroupSession, void (*)(OlmInboundGroupSession*)> m_raw;
};

} // namespace client::crypto
