// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/machine/roomkeys.h"

#include "base/log.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

bool isDirect(const InboundGroupRecord& record)
{
    using Source = InboundGroupRecord::Source;
    return record.source == Source::Direct || record.source == Source::Own;
}

//! Whether people who join later may have the session: what its sender said when giving it here
//! counts, and stays; where nobody but third parties brought it, all of them must agree.
bool mergedSharedHistory(const InboundGroupRecord& known, const InboundGroupRecord& fresh)
{
    if (isDirect(known)) {
        return known.sharedHistory;
    }
    return isDirect(fresh) ? fresh.sharedHistory : known.sharedHistory && fresh.sharedHistory;
}

ClaimRecord claimOf(const InboundGroupRecord& record)
{
    return {record.room, record.sessionId, record.owner, record.senderKey, record.ed25519};
}

} // namespace

//! True only if a name says so and no other name contradicts it.
bool RoomKeys::sharedHistoryOf(const QJsonObject& content, bool unsaid)
{
    constexpr std::array names{"shared_history"_L1, "m.shared_history"_L1,
                               "org.matrix.msc3061.shared_history"_L1};
    bool shared = unsaid;
    for (const auto name : names) {
        if (content.contains(name)) {
            if (content.value(name) != QJsonValue(true)) {
                return false;
            }
            shared = true;
        }
    }
    return shared;
}

bool RoomKeys::receive(const OlmPayload& payload, CryptoChanges& changes)
{
    const QJsonObject& content = payload.content;
    const RoomId room(content.value("room_id"_L1).toString());
    if (content.value("algorithm"_L1).toString() != megolmAlgorithm || !room.isValid()) {
        return false;
    }
    QByteArray text = content.value("session_key"_L1).toString().toLatin1();
    const auto group = InboundGroup::fromSessionKey(SecretBytes::takeFrom(text));
    if (!group || group->id() != content.value("session_id"_L1).toString().toLatin1()) {
        qCWarning(logCrypto) << "a room key that is not what it says, from"
                             << payload.sender.toString();
        return false;
    }
    InboundGroupRecord record;
    record.room = room;
    record.sessionId = group->id();
    record.senderKey = payload.senderKey;
    record.ed25519 = payload.ed25519;
    record.owner = payload.sender;
    record.source = InboundGroupRecord::Source::Direct;
    record.sharedHistory = sharedHistoryOf(content);
    if (keep(record, *group)) {
        changes.newRoomKeys.emplace_back(room, record.sessionId);
    }
    return true;
}

//! A stored session is only ever extended to the past by a view of the very same ratchet. A copy
//! that nobody vouches for may be another ratchet under the session's name: it gives way. (Nothing
//! can have been read with it: the name is the key that signs each message.)
bool RoomKeys::keep(InboundGroupRecord record, const InboundGroup& group)
{
    record.firstIndex = group.firstKnownIndex();
    record.receivedAt = m_context.now();
    record.pickle = m_context.take(group.pickle(m_context.pickleKey));
    const auto known = m_context.take(m_context.store.inboundGroup(record.room, record.sessionId));
    const auto old = known ? InboundGroup::unpickle(known->pickle, m_context.pickleKey)
                           : fail(Error::Kind::NotFound, u"no such session"_s);
    if (!old) {
        if (known) {
            qCWarning(logCrypto) << "an unreadable session is replaced";
        }
        m_context.take(m_context.store.saveInboundGroup(record));
        return true;
    }
    if (old->connects(group)) {
        const bool isClaim = addClaim(*known, record);
        return extend(*known, record) || isClaim;
    }
    if (!isDirect(record) || isDirect(*known)) {
        return false;
    }
    qCWarning(logCrypto) << "a session that does not connect with its sender's is replaced";
    m_context.take(m_context.store.saveInboundGroup(record));
    return true;
}

bool RoomKeys::extend(const InboundGroupRecord& known, const InboundGroupRecord& record)
{
    const bool isProof = isDirect(record) && !isDirect(known);
    const bool isMore = record.firstIndex < known.firstIndex;
    const bool mayBeShared = mergedSharedHistory(known, record);
    if (!isMore && !isProof && mayBeShared == known.sharedHistory) {
        return false;
    }
    InboundGroupRecord merged = isProof ? record : known;
    merged.pickle = isMore ? record.pickle : known.pickle;
    merged.firstIndex = isMore ? record.firstIndex : known.firstIndex;
    merged.sharedHistory = mayBeShared;
    merged.backedUp = false;
    m_context.take(m_context.store.saveInboundGroup(merged));
    return isMore || isProof;
}

//! Whoever was given a session can pass it on as the own: that must not shut out who made it.
bool RoomKeys::addClaim(const InboundGroupRecord& known, const InboundGroupRecord& record)
{
    using Source = InboundGroupRecord::Source;
    const ClaimRecord first = claimOf(known);
    const ClaimRecord claim = claimOf(record);
    if (record.source != Source::Direct || known.source != Source::Direct || claim == first) {
        return false;
    }
    const auto before = m_context.take(m_context.store.claims(record.room, record.sessionId));
    if (std::ranges::contains(before, claim)) {
        return false;
    }
    qCWarning(logCrypto) << "a second device claims a session:" << record.owner.toString();
    m_context.take(m_context.store.saveClaim(claim));
    return true;
}

std::optional<InboundGroupRecord>
RoomKeys::sessionOf(const RoomId& room, const QByteArray& sessionId, const UserId& sender)
{
    const auto known = m_context.take(m_context.store.inboundGroup(room, sessionId));
    if (!known || known->source != InboundGroupRecord::Source::Direct) {
        return known;
    }
    const auto isOk = [&](const InboundGroupRecord& record) {
        return judge(m_context, record).trust == "ok"_L1;
    };
    std::optional<InboundGroupRecord> found;
    if (judge(m_context, *known).owner == sender) {
        found = known;
    }
    for (const ClaimRecord& claim : m_context.take(m_context.store.claims(room, sessionId))) {
        // A device that the server added can claim first, too: one that is vouched for goes first.
        if (claim.owner != sender || (found && isOk(*found))) {
            continue;
        }
        InboundGroupRecord other = *known;
        other.owner = claim.owner;
        other.senderKey = claim.senderKey;
        other.ed25519 = claim.ed25519;
        if (!found || isOk(other)) {
            found = other;
        }
    }
    return found ? found : known;
}

bool RoomKeys::receiveWithheld(const QJsonObject& content, CryptoChanges& changes)
{
    const RoomId room(content.value("room_id"_L1).toString());
    const QByteArray sessionId = content.value("session_id"_L1).toString().toLatin1();
    if (content.value("algorithm"_L1).toString() != megolmAlgorithm) {
        return false;
    }
    if (!room.isValid() || sessionId.isEmpty() || sessionId.size() > 255) {
        return true; // m.no_olm names no session: nothing to remember
    }
    if (m_context.take(m_context.store.inboundGroup(room, sessionId))) {
        return true; // a key wins over a notice
    }
    m_context.take(m_context.store.saveWithheld({room, sessionId,
                                                 content.value("code"_L1).toString().left(255),
                                                 content.value("reason"_L1).toString().left(255)}));
    changes.withheld.emplace_back(room, sessionId);
    return true;
}

void RoomKeys::keepOwn(const RoomId& room, const OutboundGroup& outbound,
                       const QByteArray& curve25519, const QByteArray& ed25519, bool sharedHistory)
{
    const auto group = InboundGroup::fromSessionKey(outbound.sessionKey());
    if (!group) {
        m_context.note(group.error());
        return;
    }
    InboundGroupRecord record;
    record.room = room;
    record.sessionId = group->id();
    record.senderKey = curve25519;
    record.ed25519 = ed25519;
    record.owner = m_context.user;
    record.source = InboundGroupRecord::Source::Own;
    record.sharedHistory = sharedHistory;
    keep(record, *group);
}

Judgement RoomKeys::judged(const RoomId& room, const QByteArray& sessionId, const UserId& sender)
{
    const auto record = sessionOf(room, sessionId, sender);
    return record ? judge(m_context, *record) : Judgement{u"unknownDevice"_s, {}};
}

} // namespace client::crypto
