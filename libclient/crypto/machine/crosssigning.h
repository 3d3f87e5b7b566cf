// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// CrossSigning: the identities of people: the own one with its private keys, which devices it
// signed, and whom this person verified (specification, "Cross-signing"). Owned by OlmMachine.
#pragma once

#include "crypto/encryptionviews.h"
#include "crypto/machine/accountkeys.h"
#include "crypto/machine/context.h"

namespace client::crypto {

class CrossSigning {
public:
    CrossSigning(Context& context, AccountKeys& keys) : m_context(context), m_keys(keys) {}

    // --- the own identity ---
    //! The own master key that this device knows to be the person's own; empty: none.
    QByteArray trustedMaster();
    //! The published own identity is the trusted one.
    bool isOwnTrusted();
    //! The person proved (by emoji, QR code, recovery) that this is the own identity.
    void trustOwn(const QByteArray& master);
    bool hasSeed(const QString& name); //!< m.cross_signing.master, .self_signing, .user_signing
    SecretBytes seed(const QString& name);
    //! A private key from elsewhere: kept only if it makes the published public key. False: not.
    bool offerSeed(const QString& name, const SecretBytes& seed);

    //! Makes seeds (kept) unless an unpublished identity is there already. Idempotent.
    void create();
    bool hasPending();        //!< created, and the server may not have it yet
    bool isPendingPublic();   //!< the server has that one: only its answer was lost
    QJsonObject publicKeys(); //!< body of /keys/device_signing/upload, without auth
    //! The server took them: they are the trusted identity; this device is signed.
    void published();

    // --- signatures ---
    //! Signs an own device as it is stored and queues the upload. False: no key for it.
    bool signDevice(const DeviceId& device);
    //! Signs this device again where the server does not have the signature; once an hour.
    void signThisDevice();
    //! Signs the identity of somebody whom the person verified. `master` must be the stored one.
    bool signUser(const UserId& user, const QByteArray& master);

    //! The self-signing key is here, and the identity that it belongs to is the person's own.
    bool canSignDevices();
    //! Keys of a device that is not listed yet, signed by the own identity.
    QJsonObject signedAsDevice(QJsonObject deviceKeys);

    //! By the own master key, or by the one about to be published; unsigned when neither is here.
    QJsonObject signedByMaster(const QJsonObject& object);

    // --- judgement ---
    bool isSignedByOwner(const DeviceRecord& device); //!< by an identity that did not change
    bool hasIdentity(const UserId& user);
    bool isVerified(const UserId& user);
    IdentityView view(const UserId& user);
    QString trustOf(const DeviceRecord& device); //!< words of DeviceView::trust
    void acknowledge(const UserId& user);
    //! After /keys/query: what the person had verified and is not any more is remembered.
    void reviewIdentity(const UserId& user);
    //! Another identity than the one under which they were verified one by one.
    static void distrustDevices(Context& context, const UserId& user);

    // --- signatures that the server did not take ---
    //! `failures`: as in the answer of /keys/signatures/upload, of what is in `body`.
    void notTaken(const QJsonObject& body, const QJsonObject& failures);
    //! After the next list of the user's keys: a few times, and only for the same keys.
    void signAgain(const UserId& user);

private:
    void queueSignatures(const QJsonObject& body);
    void forgetOldSeeds(const IdentityRecord& own, bool anew);
    bool signAgain(const UserId& user, const QString& name, const QByteArray& key);
    QJsonObject signedBySeed(QJsonObject object, const QString& seedName);
    QJsonObject keyObject(const QString& usage);

    Context& m_context;
    AccountKeys& m_keys;
};

} // namespace client::crypto
