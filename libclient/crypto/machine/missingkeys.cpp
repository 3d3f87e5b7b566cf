// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The half of RoomKeys that says why a key is not here, in words that tell a person what to do.

#include "crypto/machine/roomkeys.h"

#include <array>

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

QString reasonOf(const QString& code)
{
    const std::array<std::pair<QLatin1StringView, QLatin1StringView>, 7> words{{
        {"m.blacklisted"_L1, "withheldBlacklisted"_L1},
        {"m.unverified"_L1, "withheldUnverified"_L1},
        {"m.unauthorised"_L1, "withheldUnauthorised"_L1},
        {"m.unavailable"_L1, "withheldUnavailable"_L1},
        {"m.no_olm"_L1, "withheldNoOlm"_L1},
        {"m.history_not_shared"_L1, "withheldHistory"_L1},
        {"io.element.msc4268.history_not_shared"_L1, "withheldHistory"_L1},
    }};
    for (const auto& [known, word] : words) {
        if (code == known) {
            return word;
        }
    }
    return u"missingKey"_s;
}

//! What the server says the person was in the room when the event was sent (MSC4115).
QString membershipThen(const events::Event& event)
{
    const QJsonValue stable = event.unsignedData.value("membership"_L1);
    return stable.isString()
               ? stable.toString()
               : event.unsignedData.value("io.element.msc4115.membership"_L1).toString();
}

} // namespace

DecryptFailure RoomKeys::missing(const RoomId& room, const QByteArray& sessionId,
                                 const events::Event& event)
{
    const auto withheld = m_context.take(m_context.store.withheld(room, sessionId));
    const bool isKnown = m_context.take(m_context.store.inboundGroup(room, sessionId)).has_value();
    return {.waiting = true,
            .reason = withheld && !isKnown ? reasonOf(withheld->code) : absence(event, isKnown),
            .sessionId = sessionId};
}

QString RoomKeys::absence(const events::Event& event, bool isKnown)
{
    if (membershipThen(event) == "leave"_L1) {
        return u"sentBeforeJoin"_s;
    }
    const auto account = m_context.take(m_context.store.account());
    if (account && event.originServerTs < account->createdAt) {
        const auto identity = m_context.take(m_context.store.identity(m_context.user));
        const QByteArray trusted = m_context.take(m_context.store.value(u"trustedMaster"_s));
        if (identity && !identity->master.isEmpty() && identity->master != trusted) {
            return u"historicalUnverified"_s;
        }
        if (m_context.object(u"backup"_s).value("version"_L1).toString().isEmpty() ||
            m_context.secret(u"m.megolm_backup.v1"_s).isEmpty()) {
            return u"historicalNoBackup"_s;
        }
    }
    // A later part of the session is here: the beginning was not meant for this device.
    return isKnown ? u"unknownIndex"_s : u"missingKey"_s;
}

} // namespace client::crypto
