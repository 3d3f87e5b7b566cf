// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "events/message.h"

#include <QHash>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace client::events {

namespace {

constexpr qsizetype maxText = 65'536; // a whole event is at most 65536 bytes
constexpr qsizetype maxName = 1024;
constexpr qsizetype maxMentions = 200;
constexpr int maxPixels = 20'000;

using Kind = Message::Kind;

Kind kindOf(const QString& msgtype)
{
    static const QHash<QString, Kind> kinds{
        {u"m.text"_s, Kind::Text},   {u"m.notice"_s, Kind::Notice},    {u"m.emote"_s, Kind::Emote},
        {u"m.image"_s, Kind::Image}, {u"m.file"_s, Kind::File},        {u"m.audio"_s, Kind::Audio},
        {u"m.video"_s, Kind::Video}, {u"m.location"_s, Kind::Location}};
    return kinds.value(msgtype, Kind::Unknown);
}

int pixels(const QJsonValue& value)
{
    const double number = value.toDouble();
    return number >= 1 && number <= maxPixels ? int(number) : 0;
}

qint64 byteCount(const QJsonValue& value)
{
    const double number = value.toDouble(-1);
    return number >= 0 && number <= 9'007'199'254'740'991.0 ? value.toInteger(-1) : -1;
}

QString mimetype(const QJsonValue& value)
{
    const QString text = value.toString().toLower();
    const bool plain = text.size() <= 127 && std::ranges::all_of(text, [](QChar sign) {
                           return sign > u' ' && sign < u'\x7f' && !u"<>\"'&\\"_s.contains(sign);
                       });
    return plain && text.count(u'/') == 1 ? text : QString();
}

void readInfo(const QJsonObject& info, Attachment& attachment)
{
    attachment.mimetype = mimetype(info.value("mimetype"_L1));
    attachment.size = byteCount(info.value("size"_L1));
    attachment.width = pixels(info.value("w"_L1));
    attachment.height = pixels(info.value("h"_L1));
}

//! A broken `file` is never replaced by the clear address beside it.
void readSource(const QJsonValue& file, const QJsonValue& url, Attachment& attachment)
{
    if (!file.isUndefined()) {
        if (auto parsed = parseEncryptedFile(file.toObject())) {
            attachment.file = std::move(*parsed);
        }
        return;
    }
    const MxcUri uri(url.toString());
    if (uri.isValid()) {
        attachment.url = uri;
    }
}

void readAttachment(const QJsonObject& content, Message& message)
{
    const QJsonObject info = content.value("info"_L1).toObject();
    readInfo(info, message.attachment);
    readSource(content.value("file"_L1), content.value("url"_L1), message.attachment);
    readInfo(info.value("thumbnail_info"_L1).toObject(), message.thumbnail);
    readSource(info.value("thumbnail_file"_L1), info.value("thumbnail_url"_L1), message.thumbnail);
    const QString name = content.value("filename"_L1).toString().left(maxName);
    message.fileName = name.isEmpty() ? message.body.left(maxName) : name;
    if (!name.isEmpty() && message.body != name) {
        message.caption = message.body;
    }
}

void readFormatted(const QJsonObject& content, Message& message)
{
    if (content.value("format"_L1).toString() == "org.matrix.custom.html"_L1) {
        message.formattedBody = content.value("formatted_body"_L1).toString().left(maxText);
    }
}

} // namespace

bool Message::isFile() const
{
    return kind == Kind::Image || kind == Kind::File || kind == Kind::Audio ||
           kind == Kind::Video || kind == Kind::Sticker;
}

Mentions parseMentions(const QJsonObject& content)
{
    Mentions mentions;
    const QJsonValue value = content.value("m.mentions"_L1);
    mentions.present = value.isObject();
    const QJsonObject object = value.toObject();
    mentions.room = object.value("room"_L1).toBool();
    const QJsonArray users = object.value("user_ids"_L1).toArray();
    for (qsizetype i = 0; i < std::min(users.size(), maxMentions); ++i) {
        UserId user(users.at(i).toString());
        if (user.isValid()) {
            mentions.users.push_back(std::move(user));
        }
    }
    return mentions;
}

Result<Message> parseMessage(const QJsonObject& content)
{
    Message message;
    message.msgtype = content.value("msgtype"_L1).toString().left(maxName);
    const QJsonValue body = content.value("body"_L1);
    if (message.msgtype.isEmpty() || !body.isString()) {
        return fail(Error::Kind::Malformed, u"message without a type or body"_s);
    }
    message.kind = kindOf(message.msgtype);
    message.body = body.toString().left(maxText);
    readFormatted(content, message);
    message.mentions = parseMentions(content);
    if (message.isFile()) {
        readAttachment(content, message);
    } else if (message.kind == Kind::Location) {
        message.geoUri = content.value("geo_uri"_L1).toString().left(maxName);
    }
    return message;
}

Result<Message> parseSticker(const QJsonObject& content)
{
    const QJsonValue body = content.value("body"_L1);
    if (!body.isString()) {
        return fail(Error::Kind::Malformed, u"sticker without a body"_s);
    }
    Message message;
    message.kind = Kind::Sticker;
    message.msgtype = u"m.sticker"_s;
    message.body = body.toString().left(maxText);
    readAttachment(content, message);
    message.caption.clear();
    return message;
}

} // namespace client::events
