// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of CrossSigning that judges: who is verified, which device belongs to whom.

#include "crypto/machine/crosssigning.h"
#include "crypto/machine/devicekeys.h"

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

const auto notTakenSetting = u"signaturesNotTaken"_s; // user -> {device or master -> {key, tries}}

} // namespace

bool CrossSigning::isSignedByOwner(const DeviceRecord& device)
{
    const auto identity = m_context.take(m_context.store.identity(device.user));
    return identity && !identity->changed && !identity->selfSigning.isEmpty() &&
           device.signedBy == identity->selfSigning;
}

bool CrossSigning::hasIdentity(const UserId& user)
{
    const auto identity = m_context.take(m_context.store.identity(user));
    return identity && !identity->master.isEmpty();
}

bool CrossSigning::isVerified(const UserId& user)
{
    // Whom the own identity signed counts only as long as that identity is the person's own.
    if (!isOwnTrusted()) {
        return false;
    }
    if (user == m_context.user) {
        return true;
    }
    const auto own = m_context.take(m_context.store.identity(m_context.user));
    const auto theirs = m_context.take(m_context.store.identity(user));
    return own && theirs && !own->userSigning.isEmpty() && !theirs->master.isEmpty() &&
           isSignedBy(theirs->masterKey, m_context.user, QString::fromLatin1(own->userSigning),
                      own->userSigning);
}

IdentityView CrossSigning::view(const UserId& user)
{
    IdentityView view;
    view.user = user;
    if (const auto identity = m_context.take(m_context.store.identity(user))) {
        view.master = identity->master;
        view.verified = isVerified(user);
        view.changed = identity->changed;
        view.blocksSending = identity->changed && identity->wasVerified && !view.verified;
    }
    return view;
}

QString CrossSigning::trustOf(const DeviceRecord& device)
{
    if (device.blocked) {
        return u"blocked"_s;
    }
    const bool isSigned = isSignedByOwner(device);
    if (device.verified || (isSigned && isVerified(device.user))) {
        return u"verified"_s;
    }
    return isSigned ? u"signed"_s : u"unsigned"_s;
}

void CrossSigning::acknowledge(const UserId& user)
{
    auto identity = m_context.take(m_context.store.identity(user));
    if (!identity) {
        return;
    }
    identity->pinnedMaster = identity->master;
    identity->changed = false;
    identity->wasVerified = isVerified(user);
    m_context.take(m_context.store.saveIdentity(*identity));
}

void CrossSigning::reviewIdentity(const UserId& user)
{
    auto identity = m_context.take(m_context.store.identity(user));
    if (!identity) {
        return;
    }
    if (user == m_context.user) {
        const QByteArray trusted = trustedMaster();
        const bool replaced = !trusted.isEmpty() && identity->master != trusted;
        if (!trusted.isEmpty() && !replaced) {
            forgetOldSeeds(*identity, false);
        }
        if (replaced && !identity->changed) {
            identity->changed = true;
            m_context.take(m_context.store.saveIdentity(*identity));
        }
        return;
    }
    if (isVerified(user) && (!identity->wasVerified || identity->changed)) {
        // Signed by the own identity, perhaps on another of the person's devices.
        identity->wasVerified = true;
        identity->changed = false;
        identity->pinnedMaster = identity->master;
        m_context.take(m_context.store.saveIdentity(*identity));
    }
}

void CrossSigning::distrustDevices(Context& context, const UserId& user)
{
    for (DeviceRecord device : context.take(context.store.devices(user))) {
        const bool isThis = user == context.user && device.device == context.device;
        if (device.verified && !isThis) {
            device.verified = false;
            context.take(context.store.saveDevice(device));
        }
    }
}

void CrossSigning::notTaken(const QJsonObject& body, const QJsonObject& failures)
{
    QJsonObject all = m_context.object(notTakenSetting);
    for (auto user = failures.begin(); user != failures.end(); ++user) {
        QJsonObject ofUser = all.value(user.key()).toObject();
        for (const QString& name : user.value().toObject().keys()) {
            const QJsonObject object = body.value(user.key())
                                           .toObject()
                                           .value(name)
                                           .toObject()
                                           .value("keys"_L1)
                                           .toObject();
            const QJsonValue key = object.value(u"ed25519:"_s + name);
            const int tries = ofUser.value(name).toObject().value("tries"_L1).toInt() + 1;
            if (key.isString()) { // one of those that were sent
                ofUser.insert(name, QJsonObject{{u"key"_s, key}, {u"tries"_s, tries}});
            }
        }
        all.insert(user.key(), ofUser);
    }
    m_context.saveObject(notTakenSetting, all);
}

bool CrossSigning::signAgain(const UserId& user, const QString& name, const QByteArray& key)
{
    if (user == m_context.user) {
        const auto device = m_context.take(m_context.store.device(user, DeviceId(name)));
        return device && device->ed25519 == key && !isSignedByOwner(*device) &&
               signDevice(device->device);
    }
    const auto identity = m_context.take(m_context.store.identity(user));
    return identity && identity->wasVerified && !identity->changed && identity->master == key &&
           !isVerified(user) && signUser(user, key);
}

void CrossSigning::signAgain(const UserId& user)
{
    constexpr int mostTries = 3;
    QJsonObject all = m_context.object(notTakenSetting);
    QJsonObject ofUser = all.value(user.toString()).toObject();
    if (ofUser.isEmpty()) {
        return;
    }
    for (const QString& name : ofUser.keys()) {
        const QJsonObject entry = ofUser.value(name).toObject();
        if (entry.value("tries"_L1).toInt() > mostTries ||
            !signAgain(user, name, entry.value("key"_L1).toString().toLatin1())) {
            ofUser.remove(name); // the server does not want it, has it, or it is another key now
        }
    }
    all.insert(user.toString(), ofUser);
    if (ofUser.isEmpty()) {
        all.remove(user.toString());
    }
    m_context.saveObject(notTakenSetting, all);
}

} // namespace client::crypto
