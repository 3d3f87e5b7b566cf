// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// OlmMachine: the end-to-end encryption of one device. Sans IO: sync changes are pushed in,
// requests are pulled out, answers are reported back. Keeps no state of its own between calls:
// everything is in the CryptoStore, so a rolled-back transaction leaves nothing stale. Owned by
// engine::Engine.
#pragma once

#include "base/clock.h"
#include "base/error.h"
#include "base/secretbytes.h"
#include "crypto/cryptostore.h"
#include "crypto/encryptionviews.h"
#include "events/event.h"

#include <QMap>

#include <memory>
#include <set>

namespace client::crypto {

//! What one sync brought, as far as encryption is concerned.
struct SyncChanges {
    std::vector<QJsonObject> toDevice;
    QStringList changedUsers, leftUsers;
    std::optional<int> oneTimeKeyCount; //!< signed_curve25519; absent means 0
    bool unusedFallback = false;        //!< server lists an unused signed_curve25519 fallback
    bool initial = false;               //!< no since token: every tracked list is outdated
};

//! What the engine must do with the result of a call.
struct CryptoChanges {
    //! Sessions that became usable (room, session id): events waiting for them can be tried again.
    std::vector<std::pair<RoomId, QByteArray>> newRoomKeys;
    std::vector<std::pair<RoomId, QByteArray>> withheld; //!< a reason became known
    bool hasRequests = false;                            //!< outgoingRequests() would not be empty
    int discarded = 0;                                   //!< to-device events refused (see log)
    std::vector<VerificationView> verifications;         //!< that moved
    bool statusChanged = false; //!< identities, devices, backup or secrets may differ
};

struct Judgement;
class AccountKeys;
class CrossSigning;
class Dehydration;
class HistoryReceiving;
class HistorySharing;
class KeyBackup;
class KeyRequests;
class RoomKeys;
class SecretSharing;
class Verifications;
class Context;

//! The machine's parts that a person's acts go to directly: within OlmMachine::use() only.
struct MachineParts {
    Context& context;
    AccountKeys& keys;
    CrossSigning& identities;
    SecretSharing& secrets;
    KeyRequests& requests;
    KeyBackup& backup;
    RoomKeys& roomKeys;
    Verifications& verifications;
    Dehydration& dehydration;
    HistorySharing& sharedHistory;
    HistoryReceiving& receivedHistory;
};

//! The outcome of decrypting one room event.
struct Decrypted {
    QString type;
    QJsonObject content; //!< m.relates_to of the outer event merged in
    QString trust;       //!< words as in timeline::TimelineItem::trust
    QByteArray sessionId;
    UserId owner;
};

struct DecryptFailure {
    bool waiting = false; //!< may heal when a key comes
    QString reason;       //!< words as in timeline::TimelineItem::encryptionReason
    QByteArray sessionId; //!< empty when the event names none
};

//! One HTTP request of the machine; report the answer with markSent().
using OutgoingRequest = OutgoingRecord;

class OlmMachine {
public:
    //! `pickleKey`: 32 bytes derived from the store's root key. Nothing is read or made yet.
    OlmMachine(UserId user, DeviceId device, CryptoStore& store, const Clock& clock,
               SecretBytes pickleKey);
    ~OlmMachine();
    OlmMachine(const OlmMachine&) = delete;
    OlmMachine& operator=(const OlmMachine&) = delete;
    OlmMachine(OlmMachine&&) = delete;
    OlmMachine& operator=(OlmMachine&&) = delete;

    //! Once a start, before ensureAccount. `beside`: what lies beside the root key. Not what this
    //! store left there: an older copy of the store was put back, whose ratchets have gone on since
    //! then and are never used again. Result: what is to lie there once this is committed.
    Result<QByteArray> beginGeneration(const QByteArray& beside);
    Result<> generationKept(); //!< it lies there: what lay there before is not accepted any more
    //! Makes the account at the first start. Idempotent.
    Result<> ensureAccount();
    Result<QByteArray> ownEd25519();
    Result<QByteArray> ownCurve25519();

    //! Guard against input that kills the process. Before the engine handles to-device events it
    //! notes their hash in a small transaction of its own; the transaction that handles them clears
    //! it. Result: how often the hash had been noted and never cleared. A batch (1 or more): handle
    //! its events one by one, each noted; an event (2 or more): quarantine it instead.
    Result<int> noteInProcess(const QByteArray& hash);
    Result<> clearInProcess(const QByteArray& hash);
    Result<> quarantine(const QJsonObject& event); //!< kept raw, never tried again

    Result<CryptoChanges> receiveSync(const SyncChanges& changes);

    //! Requests to send now, in order: at most one keys/upload, one keys/query per batch of users,
    //! pending claims, to-device messages. The same until markSent or markFailed.
    Result<std::vector<OutgoingRequest>> outgoingRequests();
    Result<CryptoChanges> markSent(const QString& requestId, const QJsonObject& response);
    //! Refused for good (4xx other than 429): the machine drops or remakes it.
    Result<CryptoChanges> markRefused(const QString& requestId, const Error& error);

    //! m.room.encryption or history visibility seen in state. Settings never weaken.
    Result<> setRoomEncryption(const RoomId& room, const QJsonObject& content);
    Result<> setHistoryVisibility(const RoomId& room, const QString& visibility);
    Result<std::optional<RoomEncryptionRecord>> roomEncryption(const RoomId& room);
    //! Members of encrypted rooms are tracked (joined, and invited where they get keys).
    Result<> trackUsers(const std::set<UserId>& users);
    //! No encrypted room is shared any more with these.
    Result<> untrackUsers(const std::set<UserId>& users);
    //! Someone left, was removed, or devices changed: rotate before the next message.
    Result<> memberLeft(const RoomId& room, const UserId& user);

    //! One step toward being able to encrypt for `recipients`: Done when every device that should
    //! have the session has it (or was told why not); otherwise requests wait in outgoingRequests()
    //! and the call is repeated after their answers.
    enum class Readiness { Ready, Pending };
    //! A verification goes out even where a changed identity holds messages back: it settles that.
    enum class Purpose { Message, Verification };
    Result<Readiness> prepareToEncrypt(const RoomId& room, const std::set<UserId>& recipients,
                                       Purpose purpose = Purpose::Message);
    //! Content of m.room.encrypted. Advances the ratchet: commit before it is sent.
    Result<QJsonObject> encrypt(const RoomId& room, const QString& type,
                                const QJsonObject& content);

    std::expected<Decrypted, DecryptFailure> decrypt(const RoomId& room,
                                                     const events::Event& event);
    //! How far a session is trusted now: identities and devices may have changed since it came.
    Result<Judgement> judged(const RoomId& room, const QByteArray& sessionId, const UserId& sender);

    Result<> blockDevice(const UserId& user, const DeviceId& device, bool blocked);
    Result<> setShareWith(ShareWith with);
    //! The members' verification events of a room, decrypted where they were encrypted.
    Result<CryptoChanges> receiveRoomVerification(const RoomId& room, const events::Event& event);
    //! An answer of /keys/query about one user, asked for outside the queue.
    Result<CryptoChanges> receiveKeysOf(const UserId& user, const QJsonObject& response);

    //! Work on the parts themselves; what it returns, or the fault that it met.
    template <class Work>
    auto use(Work work) -> Result<std::invoke_result_t<Work, MachineParts&>>
    {
        auto value = work(parts());
        if (auto ended = end(); !ended) {
            return std::unexpected(ended.error());
        }
        return value;
    }

    //! The same for work that only asks: no transaction is needed.
    template <class Ask>
    auto look(Ask ask) -> Result<std::invoke_result_t<Ask, MachineParts&>>
    {
        return use(std::move(ask));
    }

    //! True while a request is open or an answer is awaited.
    Result<bool> isBusy();

private:
    struct Parts;
    MachineParts& parts();
    Result<> end();
    std::unique_ptr<Parts> m_parts;
};

} // namespace client::crypto
