// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of RoomKeySharing that says whether a message may be encrypted now.

#include "crypto/machine/roomkeysharing.h"
#include "crypto/primitives/primitives.h"

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

const auto generationSetting = u"generation"_s;

QString readySetting(const RoomId& room)
{
    return u"ready:"_s + room.toString();
}

} // namespace

RoomKeySharing::Verdicts RoomKeySharing::verdictsOn(const std::set<UserId>& users)
{
    Verdicts all;
    SharingPolicy policy(m_context, m_identities);
    for (const UserId& user : users) {
        for (DeviceRecord& device : m_context.take(m_context.store.devices(user))) {
            const bool isThis = user == m_context.user && device.device == m_context.device;
            if (!isThis && !device.deleted && device.algorithms.contains(megolmAlgorithm)) {
                const QString refusal = policy.refusal(device);
                all.push_back({std::move(device), refusal});
            }
        }
    }
    return all;
}

bool RoomKeySharing::prepare(const RoomId& room, const std::set<UserId>& recipients, bool settled)
{
    const auto settings = m_context.take(m_context.store.roomEncryption(room));
    if (!settings || settings->algorithm != megolmAlgorithm) {
        refuse(Error::Kind::Unsupported, u"no usable encryption settings"_s);
        return false;
    }
    if (m_directory.ownKeysAreForeign()) {
        refuse(Error::Kind::Crypto, u"the server has other keys for this device"_s,
               u"OWN_KEYS_FOREIGN"_s);
        return false;
    }
    std::set<UserId> users = recipients;
    users.insert(m_context.user);
    m_directory.track(users);
    const bool waits = m_directory.mustWaitForOneOf(users);
    if (!waits && isStillReady(*settings, users, settled)) {
        return true;
    }
    if (settled && mustSettle(users)) {
        return false;
    }
    if (waits) {
        return false;
    }
    const Verdicts devices = verdictsOn(users);
    const auto session = current(*settings, devices);
    if (!session) {
        return false;
    }
    const Reach reach = share(*session, devices);
    if (!reach.awaited) {
        noteReady(*session, reach, users, settled);
    }
    return !reach.awaited;
}

void RoomKeySharing::noteReady(const OutboundGroupRecord& session, const Reach& reach,
                               const std::set<UserId>& users, bool settled)
{
    QByteArray found = session.sessionId + fingerprint(users, settled);
    if (reach.again) {
        found += ' ' + QByteArray::number(*reach.again);
    }
    m_context.take(m_context.store.saveValue(readySetting(session.room), found));
}

//! Nobody and no device came, went or changed since everybody was found to have the session, and
//! who could not be reached then is not to be tried again yet.
bool RoomKeySharing::isStillReady(const RoomEncryptionRecord& settings,
                                  const std::set<UserId>& users, bool settled)
{
    const auto session = usable(settings);
    if (!session) {
        return false;
    }
    const QByteArray found = m_context.take(m_context.store.value(readySetting(settings.room)));
    const QByteArray wanted = session->sessionId + fingerprint(users, settled);
    if (!found.startsWith(wanted) || found == wanted) {
        return found == wanted;
    }
    const Timestamp left = found.sliced(wanted.size()).trimmed().toLongLong() - m_context.now();
    return left > 0 && left <= Backoff::longest; // a clock that was set back waits for nothing
}

//! What is ready for a verification may not be for a message: identities were not asked about.
QByteArray RoomKeySharing::fingerprint(const std::set<UserId>& users, bool settled)
{
    QByteArray all = m_context.take(m_context.store.value(generationSetting));
    all += ' ' + m_context.take(m_context.store.peopleGeneration());
    all += ' ' + m_identities.trustedMaster();
    all += SharingPolicy::shareWith(m_context) == ShareWith::All ? " all" : " verified";
    all += SharingPolicy::onlySigned(m_context) ? " signed" : "";
    all += settled ? "" : " unsettled";
    for (const UserId& user : users) {
        all += '\n' + user.toString().toUtf8();
    }
    return sha256(all);
}

void RoomKeySharing::somethingChanged()
{
    const auto generation = m_context.take(m_context.store.value(generationSetting)).toLongLong();
    m_context.take(
        m_context.store.saveValue(generationSetting, QByteArray::number(generation + 1)));
}

//! Somebody whom the person verified has another identity now: nothing is sent until the person
//! has said what that means.
bool RoomKeySharing::mustSettle(const std::set<UserId>& users)
{
    for (const UserId& user : m_context.take(m_context.store.unsettledPeople())) {
        if (user != m_context.user && users.contains(user) && !m_identities.isVerified(user)) {
            refuse(Error::Kind::Forbidden, user.toString(), u"IDENTITY_CHANGED"_s);
            return true;
        }
    }
    return false;
}

} // namespace client::crypto
