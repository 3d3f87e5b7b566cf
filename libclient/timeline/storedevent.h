// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// StoredEvent: an event of a conversation with everything that is known about it locally.
#pragma once

#include "events/event.h"
#include "timeline/timelineitem.h"

namespace client::timeline {

enum class Decryption {
    Plain,   //!< came unencrypted
    Pending, //!< not tried yet
    Waiting, //!< its key is missing
    Done,
    Failed, //!< for good
};

struct StoredEvent {
    events::Event event; //!< as received; an echo: as it will be sent, with an empty id
    Decryption decryption = Decryption::Plain;
    QString clearType;        //!< with Done
    QJsonObject clearContent; //!< with Done
    UserId owner;             //!< Done: owner of the session; empty counts as the sender
    QString reason;           //!< Waiting, Failed: see TimelineItem::encryptionReason
    QString trust;            //!< see TimelineItem::trust
    UserId sharedBy;          //!< with trust sharedHistory
    QString txnId;            //!< own events of this device
    TimelineItem::SendState sendState = TimelineItem::SendState::Sent;
    QString sendError;
    QString sendErrcode;
    bool encrypted = false; //!< echoes only: will be sent encrypted
    bool redacted = false;
    bool highlighted = false;
    EventId thread;         //!< root of its thread; empty: the main timeline
    bool gapBefore = false; //!< events are missing before this one

    bool isEcho() const { return event.id.isEmpty(); }

    bool wasEncrypted() const;

    //! Readable type and content: the decrypted ones where there are some.
    QString type() const { return decryption == Decryption::Done ? clearType : event.type; }

    const QJsonObject& content() const
    {
        return decryption == Decryption::Done ? clearContent : event.content;
    }

    //! As an event of the readable type and content, for rules (push, previews).
    events::Event readable() const;
};

} // namespace client::timeline
