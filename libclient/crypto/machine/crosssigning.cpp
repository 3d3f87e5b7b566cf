// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The own identity and what it signs; what is thought of others is in crosssigningtrust.cpp.

#include "crypto/machine/crosssigning.h"

#include "base/canonicaljson.h"
#include "base/log.h"
#include "crypto/machine/outgoing.h"
#include "crypto/primitives/curves.h"

#include <QJsonArray>

#include <array>

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

const auto trustedSetting = u"trustedMaster"_s;
const auto pending = u"pending:"_s; // seeds of an identity that the server may not have yet
constexpr std::array usages{"master"_L1, "self_signing"_L1, "user_signing"_L1};

QString seedName(const QString& usage)
{
    return u"m.cross_signing."_s + usage;
}

QByteArray publishedKey(const IdentityRecord& identity, const QString& name)
{
    if (name == seedName(usages[0])) {
        return identity.master;
    }
    return name == seedName(usages[1]) ? identity.selfSigning : identity.userSigning;
}

} // namespace

QByteArray CrossSigning::trustedMaster()
{
    return m_context.take(m_context.store.value(trustedSetting));
}

bool CrossSigning::isOwnTrusted()
{
    const auto identity = m_context.take(m_context.store.identity(m_context.user));
    const QByteArray trusted = trustedMaster();
    return identity && !trusted.isEmpty() && identity->master == trusted;
}

void CrossSigning::trustOwn(const QByteArray& master)
{
    auto identity = m_context.take(m_context.store.identity(m_context.user));
    if (!identity || identity->master != master || master.isEmpty()) {
        qCWarning(logCrypto) << "an identity that is not the published one is not trusted";
        return;
    }
    const bool anew = trustedMaster() != master;
    m_context.take(m_context.store.saveValue(trustedSetting, master));
    forgetOldSeeds(*identity, anew);
    identity->pinnedMaster = master;
    identity->changed = false;
    m_context.take(m_context.store.saveIdentity(*identity));
}

//! What does not make the published key belongs to an identity, or a part of it, that is gone: it
//! would sign for nothing and be given on. A key that is merely not told of costs nothing.
void CrossSigning::forgetOldSeeds(const IdentityRecord& own, bool anew)
{
    for (const auto usage : usages) {
        const QString name = seedName(usage);
        const QByteArray published = publishedKey(own, name);
        const SecretBytes kept = m_context.secret(name);
        if (!kept.isEmpty() && (anew || !published.isEmpty()) &&
            m_context.take(ed25519Public(kept)) != published) {
            m_context.saveSecret(name, {});
        }
    }
}

bool CrossSigning::hasSeed(const QString& name)
{
    return !m_context.secret(name).isEmpty();
}

SecretBytes CrossSigning::seed(const QString& name)
{
    return m_context.secret(name);
}

bool CrossSigning::offerSeed(const QString& name, const SecretBytes& seed)
{
    const auto identity = m_context.take(m_context.store.identity(m_context.user));
    const auto key = ed25519Public(seed);
    if (!identity || !key || key->isEmpty() || publishedKey(*identity, name) != *key) {
        qCWarning(logCrypto) << "a private key that does not make the published one is refused";
        return false;
    }
    m_context.saveSecret(name, seed);
    return true;
}

void CrossSigning::create()
{
    for (const auto usage : usages) {
        if (m_context.secret(pending + seedName(usage)).isEmpty()) {
            m_context.saveSecret(pending + seedName(usage), ed25519Generate().secret);
        }
    }
}

QJsonObject CrossSigning::keyObject(const QString& usage)
{
    const SecretBytes seed = m_context.secret(pending + seedName(usage));
    const QString key = QString::fromLatin1(m_context.take(ed25519Public(seed)));
    return {{u"user_id"_s, m_context.user.toString()},
            {u"usage"_s, QJsonArray{usage}},
            {u"keys"_s, QJsonObject{{u"ed25519:"_s + key, key}}}};
}

QJsonObject CrossSigning::signedBySeed(QJsonObject object, const QString& name)
{
    const SecretBytes seed = m_context.secret(name);
    const QString key = QString::fromLatin1(m_context.take(ed25519Public(seed)));
    const QByteArray signature =
        m_context.take(ed25519Sign(seed, m_context.take(signableJson(object))));
    QJsonObject all = object.value("signatures"_L1).toObject();
    QJsonObject own = all.value(m_context.user.toString()).toObject();
    own.insert(u"ed25519:"_s + key, QString::fromLatin1(signature));
    all.insert(m_context.user.toString(), own);
    object.insert(u"signatures"_s, all);
    return object;
}

QJsonObject CrossSigning::publicKeys()
{
    const QString master = pending + seedName(usages[0]);
    return {{u"master_key"_s, m_keys.withSignature(keyObject(usages[0]))},
            {u"self_signing_key"_s, signedBySeed(keyObject(usages[1]), master)},
            {u"user_signing_key"_s, signedBySeed(keyObject(usages[2]), master)}};
}

QJsonObject CrossSigning::signedByMaster(const QJsonObject& object)
{
    const QString name = seedName(usages[0]);
    const QString used = isOwnTrusted() ? name : pending + name;
    return m_context.secret(used).isEmpty() ? object : signedBySeed(object, used);
}

bool CrossSigning::hasPending()
{
    return !m_context.secret(pending + seedName(usages[0])).isEmpty();
}

bool CrossSigning::isPendingPublic()
{
    const auto identity = m_context.take(m_context.store.identity(m_context.user));
    return hasPending() && identity &&
           identity->master ==
               m_context.take(ed25519Public(m_context.secret(pending + seedName(usages[0]))));
}

void CrossSigning::published()
{
    if (!hasPending()) {
        return;
    }
    const QJsonObject keys = publicKeys();
    auto identity =
        m_context.take(m_context.store.identity(m_context.user)).value_or(IdentityRecord());
    identity.user = m_context.user;
    const QByteArray before = identity.master;
    identity.masterKey = keys.value("master_key"_L1).toObject();
    identity.selfSigningKey = keys.value("self_signing_key"_L1).toObject();
    identity.userSigningKey = keys.value("user_signing_key"_L1).toObject();
    std::array<QByteArray*, 3> places{&identity.master, &identity.selfSigning,
                                      &identity.userSigning};
    for (size_t i = 0; i < usages.size(); ++i) {
        const SecretBytes seed = m_context.secret(pending + seedName(usages[i]));
        *places[i] = m_context.take(ed25519Public(seed));
        m_context.saveSecret(seedName(usages[i]), seed);
        m_context.saveSecret(pending + seedName(usages[i]), {});
    }
    m_context.take(m_context.store.saveIdentity(identity));
    if (!before.isEmpty() && before != identity.master) {
        distrustDevices(m_context, m_context.user);
    }
    trustOwn(identity.master);
    signDevice(m_context.device);
}

void CrossSigning::queueSignatures(const QJsonObject& body)
{
    queueRequest(m_context, {.id = {},
                             .kind = OutgoingRecord::Kind::SignaturesUpload,
                             .eventType = {},
                             .body = body,
                             .room = {}});
}

bool CrossSigning::canSignDevices()
{
    return isOwnTrusted() && hasSeed(seedName(usages[1]));
}

QJsonObject CrossSigning::signedAsDevice(QJsonObject deviceKeys)
{
    return signedBySeed(std::move(deviceKeys), seedName(usages[1]));
}

bool CrossSigning::signDevice(const DeviceId& device)
{
    auto record = m_context.take(m_context.store.device(m_context.user, device));
    if (!record && device == m_context.device) { // before the first answer about oneself
        record = m_keys.asRecord();
    }
    if (!record || record->deleted || !canSignDevices()) {
        return false;
    }
    record->keys = signedBySeed(record->keys, seedName(usages[1]));
    record->signedBy = m_context.take(ed25519Public(seed(seedName(usages[1]))));
    m_context.take(m_context.store.saveDevice(*record));
    queueSignatures({{m_context.user.toString(), QJsonObject{{device.toString(), record->keys}}}});
    return true;
}

void CrossSigning::signThisDevice()
{
    constexpr Timestamp hour = 3'600'000;
    const auto own = m_context.take(m_context.store.device(m_context.user, m_context.device));
    const Timestamp last = m_context.take(m_context.store.value(u"signedAt"_s)).toLongLong();
    const bool lately = m_context.now() >= last && m_context.now() - last < hour;
    if (own && !lately && !isSignedByOwner(*own) && signDevice(m_context.device)) {
        m_context.take(
            m_context.store.saveValue(u"signedAt"_s, QByteArray::number(m_context.now())));
    }
}

bool CrossSigning::signUser(const UserId& user, const QByteArray& master)
{
    auto identity = m_context.take(m_context.store.identity(user));
    if (!identity || identity->master != master || master.isEmpty() || user == m_context.user ||
        !isOwnTrusted() || !hasSeed(seedName(usages[2]))) {
        return false;
    }
    identity->masterKey = signedBySeed(identity->masterKey, seedName(usages[2]));
    identity->pinnedMaster = master;
    identity->changed = false;
    identity->wasVerified = true;
    m_context.take(m_context.store.saveIdentity(*identity));
    queueSignatures(
        {{user.toString(), QJsonObject{{QString::fromLatin1(master), identity->masterKey}}}});
    return true;
}

} // namespace client::crypto
