// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Context: what the parts of the engine share while they carry out one act: tables, machine, caches
// of rooms, and the notes of what changed. Owned by Engine::Parts.
#pragma once

#include "base/clock.h"
#include "crypto/machine/olmmachine.h"
#include "crypto/machine/trust.h"
#include "engine/ledger.h"
#include "engine/tables.h"
#include "engine/update.h"
#include "rooms/members.h"
#include "rooms/powerlevels.h"
#include "rooms/pushevaluator.h"
#include "rooms/roomnotify.h"
#include "rooms/roomstate.h"
#include "timeline/storedevent.h"

#include <QHash>
#include <QTimeZone>

#include <map>
#include <memory>
#include <optional>
#include <tuple>

namespace client::engine {

//! A room as it is now; read from the tables once and kept until something is rolled back.
struct LiveRoom {
    store::RoomRow row;
    rooms::RoomState state;
    rooms::Members members;
    QHash<UserId, int64_t> told; //!< whose membership a sync told of, and which sync
    QHash<UserId, bool> ahead;   //!< invited (true) or removed by this person; no sync told yet
    bool isKnown = false;        //!< has a row
    bool encrypted = false;      //!< by the guard of the crypto store, never back to false
    std::optional<rooms::PowerLevels> powerLevels; //!< made when asked for
};

//! Who gets the keys: everybody who may read a message by the room's rules.
std::set<UserId> recipients(const LiveRoom& room);

//! An event that the push rules want to be shown to the person.
struct Announcement {
    RoomId room;
    EventId event;
    UserId sender;
    store::Place place;
    rooms::PushVerdict verdict;
    EventId thread = {};
};

//! What one act changed; Publisher makes an Update of it.
struct Changes {
    std::set<RoomId> rooms; //!< summary or window may differ
    std::map<RoomId, std::set<EventId>> events;
    std::map<RoomId, std::set<TxnId>> echoes;
    std::vector<Announcement> announcements;
    std::vector<QString> newFiles;   //!< of media/outbox: removed after a roll-back
    std::vector<QString> staleFiles; //!< of media/outbox: removed after the commit
    std::vector<QString> clearFiles; //!< whose clear copy has been sent
    Update update;                   //!< the parts that need no more work
};

class Context {
public:
    Context(std::unique_ptr<store::Database> database, const Clock& clock);

    std::unique_ptr<store::Database> database;
    Tables tables;
    const Clock& clock;
    QTimeZone zone;
    QString folder; //!< of the account
    UserId own;
    std::unique_ptr<crypto::OlmMachine> machine; //!< nullptr before the account is known
    bool watchItems = false;
    int64_t syncs = 0; //!< applied since the start
    RoomId activeRoom;
    QHash<RoomId, std::vector<UserId>> typing;

    Ledger ledger;
    Changes changes;

    //! The value of a result; after a failure an empty one, and the act will be rolled back.
    template <class T>
    T take(Result<T> result)
    {
        return ledger.take(std::move(result));
    }

    void take(const Result<>& result) { ledger.take(result); }

    LiveRoom& room(const RoomId& id);
    void saveRoom(LiveRoom& room);
    const rooms::PowerLevels& powerLevels(LiveRoom& room);
    const rooms::PushEvaluator& pushRules();
    const QHash<RoomId, rooms::RoomSummary::Notify>& notifies(); //!< rooms with rules of their own
    const QHash<RoomId, UserId>& directs();
    void touch(const RoomId& room, const EventId& event);
    void noteCrypto(const crypto::CryptoChanges& news);
    //! More room keys wait for the backup than when it last looked. Asked once a commit is done.
    bool hasNewKeys();
    void backupLooks(); //!< what waits now is known to it
    //! Gives the machine what is of a verification in a room; else does nothing.
    void noteVerification(const RoomId& id, events::Event event, const QString& type,
                          const QJsonObject& content);
    //! The event as the timeline's rules want it, its sender judged by what is known now. nullopt
    //! when the stored event cannot be read.
    std::optional<timeline::StoredEvent> stored(const store::EventRow& row);
    //! The newest valid edit of an event among what is known of it.
    std::optional<timeline::StoredEvent> editOf(const RoomId& room,
                                                const timeline::StoredEvent& event);
    //! Where devices or identities changed: these rooms, and those whose messages a new device
    //! sent.
    void noteTrust(const std::vector<RoomId>& open);
    //! After account data changed, or after a roll-back.
    void forgetRules();
    void forgetRooms();

private:
    int keysNotBackedUp();

    //! A session as the sender of an event claims it.
    struct Session {
        RoomId room;
        QByteArray id;
        UserId sender;

        auto operator<=>(const Session& other) const
        {
            return std::tie(room, id, sender) <=> std::tie(other.room, other.id, other.sender);
        }
    };

    const crypto::Judgement& judged(const Session& session);

    std::map<RoomId, LiveRoom> m_rooms;
    std::map<Session, crypto::Judgement> m_judged; //!< as of m_judgedAt
    int64_t m_judgedAt = 0;
    int m_seenByBackup = 0;
    std::optional<QHash<RoomId, rooms::RoomSummary::Notify>> m_notifies;
    std::optional<rooms::PushEvaluator> m_pushRules;
    std::optional<QHash<RoomId, UserId>> m_directs;
};

} // namespace client::engine
