// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/machine/olmmachine.h"

#include "base/log.h"
#include "crypto/machine/generations.h"
#include "crypto/machine/olmmachineparts.h"
#include "crypto/primitives/primitives.h"

using namespace Qt::StringLiterals;

namespace client::crypto {

OlmMachine::OlmMachine(UserId user, DeviceId device, CryptoStore& store, const Clock& clock,
                       SecretBytes pickleKey)
    : m_parts(std::make_unique<Parts>(std::move(user), std::move(device), store, clock,
                                      std::move(pickleKey)))
{}

OlmMachine::~OlmMachine() = default;

Result<QByteArray> OlmMachine::beginGeneration(const QByteArray& beside)
{
    Generations generations(m_parts->context);
    if (!generations.isKnown(beside)) {
        m_parts->startOver();
    }
    return m_parts->finish(generations.renew(beside));
}

Result<> OlmMachine::generationKept()
{
    Generations(m_parts->context).kept();
    return m_parts->finish();
}

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
    if (sync.initial || directory.isWeekOver()) {
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
    m_parts->keys.retireFallback(sync.toDevice.empty());
    m_parts->verifications.expire(changes.verifications);
    for (const auto& [room, session] : changes.newRoomKeys) {
        m_parts->requests.cancel(room, session);
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
            m_parts->review(*request, response, changes);
            break;
        case Kind::KeysClaim:
            if (!m_parts->keys.drained(*request, response)) {
                m_parts->channel.claimed(*request, response);
            }
            break;
        case Kind::ToDevice:
            m_parts->sharing.delivered(*request);
            break;
        case Kind::SignaturesUpload:
            m_parts->signaturesAnswered(*request, response.value("failures"_L1).toObject());
            changes.statusChanged = true;
            break;
        case Kind::RoomEvent:
            m_parts->verifications.roomEventSent(*request,
                                                 EventId(response.value("event_id"_L1).toString()));
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
            if (!m_parts->keys.drained(*request, {})) {
                m_parts->channel.claimed(*request, {});
            }
            break;
        case Kind::ToDevice:
            m_parts->sharing.undeliverable(*request);
            break;
        case Kind::SignaturesUpload:
            m_parts->signaturesAnswered(*request, request->body);
            changes.statusChanged = true;
            break;
        case Kind::RoomEvent:
            m_parts->verifications.roomEventRefused(*request, changes.verifications);
            break;
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
                                                           const std::set<UserId>& recipients,
                                                           Purpose purpose)
{
    const bool ready = m_parts->sharing.prepare(room, recipients, purpose == Purpose::Message);
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

Result<Judgement> OlmMachine::judged(const RoomId& room, const QByteArray& sessionId,
                                     const UserId& sender)
{
    return m_parts->finish(m_parts->roomKeys.judged(room, sessionId, sender));
}

MachineParts& OlmMachine::parts()
{
    return m_parts->open;
}

Result<> OlmMachine::end()
{
    return m_parts->finish();
}

Result<> OlmMachine::setShareWith(ShareWith with)
{
    SharingPolicy::setShareWith(m_parts->context, with);
    return m_parts->finish();
}

Result<CryptoChanges> OlmMachine::receiveRoomVerification(const RoomId& room,
                                                          const events::Event& event)
{
    CryptoChanges changes;
    m_parts->verifications.receiveInRoom(room, event.id, event.sender, event.originServerTs,
                                         event.type, event.content, changes.verifications);
    changes.hasRequests = m_parts->isBusy();
    return m_parts->finish(std::move(changes));
}

Result<CryptoChanges> OlmMachine::receiveKeysOf(const UserId& user, const QJsonObject& response)
{
    CryptoChanges changes;
    if (!DeviceDirectory::isAnswered(user, response)) {
        return fail(Error::Kind::Server, u"the person's server did not answer"_s);
    }
    OutgoingRecord query;
    query.body = {{u"device_keys"_s, QJsonObject{{user.toString(), QJsonArray()}}}};
    m_parts->directory.learn(user, response, m_parts->keys.ed25519(), m_parts->keys.curve25519());
    // A query of the queue may have been answered meanwhile, by newer news: the queue's counts.
    m_parts->directory.markChanged(user);
    m_parts->review(query, response, changes);
    changes.hasRequests = m_parts->isBusy();
    return m_parts->finish(std::move(changes));
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
