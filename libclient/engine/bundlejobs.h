// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// BundleJobs: the engine's acts about a room's history that goes to whom this person invites, and
// comes from who invited them. What takes long is done in batches. Owned by Engine::Parts.
#pragma once

#include "crypto/machine/bundlemaker.h"
#include "crypto/machine/historyreceiving.h"
#include "engine/context.h"

#include <functional>

namespace client::engine {

class BundleJobs {
public:
    using Act = std::function<Result<Update>(const std::function<void()>&)>;

    BundleJobs(Context& context, Act act) : m_context(context), m_act(std::move(act)) {}

    // --- to give ---
    //! Before the invitation is sent. Nothing in rooms that are not encrypted.
    Result<Update> want(const RoomId& room, const std::vector<UserId>& users);
    Result<Update> forget(const crypto::Invitee& invitee);
    //! Somebody who is invited by now, or in the room, and whose bundle can be made.
    Result<std::optional<crypto::Invitee>> next();
    Result<> begin(const RoomId& room);
    Result<bool> makeSome(); //!< true: there is more
    //! The bytes to upload; empty: there is nothing to share.
    Result<QByteArray> seal();
    Result<Update> uploaded(const crypto::Invitee& invitee, const MxcUri& uri);

    // --- to take ---
    //! This person is about to join: where that accepts an invitation, its sender's bundle is
    //! welcome.
    Result<Update> accepting(const RoomId& room);
    Result<std::optional<crypto::HistoryOffer>> nextOffer();
    //! False: it was not what was offered, and is forgotten.
    Result<bool> open(const crypto::HistoryOffer& offer, const QByteArray& cipher);
    Result<Update> refuse(const crypto::HistoryOffer& offer);

    struct Taken {
        Update update;
        bool done = false;
    };

    Result<Taken> takeSome(const crypto::HistoryOffer& offer);

private:
    bool isInvited(const crypto::Invitee& invitee);
    Result<Update> use(const std::function<void(crypto::MachineParts&)>& work);

    Context& m_context;
    Act m_act;
    std::vector<crypto::InboundGroupRecord> m_sessions; //!< of the bundle being made, last first
    crypto::BundleMaker m_maker;
    events::EncryptedFile m_file;   //!< of what was sealed last
    crypto::HistoryBundle m_bundle; //!< being taken in
};

} // namespace client::engine
