// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Session: one signed-in account; composition root that builds and owns everything below it.
// Lives on the home thread (UI thread, or main thread of tchap-cli). A second account is a second
// Session.
#pragma once

#include "api/profile.h"
#include "base/task.h"
#include "engine/engine.h"

#include <QObject>

#include <functional>
#include <memory>

namespace client::session {

//! Where the number lies that tells a store from an older copy of it: beside the root key, outside
//! of the account's folder. See crypto/machine/generations.h.
struct GenerationPlace {
    std::function<Task<Result<QByteArray>>()> read; //!< empty value: nothing lies there
    std::function<Task<Result<>>(QByteArray)> keep;
};

//! Network rules of the process; the same for sign-in and for the session.
struct NetworkOptions {
    QString caFile;                 //!< one more certificate authority (PEM), or empty
    bool allowLoopbackHttp = false; //!< plain http to 127.0.0.0/8, ::1, localhost only
};

struct SessionOptions {
    QString folder; //!< of this account
    SecretBytes rootKey;
    NetworkOptions network;
    QByteArray timeZone;
    //! Where everybody has an identity: a device that its owner's identity did not sign gets no
    //! room key, also when the owner has none. True is kept in the store.
    bool onlySigned = false;
    GenerationPlace generation = {};
};

struct LoginRequest {
    QString homeserver; //!< server name, user id or base URL
    QString user;       //!< user id or local part
    SecretBytes password;
    QString deviceName;
    DeviceId device = {}; //!< after a soft logout: the device that goes on; else empty
};

//! What /login gave; store it by Session::create.
struct LoginResult {
    engine::Account account;
};

//! discovery, flows, password login. Errors: Offline, Tls, NotMatrix, Timeout, Forbidden (wrong
//! password; errcode M_USER_DEACTIVATED: deactivated), RateLimited with retryAfter, Unsupported
//! (no password flow).
Task<Result<LoginResult>> login(LoginRequest request, NetworkOptions network);

class Encryption;
class RoomActs;
class Searching;
class Transcribing;

class Session final : public QObject {
    Q_OBJECT

public:
    enum class State { Offline, Connecting, Syncing, SignedOut };
    Q_ENUM(State)

    //! Opens the account's store on the engine thread. NotFound when no account is in the folder.
    static Task<Result<std::unique_ptr<Session>>> restore(SessionOptions options);
    //! Makes the store for a fresh login (or goes on after a soft logout of the same device).
    static Task<Result<std::unique_ptr<Session>>> create(SessionOptions options, LoginResult login);
    ~Session() override;

    const UserId& user() const;
    const DeviceId& device() const;
    QUrl homeserver() const;
    State state() const;
    //! The last reason for not being in state Syncing; nullopt when all is well.
    const std::optional<Error>& lastError() const;

    void startSync();
    void stopSync();
    void retryNow(); //!< a person asks, or the network came back: no more back-off
    //! See tchap-cli sync.waitIdle. Timeout error when not idle in time.
    Task<Result<>> waitIdle(std::chrono::milliseconds timeout);
    //! Tells the server (best effort, 5 s), then wipes store and media. The object is of no use
    //! after.
    Task<Result<>> logout();

    void watchItems(bool on); //!< itemsChanged is emitted for all rooms (tchap-cli)

    // --- rooms ---
    Task<Result<std::vector<rooms::RoomSummary>>> roomList();
    Task<Result<std::vector<engine::Member>>>
    members(RoomId room); //!< complete: asks the server once

    struct CreateRoom {
        QString name, topic;
        std::vector<UserId> invite;
        bool encrypted = true, isDirect = false, isPublic = false;
    };

    Task<Result<RoomId>> createRoom(CreateRoom request);
    Task<Result<RoomId>> joinRoom(QString roomIdOrAlias);
    Task<Result<>> leaveRoom(RoomId room, QString reason);
    Task<Result<>> invite(RoomId room, UserId user, QString reason);
    Task<Result<>> kick(RoomId room, UserId user, QString reason);
    //! `thread`: a root, "main", or empty: where the event stands.
    Task<Result<>> markRead(RoomId room, EventId event, bool publicly, QString thread = {});
    void setTyping(RoomId room, bool typing); //!< throttled
    void setActiveRoom(RoomId room);
    Task<Result<>> saveDraft(RoomId room, QString text);

    // --- timelines ---
    Task<Result<engine::RoomWindow>> openRoom(RoomId room, int limit);
    void closeRoom(RoomId room);
    //! Widens an open window; changes come by timelineChanged. true: the start is reached.
    Task<Result<bool>> loadOlder(RoomId room, int count);
    Task<Result<engine::TimelinePage>> page(RoomId room, int limit, QString before);

    // --- threads: as above, for the replies to one message ---
    Task<Result<std::vector<engine::ThreadView>>> threads(RoomId room); //!< latest active first
    Task<Result<std::vector<timeline::TimelineItem>>> openThread(RoomId room, EventId root,
                                                                 int limit);
    void closeThread(RoomId room, EventId root);
    Task<Result<bool>> loadOlderReplies(RoomId room, EventId root, int count);
    Task<Result<engine::TimelinePage>> threadPage(RoomId room, EventId root, int limit,
                                                  QString before);

    // --- one message, and pinned ones ---
    Task<Result<std::vector<engine::PinnedMessage>>> pins(RoomId room);
    Task<Result<>> setPinned(RoomId room, EventId event, bool pinned);
    Task<Result<bool>> mayPin(RoomId room);
    Task<Result<std::vector<engine::Revision>>> history(RoomId room, EventId event);
    Task<Result<std::vector<engine::Reacted>>> reactions(RoomId room, EventId event);
    Task<Result<engine::MessageSource>> source(RoomId room, EventId event);

    // --- sending ---
    Task<Result<TxnId>> send(engine::OutgoingMessage message); //!< on disk when it returns
    //! Said again in another room, its file encrypted anew for the people there.
    Task<Result<TxnId>> forward(RoomId room, EventId event, RoomId to);
    Task<Result<EventId>> waitSent(TxnId txn, std::chrono::milliseconds timeout);
    Task<Result<>> cancel(TxnId txn);
    Task<Result<>> retry(TxnId txn);
    Task<Result<>> editPending(TxnId txn, QString body, QString formattedBody);

    // --- media ---
    //! Bytes checked and in clear, in memory; from the encrypted cache when there.
    Task<Result<QByteArray>> mediaBytes(RoomId room, EventId event, bool thumbnail);
    //! Avatars and other clear media by mxc, scaled by the server.
    Task<Result<QByteArray>> avatarBytes(MxcUri uri, int size);
    //! Writes the file to `path` (never overwrites: Invalid when it exists); returns its size.
    Task<Result<qint64>> saveMedia(RoomId room, EventId event, QString path);

    //! Own name and picture: the server's where it answers, else as last heard.
    Task<Result<api::Profile>> ownProfile();

    //! What a person does about encryption; lives as long as the session.
    Encryption& encryption();
    //! Messages by their words; likewise.
    Searching& searching();
    RoomActs& roomActs();         //!< likewise
    Transcribing& transcribing(); //!< likewise: a room's history to be written down

    Task<Result<engine::Counters>> counters();
    Task<Result<QString>> setting(QString name);
    Task<Result<>> saveSetting(QString name, QString value);

Q_SIGNALS:
    void stateChanged(client::session::Session::State state);
    void roomsChanged(std::vector<client::rooms::RoomSummary> changed,
                      std::vector<client::RoomId> removed);
    void timelineChanged(client::RoomId room,
                         client::ListDiff<client::timeline::TimelineItem> diff);
    void threadChanged(client::RoomId room, client::EventId root,
                       client::ListDiff<client::timeline::TimelineItem> diff);
    void itemsChanged(client::RoomId room, std::vector<client::timeline::TimelineItem> items);
    void notified(client::engine::Notification notification);
    void messageSent(client::TxnId txn, client::EventId event);
    void messageFailed(client::TxnId txn, client::Error error);
    void progress(client::TxnId txn, qint64 done, qint64 total); //!< of uploads
    void signedOut(bool soft);
    void browserNeeded(QUrl page); //!< where the person proves who they are

private:
    struct Parts;
    explicit Session(std::unique_ptr<Parts> parts);
    static Task<Result<std::unique_ptr<Session>>> open(SessionOptions options,
                                                       std::optional<engine::Account> fresh);
    std::unique_ptr<Parts> m_parts;
};

} // namespace client::session
