// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of CrossSigning that judges: who is verified, which device belongs to whom.

#include "crypto/machine/crosssigning.h"
#include "crypto/machine/devicekeys.h"

using namespace Qt::StringLiterals;

namespace client::crypto {

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

} // namespace client::crypto
