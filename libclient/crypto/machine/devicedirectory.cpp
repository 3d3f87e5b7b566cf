// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/machine/devicedirectory.h"

#include "base/log.h"
#include "crypto/machine/crosssigning.h"
#include "crypto/machine/devicekeys.h"
#include "crypto/machine/outgoing.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

constexpr int batch = 250;
const auto openSetting = u"openQueries"_s; // query id -> {user -> sequence when asked}
const auto weekSetting = u"weekOfLists"_s; // when it began
const auto foreignSetting = u"ownKeysForeign"_s;

} // namespace

DeviceDirectory::DeviceDirectory(Context& context)
    : m_context(context)
    , m_backoff(context, u"queryBackoff"_s)
{}

void DeviceDirectory::track(const std::set<UserId>& users)
{
    for (const UserId& user : users) {
        if (user.isValid() && !m_context.take(m_context.store.trackedUser(user))) {
            m_context.take(m_context.store.saveTrackedUser({user, true, 1}));
        }
    }
}

void DeviceDirectory::untrack(const std::set<UserId>& users)
{
    const QJsonObject before = m_context.object(openSetting);
    QJsonObject open = before;
    for (const UserId& user : users) {
        if (user == m_context.user) {
            continue;
        }
        m_context.take(m_context.store.removeTrackedUser(user));
        // An answer under way would be too old if the person came back before it arrives.
        for (const QString& id : before.keys()) {
            QJsonObject asked = open.value(id).toObject();
            asked.remove(user.toString());
            open.insert(id, asked);
        }
    }
    if (open != before) {
        m_context.saveObject(openSetting, open);
    }
}

void DeviceDirectory::startOver()
{
    m_context.saveObject(openSetting, {});
    markAllChanged();
}

bool DeviceDirectory::isWeekOver()
{
    constexpr Timestamp week = 7LL * 24 * 3'600'000;
    const Timestamp begun = m_context.take(m_context.store.value(weekSetting)).toLongLong();
    const bool over = begun != 0 && m_context.now() - begun > week;
    if (begun == 0 || over || m_context.now() < begun) {
        m_context.take(m_context.store.saveValue(weekSetting, QByteArray::number(m_context.now())));
    }
    return over;
}

void DeviceDirectory::markChanged(const UserId& user)
{
    if (auto tracked = m_context.take(m_context.store.trackedUser(user))) {
        tracked->outdated = true;
        ++tracked->sequence;
        m_context.take(m_context.store.saveTrackedUser(*tracked));
        m_backoff.succeeded(user.toString()); // there is news: ask at once
    }
}

std::vector<TrackedUser> DeviceDirectory::due()
{
    std::set<QString> asked;
    for (const QJsonValue& users : m_context.object(openSetting)) {
        const QStringList names = users.toObject().keys();
        asked.insert(names.begin(), names.end());
    }
    std::vector<TrackedUser> users = m_context.take(m_context.store.outdatedUsers());
    std::erase_if(users, [&](const TrackedUser& tracked) {
        const QString name = tracked.user.toString();
        return asked.contains(name) || m_backoff.isWaiting(name);
    });
    return users;
}

bool DeviceDirectory::mustWaitForOneOf(const std::set<UserId>& users)
{
    return std::ranges::any_of(
        m_context.take(m_context.store.outdatedUsers()), [&](const TrackedUser& tracked) {
            return users.contains(tracked.user) && !m_backoff.isWaiting(tracked.user.toString());
        });
}

bool DeviceDirectory::isFresh(const UserId& user)
{
    const auto tracked = m_context.take(m_context.store.trackedUser(user));
    return tracked && !tracked->outdated;
}

void DeviceDirectory::makeQueries()
{
    std::vector<TrackedUser> users = due();
    // One server's people together: where it is slow, few requests wait for it.
    std::ranges::stable_sort(
        users, {}, [](const TrackedUser& tracked) { return serverName(tracked.user.toString()); });
    QJsonObject open = m_context.object(openSetting);
    for (size_t start = 0; start < users.size(); start += batch) {
        QJsonObject asked;
        QJsonObject sequences;
        for (size_t i = start; i < std::min(users.size(), start + batch); ++i) {
            asked.insert(users[i].user.toString(), QJsonArray());
            sequences.insert(users[i].user.toString(), qint64(users[i].sequence));
        }
        const QString id =
            queueRequest(m_context, {.id = {},
                                     .kind = OutgoingRecord::Kind::KeysQuery,
                                     .eventType = {},
                                     .body = {{u"device_keys"_s, asked}, {u"timeout"_s, 10'000}},
                                     .room = {}});
        open.insert(id, sequences);
    }
    if (!users.empty()) {
        m_context.saveObject(openSetting, open);
    }
}

void DeviceDirectory::settle(const UserId& user, int64_t sequence, bool known)
{
    auto tracked = m_context.take(m_context.store.trackedUser(user));
    if (!known) {
        m_backoff.failed(user.toString());
        return;
    }
    m_backoff.succeeded(user.toString());
    // Changed again while the answer travelled: it stays outdated and is asked for once more.
    if (tracked && tracked->sequence == sequence) {
        tracked->outdated = false;
        m_context.take(m_context.store.saveTrackedUser(*tracked));
    }
}

//! Whoever is missing without their server having failed has no devices.
bool DeviceDirectory::isAnswered(const UserId& user, const QJsonObject& response)
{
    const QJsonValue found = response.value("device_keys"_L1);
    return found.isObject() &&
           (found.toObject().contains(user.toString()) ||
            !response.value("failures"_L1).toObject().contains(serverName(user.toString())));
}

void DeviceDirectory::answered(const OutgoingRecord& query, const QJsonObject& response,
                               const QByteArray& ownEd25519, const QByteArray& ownCurve25519)
{
    QJsonObject open = m_context.object(openSetting);
    const QJsonObject asked = open.take(query.id).toObject();
    m_context.saveObject(openSetting, open);
    for (auto it = asked.begin(); it != asked.end(); ++it) {
        const UserId user(it.key());
        const bool known = isAnswered(user, response);
        if (known && m_context.take(m_context.store.trackedUser(user))) {
            learn(user, response, ownEd25519, ownCurve25519);
        }
        settle(user, it.value().toInteger(), known);
    }
}

void DeviceDirectory::learn(const UserId& user, const QJsonObject& response,
                            const QByteArray& ownEd25519, const QByteArray& ownCurve25519)
{
    const QJsonObject devices =
        response.value("device_keys"_L1).toObject().value(user.toString()).toObject();
    if (user == m_context.user) {
        checkOwn(devices, ownEd25519, ownCurve25519);
    }
    applyIdentity(user, response);
    applyUser(user, devices);
}

void DeviceDirectory::refused(const OutgoingRecord& query)
{
    answered(query, {}, {}, {});
}

void DeviceDirectory::checkOwn(const QJsonObject& devices, const QByteArray& ownEd25519,
                               const QByteArray& ownCurve25519)
{
    const QString device = m_context.device.toString();
    const QJsonObject keys = devices.value(device).toObject().value("keys"_L1).toObject();
    // Missing: not uploaded yet.
    const bool isForeign =
        devices.contains(device) &&
        (keys.value("ed25519:"_L1 + device).toString().toLatin1() != ownEd25519 ||
         keys.value("curve25519:"_L1 + device).toString().toLatin1() != ownCurve25519);
    if (isForeign) {
        qCCritical(logCrypto) << "the server has other keys for this very device";
    }
    m_context.take(
        m_context.store.saveValue(foreignSetting, isForeign ? QByteArray("1") : QByteArray()));
}

bool DeviceDirectory::areOwnKeysForeign(Context& context)
{
    return !context.take(context.store.value(foreignSetting)).isEmpty();
}

void DeviceDirectory::applyUser(const UserId& user, const QJsonObject& devices)
{
    for (auto it = devices.begin(); it != devices.end(); ++it) {
        applyDevice(user, DeviceId(it.key()), it.value().toObject());
    }
    for (DeviceRecord known : m_context.take(m_context.store.devices(user))) {
        if (!known.deleted && !devices.contains(known.device.toString())) {
            known.deleted = true; // kept: whoever comes back with its keys is what it was
            m_context.take(m_context.store.saveDevice(known));
        }
    }
}

//! The owner's self-signing key if it signed the device. A signature is checked once.
QByteArray DeviceDirectory::signerOf(const DeviceRecord& device,
                                     const std::optional<DeviceRecord>& known)
{
    const auto identity = m_context.take(m_context.store.identity(device.user));
    if (!identity || identity->selfSigning.isEmpty()) {
        return {};
    }
    const QByteArray& key = identity->selfSigning;
    if (known && known->signedBy == key && known->keys == device.keys) {
        return key;
    }
    return isSignedBy(device.keys, device.user, QString::fromLatin1(key), key) ? key : QByteArray();
}

void DeviceDirectory::applyDevice(const UserId& user, const DeviceId& device,
                                  const QJsonObject& object)
{
    if (user == m_context.user && device == m_context.device && ownKeysAreForeign()) {
        return; // not this device, whatever its name
    }
    auto parsed = parseDevice(user, device, object);
    if (!parsed) {
        qCWarning(logCrypto) << "device" << device.toString() << "of" << user.toString()
                             << parsed.error().detail;
        return;
    }
    const auto known = m_context.take(m_context.store.device(user, device));
    const bool isSame =
        known && known->curve25519 == parsed->curve25519 && known->ed25519 == parsed->ed25519;
    // Once it was gone from the list its id may be given to a new device, which is trusted anew.
    if (known && !isSame && !known->deleted) {
        qCWarning(logCrypto) << "device" << device.toString() << "of" << user.toString()
                             << "came with other keys; the known ones stay";
        return;
    }
    parsed->signedBy = signerOf(*parsed, known);
    parsed->blocked = known && known->blocked;
    parsed->verified = isSame && known->verified;
    parsed->firstSeen = isSame ? known->firstSeen : m_context.now();
    if (!known || *parsed != *known) {
        m_context.take(m_context.store.saveDevice(*parsed));
    }
}

void DeviceDirectory::applyIdentity(const UserId& user, const QJsonObject& response)
{
    const auto of = [&](QLatin1StringView name) {
        return response.value(name).toObject().value(user.toString()).toObject();
    };
    IdentityRecord fresh;
    fresh.user = user;
    fresh.masterKey = of("master_keys"_L1);
    const auto known = m_context.take(m_context.store.identity(user));
    const auto master = parseCrossSigningKey(user, u"master"_s, fresh.masterKey);
    if (!master) {
        return; // none, or a broken one: what was pinned stays
    }
    fresh.master = *master;
    const auto signedByMaster = [&](const QJsonObject& key) {
        return isSignedBy(key, user, QString::fromLatin1(*master), *master);
    };
    const QJsonObject self = of("self_signing_keys"_L1);
    if (auto key = parseCrossSigningKey(user, u"self_signing"_s, self);
        key && signedByMaster(self)) {
        fresh.selfSigning = *key;
        fresh.selfSigningKey = self;
    }
    const QJsonObject others = of("user_signing_keys"_L1);
    if (auto key = parseCrossSigningKey(user, u"user_signing"_s, others);
        key && signedByMaster(others)) {
        fresh.userSigning = *key;
        fresh.userSigningKey = others;
    }
    fresh.pinnedMaster = known && !known->pinnedMaster.isEmpty() ? known->pinnedMaster : *master;
    // A, then B, then A again is still a change that nobody acknowledged.
    fresh.changed = (known && known->changed) || fresh.pinnedMaster != fresh.master;
    fresh.wasVerified = known && known->wasVerified;
    if (known && !known->master.isEmpty() && known->master != fresh.master) {
        CrossSigning::distrustDevices(m_context, user);
    }
    m_context.take(m_context.store.saveIdentity(fresh));
}

} // namespace client::crypto
