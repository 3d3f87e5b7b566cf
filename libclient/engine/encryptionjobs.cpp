// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Status, people, devices and verification; recovery is in recoveryjobs.cpp.

#include "engine/encryptionjobs.h"

#include "api/keybackup.h"
#include "base/json.h"
#include "crypto/machine/devicedirectory.h"
#include "crypto/machine/generations.h"
#include "crypto/machine/secretsharing.h"
#include "crypto/machine/sharingpolicy.h"

#include <numeric>

using namespace Qt::StringLiterals;
using namespace client::crypto;

namespace client::engine {

namespace {

const auto recoverySetting = u"recovery"_s; // {exists, incomplete}
const auto seenSetting = u"devicesSeen"_s;  // {device: true}

//! Own devices that came after this one and that nobody has looked at.
bool isFresh(const DeviceRecord& device, const DeviceRecord& own, const QJsonObject& seen)
{
    return device.device != own.device && device.firstSeen > own.firstSeen &&
           !seen.contains(device.device.toString());
}

std::vector<DeviceView> viewsOf(MachineParts& parts, const UserId& user)
{
    std::vector<DeviceView> views;
    const QJsonObject seen = parts.context.object(seenSetting);
    const bool isOwn = user == parts.context.user;
    const DeviceRecord own = parts.keys.asRecord();
    const auto stored =
        parts.context.take(parts.context.store.device(parts.context.user, parts.context.device));
    const auto devices = parts.context.take(parts.context.store.devices(user));
    const auto waiting = Dehydration::waitingAmong(devices, parts.identities);
    for (const DeviceRecord& device : devices) {
        if (device.deleted) {
            continue;
        }
        DeviceView view;
        view.dehydrated = waiting == device.device;
        view.user = user;
        view.device = device.device;
        view.name = device.displayName;
        view.ed25519 = device.ed25519;
        view.curve25519 = device.curve25519;
        view.blocked = device.blocked;
        view.trust = parts.identities.trustOf(device);
        view.current = isOwn && device.device == parts.context.device;
        view.fresh = isOwn && !view.dehydrated && stored && isFresh(device, *stored, seen);
        views.push_back(view);
    }
    if (isOwn && !stored) { // before the first answer about oneself
        DeviceView view;
        view.user = user;
        view.device = own.device;
        view.ed25519 = own.ed25519;
        view.curve25519 = own.curve25519;
        view.trust = u"unsigned"_s;
        view.current = true;
        views.push_back(view);
    }
    return views;
}

//! Whether account data says that keys are not to be backed up.
bool isBackupDisabled(store::AccountTable& account)
{
    const QJsonObject now = account.data({}, api::backupWish).value_or(QJsonObject());
    if (now.value("enabled"_L1).isBool()) {
        return !now.value("enabled"_L1).toBool();
    }
    const auto old = account.data({}, api::backupWishOlder);
    return old.value_or(QJsonObject()).value("disabled"_L1).toBool();
}

bool hasAllKeys(CrossSigning& identities)
{
    return std::ranges::all_of(identitySecrets,
                               [&](const QString& name) { return identities.hasSeed(name); });
}

} // namespace

Result<Update> EncryptionJobs::use(const std::function<void(MachineParts&)>& work)
{
    return m_act([&] {
        const auto done = m_context.machine->use([&](MachineParts& parts) {
            work(parts);
            return true;
        });
        m_context.take(done);
        m_context.changes.update.encryptionChanged = true;
        m_context.changes.update.cryptoHasRequests = true;
    });
}

Result<EncryptionStatus> EncryptionJobs::status()
{
    EncryptionStatus status;
    const auto counts = m_context.tables.events.countByReason();
    if (!counts) {
        return std::unexpected(counts.error());
    }
    status.undecryptableByCause = *counts;
    status.undecryptable = std::accumulate(counts->begin(), counts->end(), 0);
    return m_context.machine->look([&](MachineParts& parts) {
        crypto::Context& c = parts.context;
        const auto identity = c.take(c.store.identity(c.user));
        const QJsonObject recovery = c.object(recoverySetting);
        status.identityExists = identity && !identity->master.isEmpty();
        status.identityTrusted = parts.identities.isOwnTrusted();
        status.identityChanged = identity && identity->changed;
        status.ownKeysForeign = DeviceDirectory::areOwnKeysForeign(c);
        status.profileRestored = crypto::wasRestored(c);
        status.hasIdentityKeys = hasAllKeys(parts.identities);
        const auto own = c.take(c.store.device(c.user, c.device));
        status.thisDeviceSigned = own && parts.identities.isSignedByOwner(*own);
        status.backupVersion = parts.backup.version();
        status.backupTrusted = parts.backup.isTrusted();
        status.backupKeyHere = parts.backup.hasKey();
        status.backupDisabledElsewhere =
            status.backupTrusted && isBackupDisabled(m_context.tables.account);
        status.backedUp = c.take(c.store.countInboundGroups(true));
        status.roomKeys = c.take(c.store.countInboundGroups(false));
        status.recovery = recovery.value("exists"_L1).toBool();
        status.recoveryIncomplete = recovery.value("incomplete"_L1).toBool() ||
                                    parts.identities.isPendingPublic() ||
                                    (parts.identities.hasPending() && !status.identityExists);
        status.shareWith = SharingPolicy::shareWith(c);
        status.onlySigned = SharingPolicy::onlySigned(c);
        status.dehydrationSupported = parts.dehydration.isSupported();
        status.dehydratedDevice = parts.dehydration.exists();
        for (const DeviceView& view : viewsOf(parts, c.user)) {
            status.newDevices += view.fresh ? 1 : 0;
        }
        return status;
    });
}

Result<std::vector<DeviceView>> EncryptionJobs::devices(const UserId& user)
{
    return m_context.machine->look([&](MachineParts& parts) { return viewsOf(parts, user); });
}

Result<Update> EncryptionJobs::blockDevice(const UserId& user, const DeviceId& device, bool blocked)
{
    return m_act([&] {
        m_context.take(m_context.machine->blockDevice(user, device, blocked));
        m_context.changes.update.encryptionChanged = true;
    });
}

Result<Update> EncryptionJobs::devicesSeen()
{
    return use([](MachineParts& parts) {
        QJsonObject seen;
        for (const DeviceView& view : viewsOf(parts, parts.context.user)) {
            seen.insert(view.device.toString(), true);
        }
        parts.context.saveObject(seenSetting, seen);
    });
}

Result<Update> EncryptionJobs::restoredSeen()
{
    return use([](MachineParts& parts) { crypto::noteRestored(parts.context, false); });
}

Result<Update> EncryptionJobs::setShareWith(ShareWith with)
{
    return use([with](MachineParts& parts) { SharingPolicy::setShareWith(parts.context, with); });
}

Result<Update> EncryptionJobs::setOnlySigned(bool only)
{
    return use([only](MachineParts& parts) { SharingPolicy::setOnlySigned(parts.context, only); });
}

Result<IdentityView> EncryptionJobs::identity(const UserId& user)
{
    return m_context.machine->look([&](MachineParts& p) { return p.identities.view(user); });
}

Result<std::vector<IdentityView>> EncryptionJobs::changedIdentities(const RoomId& room)
{
    std::vector<IdentityView> changed;
    const LiveRoom& live = m_context.room(room);
    return m_context.machine->look([&](MachineParts& parts) {
        for (const auto membership : {events::Membership::Join, events::Membership::Invite}) {
            for (const rooms::Member& member : live.members.with(membership)) {
                const IdentityView view = parts.identities.view(member.user);
                if (view.changed && member.user != m_context.own) {
                    changed.push_back(view);
                }
            }
        }
        return changed;
    });
}

Result<Update> EncryptionJobs::acknowledge(const UserId& user)
{
    return use([&](MachineParts& parts) { parts.identities.acknowledge(user); });
}

Result<Update> EncryptionJobs::verify(
    const std::function<void(Verifications&, std::vector<VerificationView>&)>& act)
{
    std::vector<VerificationView> changed;
    return use([&](MachineParts& parts) {
               act(parts.verifications, changed);
               if (std::ranges::any_of(changed, [](const VerificationView& view) {
                       return view.state == VerificationView::State::Done;
                   })) {
                   retryAll(); // what is missing has another reason now
               }
           })
        .transform([&](Update update) {
            std::ranges::move(changed, std::back_inserter(update.verifications));
            return update;
        });
}

Result<std::vector<VerificationView>> EncryptionJobs::verifications()
{
    return m_context.machine->look([](MachineParts& p) { return p.verifications.all(); });
}

Result<EncryptionJobs::Prepared> EncryptionJobs::prepareRoom(const RoomId& room)
{
    const LiveRoom& live = m_context.room(room);
    if (!live.encrypted || live.row.membership != "join"_L1 || !live.row.membersComplete) {
        return Prepared{};
    }
    const auto people = recipients(live);
    auto ready = OlmMachine::Readiness::Ready;
    return m_act([&] { ready = m_context.take(m_context.machine->prepareToEncrypt(room, people)); })
        .transform([&](Update update) {
            return Prepared{std::move(update), ready == OlmMachine::Readiness::Pending};
        });
}

//! Nobody sees these events: they need no place in the outbox.
void EncryptionJobs::encryptRoomEvents()
{
    auto requests = m_context.take(m_context.machine->outgoingRequests());
    for (OutgoingRecord& request : requests) {
        if (request.kind != OutgoingRecord::Kind::RoomEvent ||
            request.eventType == "m.room.encrypted"_L1 || !m_context.room(request.room).encrypted) {
            continue;
        }
        std::set<UserId> people;
        for (const auto membership : {events::Membership::Join, events::Membership::Invite}) {
            for (const rooms::Member& member :
                 m_context.room(request.room).members.with(membership)) {
                people.insert(member.user);
            }
        }
        const auto ready = m_context.machine->prepareToEncrypt(request.room, people,
                                                               OlmMachine::Purpose::Verification);
        if (!ready) { // never in this room: it must not keep the other requests back
            m_context.noteCrypto(
                m_context.take(m_context.machine->markRefused(request.id, ready.error())));
        } else if (*ready == OlmMachine::Readiness::Ready) {
            request.body = m_context.take(
                m_context.machine->encrypt(request.room, request.eventType, request.body));
            request.eventType = u"m.room.encrypted"_s;
            m_context.take(m_context.tables.crypto.saveOutgoing(request));
        }
    }
}

void EncryptionJobs::holdBack(std::vector<OutgoingRecord>& requests)
{
    std::erase_if(requests, [this](const OutgoingRecord& request) {
        return request.kind == OutgoingRecord::Kind::RoomEvent &&
               request.eventType != "m.room.encrypted"_L1 && m_context.room(request.room).encrypted;
    });
}

} // namespace client::engine
