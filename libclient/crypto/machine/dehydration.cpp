// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/machine/dehydration.h"

#include "base/canonicaljson.h"
#include "crypto/dehydration/devicepickle.h"
#include "crypto/machine/devicekeys.h"
#include "crypto/primitives/curves.h"
#include "crypto/primitives/primitives.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

constexpr Timestamp week = 7LL * 24 * 3'600'000;
constexpr int oneTimeKeys = 50;
const auto setting = u"dehydration"_s;
const auto supportedField = u"supported"_s;
const auto existsField = u"exists"_s;
const auto storedField = u"stored"_s;
const auto rehydrateField = u"rehydrate"_s;
const auto removeField = u"remove"_s;
const auto madeAtField = u"madeAt"_s;

//! The new device's keys, what signs with them, and under which name.
class Maker {
public:
    Maker(Context& context, const DeviceSecrets& secrets)
        : m_context(context)
        , m_secrets(secrets)
        , m_curve25519(publicOf(secrets.curve25519))
        , m_ed25519(QString::fromLatin1(context.take(ed25519Public(secrets.ed25519))))
    {}

    const QString& id() const { return m_curve25519; } //!< the proposal wants it so

    QJsonObject deviceKeys() const
    {
        return withSignature({{u"algorithms"_s, QJsonArray{olmAlgorithm, megolmAlgorithm}},
                              {u"dehydrated"_s, true},
                              {u"device_id"_s, id()},
                              {u"user_id"_s, m_context.user.toString()},
                              {u"keys"_s, QJsonObject{{u"curve25519:"_s + id(), m_curve25519},
                                                      {u"ed25519:"_s + id(), m_ed25519}}}});
    }

    QJsonObject keys() const
    {
        QJsonObject all;
        for (const SecretBytes& secret : m_secrets.oneTime) {
            const QString name = QString::number(all.size() + 1).rightJustified(6, u'0');
            all.insert(oneTimeAlgorithm + u':' + name, signedKey(secret, false));
        }
        return all;
    }

    QJsonObject fallback() const
    {
        return {{oneTimeAlgorithm + u":fallback"_s, signedKey(m_secrets.fallback, true)}};
    }

private:
    QString publicOf(const SecretBytes& secret) const
    {
        return QString::fromLatin1(m_context.take(x25519Public(secret)));
    }

    QJsonObject signedKey(const SecretBytes& secret, bool isFallback) const
    {
        QJsonObject object{{u"key"_s, publicOf(secret)}};
        if (isFallback) {
            object.insert(u"fallback"_s, true);
        }
        return withSignature(std::move(object));
    }

    QJsonObject withSignature(QJsonObject object) const
    {
        const QByteArray signature =
            m_context.take(ed25519Sign(m_secrets.ed25519, m_context.take(signableJson(object))));
        const QJsonObject own{{u"ed25519:"_s + id(), QString::fromLatin1(signature)}};
        object.insert(u"signatures"_s, QJsonObject{{m_context.user.toString(), own}});
        return object;
    }

    Context& m_context;
    const DeviceSecrets& m_secrets;
    QString m_curve25519, m_ed25519;
};

} // namespace

QJsonObject Dehydration::state()
{
    return m_context.object(setting);
}

void Dehydration::change(const QString& name, const QJsonValue& value)
{
    QJsonObject object = state();
    if (object.value(name) != value) {
        object.insert(name, value);
        m_context.saveObject(setting, object);
    }
}

Dehydration::Errand Dehydration::next()
{
    const QJsonObject now = state();
    if (!now.value(supportedField).toBool()) {
        return Errand::None;
    }
    if (now.value(removeField).toBool()) {
        return Errand::Remove;
    }
    if (!hasKey() || !now.value(storedField).toBool()) {
        return Errand::None;
    }
    if (now.value(rehydrateField).toBool()) {
        return Errand::Rehydrate;
    }
    const Timestamp age = m_context.now() - now.value(madeAtField).toInteger();
    const bool isFresh = now.value(existsField).toBool() && age >= 0 && age <= week;
    return isFresh || !m_identities.canSignDevices() ? Errand::None : Errand::Create;
}

void Dehydration::serverSaid(bool supported, bool exists)
{
    change(supportedField, supported);
    change(existsField, supported && exists);
}

bool Dehydration::isSupported()
{
    return state().value(supportedField).toBool();
}

bool Dehydration::exists()
{
    return state().value(existsField).toBool();
}

bool Dehydration::hasKey()
{
    return !key().isEmpty();
}

SecretBytes Dehydration::key()
{
    return m_context.secret(dehydrationSecret);
}

void Dehydration::makeKey()
{
    if (!hasKey()) {
        m_context.saveSecret(dehydrationSecret, randomSecret(32));
        change(storedField, false);
        change(madeAtField, 0);
    }
}

void Dehydration::keyStored()
{
    change(storedField, hasKey());
}

void Dehydration::offerKey(const SecretBytes& key)
{
    m_context.saveSecret(dehydrationSecret, key);
    change(storedField, true);
    change(rehydrateField, true);
}

void Dehydration::forget()
{
    m_context.saveSecret(dehydrationSecret, {});
    change(storedField, false);
    change(rehydrateField, false);
    change(madeAtField, 0);
    change(removeField, true);
}

std::optional<QJsonObject> Dehydration::create()
{
    if (next() != Errand::Create) {
        return std::nullopt;
    }
    const DeviceSecrets secrets = makeDeviceSecrets(oneTimeKeys);
    const Maker maker(m_context, secrets);
    return QJsonObject{
        {u"device_id"_s, maker.id()},
        {u"device_data"_s, m_context.take(sealDevice(secrets, key()))},
        {u"initial_device_display_name"_s, u"Dehydrated device"_s},
        {u"device_keys"_s, m_identities.signedAsDevice(maker.deviceKeys())},
        {u"one_time_keys"_s, maker.keys()},
        {u"fallback_keys"_s, maker.fallback()},
    };
}

void Dehydration::created()
{
    change(madeAtField, qint64(m_context.now()));
    change(existsField, true);
}

//! What it held is here. It has been used, so another takes its place; where this device cannot
//! sign another, none.
void Dehydration::rehydrated()
{
    change(rehydrateField, false);
    change(madeAtField, 0);
    change(removeField, exists() && !m_identities.canSignDevices());
}

void Dehydration::removed()
{
    change(removeField, false);
    change(existsField, false);
}

std::optional<DeviceId> Dehydration::waitingAmong(const std::vector<DeviceRecord>& devices,
                                                  CrossSigning& identities)
{
    const auto waits = [](const DeviceRecord& device) {
        return !device.deleted && isDehydrated(device);
    };
    const auto found = std::ranges::find_if(devices, waits);
    const bool isOnly = std::ranges::count_if(devices, waits) == 1;
    return isOnly && identities.isSignedByOwner(*found) ? std::optional(found->device)
                                                        : std::nullopt;
}

} // namespace client::crypto
