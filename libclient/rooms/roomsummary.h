// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// RoomSummary: what a list of rooms shows of one room; a value.
#pragma once

#include "base/clock.h"

#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QtCore/qobjectdefs.h>

namespace client::rooms {

class RoomSummary {
    Q_GADGET
    Q_PROPERTY(QString roomId MEMBER roomId CONSTANT)
    Q_PROPERTY(QString name MEMBER name CONSTANT)
    Q_PROPERTY(QString topic MEMBER topic CONSTANT)
    Q_PROPERTY(QString avatar MEMBER avatar CONSTANT)
    Q_PROPERTY(Membership membership MEMBER membership CONSTANT)
    Q_PROPERTY(bool encrypted MEMBER encrypted CONSTANT)
    Q_PROPERTY(bool isDirect MEMBER isDirect CONSTANT)
    Q_PROPERTY(int memberCount MEMBER memberCount CONSTANT)
    Q_PROPERTY(int unread MEMBER unread CONSTANT)
    Q_PROPERTY(int highlights MEMBER highlights CONSTANT)
    Q_PROPERTY(int threadUnread MEMBER threadUnread CONSTANT)
    Q_PROPERTY(int threadHighlights MEMBER threadHighlights CONSTANT)
    Q_PROPERTY(QString inviter MEMBER inviter CONSTANT)
    Q_PROPERTY(QString directUser MEMBER directUser CONSTANT)
    Q_PROPERTY(QString lastSender MEMBER lastSender CONSTANT)
    Q_PROPERTY(QString lastSenderName MEMBER lastSenderName CONSTANT)
    Q_PROPERTY(QString lastBody MEMBER lastBody CONSTANT)
    Q_PROPERTY(LastKind lastKind MEMBER lastKind CONSTANT)
    Q_PROPERTY(bool lastMine MEMBER lastMine CONSTANT)
    Q_PROPERTY(qint64 lastTimestamp MEMBER lastTimestamp CONSTANT)
    Q_PROPERTY(QString successor MEMBER successor CONSTANT)
    Q_PROPERTY(bool predecessorEncrypted MEMBER predecessorEncrypted CONSTANT)
    Q_PROPERTY(QStringList typing MEMBER typing CONSTANT)
    Q_PROPERTY(Tag tag MEMBER tag CONSTANT)
    Q_PROPERTY(bool markedUnread MEMBER markedUnread CONSTANT)
    Q_PROPERTY(Notify notify MEMBER notify CONSTANT)

public:
    enum class Membership { Joined, Invited, Knocked, Left, Banned };
    Q_ENUM(Membership)
    //! Where this person has put it (specification, "Room tagging").
    enum class Tag { None, Favourite, LowPriority };
    Q_ENUM(Tag)
    //! What of it notifies, by the account's push rules. Default: what its kind of room does.
    enum class Notify { Default, All, Mentions, Mute };
    Q_ENUM(Notify)
    //! What the last event is; the words for it are made in app/text.
    enum class LastKind {
        None,
        Text,
        Image,
        File,
        Audio,
        Video,
        Sticker,
        Location,
        Encrypted,
        Redacted,
        State
    };
    Q_ENUM(LastKind)

    QString roomId;
    QString name;       //!< by the specification's algorithm; empty room: empty (app words it)
    QStringList heroes; //!< names for an app-made text ("Empty room (was …)")
    QString topic;
    QString avatar; //!< mxc or empty (direct: the other person's)
    Membership membership = Membership::Joined;
    bool encrypted = false;
    bool isDirect = false;
    QString directUser;  //!< user id of the other person of a direct conversation
    int memberCount = 0; //!< joined + invited
    int unread = 0;      //!< notifying events after the own receipt (local push rules)
    int highlights = 0;
    int threadUnread = 0; //!< the same in threads, all of them together
    int threadHighlights = 0;
    QString inviter; //!< display name, with membership Invited
    QString inviteReason;
    QString lastEventId;
    QString lastSender;
    QString lastSenderName;
    QString lastBody; //!< plain, one line, at most 200 characters
    LastKind lastKind = LastKind::None;
    bool lastMine = false;
    Timestamp lastTimestamp = 0; //!< sorts the list
    QString successor;           //!< room id after a tombstone
    QString predecessor;         //!< room id before an upgrade
    //! What was written there was encrypted, as far as this device knows that room.
    bool predecessorEncrypted = false;
    QStringList typing; //!< names of others who are typing now
    Tag tag = Tag::None;
    bool markedUnread = false; //!< by the person, until it is read
    Notify notify = Notify::Default;
    bool operator==(const RoomSummary&) const = default;
};

} // namespace client::rooms

Q_DECLARE_METATYPE(client::rooms::RoomSummary)
