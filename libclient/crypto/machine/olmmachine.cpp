// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/machine/olmmachine.h"

#include "base/log.h"
#include "crypto/machine/accountkeys.h"
#include "crypto/machine/devicedirectory.h"
#include "crypto/machine/olmchannel.h"
#include "crypto/machine/roomkeys.h"
#include "crypto/machine/roomkeysharing.h"
#include "crypto/primitives/primitives.h"

using namespace Qt::StringLiterals;

namespace client::crypto {

struct OlmMachine::Parts {
    Parts(UserId user, DeviceId device, CryptoStore& store, const Clock& clock, SecretBytes key)
        : context(std::move(user), std::move(device), store, clock, std::move(key))
        , keys(context)
        , directory(context)
        , channel(context, keys)
        , roomKeys(context)
        , sharing({context, keys, directory, channel, roomKeys})
    {}

    //! Every call ends here: the account is stored, a fault becomes the call's.
    template <class T>
    Result<T> finish(T value)
    {
        keys.flush();
        return context.finish(std::move(value));
    }

    Result<> finish()
    {
        keys.flush();
        return context.finish();
    }

    bool isBusy();
    void makeRequests();
    bool receive(const QJsonObject& event, CryptoChanges& changes);
    bool receive(const OlmPayload& payload, CryptoChanges& changes);

    Context context;
    AccountKeys keys;
    DeviceDirectory directory;
    OlmChannel channel;
    RoomKeys roomKeys;
    RoomKeySharing sharing;
};

bool OlmMachine::Parts::isBusy()
{
    return !context.take(context.store.outgoing()).empty() || keys.needsUpload() ||
           directory.needsQuery() || channel.needsClaim();
}

void OlmMachine::Parts::makeRequests()
{
    if (keys.needsUpload()) {
        keys.makeUpload();
    }
    directory.makeQueries();
    channel.makeClaims();
}

//! False: refused.
bool OlmMachine::Parts::receive(const QJsonObject& event, CryptoChanges& changes)
{
    const UserId sender(event.value("sender"_L1).toString());
    const QString type = event.value("type"_L1).toString();
    const QJsonObject content = event.value("content"_L1).toObject();
    if (!sender.isValid()) {
        return false;
    }
    if (type == "m.room.encrypted"_L1) {
        const auto payload = channel.open(sender, content);
        return payload && receive(*payload, changes);
    }
    // In clear, a server may have written it: nothing but a reason is taken from it.
    return type == "m.room_key.withheld"_L1 && roomKeys.receiveWithheld(content, changes);
}

bool OlmMachine::Parts::receive(const OlmPayload& payload, CryptoChanges& changes)
{
    if (payload.type == "m.room_key"_L1) {
        return roomKeys.receive(payload, changes);
    }
    if (payload.type == "m.dummy"_L1) {
        if (payload.newSession) {
            sharing.deviceBeganAnew(payload.senderKey);
        }
        return true;
    }
    // Keys forwarded by others are taken only when they were asked for, and none is ever asked for.
    return false;
}

OlmMachine::OlmMachine(UserId user, DeviceId device, CryptoStore& store, const Clock& clock,
                       SecretBytes pickleKey)
    : m_parts(std::make_unique<Parts>(std::move(user), std::move(device), store, clock,
                                      std::move(pickleKey)))
{}

OlmMachine::~OlmMachine() = default;

Result<> OlmMachine::ensureAccount()
{
    m_parts->keys.ensure();
    m_parts->directory.track({m_parts->context.user});
    m_parts->directory.markChanged(m_parts->context.user); // compare own keys at every start
    return m_parts->finish();
}

Result<QByteArray> OlmMachine::ownEd25519()
{
    return m_parts->finish(m_parts->keys.ed25519());
}

Result<QByteArray> OlmMachine::ownCurve25519()
{
    return m_parts->finish(m_parts->keys.curve25519());
}

Result<int> OlmMachine::noteInProcess(const QByteArray& hash)
{
    Context& context = m_parts->context;
    const QString name = u"inProcess:"_s + QString::fromLatin1(hash.toHex());
    const int before = context.take(context.store.value(name)).toInt();
    context.take(context.store.saveValue(name, QByteArray::number(before + 1)));
    return m_parts->finish(before);
}

Result<> OlmMachine::clearInProcess(const QByteArray& hash)
{
    const QString name = u"inProcess:"_s + QString::fromLatin1(hash.toHex());
    m_parts->context.take(m_parts->context.store.saveValue(name, {}));
    return m_parts->finish();
}

Result<> OlmMachine::quarantine(const QJsonObject& event)
{
    qCCritical(logCrypto) << "an event ended the program twice and is put aside";
    const QByteArray raw = toJson(event);
    const QString name = u"quarantine:"_s + QString::fromLatin1(sha256(raw).toHex());
    m_parts->context.take(m_parts->context.store.saveValue(name, raw));
    return m_parts->finish();
}

Result<CryptoChanges> OlmMachine::receiveSync(const SyncChanges& sync)
{
    CryptoChanges changes;
    DeviceDirectory& directory = m_parts->directory;
    if (sync.initial) {
        directory.markAllChanged();
    }
    for (const QStringList& users : {sync.changedUsers, sync.leftUsers}) {
        for (const QString& user : users) {
            directory.markChanged(UserId(user));
        }
    }
    m_parts->keys.serverCounts(sync.oneTimeKeyCount.value_or(0), sync.unusedFallback);
    for (const QJsonObject& event : sync.toDevice) {
        changes.discarded += m_parts->receive(event, changes) ? 0 : 1;
    }
    changes.hasRequests = m_parts->isBusy();
    return m_parts->finish(std::move(changes));
}

Result<std::vector<OutgoingRequest>> OlmMachine::outgoingRequests()
{
    m_parts->makeRequests();
    auto requests = m_parts->context.take(m_parts->context.store.outgoing());
    return m_parts->finish(std::move(requests));
}

Result<CryptoChanges> OlmMachine::markSent(const QString& requestId, const QJsonObject& response)
{
    using Kind = OutgoingRecord::Kind;
    Context& context = m_parts->context;
    CryptoChanges changes;
    if (const auto request = context.take(context.store.outgoingById(requestId))) {
        context.take(context.store.removeOutgoing(requestId));
        switch (request->kind) {
        case Kind::KeysUpload:
            m_parts->keys.uploaded(response);
            break;
        case Kind::KeysQuery:
            m_parts->directory.answered(*request, response, m_parts->keys.ed25519(),
                                        m_parts->keys.curve25519());
            break;
        case Kind::KeysClaim:
            m_parts->channel.claimed(*request, response);
            break;
        case Kind::ToDevice:
            m_parts->sharing.delivered(*request);
            break;
        }
    }
    changes.hasRequests = m_parts->isBusy();
    return m_parts->finish(std::move(changes));
}

Result<CryptoChanges> OlmMachine::markRefused(const QString& requestId, const Error& error)
{
    using Kind = OutgoingRecord::Kind;
    Context& context = m_parts->context;
    CryptoChanges changes;
    qCWarning(logCrypto) << "a request of the machine was refused:" << error.errcode;
    if (const auto request = context.take(context.store.outgoingById(requestId))) {
        context.take(context.store.removeOutgoing(requestId));
        switch (request->kind) {
        case Kind::KeysUpload:
            m_parts->keys.uploadRefused();
            break;
        case Kind::KeysQuery:
            m_parts->directory.refused(*request);
            break;
        case Kind::KeysClaim:
            m_parts->channel.claimed(*request, {});
            break;
        case Kind::ToDevice:
            m_parts->sharing.delivered(*request);
            break; // given up
        }
    }
    changes.hasRequests = m_parts->isBusy();
    return m_parts->finish(std::move(changes));
}

Result<> OlmMachine::setRoomEncryption(const RoomId& room, const QJsonObject& content)
{
    m_parts->sharing.setRoomEncryption(room, content);
    return m_parts->finish();
}

Result<> OlmMachine::setHistoryVisibility(const RoomId& room, const QString& visibility)
{
    m_parts->sharing.setHistoryVisibility(room, visibility);
    return m_parts->finish();
}

Result<std::optional<RoomEncryptionRecord>> OlmMachine::roomEncryption(const RoomId& room)
{
    return m_parts->context.store.roomEncryption(room);
}

Result<> OlmMachine::trackUsers(const std::set<UserId>& users)
{
    m_parts->directory.track(users);
    return m_parts->finish();
}

Result<> OlmMachine::untrackUsers(const std::set<UserId>& users)
{
    m_parts->directory.untrack(users);
    return m_parts->finish();
}

Result<> OlmMachine::memberLeft(const RoomId& room, const UserId& user)
{
    m_parts->sharing.memberLeft(room, user);
    return m_parts->finish();
}

Result<OlmMachine::Readiness> OlmMachine::prepareToEncrypt(const RoomId& room,
                                                           const std::set<UserId>& recipients)
{
    const bool ready = m_parts->sharing.prepare(room, recipients);
    return m_parts->finish(ready ? Readiness::Ready : Readiness::Pending);
}

Result<QJsonObject> OlmMachine::encrypt(const RoomId& room, const QString& type,
                                        const QJsonObject& content)
{
    return m_parts->finish(m_parts->sharing.encrypt(room, type, content).value_or(QJsonObject()));
}

std::expected<Decrypted, DecryptFailure> OlmMachine::decrypt(const RoomId& room,
                                                             const events::Event& event)
{
    auto decrypted = m_parts->roomKeys.decrypt(room, event);
    if (auto ended = m_parts->finish(); !ended) { // the store failed: worth another try
        qCWarning(logCrypto) << "decrypt:" << ended.error().detail;
        return std::unexpected(
            DecryptFailure{.waiting = true, .reason = u"missingKey"_s, .sessionId = {}});
    }
    return decrypted;
}

Result<QString> OlmMachine::trustOf(const RoomId& room, const QByteArray& sessionId)
{
    return m_parts->finish(m_parts->roomKeys.trustOf(room, sessionId));
}

Result<std::vector<DeviceRecord>> OlmMachine::devicesOf(const UserId& user)
{
    return m_parts->context.store.devices(user);
}

Result<> OlmMachine::blockDevice(const UserId& user, const DeviceId& device, bool blocked)
{
    Context& context = m_parts->context;
    auto record = context.take(context.store.device(user, device));
    if (!record) {
        return fail(Error::Kind::NotFound, u"no such device"_s);
    }
    record->blocked = blocked;
    context.take(context.store.saveDevice(*record));
    return m_parts->finish();
}

Result<bool> OlmMachine::isBusy()
{
    return m_parts->finish(m_parts->isBusy());
}

} // namespace client::crypto
