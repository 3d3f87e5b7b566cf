// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Ledger: the failures of one act. The first one decides: what the act wrote is rolled back and
// nothing of it is announced. Owned by the engine's Context.
#pragma once

#include "base/error.h"

#include <optional>
#include <utility>

namespace client::engine {

class Ledger {
public:
    //! The value, or an empty one after noting why there is none.
    template <class T>
    T take(Result<T> result)
    {
        if (result) {
            return std::move(*result);
        }
        refuse(std::move(result.error()));
        return T{};
    }

    void take(const Result<>& result)
    {
        if (!result) {
            refuse(result.error());
        }
    }

    void refuse(Error error)
    {
        if (!m_first) {
            m_first = std::move(error);
        }
    }

    void refuse(Error::Kind kind, const QString& detail) { refuse(fail(kind, detail).error()); }

    bool isClean() const { return !m_first; }

    const std::optional<Error>& error() const { return m_first; }

    void clear() { m_first.reset(); }

private:
    std::optional<Error> m_first;
};

} // namespace client::engine
