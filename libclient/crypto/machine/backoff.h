// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Backoff: when something that failed may be tried again; kept in the store, so that a restart does
// not ask a dead server more often. Values of one call.
#pragma once

#include "crypto/machine/context.h"

namespace client::crypto {

class Backoff {
public:
    //! `name` begins the names of all entries of one kind.
    Backoff(Context& context, QString name) : m_context(context), m_name(std::move(name)) {}

    static constexpr Timestamp longest = 3'600'000;

    Timestamp until(const QString& key);

    bool isWaiting(const QString& key) { return until(key) > m_context.now(); }

    //! 15 s, 30 s … 1 h. Result: true for the first failure of a period.
    bool failed(const QString& key);
    void succeeded(const QString& key);

private:
    QString nameOf(const QString& key) const;

    Context& m_context;
    QString m_name;
};

} // namespace client::crypto
