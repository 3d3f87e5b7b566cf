// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/machine/olmchannel.h"

#include "base/log.h"
#include "crypto/primitives/primitives.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

constexpr size_t sessionsKept = 5;
const auto deviceKeysName = u"sender_device_keys"_s;

} // namespace

OlmChannel::OlmChannel(Context& context, AccountKeys& keys)
    : m_context(context)
    , m_keys(keys)
    , m_backoff(context, u"claimBackoff"_s)
    , m_sendBackoff(context, u"sendBackoff"_s)
{}

std::vector<OlmSessionRecord> OlmChannel::sessions(const QByteArray& senderKey)
{
    std::vector<OlmSessionRecord> all = m_context.take(m_context.store.olmSessions(senderKey));
    // Last success first; a tie is broken the same way on both sides.
    std::ranges::sort(all, [](const OlmSessionRecord& a, const OlmSessionRecord& b) {
        return std::tie(b.lastReceivedAt, a.sessionId) < std::tie(a.lastReceivedAt, b.sessionId);
    });
    return all;
}

bool OlmChannel::hasSession(const QByteArray& curve25519)
{
    return !m_context.take(m_context.store.olmSessions(curve25519)).empty();
}

//! A session that cannot be read (any more) serves nobody: without it a new one is made.
std::optional<Session> OlmChannel::read(const OlmSessionRecord& record)
{
    auto session = Session::unpickle(record.pickle, m_context.pickleKey);
    if (!session) {
        qCWarning(logCrypto) << "an unreadable session is dropped:" << session.error().detail;
        m_context.take(m_context.store.removeOlmSession(record.sessionId));
        return std::nullopt;
    }
    return std::move(*session);
}

//! What is used now is the newest, also after the clock was set back.
Timestamp OlmChannel::laterThanAll(const QByteArray& senderKey)
{
    const auto all = sessions(senderKey);
    return std::max(m_context.now(), all.empty() ? 0 : all.front().lastReceivedAt + 1);
}

void OlmChannel::store(const Session& session, OlmSessionRecord record)
{
    record.sessionId = session.id();
    record.pickle = m_context.take(session.pickle(m_context.pickleKey));
    m_context.take(m_context.store.saveOlmSession(record));
    const auto all = sessions(record.senderKey);
    for (size_t i = sessionsKept; i < all.size(); ++i) {
        m_context.take(m_context.store.removeOlmSession(all[i].sessionId));
    }
}

std::optional<OlmPayload> OlmChannel::open(const UserId& sender, const QJsonObject& content)
{
    const auto envelope = readEnvelope(sender, content, m_keys.curve25519());
    if (!envelope) {
        return std::nullopt;
    }
    const QByteArray& senderKey = envelope->senderKey;
    const OlmMessage& message = envelope->message;
    const QByteArray hash = sha256(senderKey + QByteArray::number(message.type) + message.body);
    if (m_context.take(m_context.store.rememberMessage(senderKey, hash))) {
        return std::nullopt; // a repetition is nothing to worry about
    }
    const auto opened = decrypt(senderKey, message);
    if (!opened) {
        noteBroken(sender, senderKey);
        return std::nullopt;
    }
    auto payload = readPayload(m_context, sender, senderKey, m_keys.ed25519(), opened->text);
    if (payload) {
        payload->newSession = opened->fresh;
    }
    return payload;
}

std::optional<OlmChannel::Opened> OlmChannel::decrypt(const QByteArray& senderKey,
                                                      const OlmMessage& message)
{
    for (OlmSessionRecord record : sessions(senderKey)) {
        auto session = read(record);
        if (!session) {
            continue;
        }
        if (message.type == 0 && !session->matchesInbound(message, senderKey)) {
            continue;
        }
        if (auto text = session->decrypt(message)) {
            record.lastReceivedAt = laterThanAll(senderKey);
            store(*session, record);
            return Opened{*text, false};
        }
        if (message.type == 0) {
            return std::nullopt; // its own session could not read it: no other will
        }
    }
    return message.type == 0 ? decryptFresh(senderKey, message) : std::nullopt;
}

std::optional<OlmChannel::Opened> OlmChannel::decryptFresh(const QByteArray& senderKey,
                                                           const OlmMessage& message)
{
    auto session = m_keys.createInbound(message, senderKey);
    if (!session) {
        return std::nullopt;
    }
    auto text = session->decrypt(message);
    if (!text) {
        return std::nullopt;
    }
    m_keys.oneTimeKeyUsed(*session, message);
    store(*session, {.sessionId = {},
                     .senderKey = senderKey,
                     .pickle = {},
                     .createdAt = m_context.now(),
                     .lastReceivedAt = laterThanAll(senderKey)});
    return Opened{*text, true};
}

std::optional<QJsonObject> OlmChannel::seal(const DeviceRecord& device, const QString& type,
                                            const QJsonObject& content)
{
    std::optional<Session> session;
    OlmSessionRecord record;
    for (const OlmSessionRecord& next : sessions(device.curve25519)) {
        if ((session = read(next))) {
            record = next;
            break;
        }
    }
    if (!session) {
        return std::nullopt;
    }
    const QJsonObject payload{
        {u"type"_s, type},
        {u"content"_s, content},
        {u"sender"_s, m_context.user.toString()},
        {u"recipient"_s, device.user.toString()},
        {u"recipient_keys"_s, QJsonObject{{u"ed25519"_s, QString::fromLatin1(device.ed25519)}}},
        {u"keys"_s, QJsonObject{{u"ed25519"_s, QString::fromLatin1(m_keys.ed25519())}}},
        {deviceKeysName, m_keys.vouchedKeys()},
    };
    QByteArray text = toJson(payload);
    const auto message = session->encrypt(text);
    wipe(text);
    if (!message) {
        m_context.note(message.error());
        return std::nullopt;
    }
    store(*session, record);
    const QJsonObject sealed{{u"type"_s, message->type},
                             {u"body"_s, QString::fromLatin1(message->body)}};
    return QJsonObject{
        {u"algorithm"_s, olmAlgorithm},
        {u"sender_key"_s, QString::fromLatin1(m_keys.curve25519())},
        {u"ciphertext"_s, QJsonObject{{QString::fromLatin1(device.curve25519), sealed}}},
    };
}

} // namespace client::crypto
