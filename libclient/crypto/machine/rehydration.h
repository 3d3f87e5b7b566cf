// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Rehydration: a dehydrated device woken to read what was sent to it. Lives in memory only: the
// server keeps the messages until the device is replaced, so whatever breaks this off, it begins
// again from the first of them. Owned by engine::EncryptionJobs.
#pragma once

#include "crypto/machine/olmpayload.h"
#include "crypto/machine/roomkeys.h"

#include <QHash>

namespace client::crypto {

class Rehydration {
public:
    //! `answer`: of the server, with `device_id` and `device_data`. As openDevice().
    static Result<Rehydration> wake(const QJsonObject& answer, const SecretBytes& key);

    //! A to-device event of its inbox, by every check that the own ones pass. Room keys are kept,
    //! nothing else acts. False: refused.
    bool receive(Context& context, RoomKeys& keys, const QJsonObject& event,
                 CryptoChanges& changes);

private:
    std::optional<OlmPayload> open(Context& context, const UserId& sender,
                                   const QJsonObject& content);
    Rehydration(Account account, QByteArray curve25519);
    std::optional<QByteArray> decrypt(const QByteArray& senderKey, const OlmMessage& message);
    std::optional<QByteArray> decryptFresh(const QByteArray& senderKey, const OlmMessage& message);

    Account m_account;
    QByteArray m_curve25519, m_ed25519;
    SecretBytes m_pickleKey;                         //!< of the sessions here
    QHash<QByteArray, QList<QByteArray>> m_sessions; //!< sender key -> pickles
};

} // namespace client::crypto
