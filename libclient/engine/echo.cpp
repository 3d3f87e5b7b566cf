// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/echo.h"

#include "events/encryptedfile.h"
#include "events/relation.h"
#include "events/types.h"

using namespace Qt::StringLiterals;
using client::store::OutboxRow;
using client::store::UploadRow;
namespace types = client::events::types;

namespace client::engine {

namespace {

QJsonObject pointer(const QString& type, const QString& target)
{
    return {{u"rel_type"_s, type}, {u"event_id"_s, target}};
}

//! What programs show that do not know edits.
QJsonObject editContent(const OutboxRow& row)
{
    QJsonObject content = row.content;
    content.insert("body"_L1, u"* "_s + content.value("body"_L1).toString());
    if (content.contains("formatted_body"_L1)) {
        content.insert("formatted_body"_L1,
                       u"* "_s + content.value("formatted_body"_L1).toString());
    }
    // Who is mentioned already is not called a second time.
    content.insert("m.mentions"_L1, QJsonObject());
    content.insert("m.new_content"_L1, row.content);
    content.insert("m.relates_to"_L1, pointer(types::replace, row.target));
    return content;
}

void addSource(QJsonObject& object, const UploadRow& upload, bool thumbnail)
{
    const QString prefix = thumbnail ? u"thumbnail_"_s : QString();
    if (!upload.encrypted) {
        object.insert(prefix + u"url"_s, upload.mxc);
        return;
    }
    const events::EncryptedFile file{MxcUri(upload.mxc), SecretBytes::copyOf(upload.key), upload.iv,
                                     upload.sha256};
    object.insert(prefix + u"file"_s, events::toJson(file));
}

void addUpload(QJsonObject& content, const UploadRow& upload)
{
    if (upload.mxc.isEmpty()) {
        return;
    }
    if (!upload.thumbnail) {
        addSource(content, upload, false);
        return;
    }
    QJsonObject info = content.value("info"_L1).toObject();
    addSource(info, upload, true);
    content.insert("info"_L1, info);
}

} // namespace

bool isRedaction(const OutboxRow& row)
{
    return row.kind == "redaction"_L1;
}

bool isSentInClear(const OutboxRow& row)
{
    return isRedaction(row) || row.kind == "reaction"_L1;
}

QJsonObject fullContent(const OutboxRow& row, const std::vector<UploadRow>& uploads)
{
    if (row.kind == "edit"_L1) {
        return editContent(row);
    }
    QJsonObject content = row.content;
    if (row.kind == "reaction"_L1) {
        QJsonObject relation = pointer(types::annotation, row.target);
        relation.insert("key"_L1, content.take("key"_L1));
        content.insert("m.relates_to"_L1, relation);
        return content;
    }
    if (row.kind == "vote"_L1 || row.kind == "pollEnd"_L1) {
        content.insert("m.relates_to"_L1, pointer(types::reference, row.target));
        return content;
    }
    if (!row.target.isEmpty() && !isRedaction(row)) {
        QJsonObject relation = content.value("m.relates_to"_L1).toObject(); // of a thread
        relation.insert("m.in_reply_to"_L1, QJsonObject{{u"event_id"_s, row.target}});
        content.insert("m.relates_to"_L1, relation);
    }
    for (const UploadRow& upload : uploads) {
        addUpload(content, upload);
    }
    return content;
}

timeline::StoredEvent echoEvent(const OutboxRow& row, const std::vector<UploadRow>& uploads,
                                const EchoRoom& room)
{
    timeline::StoredEvent echo;
    echo.event.id = row.event;
    echo.event.sender = room.own;
    echo.event.type = row.type;
    echo.event.originServerTs = row.created;
    echo.event.content = fullContent(row, uploads);
    echo.event.raw = {{u"type"_s, row.type}, {u"content"_s, echo.event.content}};
    if (isRedaction(row)) {
        echo.event.raw.insert("redacts"_L1, row.target);
    }
    const events::Relation relation = events::parseRelation(row.content);
    echo.thread = relation.kind == events::Relation::Kind::Thread ? relation.target : EventId();
    echo.txnId = row.txn.toString();
    echo.encrypted = room.encrypted && !isSentInClear(row);
    switch (row.state) {
    case OutboxRow::State::Queued:
        echo.sendState = timeline::TimelineItem::SendState::Sending;
        break;
    case OutboxRow::State::Failed:
        echo.sendState = timeline::TimelineItem::SendState::Failed;
        echo.sendError = row.error.value("kind"_L1).toString();
        echo.sendErrcode = row.error.value("errcode"_L1).toString();
        break;
    case OutboxRow::State::Sent:
        echo.sendState = timeline::TimelineItem::SendState::Sent;
        break;
    }
    return echo;
}

QJsonObject errorToJson(const Error& error)
{
    return {{u"kind"_s, kindName(error.kind)},
            {u"number"_s, int(error.kind)},
            {u"code"_s, error.code},
            {u"detail"_s, error.detail},
            {u"errcode"_s, error.errcode}};
}

Error errorFromJson(const QJsonObject& object)
{
    Error error;
    error.kind = Error::Kind(object.value("number"_L1).toInt(int(Error::Kind::Internal)));
    error.code = object.value("code"_L1).toInt();
    error.detail = object.value("detail"_L1).toString();
    error.errcode = object.value("errcode"_L1).toString();
    return error;
}

} // namespace client::engine
