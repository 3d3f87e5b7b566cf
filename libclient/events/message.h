// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Message: content of m.room.message and m.sticker, read leniently; bad parts are left out.
#pragma once

#include "base/error.h"
#include "events/encryptedfile.h"

#include <QJsonObject>
#include <QString>

#include <optional>
#include <vector>

namespace client::events {

//! `m.mentions`; `present` false: the sender's program does not know intentional mentions.
struct Mentions {
    std::vector<UserId> users;
    bool room = false;
    bool present = false;
};

//! One blob of a message: clear (`url`) or encrypted (`file`), never both.
struct Attachment {
    MxcUri url;
    std::optional<EncryptedFile> file;
    QString mimetype; //!< lower case
    qint64 size = -1; //!< bytes as declared; -1 unknown
    int width = 0;    //!< 0..20000, 0 unknown
    int height = 0;

    bool isPresent() const { return file.has_value() || !url.isEmpty(); }

    const MxcUri& source() const { return file ? file->url : url; }
};

struct Message {
    enum class Kind { Text, Notice, Emote, Image, File, Audio, Video, Sticker, Location, Unknown };
    Kind kind = Kind::Unknown;
    QString msgtype;
    QString body;
    QString formattedBody; //!< of format org.matrix.custom.html only
    QString fileName;      //!< as received: not safe to show or to write
    QString caption;       //!< text beside a file; empty when the body only repeats its name
    QString geoUri;        //!< Location
    Attachment attachment;
    Attachment thumbnail;
    Mentions mentions;

    bool isFile() const;
};

//! Malformed without a msgtype and body of the right types. Texts are cut at 65536 characters.
Result<Message> parseMessage(const QJsonObject& content);
//! As parseMessage for the content of m.sticker, which has no msgtype.
Result<Message> parseSticker(const QJsonObject& content);
Mentions parseMentions(const QJsonObject& content);

} // namespace client::events
