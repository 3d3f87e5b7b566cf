// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of RoomKeys that decrypts room events.

#include "crypto/machine/roomkeys.h"
#include "events/types.h"

#include <array>

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

const auto relation = "m.relates_to"_L1;

std::unexpected<DecryptFailure> refuse(QLatin1StringView reason, const QByteArray& session = {})
{
    return std::unexpected(
        DecryptFailure{.waiting = false, .reason = reason, .sessionId = session});
}

//! Types that act on a room's state or on other events have no place inside a message.
bool mayBeInside(const QString& type)
{
    namespace types = events::types;
    return !type.isEmpty() && type.size() <= 255 && type != types::encrypted &&
           type != types::redaction && type != types::member && type != types::encryption;
}

} // namespace

std::expected<Decrypted, DecryptFailure> RoomKeys::decrypt(const RoomId& room,
                                                           const events::Event& event)
{
    const QJsonObject& content = event.content;
    const QJsonValue session = content.value("session_id"_L1);
    const QByteArray sessionId = session.toString().toLatin1();
    if (content.value("algorithm"_L1).toString() != megolmAlgorithm) {
        return refuse(content.value("algorithm"_L1).isString() ? "unknownAlgorithm"_L1
                                                               : "malformed"_L1);
    }
    if (event.isState() || sessionId.isEmpty() || sessionId.size() > 255 ||
        !content.value("ciphertext"_L1).isString()) {
        return refuse("malformed"_L1);
    }
    // What the event says about its sender's device is not asked: anyone can write it there.
    const auto record = sessionOf(room, sessionId, event.sender);
    if (!record) {
        return std::unexpected(missing(room, sessionId, event));
    }
    const UserId owner = judge(m_context, *record).owner;
    if (!owner.isEmpty() && owner != event.sender) {
        return refuse("senderMismatch"_L1, sessionId);
    }
    return open(*record, event);
}

std::expected<Decrypted, DecryptFailure> RoomKeys::open(const InboundGroupRecord& record,
                                                        const events::Event& event)
{
    auto group = InboundGroup::unpickle(record.pickle, m_context.pickleKey);
    if (!group) {
        m_context.note(group.error());
        return refuse("malformed"_L1, record.sessionId);
    }
    auto plain = group->decrypt(event.content.value("ciphertext"_L1).toString().toLatin1());
    if (!plain) {
        if (plain.error().detail.contains("UNKNOWN_MESSAGE_INDEX"_L1)) {
            return std::unexpected(missing(record.room, record.sessionId, event));
        }
        return refuse("malformed"_L1, record.sessionId);
    }
    const auto json = parseObject(plain->text);
    wipe(plain->text);
    if (!json || json->value("room_id"_L1).toString() != record.room.toString() ||
        !mayBeInside(json->value("type"_L1).toString()) || json->contains("state_key"_L1) ||
        !json->value("content"_L1).isObject()) {
        return refuse("badPlaintext"_L1, record.sessionId);
    }
    if (!m_context.take(m_context.store.claimIndex(record.room, record.sessionId, plain->index,
                                                   event.id, event.originServerTs))) {
        return refuse("replay"_L1, record.sessionId);
    }
    return read(record, event, *json);
}

std::expected<Decrypted, DecryptFailure> RoomKeys::read(const InboundGroupRecord& record,
                                                        const events::Event& event,
                                                        const QJsonObject& plain)
{
    Decrypted decrypted;
    decrypted.type = plain.value("type"_L1).toString();
    decrypted.content = plain.value("content"_L1).toObject();
    // Relations are the server's to see and are taken from where it saw them.
    decrypted.content.remove(relation);
    if (event.content.value(relation).isObject()) {
        decrypted.content.insert(relation, event.content.value(relation));
    }
    const Judgement now = judge(m_context, record);
    decrypted.trust = now.trust;
    decrypted.sessionId = record.sessionId;
    decrypted.owner = now.owner;
    return decrypted;
}

} // namespace client::crypto
