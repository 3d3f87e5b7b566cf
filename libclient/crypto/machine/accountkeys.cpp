// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/machine/accountkeys.h"

#include "base/canonicaljson.h"
#include "base/log.h"
#include "crypto/machine/outgoing.h"
#include "crypto/olm/guards.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

constexpr int wantedKeys = 50; // half of what libolm keeps: the other half may still be on its way
constexpr Timestamp hour = 3'600'000;
const auto backoffName = u"keys"_s;
constexpr Timestamp fallbackAge = 7 * 24 * hour;
const auto fallbackSetting = u"fallbackKey"_s; // the public half of the newest

} // namespace

bool AccountKeys::load()
{
    if (m_account) {
        return true;
    }
    auto record = m_context.take(m_context.store.account());
    if (!record) {
        return false;
    }
    auto account = Account::unpickle(record->pickle, m_context.pickleKey);
    if (!account) {
        m_context.note(account.error());
        return false;
    }
    m_account = std::move(*account);
    m_record = std::move(*record);
    m_changed = false;
    return true;
}

void AccountKeys::flush()
{
    if (m_account && m_changed) {
        m_record.pickle = m_context.take(m_account->pickle(m_context.pickleKey));
        if (!m_record.pickle.isEmpty()) {
            m_context.take(m_context.store.saveAccount(m_record));
        }
    }
    m_account.reset();
    m_record = {};
    m_changed = false;
}

void AccountKeys::ensure()
{
    // A fault is not an absence: never make a second account over an unreadable one.
    auto record = m_context.store.account();
    if (!record) {
        m_context.note(record.error());
        return;
    }
    if (*record) {
        return;
    }
    auto account = Account::create();
    if (!account) {
        m_context.note(account.error());
        return;
    }
    m_account = std::move(*account);
    m_record = {};
    m_record.createdAt = m_context.now();
    change();
}

QByteArray AccountKeys::ed25519()
{
    return load() ? m_account->ed25519() : QByteArray();
}

QByteArray AccountKeys::curve25519()
{
    return load() ? m_account->curve25519() : QByteArray();
}

QJsonObject AccountKeys::deviceKeys()
{
    if (!load()) {
        return {};
    }
    const QString device = m_context.device.toString();
    QJsonObject object{
        {u"algorithms"_s, QJsonArray{olmAlgorithm, megolmAlgorithm}},
        {u"device_id"_s, device},
        {u"user_id"_s, m_context.user.toString()},
        {u"keys"_s,
         QJsonObject{{u"curve25519:"_s + device, QString::fromLatin1(m_account->curve25519())},
                     {u"ed25519:"_s + device, QString::fromLatin1(m_account->ed25519())}}},
    };
    return withSignature(std::move(object));
}

QJsonObject AccountKeys::vouchedKeys()
{
    const auto known = m_context.take(m_context.store.device(m_context.user, m_context.device));
    const bool isVouched = known && !known->deleted && !known->signedBy.isEmpty() &&
                           known->ed25519 == ed25519() && known->curve25519 == curve25519();
    return isVouched ? known->keys : deviceKeys();
}

QJsonObject AccountKeys::withSignature(QJsonObject object)
{
    if (!load()) {
        return object;
    }
    const QByteArray signature =
        m_context.take(m_account->sign(m_context.take(signableJson(object))));
    object.insert(u"signatures"_s,
                  QJsonObject{{m_context.user.toString(),
                               QJsonObject{{u"ed25519:"_s + m_context.device.toString(),
                                            QString::fromLatin1(signature)}}}});
    return object;
}

DeviceRecord AccountKeys::asRecord()
{
    DeviceRecord record;
    record.user = m_context.user;
    record.device = m_context.device;
    record.keys = deviceKeys();
    record.ed25519 = ed25519();
    record.curve25519 = curve25519();
    record.algorithms = {olmAlgorithm, megolmAlgorithm};
    record.firstSeen = m_context.now();
    return record;
}

QJsonObject AccountKeys::signedKey(const QByteArray& key, bool fallback)
{
    QJsonObject object{{u"key"_s, QString::fromLatin1(key)}};
    if (fallback) {
        object.insert(u"fallback"_s, true);
    }
    return withSignature(std::move(object));
}

void AccountKeys::serverCounts(int oneTimeKeys, bool unusedFallback)
{
    if (!load()) {
        return;
    }
    const int count = std::max(0, oneTimeKeys);
    if (m_record.serverOneTimeKeys != count || m_record.fallbackUsed == unusedFallback) {
        m_record.serverOneTimeKeys = count;
        m_record.fallbackUsed = !unusedFallback;
        change();
    }
}

void AccountKeys::retireFallback(bool drained)
{
    if (drained && load() && m_record.fallbackRetireAt != 0 &&
        m_context.now() >= m_record.fallbackRetireAt) {
        m_account->forgetOldFallbackKey();
        m_record.fallbackRetireAt = 0;
        change();
    }
}

bool AccountKeys::wantsFallback() const
{
    if (m_record.fallbackMadeAt == 0) {
        return true;
    }
    // Making a third would throw away the private half of the first while it may be in use.
    return m_record.fallbackRetireAt == 0 &&
           (m_record.fallbackUsed || m_context.now() - m_record.fallbackMadeAt > fallbackAge);
}

int AccountKeys::missingKeys()
{
    return isDraining() ? 0
                        : std::max(0, std::min(wantedKeys, m_account->maxOneTimeKeys() / 2) -
                                          m_record.serverOneTimeKeys);
}

bool AccountKeys::needsUpload()
{
    return load() && m_record.pendingUpload.isEmpty() && !m_backoff.isWaiting(backoffName) &&
           (!m_record.keysUploaded || missingKeys() > 0 || wantsFallback());
}

QJsonObject AccountKeys::uploadBody()
{
    QJsonObject body;
    if (!m_record.keysUploaded) {
        body.insert(u"device_keys"_s, deviceKeys());
    }
    const int missing = missingKeys() - int(m_account->unpublishedOneTimeKeys().size());
    if (missing > 0) {
        m_context.take(m_account->generateOneTimeKeys(missing));
    }
    QJsonObject oneTime;
    const auto keys = m_account->unpublishedOneTimeKeys();
    for (auto it = keys.begin(); it != keys.end(); ++it) {
        oneTime.insert(wireName(it.key()), signedKey(it.value(), false));
    }
    body.insert(u"one_time_keys"_s, oneTime);
    if (wantsFallback()) {
        body.insert(u"fallback_keys"_s, newFallback());
    }
    return body;
}

//! The one before stays until messages come that use this one, and an hour more.
QJsonObject AccountKeys::newFallback()
{
    m_context.take(m_account->generateFallbackKey());
    m_record.fallbackRetireAt = m_record.fallbackMadeAt == 0 ? 0 : m_context.now() + fallbackAge;
    m_record.fallbackMadeAt = m_context.now();
    QJsonObject fallback;
    const auto made = m_account->unpublishedFallbackKey();
    for (auto it = made.begin(); it != made.end(); ++it) {
        fallback.insert(wireName(it.key()), signedKey(it.value(), true));
        m_context.take(m_context.store.saveValue(fallbackSetting, it.value()));
    }
    return fallback;
}

//! The same bytes are sent again until they are answered: a server that has half of them must not
//! be given other keys under the same names.
void AccountKeys::makeUpload()
{
    if (!load()) {
        return;
    }
    const QJsonObject body = uploadBody();
    m_record.pendingUpload = toJson(body);
    change();
    queueRequest(m_context, {.id = {},
                             .kind = OutgoingRecord::Kind::KeysUpload,
                             .eventType = {},
                             .body = body,
                             .room = {}});
}

void AccountKeys::uploaded(const QJsonObject& response)
{
    if (!load()) {
        return;
    }
    m_account->markKeysAsPublished();
    m_record.keysUploaded = true;
    m_backoff.succeeded(backoffName);
    m_record.pendingUpload.clear();
    m_record.fallbackUsed = false;
    const QJsonValue count =
        response.value("one_time_key_counts"_L1).toObject().value(oneTimeAlgorithm);
    m_record.serverOneTimeKeys = count.isDouble() ? std::max(0, count.toInt()) : wantedKeys;
    change();
}

//! Most often because the server has keys of these names already: what was offered counts as
//! published, and others are offered after a while. The device's own keys must get there.
void AccountKeys::uploadRefused()
{
    if (!load()) {
        return;
    }
    qCWarning(logCrypto) << "the server refused this device's keys";
    m_account->markKeysAsPublished();
    m_record.pendingUpload.clear();
    m_backoff.failed(backoffName);
    change();
}

void AccountKeys::lostByServer()
{
    if (load() && m_record.keysUploaded && m_record.pendingUpload.isEmpty()) {
        qCWarning(logCrypto) << "the server does not have this device's keys any more";
        m_record.keysUploaded = false;
        change();
    }
}

Result<Session> AccountKeys::createOutbound(const QByteArray& identityKey,
                                            const QByteArray& oneTimeKey)
{
    if (!load()) {
        return fail(Error::Kind::Crypto, u"no account"_s);
    }
    change();
    return m_account->createOutbound(identityKey, oneTimeKey);
}

Result<Session> AccountKeys::createInbound(const OlmMessage& message, const QByteArray& senderKey)
{
    if (!load()) {
        return fail(Error::Kind::Crypto, u"no account"_s);
    }
    return m_account->createInbound(message, senderKey);
}

void AccountKeys::oneTimeKeyUsed(const Session& session, const OlmMessage& message)
{
    m_context.take(m_account->removeOneTimeKey(session));
    if (m_record.fallbackRetireAt != 0 &&
        oneTimeKeyOf(message.body) == m_context.take(m_context.store.value(fallbackSetting))) {
        m_record.fallbackRetireAt = std::min(m_record.fallbackRetireAt, m_context.now() + hour);
    }
    change();
}

} // namespace client::crypto
