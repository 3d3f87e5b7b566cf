// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Reading the rows of a query into values. Used by the table gateways.
#pragma once

#include "store/database.h"

#include <optional>
#include <type_traits>
#include <vector>

namespace client::store {

//! `read` makes a value of the current row.
template <class Read>
auto readAll(Result<Statement> rows, Read read)
    -> Result<std::vector<std::invoke_result_t<Read, const Statement&>>>
{
    if (!rows) {
        return std::unexpected(rows.error());
    }
    std::vector<std::invoke_result_t<Read, const Statement&>> all;
    auto row = rows->step();
    while (row && *row) {
        all.push_back(read(*rows));
        row = rows->step();
    }
    if (!row) {
        return std::unexpected(row.error());
    }
    return all;
}

template <class Read>
auto readOne(Result<Statement> rows, Read read)
    -> Result<std::optional<std::invoke_result_t<Read, const Statement&>>>
{
    if (!rows) {
        return std::unexpected(rows.error());
    }
    const auto row = rows->step();
    if (!row) {
        return std::unexpected(row.error());
    }
    return *row ? std::optional(read(*rows)) : std::nullopt;
}

//! The first column of the first row; the type's empty value without a row.
inline Result<QString> readText(Result<Statement> rows)
{
    return readOne(std::move(rows), [](const Statement& row) { return row.text(0); })
        .transform([](std::optional<QString> text) { return text.value_or(QString()); });
}

inline Result<int64_t> readInteger(Result<Statement> rows)
{
    return readOne(std::move(rows), [](const Statement& row) { return row.integer(0); })
        .transform([](std::optional<int64_t> number) { return number.value_or(0); });
}

} // namespace client::store
