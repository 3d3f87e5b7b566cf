// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Verifications: dialogues by which two people, or two devices of one, make sure of each other's
// keys: emoji, numbers, QR codes, between devices or in a room (specification, "Key verification
// framework"). Trust is written only when the person has confirmed and the other side's proof was
// checked. Kept in the store like everything of the machine. Owned by OlmMachine.
#pragma once

#include "crypto/machine/secretsharing.h"
#include "crypto/machine/verificationflow.h"
#include "crypto/verification/sas.h"

namespace client::crypto {

class Verifications {
public:
    using Changed = std::vector<VerificationView>;

    Verifications(Context& context, AccountKeys& keys, CrossSigning& identities,
                  SecretSharing& secrets)
        : m_context(context)
        , m_keys(keys)
        , m_identities(identities)
        , m_secrets(secrets)
    {}

    //! The new flow's id; in a room a provisional one until roomEventSent(). Empty: nobody to ask.
    QString request(const UserId& user, const DeviceId& device, const RoomId& room,
                    Changed& changed);
    //! The id that a provisional one became; itself when it is none.
    QString idOf(const QString& provisional);

    // False: no such flow, or not now.
    bool accept(const QString& flow, Changed& changed);
    bool startSas(const QString& flow, Changed& changed);
    bool confirm(const QString& flow, Changed& changed);
    bool mismatch(const QString& flow, Changed& changed);
    bool cancel(const QString& flow, Changed& changed);
    std::optional<QByteArray> qr(const QString& flow); //!< bytes of the code to show
    bool scanned(const QString& flow, const QByteArray& payload, Changed& changed);
    std::vector<VerificationView> all();

    //! False: refused without an answer.
    bool receiveToDevice(const UserId& sender, const QString& type, const QJsonObject& content,
                         Changed& changed);
    bool receiveInRoom(const RoomId& room, const EventId& event, const UserId& sender, Timestamp ts,
                       const QString& type, const QJsonObject& content, Changed& changed);
    void roomEventSent(const OutgoingRecord& record, const EventId& event);
    //! The server refuses it: the flow it belongs to has ended.
    void roomEventRefused(const OutgoingRecord& record, Changed& changed);
    void expire(Changed& changed); //!< ends what took too long; forgets what ended long ago

private:
    using Flow = VerificationFlow;
    using Step = void (Verifications::*)(Flow&, const QJsonObject&);

    std::optional<Flow> load(const QString& id);
    std::vector<Flow> loadAll();
    void save(const Flow& flow, Changed& changed);
    std::optional<Flow> inState(const QString& id, std::initializer_list<Flow::State> states);

    void send(Flow& flow, const QString& type, QJsonObject content);
    void sendRequest(Flow& flow);
    void abort(Flow& flow, const QString& code, const QString& reason);
    QJsonObject methodsContent();
    void refuseUnknown(const UserId& sender, const QString& id, const QJsonObject& content);

    void adopt(const RoomId& room, const UserId& user, const EventId& event);
    void rename(const QString& provisional, const EventId& event);
    bool begin(Flow flow, const QJsonObject& content, Changed& changed);
    bool isTooMuch(const UserId& user);
    bool isFull();
    void forget(const QString& id);
    bool step(Flow flow, const QString& type, const QJsonObject& content, Changed& changed);
    bool fixKeys(Flow& flow);
    bool keysStillHold(const Flow& flow);
    void onReady(Flow& flow, const QJsonObject& content);
    void onStart(Flow& flow, const QJsonObject& content);
    void onSasStart(Flow& flow, const QJsonObject& content);
    void onReciprocate(Flow& flow, const QJsonObject& content);
    void onAccept(Flow& flow, const QJsonObject& content);
    void onKey(Flow& flow, const QJsonObject& content);
    void onMac(Flow& flow, const QJsonObject& content);
    void onDone(Flow& flow, const QJsonObject& content);
    void onCancel(Flow& flow, const QJsonObject& content);

    SasParty ourSide(const Flow& flow);
    SasParty theirSide(const Flow& flow);
    SecretBytes sharedSecret(const Flow& flow);
    void showSas(Flow& flow);
    void sendMac(Flow& flow);
    bool trust(const Flow& flow);
    bool canVouch(const Flow& flow);
    void finish(Flow& flow);
    bool matches(Flow& flow, const QByteArray& payload);

    Context& m_context;
    AccountKeys& m_keys;
    CrossSigning& m_identities;
    SecretSharing& m_secrets;
};

} // namespace client::crypto
