// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Parts of a TimelineItem; values.
#pragma once

#include "base/clock.h"

#include <QList>
#include <QString>
#include <QStringList>
#include <QtCore/qobjectdefs.h>

namespace client::timeline {

//! One key and who used it ("👍", 3, mine).
class Reaction {
    Q_GADGET
    Q_PROPERTY(QString key MEMBER key CONSTANT)
    Q_PROPERTY(int count MEMBER count CONSTANT)
    Q_PROPERTY(bool mine MEMBER mine CONSTANT)
    Q_PROPERTY(QStringList senders MEMBER senders CONSTANT)

public:
    QString key;
    int count = 0;
    bool mine = false;
    QStringList senders; //!< display names, oldest first, at most 20
    QString myEventId;   //!< own annotation, to take it back
    bool operator==(const Reaction&) const = default;
};

//! A file, picture, sound or film of a message. Keys stay in the event; this names and describes.
class FileInfo {
    Q_GADGET
    Q_PROPERTY(QString name MEMBER name CONSTANT)
    Q_PROPERTY(QString mimetype MEMBER mimetype CONSTANT)
    Q_PROPERTY(qint64 size MEMBER size CONSTANT)
    Q_PROPERTY(int width MEMBER width CONSTANT)
    Q_PROPERTY(int height MEMBER height CONSTANT)
    Q_PROPERTY(bool encrypted MEMBER encrypted CONSTANT)
    Q_PROPERTY(bool isImage MEMBER isImage CONSTANT)
    Q_PROPERTY(QString mxc MEMBER mxc CONSTANT)

public:
    QString name;     //!< safe to show: no path, no control or direction characters
    QString mimetype; //!< as declared, lower case
    qint64 size = -1; //!< bytes; -1 unknown
    int width = 0;    //!< pixels; 0 unknown; clamped to 0..20000
    int height = 0;
    bool encrypted = false; //!< came as an EncryptedFile
    bool isImage = false;
    QString mxc;
    bool hasThumbnail = false;
    bool operator==(const FileInfo&) const = default;
};

//! One answer of a poll.
class PollChoice {
    Q_GADGET
    Q_PROPERTY(QString id MEMBER id CONSTANT)
    Q_PROPERTY(QString text MEMBER text CONSTANT)
    Q_PROPERTY(int votes MEMBER votes CONSTANT)
    Q_PROPERTY(bool mine MEMBER mine CONSTANT)

public:
    QString id;
    QString text;
    int votes = 0;
    bool mine = false;
    bool operator==(const PollChoice&) const = default;
};

class PollInfo {
    Q_GADGET
    Q_PROPERTY(QString question MEMBER question CONSTANT)
    Q_PROPERTY(QList<client::timeline::PollChoice> answers MEMBER answers CONSTANT)
    Q_PROPERTY(bool closed MEMBER closed CONSTANT)
    Q_PROPERTY(bool disclosed MEMBER disclosed CONSTANT)
    Q_PROPERTY(bool shown MEMBER shown CONSTANT)
    Q_PROPERTY(bool mayClose MEMBER mayClose CONSTANT)
    Q_PROPERTY(int maxSelections MEMBER maxSelections CONSTANT)
    Q_PROPERTY(int voters MEMBER voters CONSTANT)

public:
    QString question;
    QList<PollChoice> answers;
    bool closed = false;
    bool disclosed = false; //!< counts are shown before the end
    bool shown = false;     //!< counts are shown now; else all are 0
    bool mayClose = false;  //!< this person may
    int maxSelections = 1;
    int voters = 0;
    bool operator==(const PollInfo&) const = default;
};

//! The thread that begins with a message, in short.
class ThreadInfo {
    Q_GADGET
    Q_PROPERTY(int count MEMBER count CONSTANT)
    Q_PROPERTY(int unread MEMBER unread CONSTANT)
    Q_PROPERTY(int highlights MEMBER highlights CONSTANT)
    Q_PROPERTY(QString lastSender MEMBER lastSender CONSTANT)
    Q_PROPERTY(QString lastSenderName MEMBER lastSenderName CONSTANT)
    Q_PROPERTY(QString lastBody MEMBER lastBody CONSTANT)
    Q_PROPERTY(qint64 lastTimestamp MEMBER lastTimestamp CONSTANT)

public:
    int count = 0; //!< replies; 0: it begins none
    int unread = 0;
    int highlights = 0;
    bool participated = false;
    QString lastEventId; //!< of the newest reply that is here
    QString lastSender;
    QString lastSenderName;
    QString lastBody; //!< one line; empty for what cannot be read
    QString lastKind; //!< machine word, as the kind of an item
    Timestamp lastTimestamp = 0;
    bool operator==(const ThreadInfo&) const = default;
};

} // namespace client::timeline
