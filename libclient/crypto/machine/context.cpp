// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/machine/context.h"

#include "crypto/primitives/primitives.h"

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

constexpr qsizetype nonceSize = 12;

} // namespace

Context::Context(UserId ownUser, DeviceId ownDevice, CryptoStore& cryptoStore,
                 const Clock& theClock, SecretBytes key)
    : user(std::move(ownUser))
    , device(std::move(ownDevice))
    , store(cryptoStore)
    , clock(theClock)
    , pickleKey(std::move(key))
{}

void Context::take(const Result<>& result)
{
    if (!result) {
        note(result.error());
    }
}

void Context::note(const Error& fault)
{
    if (!m_fault) {
        m_fault = fault;
    }
}

std::optional<DeviceRecord> Context::deviceOf(const UserId& owner, const QByteArray& curve25519)
{
    for (DeviceRecord& found : take(store.devicesByKey(curve25519))) {
        if (found.user == owner) {
            return std::move(found);
        }
    }
    return std::nullopt;
}

QJsonObject Context::object(const QString& name)
{
    const QByteArray text = take(store.value(name));
    return text.isEmpty() ? QJsonObject() : take(parseObject(text));
}

void Context::saveObject(const QString& name, const QJsonObject& object)
{
    take(store.saveValue(name, object.isEmpty() ? QByteArray() : toJson(object)));
}

SecretBytes Context::secret(const QString& name)
{
    const QByteArray sealed = take(store.value(u"secret:"_s + name));
    if (sealed.size() <= nonceSize) {
        return {};
    }
    const SecretBytes key = take(hkdfSha256(pickleKey, {}, "tchap-secrets-v1", 32));
    return take(aesGcmOpen(key, sealed.first(nonceSize), name.toUtf8(), sealed.sliced(nonceSize)));
}

void Context::saveSecret(const QString& name, const SecretBytes& secret)
{
    QByteArray sealed;
    if (!secret.isEmpty()) {
        const SecretBytes key = take(hkdfSha256(pickleKey, {}, "tchap-secrets-v1", 32));
        sealed = randomBytes(nonceSize);
        sealed += take(aesGcmSeal(key, sealed, name.toUtf8(), secret.view()));
    }
    take(store.saveValue(u"secret:"_s + name, sealed));
}

Result<> Context::finish()
{
    if (auto fault = std::exchange(m_fault, {})) {
        return std::unexpected(std::move(*fault));
    }
    return {};
}

} // namespace client::crypto
