// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// AccountKeys: the device's own keys: made once, signed, published, topped up, their private halves
// kept until nobody can need them. The account is loaded for one call and dropped by flush().
// Owned by OlmMachine.
#pragma once

#include "crypto/machine/backoff.h"
#include "crypto/machine/context.h"
#include "crypto/olm/olmaccount.h"

namespace client::crypto {

class AccountKeys {
public:
    explicit AccountKeys(Context& context)
        : m_context(context)
        , m_backoff(context, QStringLiteral("uploadBackoff"))
    {}

    void ensure();                                 //!< makes the account when there is none
    QByteArray ed25519();                          //!< base64
    QByteArray curve25519();                       //!< base64
    QJsonObject deviceKeys();                      //!< the signed object of /keys/upload
    DeviceRecord asRecord();                       //!< this device as others see it
    QJsonObject withSignature(QJsonObject object); //!< of this device

    //! What the server said in a sync: keys left, and whether its fallback key is still unused.
    void serverCounts(int oneTimeKeys, bool unusedFallback);
    bool needsUpload();
    void makeUpload();
    void uploaded(const QJsonObject& response);
    void uploadRefused();
    //! An older account came back: the server may hold keys of ours whose private halves are lost.
    //! They are replaced: the fallback key first, then this device claims its one-time keys until
    //! none is left, and publishes others.
    void startOver();
    bool needsDrain();
    void makeDrain();
    //! False: not a claim of these.
    bool drained(const OutgoingRecord& request, const QJsonObject& response);
    void lostByServer(); //!< its list does not name this device, though it took its keys once

    Result<Session> createOutbound(const QByteArray& identityKey, const QByteArray& oneTimeKey);
    Result<Session> createInbound(const OlmMessage& message, const QByteArray& senderKey);
    //! A session was made by the other side: its one-time key serves nobody else.
    void oneTimeKeyUsed(const Session& session, const OlmMessage& message);
    //! As others know them: with the signature of the person's identity where this device has it.
    QJsonObject vouchedKeys();
    //! Forgets the previous fallback key once it can be missed. `drained`: nothing was waiting at
    //! the server that might still need it.
    void retireFallback(bool drained);

    //! Stores the account if it changed and drops it: nothing of it outlives a call.
    void flush();

private:
    bool load(); //!< false: there is none, or a fault was noted

    void change() { m_changed = true; }

    bool isDraining();
    QString wireName(const QByteArray& keyId);
    QJsonObject signedKey(const QByteArray& key, bool fallback);
    bool wantsFallback() const;
    int missingKeys();
    QJsonObject newFallback();
    QJsonObject uploadBody();

    Context& m_context;
    Backoff m_backoff;
    std::optional<Account> m_account;
    AccountRecord m_record;
    bool m_changed = false;
};

} // namespace client::crypto
