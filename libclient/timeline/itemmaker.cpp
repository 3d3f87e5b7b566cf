// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "timeline/itemmaker.h"

#include "events/types.h"
#include "rooms/displaytext.h"
#include "timeline/formattedbody.h"
#include "timeline/polls.h"
#include "timeline/statechange.h"

using namespace Qt::StringLiterals;
namespace types = client::events::types;
using client::events::Message;
using client::events::Relation;
using Kind = client::timeline::TimelineItem::Kind;

namespace client::timeline {

namespace {

constexpr qsizetype maxQuote = 200;

bool isReadable(const StoredEvent& event)
{
    return event.decryption == Decryption::Plain || event.decryption == Decryption::Done;
}

//! Written under somebody else's key: the name that it bears is not shown.
bool isDisowned(const StoredEvent& event)
{
    return event.decryption == Decryption::Failed && event.reason == "senderMismatch"_L1;
}

//! Types that carry a protocol or that other rows show.
bool isBookkeeping(const QString& type)
{
    return type == types::reaction || type == types::redaction ||
           type.startsWith("m.key.verification."_L1) || type.startsWith("m.room_key"_L1) ||
           (type.startsWith("m.call."_L1) && type != types::callInvite) ||
           type.startsWith("org.matrix.call."_L1) || type.startsWith("org.matrix.msc3401."_L1) ||
           type.startsWith("m.beacon"_L1) || type.startsWith("m.secret."_L1) ||
           events::isPollResponse(type) || events::isPollEnd(type);
}

Kind kindOf(Message::Kind kind)
{
    switch (kind) {
    case Message::Kind::Text:
        return Kind::Text;
    case Message::Kind::Notice:
        return Kind::Notice;
    case Message::Kind::Emote:
        return Kind::Emote;
    case Message::Kind::Image:
        return Kind::Image;
    case Message::Kind::File:
        return Kind::File;
    case Message::Kind::Audio:
        return Kind::Audio;
    case Message::Kind::Video:
        return Kind::Video;
    case Message::Kind::Sticker:
        return Kind::Sticker;
    case Message::Kind::Location:
        return Kind::Location;
    case Message::Kind::Unknown:
        break;
    }
    return Kind::Unsupported;
}

FileInfo fileOf(const Message& message)
{
    FileInfo file;
    file.name = rooms::safeFileName(message.fileName);
    file.mimetype = message.attachment.mimetype;
    file.size = message.attachment.size;
    file.width = message.attachment.width;
    file.height = message.attachment.height;
    file.encrypted = message.attachment.file.has_value();
    file.isImage = message.kind == Message::Kind::Image || message.kind == Message::Kind::Sticker;
    file.mxc = message.attachment.source().toString();
    file.hasThumbnail = message.thumbnail.isPresent();
    return file;
}

//! The text of a request is the other program's, in its language: what happens is told in ours.
bool tellVerification(const StoredEvent& event, TimelineItem& item)
{
    const bool asks =
        event.content().value("msgtype"_L1).toString() == "m.key.verification.request"_L1;
    if (asks) {
        item.kind = Kind::State;
        item.stateChange = TimelineItem::StateChange::VerificationAsked;
        item.highlighted = false;
    }
    return asks;
}

QString shownBody(const Message& message, bool isReply)
{
    if (message.isFile()) {
        return message.caption.isEmpty() ? rooms::safeFileName(message.fileName) : message.caption;
    }
    return isReply ? withoutReplyFallback(message.body) : message.body;
}

} // namespace

bool isVisible(const StoredEvent& event)
{
    const auto relation = relationOf(event).kind;
    if (relation == Relation::Kind::Replace || relation == Relation::Kind::Annotation) {
        return false;
    }
    if (event.event.isState()) {
        return stateSentence(event.event).change != TimelineItem::StateChange::None;
    }
    return !isReadable(event) || !isBookkeeping(event.type());
}

Result<Message> shownMessage(const StoredEvent& event, const StoredEvent* edit)
{
    if (edit != nullptr) {
        return events::parseMessage(edit->content().value("m.new_content"_L1).toObject());
    }
    return event.type() == types::sticker ? events::parseSticker(event.content())
                                          : events::parseMessage(event.content());
}

ItemMaker::ItemMaker(const TimelineInput& input, const Aggregations& aggregations)
    : m_input(input)
    , m_aggregations(aggregations)
{
    for (const StoredEvent& event : input.originals) {
        m_byId.insert(event.event.id, &event);
    }
    for (const StoredEvent& event : input.events) {
        m_byId.insert(event.event.id, &event);
    }
    m_byId.remove(EventId());
}

std::optional<TimelineItem> ItemMaker::make(const StoredEvent& event) const
{
    if (!isVisible(event)) {
        return std::nullopt;
    }
    TimelineItem item = base(event);
    if (event.event.isState()) {
        fillState(event, item);
        return item;
    }
    fillEncryption(event, item);
    item.threadId = event.thread.toString();
    if (const auto thread = m_input.threads.find(event.event.id); thread != m_input.threads.end()) {
        item.thread = thread->second;
    }
    if (m_aggregations.isRedacted(event)) {
        item.kind = Kind::Redacted;
        item.redacted = true;
        item.highlighted = false;
        item.encryption = TimelineItem::Encryption::None;
        item.encryptionReason.clear();
        item.trust.clear();
        return item;
    }
    item.reactions =
        m_aggregations.reactionsOf(event, [this](const UserId& user) { return person(user); });
    fillReply(event, item);
    if (!isReadable(event)) {
        item.kind = Kind::Encrypted;
        return item;
    }
    fillMessage(event, item);
    return item;
}

rooms::Person ItemMaker::person(const UserId& user) const
{
    const auto known = m_people.constFind(user);
    return known != m_people.constEnd() ? *known : *m_people.insert(user, m_input.personOf(user));
}

TimelineItem ItemMaker::base(const StoredEvent& event) const
{
    TimelineItem item;
    item.eventId = event.event.id.toString();
    item.timestamp = event.event.originServerTs;
    if (isDisowned(event)) {
        item.uid = item.eventId;
        return item;
    }
    item.mine = event.event.sender == m_input.own;
    if (item.mine) {
        item.txnId = event.txnId.isEmpty() ? event.event.transactionId() : event.txnId;
    }
    item.uid = item.txnId.isEmpty() ? item.eventId : item.txnId;
    item.sender = event.event.sender.toString();
    const rooms::Person sender = person(event.event.sender);
    item.senderName = sender.name;
    item.senderAvatar = sender.avatar;
    item.highlighted = event.highlighted && !item.mine;
    item.sendState = event.sendState;
    item.sendError = event.sendError;
    item.sendErrcode = event.sendErrcode;
    return item;
}

void ItemMaker::fillState(const StoredEvent& event, TimelineItem& item) const
{
    const StateSentence sentence = stateSentence(event.event);
    item.kind = Kind::State;
    item.stateChange = sentence.change;
    item.stateValue = sentence.value;
    item.highlighted = false;
    if (sentence.target.isEmpty()) {
        return;
    }
    const QString name = person(sentence.target).name;
    const bool unknown = name == sentence.target.toString() && !sentence.fallback.isEmpty();
    item.stateTarget = unknown ? sentence.fallback : name;
}

void ItemMaker::fillEncryption(const StoredEvent& event, TimelineItem& item) const
{
    using Encryption = TimelineItem::Encryption;
    item.trust = event.trust;
    if (!event.sharedBy.isEmpty()) {
        item.sharedBy = event.sharedBy.toString();
        item.sharedByName = person(event.sharedBy).name;
    }
    item.encryptionReason = event.reason;
    switch (event.decryption) {
    case Decryption::Plain:
        item.encryption = event.encrypted ? Encryption::Ok : Encryption::None;
        item.encryptionReason.clear();
        item.trust = event.encrypted ? u"ok"_s : QString();
        if (m_input.roomEncrypted && !event.encrypted) {
            item.trust = u"notEncrypted"_s;
        }
        return;
    case Decryption::Pending:
    case Decryption::Waiting:
        item.encryption = Encryption::Waiting;
        return;
    case Decryption::Done:
        item.encryption = Encryption::Ok;
        item.encryptionReason.clear();
        return;
    case Decryption::Failed:
        item.encryption = Encryption::Failed;
        return;
    }
}

void ItemMaker::fillMessage(const StoredEvent& event, TimelineItem& item) const
{
    if (tellVerification(event, item)) {
        return;
    }
    if (events::isPollStart(event.type())) {
        fillPoll(event, item);
        return;
    }
    const StoredEvent* edit = m_aggregations.editOf(event);
    const QString type = event.type();
    const auto message = type == types::message || type == types::sticker
                             ? shownMessage(event, edit)
                             : fail(Error::Kind::Unsupported, type);
    if (!message) {
        item.kind = Kind::Unsupported;
        item.body = event.content().value("body"_L1).toString().left(maxQuote);
        return;
    }
    item.kind = kindOf(message->kind);
    item.edited = edit != nullptr;
    item.trust =
        edit != nullptr && !edit->isEcho() ? lesserTrust(item.trust, edit->trust) : item.trust;
    item.body = shownBody(*message, !item.replyToId.isEmpty());
    item.formattedBody = message->formattedBody;
    item.html =
        message->formattedBody.isEmpty() ? QString() : sanitizedHtml(message->formattedBody);
    if (item.html.isEmpty()) {
        item.html = plainToHtml(item.body);
    }
    if (message->isFile()) {
        item.file = fileOf(*message);
    }
    if (edit != nullptr && edit->sendState != TimelineItem::SendState::Sent) {
        item.sendState = edit->sendState;
        item.sendError = edit->sendError;
        item.sendErrcode = edit->sendErrcode;
        // Trying again is about the edit; the row itself keeps its uid.
        item.txnId = edit->txnId;
    }
}

void ItemMaker::fillPoll(const StoredEvent& event, TimelineItem& item) const
{
    const auto poll = events::parsePoll(event.content());
    if (!poll) {
        item.kind = Kind::Unsupported;
        return;
    }
    PollInput input;
    input.start = &event;
    input.related = m_aggregations.referencesOf(event);
    input.own = m_input.own;
    input.mayClose = [this](const UserId& user) {
        return m_input.mayRedact && m_input.mayRedact(user);
    };
    input.isRedacted = [this](const StoredEvent& one) { return m_aggregations.isRedacted(one); };
    item.kind = Kind::Poll;
    item.poll = countPoll(*poll, input);
    item.poll.mayClose =
        !item.poll.closed && !event.isEcho() && (item.mine || input.mayClose(m_input.own));
    item.body = item.poll.question;
    item.html = plainToHtml(item.body);
}

void ItemMaker::fillReply(const StoredEvent& event, TimelineItem& item) const
{
    const Relation relation = relationOf(event);
    if (relation.isFallback && !event.thread.isEmpty()) {
        return;
    }
    const EventId target = relation.replyTo;
    item.replyToId = target.toString();
    const StoredEvent* quoted = target.isEmpty() ? nullptr : original(target);
    if (quoted == nullptr || quoted->event.isState()) {
        return;
    }
    if (isDisowned(*quoted)) {
        return;
    }
    item.replyToName = person(quoted->event.sender).name;
    if (m_aggregations.isRedacted(*quoted) || !isReadable(*quoted)) {
        return;
    }
    const auto message = shownMessage(*quoted, m_aggregations.editOf(*quoted));
    if (message) {
        const bool isReply = !relationOf(*quoted).replyTo.isEmpty();
        item.replyToBody = rooms::oneLine(shownBody(*message, isReply), maxQuote);
    }
}

const StoredEvent* ItemMaker::original(const EventId& id) const
{
    return m_byId.value(id, nullptr);
}

} // namespace client::timeline
