// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// KeyRequests: room keys asked of, and given to, the own signed devices; never to or from anybody
// else (specification, "Key requests"). Owned by OlmMachine.
#pragma once

#include "crypto/machine/crosssigning.h"
#include "crypto/machine/olmchannel.h"
#include "crypto/machine/roomkeys.h"

namespace client::crypto {

class KeyRequests {
public:
    KeyRequests(Context& context, OlmChannel& channel, CrossSigning& identities, RoomKeys& keys)
        : m_context(context)
        , m_channel(channel)
        , m_identities(identities)
        , m_roomKeys(keys)
    {}

    //! A message waits for this session. Asks once; again after a day. False: too many requests are
    //! open, another time.
    bool ask(const RoomId& room, const QByteArray& sessionId);
    void cancel(const RoomId& room, const QByteArray& sessionId); //!< the key came
    bool receiveRequest(const UserId& sender, const QJsonObject& content);
    bool receiveForwarded(const OlmPayload& payload, CryptoChanges& changes);
    bool hasAnswers();
    void answer();

private:
    std::optional<DeviceRecord> ownSigned(const QString& device);
    bool makeRoom(QJsonObject& open);
    bool sendAll(const QJsonObject& content);
    QJsonObject cancellation(const QJsonObject& asked) const;
    bool send(const DeviceRecord& device, const QJsonObject& wanted);
    bool wasTold(const DeviceRecord& device, const QJsonObject& wanted, const QString& code);
    void refuse(const QString& device, const QJsonObject& wanted, const QString& code);

    Context& m_context;
    OlmChannel& m_channel;
    CrossSigning& m_identities;
    RoomKeys& m_roomKeys;
};

} // namespace client::crypto
