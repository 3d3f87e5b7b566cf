// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// OlmChannel: one-to-one encryption with other devices: sessions in both directions, their choice,
// their repair, and the checks on what came out. Owned by OlmMachine.
#pragma once

#include "crypto/machine/accountkeys.h"
#include "crypto/machine/backoff.h"
#include "crypto/machine/olmpayload.h"

namespace client::crypto {

class ToDeviceBatch;

class OlmChannel {
public:
    OlmChannel(Context& context, AccountKeys& keys);

    //! Nothing: refused, a repetition, or not for this device.
    std::optional<OlmPayload> open(const UserId& sender, const QJsonObject& content);

    QByteArray ownKey() { return m_keys.curve25519(); }

    bool hasSession(const QByteArray& curve25519);

    //! The server would not take a message for this device: nothing is sent to it for a while.
    void putOff(const QByteArray& curve25519)
    {
        m_sendBackoff.failed(QString::fromLatin1(curve25519));
    }

    bool isPutOff(const QByteArray& curve25519)
    {
        return m_sendBackoff.isWaiting(QString::fromLatin1(curve25519));
    }

    //! When a device that could not be reached is tried again.
    Timestamp nextTry(const QByteArray& curve25519)
    {
        const QString name = QString::fromLatin1(curve25519);
        return std::max(m_backoff.until(name), m_sendBackoff.until(name));
    }

    //! Content of m.room.encrypted for the device; nothing when there is no session.
    std::optional<QJsonObject> seal(const DeviceRecord& device, const QString& type,
                                    const QJsonObject& content);

    //! Asks for one-time keys of these devices unless a claim is open or must wait.
    //! Result: true while an answer is awaited for at least one of them.
    bool claim(const std::vector<DeviceRecord>& devices);
    bool needsClaim(); //!< a broken session waits for its repair
    void makeClaims();
    void claimed(const OutgoingRecord& request, const QJsonObject& response);
    //! The sessions with these devices are gone: each is told by the first message of a new one.
    void startOver(const std::vector<QByteArray>& curve25519);

private:
    struct Opened {
        QByteArray text;
        bool fresh = false;
    };

    std::optional<Opened> decrypt(const QByteArray& senderKey, const OlmMessage& message);
    std::optional<Opened> decryptFresh(const QByteArray& senderKey, const OlmMessage& message);
    std::optional<Session> read(const OlmSessionRecord& record);
    Timestamp laterThanAll(const QByteArray& senderKey);
    void store(const Session& session, OlmSessionRecord record);
    std::vector<OlmSessionRecord> sessions(const QByteArray& senderKey);
    void noteBroken(const UserId& sender, const QByteArray& senderKey);
    void sendDummies(const QSet<QString>& fresh);
    bool startSession(const DeviceRecord& device, const QJsonObject& answer);
    void claimFailed(const DeviceRecord& device, ToDeviceBatch& notices);

    Context& m_context;
    AccountKeys& m_keys;
    Backoff m_backoff;
    Backoff m_sendBackoff;
};

} // namespace client::crypto
