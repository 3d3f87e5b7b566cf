// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/machine/backoff.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

constexpr Timestamp first = 15'000;
constexpr Timestamp longest = 3'600'000;

} // namespace

Timestamp Backoff::until(const QString& key)
{
    const QJsonObject entry = m_context.object(m_name).value(key).toObject();
    const Timestamp at = entry.value("at"_L1).toInteger();
    // A clock that was set back must not make anything wait for years.
    return std::min(at, m_context.now() + longest);
}

bool Backoff::failed(const QString& key)
{
    QJsonObject all = m_context.object(m_name);
    const auto count = all.value(key).toObject().value("count"_L1).toInteger();
    const Timestamp wait = std::min(longest, first << std::min<qint64>(count, 10));
    all.insert(key,
               QJsonObject{{u"at"_s, qint64(m_context.now() + wait)}, {u"count"_s, count + 1}});
    m_context.saveObject(m_name, all);
    return count == 0;
}

void Backoff::succeeded(const QString& key)
{
    QJsonObject all = m_context.object(m_name);
    if (all.contains(key)) {
        all.remove(key);
        m_context.saveObject(m_name, all);
    }
}

} // namespace client::crypto
