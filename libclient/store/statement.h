// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Statement: one prepared SQL statement on loan from its Database; given back when it dies.
#pragma once

#include "base/error.h"
#include "base/ids.h"

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <concepts>
#include <optional>

struct sqlite3_stmt;

namespace client::store {

class Database;

class Statement {
public:
    Statement(Statement&& other) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    Statement& operator=(Statement&&) = delete;
    ~Statement();

    //! Parameters count from 1. A failure is remembered and told by the next step().
    void bind(int at, const QString& text);
    void bind(int at, const QByteArray& blob);
    void bind(int at, const char* text) = delete;
    void bind(int at, const QJsonObject& object);
    void bind(int at, const QJsonArray& array);

    template <std::integral T>
    void bind(int at, T number)
    {
        bindInteger(at, int64_t(number));
    }

    template <class Tag>
    void bind(int at, const Id<Tag>& id)
    {
        bind(at, id.toString());
    }

    template <class T>
    void bind(int at, const std::optional<T>& value)
    {
        value ? bind(at, *value) : bindNull(at);
    }

    void bindNull(int at);

    //! true: a row is there to be read; false: done.
    Result<bool> step();

    // Columns count from 0; wrong types give empty values.
    QString text(int column) const;
    QByteArray blob(int column) const;
    int64_t integer(int column) const;

    int number(int column) const { return int(integer(column)); }

    bool flag(int column) const { return integer(column) != 0; }

    QJsonObject object(int column) const; //!< empty when it is not JSON
    QJsonArray array(int column) const;
    bool isNull(int column) const;

    template <class IdType>
    IdType id(int column) const
    {
        return IdType(text(column));
    }

private:
    friend class Database;
    Statement(Database* home, const char* sql, sqlite3_stmt* raw);
    void bindInteger(int at, int64_t number);
    void note(int code);

    Database* m_home;
    const char* m_sql;
    sqlite3_stmt* m_raw;
    int m_failure = 0;
};

} // namespace client::store
