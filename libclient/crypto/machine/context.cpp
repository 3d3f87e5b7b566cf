// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/machine/context.h"

namespace client::crypto {

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

QJsonObject Context::object(const QString& name)
{
    const QByteArray text = take(store.value(name));
    return text.isEmpty() ? QJsonObject() : take(parseObject(text));
}

void Context::saveObject(const QString& name, const QJsonObject& object)
{
    take(store.saveValue(name, object.isEmpty() ? QByteArray() : toJson(object)));
}

Result<> Context::finish()
{
    if (auto fault = std::exchange(m_fault, {})) {
        return std::unexpected(std::move(*fault));
    }
    return {};
}

} // namespace client::crypto
