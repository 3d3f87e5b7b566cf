// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/machine/rehydration.h"

#include "crypto/dehydration/devicepickle.h"
#include "crypto/primitives/primitives.h"

using namespace Qt::StringLiterals;

namespace client::crypto {

Rehydration::Rehydration(Account account, QByteArray curve25519)
    : m_account(std::move(account))
    , m_curve25519(std::move(curve25519))
    , m_ed25519(m_account.ed25519())
    , m_pickleKey(randomSecret(32))
{}

Result<Rehydration> Rehydration::wake(const QJsonObject& answer, const SecretBytes& key)
{
    const auto secrets = openDevice(answer.value("device_data"_L1).toObject(), key);
    if (!secrets) {
        return std::unexpected(secrets.error());
    }
    auto account = Account::fromSecrets(*secrets);
    if (!account) {
        return std::unexpected(account.error());
    }
    QByteArray curve25519 = account->curve25519();
    if (answer.value("device_id"_L1).toString().toLatin1() != curve25519) {
        return fail(Error::Kind::Malformed, u"the keys are of another device"_s);
    }
    return Rehydration(std::move(*account), std::move(curve25519));
}

bool Rehydration::receive(Context& context, RoomKeys& keys, const QJsonObject& event,
                          CryptoChanges& changes)
{
    const UserId sender(event.value("sender"_L1).toString());
    if (!sender.isValid() || event.value("type"_L1).toString() != "m.room.encrypted"_L1) {
        return false;
    }
    const auto payload = open(context, sender, event.value("content"_L1).toObject());
    return payload && payload->type == "m.room_key"_L1 && keys.receive(*payload, changes);
}

std::optional<OlmPayload> Rehydration::open(Context& context, const UserId& sender,
                                            const QJsonObject& content)
{
    const auto envelope = readEnvelope(sender, content, m_curve25519);
    const auto text = envelope ? decrypt(envelope->senderKey, envelope->message) : std::nullopt;
    return text ? readPayload(context, sender, envelope->senderKey, m_ed25519, *text)
                : std::nullopt;
}

std::optional<QByteArray> Rehydration::decrypt(const QByteArray& senderKey,
                                               const OlmMessage& message)
{
    for (QByteArray& pickle : m_sessions[senderKey]) {
        auto session = Session::unpickle(pickle, m_pickleKey);
        if (!session || (message.type == 0 && !session->matchesInbound(message, senderKey))) {
            continue;
        }
        if (const auto text = session->decrypt(message)) {
            pickle = session->pickle(m_pickleKey).value_or(pickle);
            return *text;
        }
        if (message.type == 0) {
            return std::nullopt; // its own session could not read it: no other will
        }
    }
    return message.type == 0 ? decryptFresh(senderKey, message) : std::nullopt;
}

std::optional<QByteArray> Rehydration::decryptFresh(const QByteArray& senderKey,
                                                    const OlmMessage& message)
{
    auto session = m_account.createInbound(message, senderKey);
    if (!session) {
        return std::nullopt;
    }
    const auto text = session->decrypt(message);
    const auto pickle = text ? session->pickle(m_pickleKey) : std::unexpected(text.error());
    if (!pickle || !m_account.removeOneTimeKey(*session)) {
        return std::nullopt;
    }
    m_sessions[senderKey].append(*pickle);
    return *text;
}

} // namespace client::crypto
