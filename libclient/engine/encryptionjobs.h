// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// EncryptionJobs: the engine's acts about encryption itself: identity, recovery, backup, devices,
// verification. Each is atomic, as the engine's others. Owned by Engine::Parts.
#pragma once

#include "crypto/machine/accountkeys.h"
#include "crypto/machine/dehydration.h"
#include "crypto/machine/keybackup.h"
#include "crypto/machine/keyrequests.h"
#include "crypto/machine/rehydration.h"
#include "crypto/machine/verifications.h"
#include "crypto/recovery/storedkeys.h"
#include "engine/context.h"

#include <functional>

namespace client::engine {

//! What goes to the account data for recovery (specification, "Secret storage").
struct StorageWrite {
    QString keyId;
    QJsonObject description;                //!< m.secret_storage.key.<keyId>
    std::map<QString, QJsonObject> secrets; //!< name -> content.encrypted.<keyId>
    SecretBytes recoveryKey;                //!< text for the person
};

//! What came from there.
struct StorageRead {
    QString keyId;
    QJsonObject description;
    std::map<QString, QJsonObject> secrets; //!< name -> {iv, ciphertext, mac}
};

struct StorageOpened {
    Update update;
    std::map<QString, QJsonObject> missing; //!< what should lie there as well: as StorageWrite's
};

class EncryptionJobs {
public:
    using Act = std::function<Result<Update>(const std::function<void()>&)>;

    EncryptionJobs(Context& context, Act act) : m_context(context), m_act(std::move(act)) {}

    Result<crypto::EncryptionStatus> status();
    //! Known from key lists; names and times of the own ones are the caller's to add.
    Result<std::vector<crypto::DeviceView>> devices(const UserId& user);
    Result<Update> blockDevice(const UserId& user, const DeviceId& device, bool blocked);
    Result<Update> devicesSeen();
    Result<Update> restoredSeen(); //!< the person knows that an older profile came back
    Result<Update> setShareWith(crypto::ShareWith with);
    Result<Update> setOnlySigned(bool only);
    Result<crypto::IdentityView> identity(const UserId& user);
    Result<std::vector<crypto::IdentityView>> changedIdentities(const RoomId& room);
    Result<Update> acknowledge(const UserId& user);

    // --- identity and recovery ---
    //! Makes the identity's keys; the body of /keys/device_signing/upload.
    Result<QJsonObject> createIdentity();
    //! `anew`: in place of another: what was shared before is shared no more.
    Result<Update> identityPublished(bool anew);
    Result<bool> identityPending(); //!< the server has the one that was created here, unanswered
    //! The answer of a /keys/query about one user.
    Result<Update> keysAnswered(const UserId& user, const QByteArray& body);
    Result<StorageWrite> makeStorage(const SecretBytes& passphrase);
    //! Opens with the recovery key's text or the passphrase; takes over what is in it. WrongKey.
    Result<StorageOpened> openStorage(const StorageRead& storage, const SecretBytes& recoveryKey,
                                      const SecretBytes& passphrase);
    Result<Update> noteRecovery(bool exists, bool incomplete);

    // --- backup ---
    struct BackupState {
        QString version;      //!< empty: none at the server
        bool keyHere = false; //!< this device can read it
    };

    Result<BackupState> backupState();
    Result<Update> backupVersion(const QJsonObject& info); //!< empty: none at the server
    Result<QJsonObject> createBackup();
    Result<Update> backupCreated(const QString& version);
    Result<std::optional<crypto::BackupUpload>> nextBackupUpload();
    Result<Update> backupUploaded(const crypto::BackupUpload& upload, int total);
    //! The answer of /room_keys/keys. Result: how many entries restoreSome() has.
    Result<int> beginRestore(const QByteArray& body);

    //! The answer of /room_keys/keys/{room}: what is not here, or not as much of it.
    Result<int> beginRoomRestore(const RoomId& room, const QByteArray& body);

    struct Restored {
        Update update;
        crypto::ImportCount count; //!< so far
        int left = 0;
        bool done = false;
    };

    Result<Restored> restoreSome();
    //! One entry for a message that waits; the answer of /room_keys/keys/{room}/{session}.
    Result<Update> restoreOne(const RoomId& room, const QByteArray& session,
                              const QJsonObject& entry);

    //! Sessions that messages wait for, which were not looked for in the backup for an hour.
    struct Wanted {
        Update update; //!< other devices may have been asked
        std::vector<std::pair<RoomId, QByteArray>> sessions;
    };

    Result<Wanted> wantedKeys();
    Result<crypto::ImportCount> exportKeys(const QString& path, const SecretBytes& passphrase);
    //! Reads and opens the file for restoreSome(). WrongKey, Malformed, NotFound.
    Result<int> beginImport(const QString& path, const SecretBytes& passphrase);

    struct Prepared {
        Update update;
        bool pending = false; //!< false: nothing more to do, or not to be done now
    };

    //! One step toward a first message that need not wait: everybody in the room gets its key.
    Result<Prepared> prepareRoom(const RoomId& room);

    // --- the dehydrated device ---
    Result<crypto::Dehydration::Errand> dehydrationErrand();
    Result<Update> dehydrate(const std::function<void(crypto::Dehydration&)>& work);
    Result<QJsonObject> createDehydrated(); //!< empty: not now
    //! `answer`: the server's, with the device. Result: its id. Crypto, Malformed, Unsupported: it
    //! cannot be opened, now or later.
    Result<QString> beginRehydration(const QByteArray& answer);

    struct Rehydrated {
        Update update;
        QString next; //!< the page to ask for; empty: that was all
    };

    //! One page of its messages. A fault: begin again.
    Result<Rehydrated> rehydrateSome(const QByteArray& body);
    Result<Update> endRehydration();

    // --- verification ---
    Result<Update> verify(const std::function<void(crypto::Verifications&,
                                                   std::vector<crypto::VerificationView>&)>& act);
    Result<std::vector<crypto::VerificationView>> verifications();
    //! Room events of ours that are ready to go; encrypted where the room is.
    void encryptRoomEvents();
    //! Takes out the room events that still wait for keys.
    void holdBack(std::vector<crypto::OutgoingRecord>& requests);
    //! An answer to the machine. When it made the own identity known, what waits is judged again.
    void learn(const std::function<Result<crypto::CryptoChanges>()>& receive);

private:
    //! One act on the machine's parts.
    Result<Update> use(const std::function<void(crypto::MachineParts&)>& work);
    bool knowsIdentity();
    void retryAll(); //!< messages that wait are judged again
    Result<int> begin(Result<crypto::StoredKeys> keys, bool onlyBetter);
    bool isBetter(const crypto::StoredKeys::Key& key);
    bool takeIn(crypto::MachineParts& parts, const crypto::StoredKeys::Key& key,
                crypto::CryptoChanges& changes);

    Context& m_context;
    Act m_act;
    crypto::StoredKeys m_stored; //!< of the restore or import under way, last first
    bool m_onlyBetter = false;   //!< leaves out what is here already
    crypto::ImportCount m_count;
    std::unique_ptr<crypto::Rehydration> m_rehydration; //!< while a device is awake
};

} // namespace client::engine
