// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Context: whose machine it is, its store and its clock, shared by the machine's parts. The first
// fault of a call is remembered here and becomes the call's result, so that the parts read as the
// protocol does; the transaction of a failed call is rolled back by whoever opened it.
#pragma once

#include "base/clock.h"
#include "base/json.h"
#include "base/secretbytes.h"
#include "crypto/cryptostore.h"

namespace client::crypto {

inline const QString olmAlgorithm = QStringLiteral("m.olm.v1.curve25519-aes-sha2");
inline const QString megolmAlgorithm = QStringLiteral("m.megolm.v1.aes-sha2");
inline const QString oneTimeAlgorithm = QStringLiteral("signed_curve25519");

class Context {
public:
    Context(UserId user, DeviceId device, CryptoStore& store, const Clock& clock,
            SecretBytes pickleKey);

    const UserId user;
    const DeviceId device;
    CryptoStore& store;
    const Clock& clock;
    const SecretBytes pickleKey;

    Timestamp now() const { return clock.now(); }

    //! The value, or an empty one after noting the fault.
    template <class T>
    T take(Result<T> result)
    {
        if (!result) {
            note(result.error());
            return T();
        }
        return std::move(*result);
    }

    void take(const Result<>& result);
    void note(const Error& fault); //!< the first one of a call counts

    //! The device of `user` with this key. Anybody may publish a key as the own: that somebody else
    //! did says nothing about this person's device.
    std::optional<DeviceRecord> deviceOf(const UserId& user, const QByteArray& curve25519);

    //! A small JSON object among the machine's settings; empty when absent.
    QJsonObject object(const QString& name);
    void saveObject(const QString& name, const QJsonObject& object);

    //! A secret among the machine's settings, sealed under the pickle key; empty when absent.
    SecretBytes secret(const QString& name);
    void saveSecret(const QString& name, const SecretBytes& secret); //!< empty: forgotten

    //! Ends a call: its value or the fault that was noted, which is then forgotten.
    template <class T>
    Result<T> finish(T value)
    {
        if (auto ended = finish(); !ended) {
            return std::unexpected(ended.error());
        }
        return value;
    }

    Result<> finish();

private:
    std::optional<Error> m_fault;
};

} // namespace client::crypto
