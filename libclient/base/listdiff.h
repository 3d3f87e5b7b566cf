// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// ListDiff: how one list became another, as values that a model can replay in order.
#pragma once

#include <variant>
#include <vector>

namespace client {

template <class T>
struct ListDiff {
    struct Reset {
        std::vector<T> items;
    };

    struct Insert {
        int index = 0;
        std::vector<T> items;
    };

    struct Remove {
        int index = 0;
        int count = 0;
    };

    struct Update {
        int index = 0;
        T item;
    };

    struct Move {
        int from = 0;
        int to = 0;
    }; //!< index `to` as it is after the removal

    using Op = std::variant<Reset, Insert, Remove, Update, Move>;

    std::vector<Op> ops; //!< to be applied in this order, each on the result of the one before

    bool isEmpty() const { return ops.empty(); }
};

} // namespace client
