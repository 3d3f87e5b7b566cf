// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// RoomKeys: inbound Megolm sessions: received, merged, used to decrypt room events, and how far
// each is trusted. Owned by OlmMachine.
#pragma once

#include "crypto/machine/context.h"
#include "crypto/machine/olmchannel.h"
#include "crypto/machine/olmmachine.h"
#include "crypto/machine/trust.h"
#include "crypto/olm/megolm.h"

namespace client::crypto {

class RoomKeys {
public:
    explicit RoomKeys(Context& context) : m_context(context) {}

    //! m.room_key. Result: the session became usable, or more of it than before.
    bool receive(const OlmPayload& payload, CryptoChanges& changes);
    //! m.room_key.withheld: unauthenticated, only a reason.
    bool receiveWithheld(const QJsonObject& content, CryptoChanges& changes);
    //! The sending side of this device's own session, so that own messages are readable later.
    void keepOwn(const RoomId& room, const OutboundGroup& outbound, const QByteArray& curve25519,
                 const QByteArray& ed25519, bool sharedHistory);

    //! As key files, backups and forwards hold it; nothing when the store's copy is unreadable.
    std::optional<QJsonObject> exportOf(const InboundGroupRecord& record);
    //! The counterpart. False: not a key, or of another ratchet than the one known here.
    //! `sharedBy`: who put it into a bundle.
    bool importOne(const QJsonObject& content, InboundGroupRecord::Source source,
                   CryptoChanges& changes, const UserId& sharedBy = {});

    //! The session as `sender` claims it, who need not be the first who did; else as it is known.
    std::optional<InboundGroupRecord> sessionOf(const RoomId& room, const QByteArray& sessionId,
                                                const UserId& sender);
    std::expected<Decrypted, DecryptFailure> decrypt(const RoomId& room,
                                                     const events::Event& event);
    //! As `sender` claims it. Of a session that is not here: nobody's.
    Judgement judged(const RoomId& room, const QByteArray& sessionId, const UserId& sender);

private:
    //! `unsaid`: what a key means by not saying.
    static bool sharedHistoryOf(const QJsonObject& content, bool unsaid = false);
    bool keep(InboundGroupRecord record, const InboundGroup& group);
    bool extend(const InboundGroupRecord& known, const InboundGroupRecord& record);
    bool addClaim(const InboundGroupRecord& known, const InboundGroupRecord& record);
    DecryptFailure missing(const RoomId& room, const QByteArray& sessionId,
                           const events::Event& event);
    QString absence(const events::Event& event, bool isKnown);
    std::expected<Decrypted, DecryptFailure> open(const InboundGroupRecord& record,
                                                  const events::Event& event);
    std::expected<Decrypted, DecryptFailure>
    read(const InboundGroupRecord& record, const events::Event& event, const QJsonObject& plain);

    Context& m_context;
};

} // namespace client::crypto
