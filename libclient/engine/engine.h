// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Engine: the one place where store and crypto meet; every transaction is opened here. Lives on its
// own thread (Worker<Engine>); owned by Session. Each method is one atomic act on values. A method
// that fails has changed nothing.
#pragma once

#include "base/clock.h"
#include "base/secretbytes.h"
#include "crypto/cryptorecords.h"
#include "engine/outbox.h"
#include "engine/update.h"
#include "engine/views.h"

#include <QUrl>

#include <memory>

namespace client::engine {

struct EngineOptions {
    QString folder;      //!< of the account: cache.db, media/, lock
    SecretBytes rootKey; //!< 32 bytes; database, pickle and media keys are derived from it
    const Clock* clock = nullptr;
    QByteArray timeZone; //!< IANA name for day dividers; empty: the system's
    //! What lies beside the root key (empty: nothing yet), so that an older copy of the store is
    //! noticed; nullopt: nobody keeps it, and nothing is looked at.
    std::optional<QByteArray> generation = {};
};

//! The signed-in account. Tokens live in the encrypted database only.
struct Account {
    UserId user;
    DeviceId device;
    QUrl homeserver;
    QByteArray accessToken;
    QByteArray refreshToken;    //!< empty: none
    Timestamp tokenExpires = 0; //!< 0: never
    bool signedOut = false;     //!< soft logout: keep everything, ask for the password again
};

class BundleJobs;
class Details;
class EncryptionJobs;
class Retention;
class Search;
class Threads;
class Transcripts;

class Engine {
public:
    //! Opens or makes the store, migrates it. WrongKey, Damaged, TooNew, Busy, DiskFull, Store.
    static Result<std::unique_ptr<Engine>> open(EngineOptions options);
    ~Engine();
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;
    Engine(Engine&&) = delete;
    Engine& operator=(Engine&&) = delete;

    // --- account ---
    Result<std::optional<Account>> account();
    //! A different user or device than the stored one is refused (Invalid): it needs a new folder.
    Result<> saveAccount(const Account& account);
    //! What is to lie beside the root key now, and before anything is sent; empty: nothing new.
    QByteArray generation() const;
    Result<> generationKept(); //!< it lies there
    Result<Counters> counters();
    Result<QString> setting(const QString& name);
    Result<> saveSetting(const QString& name, const QString& value);
    //! Content of a type of the account's own data, as sync told it; empty: none.
    Result<QJsonObject> accountData(const QString& type);

    // --- sync (specification, "Syncing") ---
    Result<QString> since();
    Result<Update> applySync(const QByteArray& body);
    //! Up to 50 events that wait for a decryption attempt, open rooms first.
    Result<Update> decryptSome();
    void watchItems(bool on); //!< fill Update::items
    //! Notifications are not made for this room while a person looks at it; empty: none.
    void setActiveRoom(const RoomId& room);

    //! Identity, recovery, devices, verification. Internal error before the account is known.
    EncryptionJobs& encryption();
    //! History shared with invitees, likewise.
    BundleJobs& bundles();
    //! Messages that are older than their room keeps them.
    Retention& retention();
    //! Messages by their words.
    Search& search();
    //! What stands in threads.
    Threads& threads();
    //! A room's history to be written down.
    Transcripts& transcripts();
    //! One message looked at closely, and what is pinned.
    Details& details();

    // --- crypto requests ---
    Result<std::vector<crypto::OutgoingRecord>> cryptoRequests();
    Result<Update> cryptoSent(const QString& id, const QByteArray& responseBody);
    Result<Update> cryptoRefused(const QString& id, const Error& error);

    // --- reading ---
    Result<std::vector<rooms::RoomSummary>> roomList();
    Result<rooms::RoomSummary> room(const RoomId& room);
    Result<std::vector<Member>> members(const RoomId& room);
    Result<bool> membersComplete(const RoomId& room);
    //! To be asked before /members is: what sync tells while the answer travels is newer.
    int64_t syncsSoFar() const;
    Result<Update> applyMembers(const RoomId& room, const QByteArray& body, int64_t asked);
    Result<RoomWindow> openRoom(const RoomId& room, int limit);
    void closeRoom(const RoomId& room);

    //! Widens an open window by local events; a BackfillRequest when the server must be asked.
    struct Older {
        Update update;
        std::optional<BackfillRequest> backfill;
        bool atStart = false;
    };

    Result<Older> loadOlder(const RoomId& room, int count);
    //! `acrossGaps`: go on with what is known beyond a gap, for want of a server.
    Result<TimelinePage> page(const RoomId& room, int limit, const QString& before,
                              bool acrossGaps = false);
    Result<std::optional<BackfillRequest>> backfillFor(const RoomId& room, const QString& before);
    Result<Update> applyBackfill(const BackfillRequest& request, const QByteArray& body);
    Result<timeline::TimelineItem> item(const RoomId& room, const EventId& event);
    Result<MediaSource> media(const RoomId& room, const EventId& event, bool thumbnail);
    Result<QString> saveDraft(const RoomId& room, const QString& text);

    // --- acting ---
    struct Enqueued {
        TxnId txn;
        Update update;
    };

    Result<Enqueued> enqueue(const OutgoingMessage& message);
    Result<std::optional<OutboxJob>> nextJob(const RoomId& room);
    Result<std::vector<RoomId>> roomsWithOutbox();
    Result<Update> uploadDone(const TxnId& txn, bool thumbnail, const MxcUri& uri);
    Result<Update> sent(const TxnId& txn, const EventId& event);
    //! Transient: counts the attempt. Final: the row is parked as failed until retry.
    Result<Update> sendFailed(const TxnId& txn, const Error& error, bool final);
    Result<Update> cancel(const TxnId& txn); //!< NotFound when already sent or unknown
    Result<Update> retry(const TxnId& txn);
    Result<Update> editPending(const TxnId& txn, const QString& body, const QString& formattedBody);
    //! Event id once known, empty while sending; Error of a failed one; NotFound.
    Result<QString> sentEvent(const TxnId& txn);
    //! Own receipt moves locally at once; the server is told by sync::Receipts.
    Result<Update> markRead(const RoomId& room, const EventId& event, const EventId& thread = {});
    //! This device made the room with encryption: nothing goes out in clear, even before sync has
    //! brought its state.
    Result<> roomMadeEncrypted(const RoomId& room);
    Result<Update> roomLeft(const RoomId& room); //!< after /leave answered, before sync tells
    //! This person invited or removed somebody: counts for who gets keys until sync tells of it.
    Result<> memberMoved(const RoomId& room, const UserId& user, bool present);

private:
    struct Parts;
    explicit Engine(std::unique_ptr<Parts> parts);
    std::unique_ptr<Parts> m_parts;
};

} // namespace client::engine
