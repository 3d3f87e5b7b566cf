// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Account and Session: RAII over libolm, behind validation of every foreign byte.
// Values of one call: unpickled, used, pickled again, wiped. Nothing keeps them.
#pragma once

#include "base/error.h"
#include "base/secretbytes.h"
#include "crypto/olm/devicesecrets.h"

#include <QByteArray>
#include <QMap>

#include <memory>

struct OlmAccount;
struct OlmSession;

namespace client::crypto {

//! One Olm ciphertext: type 0 is a pre-key message, 1 a normal one; body is unpadded base64.
struct OlmMessage {
    int type = 0;
    QByteArray body;
};

//! A one-to-one ratchet with one device.
class Session {
public:
    explicit Session(std::unique_ptr<::OlmSession, void (*)(::OlmSession*)> raw);
    static Session blank(); //!< to be filled by Account; of no other use
    static Result<Session> unpickle(const QByteArray& pickle, const SecretBytes& key);
    Result<QByteArray> pickle(const SecretBytes& key) const;
    QByteArray id() const;
    bool hasReceived() const;
    //! Advances the ratchet: pickle and store before the result leaves the process.
    Result<OlmMessage> encrypt(QByteArrayView plaintext);
    //! Crypto error leaves the session unchanged only if the caller drops this value.
    Result<QByteArray> decrypt(const OlmMessage& message);
    //! A pre-key message of this session (sender key as outer sender_key, base64).
    bool matchesInbound(const OlmMessage& message, const QByteArray& senderKey) const;

    ::OlmSession* raw() const { return m_raw.get(); }

private:
    std::unique_ptr<::OlmSession, void (*)(::OlmSession*)> m_raw;
};

//! The device's own long-term keys, one-time keys and fallback key.
class Account {
public:
    static Result<Account> create();
    static Result<Account> unpickle(const QByteArray& pickle, const SecretBytes& key);
    //! A device that was kept elsewhere; all its keys count as published. Malformed: not keys.
    static Result<Account> fromSecrets(const DeviceSecrets& secrets);
    Result<QByteArray> pickle(const SecretBytes& key) const;

    QByteArray curve25519() const;                         //!< base64
    QByteArray ed25519() const;                            //!< base64
    Result<QByteArray> sign(QByteArrayView message) const; //!< base64 signature

    int maxOneTimeKeys() const;
    Result<> generateOneTimeKeys(int count);
    QMap<QByteArray, QByteArray> unpublishedOneTimeKeys() const; //!< key id -> base64 key
    Result<> generateFallbackKey();
    QMap<QByteArray, QByteArray> unpublishedFallbackKey() const; //!< none or one
    void markKeysAsPublished();
    void forgetOldFallbackKey();

    //! Both keys base64; refused when of small order or not 32 bytes.
    Result<Session> createOutbound(const QByteArray& identityKey, const QByteArray& oneTimeKey);
    //! Message of type 0; its identity key must equal `senderKey`. Does not remove the one-time
    //! key.
    Result<Session> createInbound(const OlmMessage& message, const QByteArray& senderKey);
    Result<> removeOneTimeKey(const Session& session); //!< no-op for a fallback key

private:
    explicit Account(std::unique_ptr<::OlmAccount, void (*)(::OlmAccount*)> raw);
    std::unique_ptr<::OlmAccount, void (*)(::OlmAccount*)> m_raw;
};

} // namespace client::crypto
