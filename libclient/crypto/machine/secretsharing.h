// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// SecretSharing: the own devices give each other the private keys of the identity and of the key
// backup (specification, "Sharing"). Asked for and given only among devices that the own trusted
// identity signed. Owned by OlmMachine.
#pragma once

#include "crypto/machine/crosssigning.h"
#include "crypto/machine/olmchannel.h"

namespace client::crypto {

inline const QString backupSecret = QStringLiteral("m.megolm_backup.v1");
inline const QStringList identitySecrets{QStringLiteral("m.cross_signing.master"),
                                         QStringLiteral("m.cross_signing.self_signing"),
                                         QStringLiteral("m.cross_signing.user_signing")};

class SecretSharing {
public:
    SecretSharing(Context& context, OlmChannel& channel, CrossSigning& identities)
        : m_context(context)
        , m_channel(channel)
        , m_identities(identities)
    {}

    //! Asks the other signed devices for every secret that is not here, at most once a minute. Of
    //! use only when they have seen that this device is signed: before, they do not answer.
    void askForMissing();
    bool receiveRequest(const UserId& sender, const QJsonObject& content);
    //! m.secret.send. The secret's name when it was asked for, came from an own signed device and
    //! proved to be the right one; the backup's key is proved by who keeps it.
    std::optional<std::pair<QString, SecretBytes>> receive(const OlmPayload& payload);
    //! An own device is signed now: it may be answered for a while.
    void noteSigned(const DeviceId& device);
    void renewSigned(const DeviceId& device); //!< the person has just verified it again
    bool hasAnswers();                        //!< answers wait for a session or a signature
    void answer();

private:
    std::vector<DeviceRecord> trustedDevices();
    bool hasAll();
    bool mayHave(const DeviceRecord& device);
    bool send(const DeviceRecord& device, const QString& name, const QString& requestId);

    Context& m_context;
    OlmChannel& m_channel;
    CrossSigning& m_identities;
};

} // namespace client::crypto
