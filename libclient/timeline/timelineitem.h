// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// TimelineItem: one row of a conversation as a view needs it; a value, never a pointer.
#pragma once

#include "timeline/itemparts.h"

#include <QList>
#include <QMetaType>

namespace client::timeline {

class TimelineItem {
    Q_GADGET
    Q_CLASSINFO("RegisterEnumClassesUnscoped", "false")
    Q_PROPERTY(QString uid MEMBER uid CONSTANT)
    Q_PROPERTY(Kind kind MEMBER kind CONSTANT)
    Q_PROPERTY(QString eventId MEMBER eventId CONSTANT)
    Q_PROPERTY(QString txnId MEMBER txnId CONSTANT)
    Q_PROPERTY(QString sender MEMBER sender CONSTANT)
    Q_PROPERTY(QString senderName MEMBER senderName CONSTANT)
    Q_PROPERTY(QString senderAvatar MEMBER senderAvatar CONSTANT)
    Q_PROPERTY(qint64 timestamp MEMBER timestamp CONSTANT)
    Q_PROPERTY(QString body MEMBER body CONSTANT)
    Q_PROPERTY(QString html MEMBER html CONSTANT)
    Q_PROPERTY(QString replyToId MEMBER replyToId CONSTANT)
    Q_PROPERTY(QString replyToName MEMBER replyToName CONSTANT)
    Q_PROPERTY(QString replyToBody MEMBER replyToBody CONSTANT)
    Q_PROPERTY(bool mine MEMBER mine CONSTANT)
    Q_PROPERTY(bool edited MEMBER edited CONSTANT)
    Q_PROPERTY(bool redacted MEMBER redacted CONSTANT)
    Q_PROPERTY(bool highlighted MEMBER highlighted CONSTANT)
    Q_PROPERTY(bool firstOfGroup MEMBER firstOfGroup CONSTANT)
    Q_PROPERTY(bool lastOfGroup MEMBER lastOfGroup CONSTANT)
    Q_PROPERTY(QList<client::timeline::Reaction> reactions MEMBER reactions CONSTANT)
    Q_PROPERTY(client::timeline::FileInfo file MEMBER file CONSTANT)
    Q_PROPERTY(SendState sendState MEMBER sendState CONSTANT)
    Q_PROPERTY(QString sendError MEMBER sendError CONSTANT)
    Q_PROPERTY(QString sendErrcode MEMBER sendErrcode CONSTANT)
    Q_PROPERTY(Encryption encryption MEMBER encryption CONSTANT)
    Q_PROPERTY(QString encryptionReason MEMBER encryptionReason CONSTANT)
    Q_PROPERTY(QString trust MEMBER trust CONSTANT)
    Q_PROPERTY(QString sharedBy MEMBER sharedBy CONSTANT)
    Q_PROPERTY(QString sharedByName MEMBER sharedByName CONSTANT)
    Q_PROPERTY(StateChange stateChange MEMBER stateChange CONSTANT)
    Q_PROPERTY(QString stateTarget MEMBER stateTarget CONSTANT)
    Q_PROPERTY(QString stateValue MEMBER stateValue CONSTANT)
    Q_PROPERTY(qint64 readBy MEMBER readBy CONSTANT)
    Q_PROPERTY(QString threadId MEMBER threadId CONSTANT)
    Q_PROPERTY(client::timeline::ThreadInfo thread MEMBER thread CONSTANT)
    Q_PROPERTY(client::timeline::PollInfo poll MEMBER poll CONSTANT)

public:
    enum class Kind {
        Text,
        Notice,
        Emote,
        Image,
        File,
        Audio,
        Video,
        Sticker,
        Location,
        Poll,
        Encrypted, //!< not decrypted (yet): see encryption, encryptionReason
        Redacted,
        State,       //!< membership, name, topic …: see stateChange
        Unsupported, //!< a message type that this program does not show
        DayDivider,
        UnreadDivider,
        Start, //!< rows that are no events (Start: begin of the room)
        Gap,   //!< events are missing here; loading fills it
    };
    Q_ENUM(Kind)
    enum class SendState { Sent, Sending, Failed };
    Q_ENUM(SendState)
    enum class Encryption { None, Ok, Waiting, Failed };
    Q_ENUM(Encryption)
    //! What a state event says; the words are made in app/text/eventtext.
    enum class StateChange {
        None,
        Joined,
        Left,
        Invited,
        Kicked,
        Banned,
        Unbanned,
        Knocked,
        InviteRefused,
        InviteWithdrawn,
        NameChanged,
        AvatarChanged,
        RoomName,
        RoomTopic,
        RoomAvatar,
        RoomCreated,
        EncryptionOn,
        JoinRules,
        HistoryVisibility,
        GuestAccess,
        PowerLevels,
        Upgraded,
        Pinned,
        Aliases,
        VerificationAsked, //!< no state event, but told like one
        Other,
    };
    Q_ENUM(StateChange)

    QString uid; //!< stable over echo -> event: txn id of own messages, else event id
    Kind kind = Kind::Text;
    QString eventId;      //!< empty for a local echo that has none yet
    QString txnId;        //!< own messages of this device
    QString sender;       //!< empty, as its name: the event is not of whom it says
    QString senderName;   //!< disambiguated display name
    QString senderAvatar; //!< mxc or empty
    Timestamp timestamp = 0;
    QString body;          //!< plain text (the caption of a file, its name when there is none)
    QString html;          //!< sanitised subset for the view; empty when plain is enough
    QString formattedBody; //!< the specification's formatted_body as received (tchap-cli)
    QString replyToId;
    QString replyToName; //!< from the local original only, never from fallback text
    QString replyToBody;
    bool mine = false;
    bool edited = false;
    bool redacted = false;
    bool highlighted = false; //!< a push rule marks it (mention)
    bool firstOfGroup = true; //!< same sender within 5 minutes makes a group
    bool lastOfGroup = true;
    QList<Reaction> reactions;
    FileInfo file; //!< meaningful for Image, File, Audio, Video, Sticker
    SendState sendState = SendState::Sent;
    QString sendError;   //!< kindName of the Error with sendState Failed
    QString sendErrcode; //!< its errcode, where it has one
    Encryption encryption = Encryption::None;
    //! Machine words: missingKey, withheldBlacklisted, withheldUnverified, withheldUnauthorised,
    //! withheldUnavailable, withheldNoOlm, withheldHistory, unknownIndex, sentBeforeJoin,
    //! historicalUnverified (verify this device), historicalNoBackup, senderMismatch, replay,
    //! badPlaintext, unknownAlgorithm, malformed
    QString encryptionReason;
    //! Machine words: ok, unverified, identityChanged, unsignedDevice, unknownDevice, forwarded,
    //! sharedHistory (the key came from who invited this person), notEncrypted (clear text in an
    //! encrypted room), empty in rooms without encryption.
    QString trust;
    QString sharedBy;     //!< with trust sharedHistory: user id of the one whose word it is
    QString sharedByName; //!< and the disambiguated display name
    StateChange stateChange = StateChange::None;
    QString stateTarget; //!< display name of the person concerned, or empty
    QString stateValue;  //!< new name, topic, reason …
    qint64 readBy = 0;   //!< own message: how many others have a receipt here or later
    QString threadId;    //!< root of the thread that it stands in
    ThreadInfo thread;   //!< that begins with it
    PollInfo poll;       //!< with kind Poll
    bool operator==(const TimelineItem&) const = default;
};

} // namespace client::timeline

Q_DECLARE_METATYPE(client::timeline::TimelineItem)
