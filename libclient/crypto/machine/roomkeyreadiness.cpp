// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of RoomKeySharing that says whether a message may be encrypted now.

#include "crypto/machine/roomkeysharing.h"
#include "crypto/primitives/primitives.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

const auto generationSetting = u"generation"_s;

QString readySetting(const RoomId& room)
{
    return u"ready:"_s + room.toString();
}

} // namespace

std::vector<DeviceRecord> RoomKeySharing::devicesOf(const std::set<UserId>& users)
{
    std::vector<DeviceRecord> all;
    for (const UserId& user : users) {
        for (DeviceRecord& device : m_context.take(m_context.store.devices(user))) {
            const bool isThis = user == m_context.user && device.device == m_context.device;
            if (!isThis && !device.deleted && device.algorithms.contains(megolmAlgorithm)) {
                all.push_back(std::move(device));
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
    if (isStillReady(*settings, users, settled)) {
        return true;
    }
    if (settled && mustSettle(users)) {
        return false;
    }
    if (std::ranges::any_of(users,
                            [this](const UserId& u) { return m_directory.mustWaitFor(u); })) {
        return false;
    }
    const auto devices = devicesOf(users);
    const auto session = current(*settings, devices);
    if (!session) {
        return false;
    }
    const Reach reach = share(*session, devices);
    const bool isKnown = std::ranges::none_of(
        users, [this](const UserId& user) { return m_directory.isOutdated(user); });
    if (reach == Reach::All && isKnown) {
        m_context.take(m_context.store.saveValue(readySetting(room),
                                                 session->sessionId + fingerprint(users, settled)));
    }
    return reach != Reach::Awaited;
}

//! Nobody and no device came, went or changed since everybody was found to have the session.
bool RoomKeySharing::isStillReady(const RoomEncryptionRecord& settings,
                                  const std::set<UserId>& users, bool settled)
{
    const auto session = m_context.take(m_context.store.outboundGroup(settings.room));
    return session && !isWorn(*session, settings) &&
           m_context.take(m_context.store.value(readySetting(settings.room))) ==
               session->sessionId + fingerprint(users, settled);
}

//! What is ready for a verification may not be for a message: identities were not asked about.
QByteArray RoomKeySharing::fingerprint(const std::set<UserId>& users, bool settled)
{
    QByteArray all = m_context.take(m_context.store.value(generationSetting));
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
    for (const UserId& user : users) {
        if (user != m_context.user && m_identities.view(user).blocksSending) {
            refuse(Error::Kind::Forbidden, user.toString(), u"IDENTITY_CHANGED"_s);
            return true;
        }
    }
    return false;
}

} // namespace client::crypto
