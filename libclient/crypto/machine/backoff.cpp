// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "crypto/machine/backoff.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace client::crypto {

namespace {

constexpr Timestamp first = 15'000;

} // namespace

//! A value of its own for each: asking about thousands of devices must not read all each time.
QString Backoff::nameOf(const QString& key) const
{
    return m_name + u' ' + key;
}

Timestamp Backoff::until(const QString& key)
{
    const Timestamp at = m_context.object(nameOf(key)).value("at"_L1).toInteger();
    // Further away than any wait: the clock was set back, and nothing waits for years.
    return at - m_context.now() > longest ? 0 : at;
}

bool Backoff::failed(const QString& key)
{
    const auto count = m_context.object(nameOf(key)).value("count"_L1).toInteger();
    const Timestamp wait = std::min(longest, first << std::min<qint64>(count, 10));
    m_context.saveObject(nameOf(key),
                         {{u"at"_s, qint64(m_context.now() + wait)}, {u"count"_s, count + 1}});
    return count == 0;
}

void Backoff::succeeded(const QString& key)
{
    if (!m_context.object(nameOf(key)).isEmpty()) {
        m_context.saveObject(nameOf(key), {});
    }
}

} // namespace client::crypto
