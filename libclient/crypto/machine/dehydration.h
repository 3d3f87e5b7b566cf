// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Dehydration: a device of the own account that waits at the server for room keys while the person
// is signed in nowhere; the next sign-in that opens secret storage reads them (MSC3814). Its keys
// are random, kept nowhere but at the server, under a key that lies in secret storage.
// Owned by OlmMachine.
#pragma once

#include "crypto/machine/crosssigning.h"

namespace client::crypto {

//! Of its key in secret storage: what is written, and what the proposal wants it to become.
inline const QString dehydrationSecret = QStringLiteral("org.matrix.msc3814");
inline const QString dehydrationSecretProposed = QStringLiteral("m.dehydrated_device");

class Dehydration {
public:
    Dehydration(Context& context, CrossSigning& identities)
        : m_context(context)
        , m_identities(identities)
    {}

    enum class Errand {
        None,
        Remove,    //!< the identity that signed it is gone
        Rehydrate, //!< this is a new sign-in: what came for the device is read
        Create,    //!< none yet, a week old, or used
    };
    Errand next();

    //! What the server answered when it was asked for the device.
    void serverSaid(bool supported, bool exists);
    bool isSupported();
    bool exists();

    // --- its key ---
    bool hasKey();
    SecretBytes key();
    void makeKey();   //!< unless there is one
    void keyStored(); //!< it lies in secret storage: devices may be sealed under it
    //! Out of secret storage, on a new sign-in: a device that waits can be opened with it.
    void offerKey(const SecretBytes& key);
    //! The identity was replaced: the device and its key are of the old one.
    void forget();

    //! A new device: the body of the request that puts it in place of the one before.
    std::optional<QJsonObject> create();
    void created();
    void rehydrated();
    void removed();

    //! Among the devices of one person the one that is no sign-in. A server may mark what it likes:
    //! none when there are two, or when the owner's identity did not sign it.
    static std::optional<DeviceId> waitingAmong(const std::vector<DeviceRecord>& devices,
                                                CrossSigning& identities);

private:
    QJsonObject state();
    void change(const QString& name, const QJsonValue& value);

    Context& m_context;
    CrossSigning& m_identities;
};

} // namespace client::crypto
