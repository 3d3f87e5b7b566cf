// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/compose.h"

#include "base/json.h"
#include "crypto/primitives/primitives.h"
#include "events/poll.h"
#include "events/types.h"
#include "rooms/displaytext.h"

using namespace Qt::StringLiterals;
using Kind = client::engine::OutgoingMessage::Kind;
namespace types = client::events::types;

namespace client::engine {

namespace {

//! An event may have 65,536 bytes; encryption and the envelope need a third more than the content.
constexpr qsizetype maxContent = 44'000;

QJsonObject mentionsOf(const OutgoingMessage& message)
{
    QJsonArray users;
    for (const QString& user : message.mentions) {
        if (UserId(user).isValid()) {
            users.append(user);
        }
    }
    return users.isEmpty() ? QJsonObject() : QJsonObject{{u"user_ids"_s, users}};
}

QString msgtypeOf(const OutgoingMessage& message)
{
    switch (message.kind) {
    case Kind::Notice:
        return u"m.notice"_s;
    case Kind::Emote:
        return u"m.emote"_s;
    case Kind::File:
        break;
    default:
        return u"m.text"_s;
    }
    if (message.mimetype.startsWith("image/"_L1)) {
        return u"m.image"_s;
    }
    if (message.mimetype.startsWith("video/"_L1)) {
        return u"m.video"_s;
    }
    return message.mimetype.startsWith("audio/"_L1) ? u"m.audio"_s : u"m.file"_s;
}

QJsonObject sizeInfo(int width, int height)
{
    return width > 0 && height > 0 ? QJsonObject{{u"w"_s, width}, {u"h"_s, height}} : QJsonObject();
}

QJsonObject fileContent(const OutgoingMessage& message)
{
    const QString name = rooms::safeFileName(message.fileName);
    QJsonObject info = sizeInfo(message.width, message.height);
    info.insert("size"_L1, message.fileSize);
    info.insert("mimetype"_L1, message.mimetype);
    if (!message.thumbnailPath.isEmpty()) {
        info.insert("thumbnail_info"_L1, sizeInfo(message.thumbnailWidth, message.thumbnailHeight));
    }
    return {{u"body"_s, message.body.isEmpty() ? name : message.body},
            {u"filename"_s, name},
            {u"info"_s, info}};
}

//! Programs that know no threads show it as a reply; to what, the outbox says.
QJsonObject threadRelation(const OutgoingMessage& message)
{
    return {{u"rel_type"_s, types::thread},
            {u"event_id"_s, message.threadId},
            {u"is_falling_back"_s, message.replyTo.isEmpty()}};
}

//! Ids are made here: what others call their answers says nothing.
QJsonObject newPoll(const OutgoingMessage& message)
{
    events::Poll poll;
    poll.question = message.body;
    poll.maxSelections = message.maxSelections;
    poll.disclosed = message.disclosed;
    for (const QString& answer : message.answers) {
        poll.answers.push_back(
            {QString::fromLatin1(crypto::randomBytes(8).toHex()), answer.trimmed()});
    }
    return events::pollContent(poll);
}

QJsonObject saidContent(const OutgoingMessage& message)
{
    if (message.kind == Kind::Poll) {
        return newPoll(message);
    }
    if (message.kind == Kind::Raw) {
        return message.rawContent;
    }
    QJsonObject content =
        message.kind == Kind::File ? fileContent(message) : QJsonObject{{u"body"_s, message.body}};
    content.insert("msgtype"_L1, msgtypeOf(message));
    content.insert("m.mentions"_L1, mentionsOf(message));
    return reworded(content, content.value("body"_L1).toString(), message.formattedBody);
}

QJsonObject contentOf(const OutgoingMessage& message)
{
    if (message.kind == Kind::Reaction) {
        return {{u"key"_s, message.body}};
    }
    if (message.kind == Kind::Vote) {
        return events::voteContent(message.answers);
    }
    if (message.kind == Kind::PollEnd) {
        return events::pollEndContent(message.body);
    }
    if (message.kind == Kind::Redaction) {
        return message.body.isEmpty() ? QJsonObject() : QJsonObject{{u"reason"_s, message.body}};
    }
    QJsonObject content = saidContent(message);
    if (!message.threadId.isEmpty() && message.kind != Kind::Edit) {
        content.insert("m.relates_to"_L1, threadRelation(message));
    }
    return content;
}

QString nameOf(Kind kind)
{
    switch (kind) {
    case Kind::Edit:
        return u"edit"_s;
    case Kind::Reaction:
        return u"reaction"_s;
    case Kind::Redaction:
        return u"redaction"_s;
    case Kind::File:
        return u"file"_s;
    case Kind::Poll:
        return u"poll"_s;
    case Kind::Vote:
        return u"vote"_s;
    case Kind::PollEnd:
        return u"pollEnd"_s;
    default:
        return u"message"_s;
    }
}

Result<> checkPoll(const OutgoingMessage& message)
{
    QStringList answers;
    for (const QString& answer : message.answers) {
        answers << answer.trimmed();
    }
    const qsizetype given = answers.size();
    answers.removeDuplicates();
    if (given < 2 || given > 20 || answers.size() != given || answers.contains(QString())) {
        return fail(Error::Kind::Invalid, u"a poll has 2 to 20 different answers"_s);
    }
    if (message.maxSelections < 1 || message.maxSelections > given) {
        return fail(Error::Kind::Invalid, u"maxSelections is not 1 to the number of answers"_s);
    }
    return {};
}

QString typeOf(const OutgoingMessage& message)
{
    switch (message.kind) {
    case Kind::Reaction:
        return types::reaction;
    case Kind::Redaction:
        return types::redaction;
    case Kind::Poll:
        return types::unstablePollStart;
    case Kind::Vote:
        return types::unstablePollResponse;
    case Kind::PollEnd:
        return types::unstablePollEnd;
    case Kind::Raw:
        return message.rawType;
    default:
        return types::message;
    }
}

bool pointsAtTarget(Kind kind)
{
    return kind == Kind::Edit || kind == Kind::Reaction || kind == Kind::Redaction ||
           kind == Kind::Vote || kind == Kind::PollEnd;
}

Result<> check(const OutgoingMessage& message)
{
    const bool pointsAt = pointsAtTarget(message.kind);
    if (pointsAt && message.target.isEmpty()) {
        return fail(Error::Kind::Invalid, u"no target"_s);
    }
    if (!message.threadId.isEmpty() && !EventId(message.threadId).isValid()) {
        return fail(Error::Kind::Invalid, u"not the id of a thread"_s);
    }
    if (message.kind == Kind::Poll) {
        if (auto fine = checkPoll(message); !fine) {
            return fine;
        }
    }
    const bool needsWords = message.kind != Kind::File && message.kind != Kind::Redaction &&
                            message.kind != Kind::Vote && message.kind != Kind::Raw;
    if (needsWords && message.body.trimmed().isEmpty()) {
        return fail(Error::Kind::Invalid, u"nothing to send"_s);
    }
    if (message.kind == Kind::Reaction && message.body.size() > 255) {
        return fail(Error::Kind::Invalid, u"reaction is too long"_s);
    }
    return {};
}

} // namespace

QJsonObject reworded(QJsonObject content, const QString& body, const QString& formattedBody)
{
    content.insert("body"_L1, body);
    content.remove("format"_L1);
    content.remove("formatted_body"_L1);
    if (!formattedBody.isEmpty()) {
        content.insert("format"_L1, u"org.matrix.custom.html"_s);
        content.insert("formatted_body"_L1, formattedBody);
    }
    return content;
}

Result<store::OutboxRow> compose(const OutgoingMessage& message)
{
    if (auto fine = check(message); !fine) {
        return std::unexpected(fine.error());
    }
    store::OutboxRow row;
    row.room = message.room;
    row.kind = nameOf(message.kind);
    row.type = typeOf(message);
    row.content = contentOf(message);
    row.target = pointsAtTarget(message.kind) ? message.target : message.replyTo;
    // An edit carries its words twice.
    const qsizetype copies = message.kind == Kind::Edit ? 2 : 1;
    if (toJson(row.content).size() * copies > maxContent) {
        return fail(Error::Kind::Invalid, u"message is too long"_s);
    }
    return row;
}

} // namespace client::engine
