// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/searchable.h"

#include "events/types.h"
#include "rooms/displaytext.h"
#include "timeline/aggregations.h"
#include "timeline/formattedbody.h"
#include "timeline/itemmaker.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
namespace types = client::events::types;
using client::events::Message;
using Has = client::rooms::SearchQuery::Has;

namespace client::timeline {

namespace {

constexpr qsizetype mostAnswers = 20;

bool isPoll(const QString& type)
{
    return type == "m.poll.start"_L1 || type == "org.matrix.msc3381.poll.start"_L1;
}

//! Of the forms in which a poll writes its texts.
QString textOf(const QJsonObject& object)
{
    for (const auto key : {"m.text"_L1, "org.matrix.msc1767.text"_L1, "body"_L1}) {
        const QJsonValue value = object.value(key);
        const QString text = value.isArray()
                                 ? value.toArray().at(0).toObject().value("body"_L1).toString()
                                 : value.toString();
        if (!text.isEmpty()) {
            return text;
        }
    }
    return {};
}

QString pollText(const QJsonObject& content)
{
    QJsonObject poll = content.value("m.poll"_L1).toObject();
    if (poll.isEmpty()) {
        poll = content.value("org.matrix.msc3381.poll.start"_L1).toObject();
    }
    QStringList parts{textOf(poll.value("question"_L1).toObject())};
    const QJsonArray answers = poll.value("answers"_L1).toArray();
    for (qsizetype i = 0; i < std::min(answers.size(), mostAnswers); ++i) {
        parts.append(textOf(answers.at(i).toObject()));
    }
    return parts.join(u'\n');
}

std::set<Has> kindsOf(const Message& message)
{
    switch (message.kind) {
    case Message::Kind::File:
        return {Has::File};
    case Message::Kind::Image:
        return {Has::File, Has::Image};
    case Message::Kind::Audio:
        return {Has::File, Has::Audio};
    case Message::Kind::Video:
        return {Has::File, Has::Video};
    default:
        return {};
    }
}

bool hasLink(const QString& text)
{
    return text.contains("https://"_L1, Qt::CaseInsensitive) ||
           text.contains("http://"_L1, Qt::CaseInsensitive) ||
           text.contains("www."_L1, Qt::CaseInsensitive);
}

} // namespace

std::optional<Searchable> searchable(const StoredEvent& event, const StoredEvent* edit)
{
    const bool readable =
        event.decryption == Decryption::Plain || event.decryption == Decryption::Done;
    const bool redacted =
        event.redacted || event.event.unsignedData.value("redacted_because"_L1).isObject();
    const events::Relation relation = relationOf(event);
    if (!readable || redacted || event.event.isState() ||
        relation.kind == events::Relation::Kind::Replace) {
        return std::nullopt;
    }
    if (isPoll(event.type())) {
        return Searchable{pollText(edit != nullptr
                                       ? edit->content().value("m.new_content"_L1).toObject()
                                       : event.content()),
                          {}};
    }
    const auto message = event.type() == types::message || event.type() == types::sticker
                             ? shownMessage(event, edit)
                             : Result<Message>(fail(Error::Kind::Unsupported));
    if (!message || message->msgtype == "m.key.verification.request"_L1) {
        return std::nullopt;
    }
    Searchable found;
    found.has = kindsOf(*message);
    if (message->isFile()) {
        found.text = message->caption + u'\n' + message->fileName;
    } else {
        found.text =
            relation.replyTo.isEmpty() ? message->body : withoutReplyFallback(message->body);
    }
    if (hasLink(message->isFile() ? message->caption : found.text)) {
        found.has.insert(Has::Link);
    }
    return found;
}

QString searchedText(const TimelineItem& item)
{
    const bool named = item.file.name.isEmpty() || item.file.name == item.body;
    return named ? item.body : item.body + u" — "_s + item.file.name;
}

} // namespace client::timeline
