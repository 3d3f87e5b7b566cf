// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of AccountKeys that replaces what the server holds after an older account came back.

#include "base/log.h"
#include "crypto/machine/accountkeys.h"
#include "crypto/machine/outgoing.h"
#include "crypto/primitives/primitives.h"

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

constexpr int mostClaims = 200; // a server that never runs out of keys is not asked for ever
constexpr Timestamp longAgo = 1;
const auto drainSetting = u"drain"_s;           // how many were claimed so far; empty: none are
const auto drainClaimSetting = u"drainClaim"_s; // the claim that is not answered yet
const auto nameSetting = u"oneTimeKeyPrefix"_s;

} // namespace

//! libolm counts its keys, and an older account counts from where it was: under a new prefix no
//! name comes to stand for two keys.
QString AccountKeys::wireName(const QByteArray& keyId)
{
    return oneTimeAlgorithm + u':' +
           QString::fromLatin1(m_context.take(m_context.store.value(nameSetting)) + keyId);
}

void AccountKeys::startOver()
{
    if (!load()) {
        return;
    }
    m_account->markKeysAsPublished();
    m_record.pendingUpload.clear();
    m_record.fallbackMadeAt = longAgo;
    m_record.fallbackRetireAt = 0;
    change();
    m_context.take(m_context.store.saveValue(nameSetting, randomBytes(4).toHex()));
    m_context.take(m_context.store.saveValue(drainSetting, "0"));
    m_context.take(m_context.store.saveValue(drainClaimSetting, {}));
}

bool AccountKeys::isDraining()
{
    return !m_context.take(m_context.store.value(drainSetting)).isEmpty();
}

bool AccountKeys::needsDrain()
{
    return isDraining() && m_context.take(m_context.store.value(drainClaimSetting)).isEmpty() &&
           load() && m_record.pendingUpload.isEmpty() && !wantsFallback();
}

void AccountKeys::makeDrain()
{
    const QJsonObject own{{m_context.device.toString(), oneTimeAlgorithm}};
    const QString id = queueRequest(
        m_context, {.id = {},
                    .kind = OutgoingRecord::Kind::KeysClaim,
                    .eventType = {},
                    .body = {{u"one_time_keys"_s, QJsonObject{{m_context.user.toString(), own}}},
                             {u"timeout"_s, 10'000}},
                    .room = {}});
    m_context.take(m_context.store.saveValue(drainClaimSetting, id.toLatin1()));
}

bool AccountKeys::drained(const OutgoingRecord& request, const QJsonObject& response)
{
    if (request.id.toLatin1() != m_context.take(m_context.store.value(drainClaimSetting))) {
        return false;
    }
    m_context.take(m_context.store.saveValue(drainClaimSetting, {}));
    const QJsonObject given = response.value("one_time_keys"_L1)
                                  .toObject()
                                  .value(m_context.user.toString())
                                  .toObject()
                                  .value(m_context.device.toString())
                                  .toObject();
    const int claimed = 1 + m_context.take(m_context.store.value(drainSetting)).toInt();
    const int left = load() ? m_record.serverOneTimeKeys - 1 : 0;
    const bool isLast = given.isEmpty() || claimed >= mostClaims || left <= 0 ||
                        given.begin().value().toObject().value("fallback"_L1).toBool();
    m_context.take(m_context.store.saveValue(drainSetting,
                                             isLast ? QByteArray() : QByteArray::number(claimed)));
    m_record.serverOneTimeKeys = isLast ? 0 : left;
    change();
    return true;
}

} // namespace client::crypto
