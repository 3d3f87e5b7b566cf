// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// OlmChannel: one-to-one encryption with other devices: sessions in both directions, their choice,
// their repair, and the checks on what came out. Owned by OlmMachine.
#pragma once

#include "crypto/machine/accountkeys.h"
#include "crypto/machine/backoff.h"

namespace client::crypto {

//! A to-device event that passed every check.
struct OlmPayload {
    UserId sender;
    QByteArray senderKey; //!< curve25519
    QByteArray ed25519;   //!< of the sending device, proven by the payload
    QString type;
    QJsonObject content;
    bool newSession = false;    //!< arrived by a session made by the other side just now
    bool hasDeviceKeys = false; //!< the sending device's signed keys came along, and are its own
};

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

    //! Content of m.room.encrypted for the device; nothing when there is no session.
    std::optional<QJsonObject> seal(const DeviceRecord& device, const QString& type,
                                    const QJsonObject& content);

    //! Asks for one-time keys of these devices unless a claim is open or must wait.
    //! Result: true while an answer is awaited for at least one of them.
    bool claim(const std::vector<DeviceRecord>& devices);
    bool needsClaim(); //!< a broken session waits for its repair
    void makeClaims();
    void claimed(const OutgoingRecord& request, const QJsonObject& response);

private:
    struct Opened {
        QByteArray text;
        bool fresh = false;
    };

    std::optional<Opened> decrypt(const QByteArray& senderKey, const OlmMessage& message);
    std::optional<Opened> decryptFresh(const QByteArray& senderKey, const OlmMessage& message);
    std::optional<OlmPayload> check(const UserId& sender, const QByteArray& senderKey,
                                    const QJsonObject& payload);
    bool checkDevice(const OlmPayload& payload, const QJsonObject& json);
    void store(const Session& session, OlmSessionRecord record);
    std::vector<OlmSessionRecord> sessions(const QByteArray& senderKey);
    void noteBroken(const UserId& sender, const QByteArray& senderKey);
    void sendDummies();
    bool startSession(const DeviceRecord& device, const QJsonObject& answer);
    void claimFailed(const DeviceRecord& device);

    Context& m_context;
    AccountKeys& m_keys;
    Backoff m_backoff;
    Backoff m_sendBackoff;
};

} // namespace client::crypto
