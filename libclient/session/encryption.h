// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Encryption: what a person does about encryption: identity, recovery, devices, verification.
// Owned by Session; home thread. Errors: Forbidden with errcode M_FORBIDDEN is a wrong password;
// WrongKey a wrong recovery key or passphrase; Unsupported what the server does not allow here.
#pragma once

#include "base/error.h"
#include "base/secretbytes.h"
#include "base/task.h"
#include "crypto/encryptionviews.h"

#include <QObject>

namespace client::session {

class Encryption final : public QObject {
    Q_OBJECT

public:
    struct Parts;
    explicit Encryption(Parts& parts);
    ~Encryption() override;

    Task<Result<crypto::EncryptionStatus>> status();

    // --- identity and recovery ---
    //! Makes what is missing of: identity, recovery (secret storage), key backup. Taken up again
    //! where it was broken off. Invalid when an identity exists whose private keys are not here:
    //! recover or resetIdentity. Result: the recovery key as text to keep safe.
    Task<Result<SecretBytes>> bootstrap(SecretBytes password, SecretBytes passphrase);
    //! Exactly one of the two; brings the identity's keys and the backup's here, signs this device,
    //! restores the history in the background.
    Task<Result<>> recover(SecretBytes recoveryKey, SecretBytes passphrase);
    //! A new identity, backup and recovery in place of those there are. Result as bootstrap.
    Task<Result<SecretBytes>> resetIdentity(SecretBytes password, SecretBytes passphrase);
    //! Whether this is the password of the account (Forbidden with M_FORBIDDEN: it is not).
    Task<Result<>> provePassword(SecretBytes password);
    //! Every key of the backup at once. NotFound: no backup; Forbidden: its key is not here.
    Task<Result<crypto::ImportCount>> restoreBackup();
    //! Answers backupDisabledElsewhere: the backup stays on, and the account's programs know it.
    Task<Result<>> keepBackup();
    //! Never overwrites (Invalid). Imported counts what was written.
    Task<Result<crypto::ImportCount>> exportKeys(QString path, SecretBytes passphrase);
    Task<Result<crypto::ImportCount>> importKeys(QString path, SecretBytes passphrase);

    // --- devices and people ---
    Task<Result<std::vector<crypto::DeviceView>>> devices(UserId user);
    Task<Result<>> renameDevice(DeviceId device, QString name);
    Task<Result<>> signOutDevices(std::vector<DeviceId> devices, SecretBytes password);
    Task<Result<>> blockDevice(UserId user, DeviceId device, bool blocked);
    Task<Result<>> devicesSeen();  //!< the person has looked at own new sign-ins
    Task<Result<>> restoredSeen(); //!< the person knows that an older profile came back
    Task<Result<>> setShareWith(crypto::ShareWith with);
    Task<Result<>> setOnlySigned(bool only); //!< see SessionOptions
    Task<Result<crypto::IdentityView>> identity(UserId user);
    //! The identities among a room's members that changed and were not acknowledged.
    Task<Result<std::vector<crypto::IdentityView>>> changedIdentities(RoomId room);
    //! The new identity is taken for the person's; an earlier verification is withdrawn.
    Task<Result<>> acknowledgeIdentity(UserId user);

    // --- verification (specification, "Key verification framework") ---
    //! Own account: to all own devices, or one. Somebody else: in `room`, which must be a direct
    //! conversation with the person, or to one device. Result: the flow's id.
    Task<Result<QString>> requestVerification(UserId user, DeviceId device, RoomId room);
    Task<Result<>> acceptVerification(QString flow);
    Task<Result<>> startSas(QString flow);
    Task<Result<>> confirmVerification(QString flow);  //!< "they match", or "the other scanned"
    Task<Result<>> mismatchVerification(QString flow); //!< "they differ"
    Task<Result<>> cancelVerification(QString flow);
    Task<Result<QByteArray>> verificationQr(QString flow); //!< bytes to show as a QR code
    Task<Result<>> verificationScanned(QString flow, QByteArray payload);
    Task<Result<std::vector<crypto::VerificationView>>> verifications();

Q_SIGNALS:
    void verificationChanged(client::crypto::VerificationView view);
    void statusChanged(); //!< anything of status(), devices() or an identity may differ now
    void restoring(int done, int total); //!< history being restored; done == total: finished

private:
    Parts* m_parts;
};

} // namespace client::session
