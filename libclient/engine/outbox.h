// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The outbox as the send queue sees it: rows of the database, one job at a time a room.
#pragma once

#include "api/request.h"
#include "base/ids.h"
#include "base/secretbytes.h"
#include "store/outboxtable.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>

namespace client::engine {

//! What a person asks to send. Exactly one of the groups is used, by `kind`.
struct OutgoingMessage {
    enum class Kind {
        Text,
        Notice,
        Emote,
        Edit,
        Reaction,
        Redaction,
        File,
        Poll,
        Vote,
        PollEnd,
        Raw
    };
    Kind kind = Kind::Text;
    RoomId room;
    QString body;          //!< Text, Edit; caption; key of Reaction; reason; question; PollEnd
    QString formattedBody; //!< HTML, or empty
    QString replyTo;       //!< event id or txn id of a pending own message, or empty
    QString threadId;      //!< root of the thread in which it is said, or empty
    QString target;        //!< Edit, Reaction, Redaction, Vote, PollEnd: event id or pending txn id
    QString filePath;      //!< File: readable now; copied (encrypted) before the call returns
    QString fileName;      //!< File: the name to show
    QString mimetype;      //!< File
    qint64 fileSize = -1;
    int width = 0, height = 0;
    QString thumbnailPath; //!< File: picture made by the caller, or empty
    int thumbnailWidth = 0, thumbnailHeight = 0;
    //! File: copies that Staging has made already, on another thread; else the call makes them.
    std::vector<store::UploadRow> staged;
    std::vector<QString> mentions; //!< user ids
    QStringList answers;           //!< Poll: texts; Vote: ids
    int maxSelections = 1;         //!< Poll
    bool disclosed = true;         //!< Poll
    QString rawType;               //!< Raw: a message as it was, to be said again elsewhere
    QJsonObject rawContent;
    bool rawHasFile = false;
    QByteArray fileBytes, thumbnailBytes; //!< with rawHasFile, in place of paths
};

//! The next thing to do for a room. Stays the same until done, failed or cancelled.
struct OutboxJob {
    enum class Kind {
        Upload,      //!< upload the staged ciphertext or file at `path`, then uploadDone
        NeedMembers, //!< fetch /members first, then applyMembers
        NeedKeys,    //!< the crypto machine has requests: pump them, then ask again
        Send,        //!< send `request`; idempotent by its transaction id
        Wait,        //!< nothing to do before another job of the room (a pending target)
        Refused,     //!< it cannot be prepared: see `error`, report it by sendFailed
    };
    Kind kind = Kind::Wait;
    TxnId txn;
    RoomId room;
    api::Request request;   //!< Send, Upload
    QString path;           //!< Upload: file of bytes to send as they are
    bool thumbnail = false; //!< Upload: of the thumbnail, not the file itself
    int attempts = 0;
    Error error; //!< Refused
};

} // namespace client::engine
