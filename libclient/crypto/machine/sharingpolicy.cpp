// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/machine/sharingpolicy.h"

#include "crypto/machine/devicekeys.h"

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

const auto setting = u"shareWith"_s;
const auto signedSetting = u"onlySigned"_s;

} // namespace

bool isSharedVisibility(const QString& visibility)
{
    return visibility.isEmpty() || visibility == "shared"_L1 || visibility == "world_readable"_L1;
}

ShareWith SharingPolicy::shareWith(Context& context)
{
    return context.take(context.store.value(setting)) == "verified" ? ShareWith::Verified
                                                                    : ShareWith::All;
}

void SharingPolicy::setShareWith(Context& context, ShareWith with)
{
    context.take(context.store.saveValue(
        setting, with == ShareWith::Verified ? QByteArray("verified") : QByteArray()));
}

bool SharingPolicy::onlySigned(Context& context)
{
    return !context.take(context.store.value(signedSetting)).isEmpty();
}

void SharingPolicy::setOnlySigned(Context& context, bool only)
{
    context.take(context.store.saveValue(signedSetting, only ? QByteArray("1") : QByteArray()));
}

SharingPolicy::SharingPolicy(Context& context, CrossSigning& identities)
    : m_context(context)
    , m_identities(identities)
    , m_shareWith(shareWith(context))
    , m_onlySigned(onlySigned(context))
{}

const SharingPolicy::Person& SharingPolicy::person(const UserId& user)
{
    const auto known = m_people.constFind(user.toString());
    if (known != m_people.constEnd()) {
        return *known;
    }
    Person person;
    if (const auto identity = m_context.take(m_context.store.identity(user))) {
        person.selfSigning = identity->selfSigning;
        if (person.selfSigning.isEmpty() && !identity->master.isEmpty()) {
            person.selfSigning = "none"; // an identity that signs nothing
        }
        if (user == m_context.user && identity->changed) {
            person.selfSigning = "none"; // somebody replaced it: nobody new is believed
        }
    }
    person.mustBeVerified = m_shareWith == ShareWith::Verified && user != m_context.user;
    person.verified = person.mustBeVerified && m_identities.isVerified(user);
    return *m_people.insert(user.toString(), person);
}

QString SharingPolicy::refusal(const DeviceRecord& device)
{
    if (device.blocked) {
        return u"m.blacklisted"_s;
    }
    const bool waits = isDehydrated(device);
    if (device.verified && !waits) {
        return {};
    }
    const Person& owner = person(device.user);
    const bool isSigned = !owner.selfSigning.isEmpty() && device.signedBy == owner.selfSigning;
    if (waits && !isSigned) {
        return u"m.unverified"_s; // nobody watches over it but its owner's signature
    }
    const bool mayBeUnsigned = owner.selfSigning.isEmpty() && !m_onlySigned;
    const bool fine = owner.mustBeVerified ? isSigned && owner.verified : isSigned || mayBeUnsigned;
    return fine ? QString() : u"m.unverified"_s;
}

} // namespace client::crypto
