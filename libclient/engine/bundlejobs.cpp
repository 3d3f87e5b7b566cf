// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "engine/bundlejobs.h"

#include "base/log.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace client::crypto;

namespace client::engine {

namespace {

constexpr size_t atOnce = 200;

} // namespace

Result<Update> BundleJobs::use(const std::function<void(MachineParts&)>& work)
{
    return m_act([&] {
        m_context.take(m_context.machine->look([&](MachineParts& parts) {
            work(parts);
            return true;
        }));
    });
}

Result<Update> BundleJobs::want(const RoomId& room, const std::vector<UserId>& users)
{
    if (!m_context.room(room).encrypted) {
        return Update();
    }
    return use([&](MachineParts& parts) {
        for (const UserId& user : users) {
            parts.sharedHistory.want({room, user});
        }
    });
}

Result<Update> BundleJobs::forget(const Invitee& invitee)
{
    return use([&](MachineParts& parts) { parts.sharedHistory.forget(invitee); });
}

//! Nobody knows what became of an invitation whose answer was lost, until sync tells.
bool BundleJobs::isInvited(const Invitee& invitee)
{
    const LiveRoom& live = m_context.room(invitee.room);
    const rooms::Member* member = live.members.find(invitee.user);
    return live.row.membership == "join"_L1 && member != nullptr &&
           (member->membership == events::Membership::Invite ||
            member->membership == events::Membership::Join);
}

Result<std::optional<Invitee>> BundleJobs::next()
{
    return m_context.machine->look([&](MachineParts& parts) -> std::optional<Invitee> {
        for (const Invitee& invitee : parts.sharedHistory.wanted()) {
            if (isInvited(invitee) && parts.sharedHistory.mayShare(invitee.room)) {
                return invitee;
            }
        }
        return std::nullopt;
    });
}

Result<> BundleJobs::begin(const RoomId& room)
{
    m_maker = BundleMaker();
    const auto sessions = m_context.machine->look([&](MachineParts& parts) {
        for (const QJsonObject& notice : parts.sharedHistory.withheldFromUs(room)) {
            m_maker.addWithheld(notice);
        }
        return parts.sharedHistory.sessions(room);
    });
    if (!sessions) {
        return std::unexpected(sessions.error());
    }
    m_sessions = *sessions;
    std::ranges::reverse(m_sessions);
    return {};
}

Result<bool> BundleJobs::makeSome()
{
    return m_context.machine->look([&](MachineParts& parts) {
        for (size_t i = 0; i < atOnce && !m_sessions.empty(); ++i) {
            const InboundGroupRecord record = std::move(m_sessions.back());
            m_sessions.pop_back();
            if (const auto key = parts.sharedHistory.keyEntry(record)) {
                if (!m_maker.addKey(*key)) {
                    qCInfo(logCrypto) << "a history is too long for a bundle; the newest is shared";
                    m_sessions.clear();
                }
            } else if (const auto notice = parts.sharedHistory.withheldEntry(record)) {
                m_maker.addWithheld(*notice);
            }
        }
        return !m_sessions.empty();
    });
}

Result<QByteArray> BundleJobs::seal()
{
    if (m_maker.isEmpty()) {
        return QByteArray();
    }
    auto sealed = m_maker.seal();
    if (!sealed) {
        return std::unexpected(sealed.error());
    }
    m_file = std::move(sealed->file);
    return std::move(sealed->cipher);
}

Result<Update> BundleJobs::uploaded(const Invitee& invitee, const MxcUri& uri)
{
    m_file.url = uri;
    const QJsonObject file = events::toJson(m_file);
    m_file = {};
    return use([&](MachineParts& parts) {
        parts.sharedHistory.uploaded(invitee, file);
        m_context.changes.update.cryptoHasRequests = true;
    });
}

Result<Update> BundleJobs::accepting(const RoomId& room)
{
    if (!room.isValid() || m_context.room(room).row.membership != "invite"_L1) {
        return Update();
    }
    const auto event = m_context.tables.state.memberEvent(room, m_context.own);
    if (!event) {
        return std::unexpected(event.error());
    }
    const UserId inviter(event->value("sender"_L1).toString());
    if (!inviter.isValid()) {
        return Update();
    }
    return use([&](MachineParts& parts) {
        parts.receivedHistory.accepted(room, inviter);
        m_context.changes.update.cryptoHasRequests = true;
    });
}

Result<std::optional<HistoryOffer>> BundleJobs::nextOffer()
{
    std::optional<HistoryOffer> offer;
    return use([&](MachineParts& parts) {
               offer = parts.receivedHistory.next([this](const RoomId& room) {
                   return m_context.room(room).row.membership == "join"_L1;
               });
           })
        .transform([&](const Update&) { return offer; });
}

Result<bool> BundleJobs::open(const HistoryOffer& offer, const QByteArray& cipher)
{
    m_bundle = {};
    auto bundle = m_context.machine->look(
        [&](MachineParts& parts) { return parts.receivedHistory.open(offer, cipher); });
    if (!bundle) {
        return std::unexpected(bundle.error());
    }
    if (!*bundle) {
        qCWarning(logCrypto) << "a history bundle is of no use:" << bundle->error().detail;
        return refuse(offer).transform([](const Update&) { return false; });
    }
    m_bundle = std::move(**bundle);
    return true;
}

Result<Update> BundleJobs::refuse(const HistoryOffer& offer)
{
    return use([&](MachineParts& parts) { parts.receivedHistory.done(offer); });
}

Result<BundleJobs::Taken> BundleJobs::takeSome(const HistoryOffer& offer)
{
    auto& [keys, withheld] = m_bundle;
    const size_t key = keys.size() - std::min(keys.size(), atOnce);
    const size_t notice = withheld.size() - std::min(withheld.size(), atOnce);
    const bool done = key == 0 && notice == 0;
    auto update = use([&](MachineParts& parts) {
        CryptoChanges changes;
        for (size_t i = key; i < keys.size(); ++i) {
            parts.receivedHistory.importKey(offer, keys[i], changes);
        }
        for (size_t i = notice; key == 0 && i < withheld.size(); ++i) {
            parts.receivedHistory.importWithheld(offer, withheld[i], changes);
        }
        if (done) {
            parts.receivedHistory.done(offer);
        }
        m_context.noteCrypto(changes);
        m_context.changes.update.encryptionChanged = true; // there is something for the backup
    });
    if (!update) {
        return std::unexpected(update.error());
    }
    if (key == 0) { // keys first: a notice about one that is here counts for nothing
        withheld.resize(notice);
    }
    keys.resize(key);
    return Taken{std::move(*update), done};
}

} // namespace client::engine
