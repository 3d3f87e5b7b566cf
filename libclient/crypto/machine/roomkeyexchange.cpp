// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of RoomKeys that gives keys away and takes them from elsewhere than their sender:
// forwards, the backup, files, bundles. Nothing about such a key proves who made it.

#include "base/base64.h"
#include "base/log.h"
#include "crypto/machine/roomkeys.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace client::crypto {

std::optional<QJsonObject> RoomKeys::exportOf(const InboundGroupRecord& record)
{
    const auto group = InboundGroup::unpickle(record.pickle, m_context.pickleKey);
    const auto key = group ? group->exportAt(group->firstKnownIndex())
                           : Result<SecretBytes>(std::unexpected(group.error()));
    if (!key) { // one that cannot be read must not keep the others back
        qCWarning(logCrypto) << "a room key cannot be read:" << key.error().detail;
        return std::nullopt;
    }
    const QString ed25519 = QString::fromLatin1(record.ed25519);
    return QJsonObject{
        {u"algorithm"_s, megolmAlgorithm},
        {u"forwarding_curve25519_key_chain"_s, QJsonArray()},
        {u"room_id"_s, record.room.toString()},
        {u"sender_key"_s, QString::fromLatin1(record.senderKey)},
        {u"sender_claimed_keys"_s, QJsonObject{{u"ed25519"_s, ed25519}}},
        {u"sender_claimed_ed25519_key"_s, ed25519},
        {u"session_id"_s, QString::fromLatin1(record.sessionId)},
        {u"session_key"_s, QString::fromLatin1(key->view())},
        {u"shared_history"_s, record.sharedHistory},
        {u"org.matrix.msc3061.shared_history"_s, record.sharedHistory},
    };
}

bool RoomKeys::importOne(const QJsonObject& content, InboundGroupRecord::Source source,
                         CryptoChanges& changes, const UserId& sharedBy)
{
    using Source = InboundGroupRecord::Source;
    const RoomId room(content.value("room_id"_L1).toString());
    QByteArray text = content.value("session_key"_L1).toString().toLatin1();
    if (content.value("algorithm"_L1).toString() != megolmAlgorithm || !room.isValid() ||
        text.size() > 1024) {
        return false;
    }
    const auto group = InboundGroup::fromExport(SecretBytes::takeFrom(text));
    if (!group || group->id() != content.value("session_id"_L1).toString().toLatin1()) {
        return false;
    }
    const auto normal = [](const QJsonValue& value) {
        const auto bytes = decodeBase64(value.toString().toLatin1());
        return bytes && bytes->size() == 32 ? encodeBase64(*bytes) : QByteArray();
    };
    const QJsonValue claimed =
        content.value("sender_claimed_keys"_L1).toObject().value("ed25519"_L1);
    InboundGroupRecord record;
    record.room = room;
    record.sessionId = group->id();
    record.senderKey = normal(content.value("sender_key"_L1));
    record.ed25519 =
        normal(claimed.isString() ? claimed : content.value("sender_claimed_ed25519_key"_L1));
    record.source = source;
    record.sharedBy = sharedBy;
    record.sharedHistory = sharedHistoryOf(content, source == Source::Bundle);
    record.backedUp = source == Source::Backup;
    if (keep(record, *group)) {
        changes.newRoomKeys.emplace_back(room, record.sessionId);
        return true;
    }
    // Known already, and not less of it; or no part of what is known.
    const auto known = m_context.take(m_context.store.inboundGroup(room, record.sessionId));
    const auto old = known ? InboundGroup::unpickle(known->pickle, m_context.pickleKey)
                           : Result<InboundGroup>(fail(Error::Kind::NotFound, {}));
    return old && old->connects(*group);
}

} // namespace client::crypto
