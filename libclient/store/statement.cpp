// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/statement.h"

#include "base/json.h"
#include "store/database.h"

#define SQLITE_HAS_CODEC 1 // NOLINT: SQLCipher's own switch
#include <QJsonDocument>

#include <sqlcipher/sqlite3.h>

#include <utility>

namespace client::store {

Statement::Statement(Database* home, const char* sql, sqlite3_stmt* raw)
    : m_home(home)
    , m_sql(sql)
    , m_raw(raw)
{}

Statement::Statement(Statement&& other) noexcept
    : m_home(other.m_home)
    , m_sql(other.m_sql)
    , m_raw(std::exchange(other.m_raw, nullptr))
    , m_failure(other.m_failure)
{}

Statement::~Statement()
{
    if (m_raw != nullptr) {
        sqlite3_reset(m_raw);
        sqlite3_clear_bindings(m_raw);
        m_home->giveBack(m_sql, m_raw);
    }
}

void Statement::note(int code)
{
    if (code != SQLITE_OK && m_failure == SQLITE_OK) {
        m_failure = code;
    }
}

void Statement::bind(int at, const QString& text)
{
    const QByteArray utf8 = text.toUtf8();
    note(sqlite3_bind_text64(m_raw, at, utf8.constData(), sqlite3_uint64(utf8.size()),
                             SQLITE_TRANSIENT, SQLITE_UTF8));
}

void Statement::bind(int at, const QByteArray& blob)
{
    // An empty blob is not NULL.
    note(sqlite3_bind_blob64(m_raw, at, blob.isEmpty() ? "" : blob.constData(),
                             sqlite3_uint64(blob.size()), SQLITE_TRANSIENT));
}

void Statement::bind(int at, const QJsonObject& object)
{
    bind(at, QString::fromUtf8(toJson(object)));
}

void Statement::bind(int at, const QJsonArray& array)
{
    bind(at, QString::fromUtf8(toJson(array)));
}

void Statement::bindInteger(int at, int64_t number)
{
    note(sqlite3_bind_int64(m_raw, at, number));
}

void Statement::bindNull(int at)
{
    note(sqlite3_bind_null(m_raw, at));
}

Result<bool> Statement::step()
{
    const int code = m_failure != SQLITE_OK ? m_failure : sqlite3_step(m_raw);
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code == SQLITE_DONE) {
        return false;
    }
    return std::unexpected(m_home->errorFor(code));
}

QString Statement::text(int column) const
{
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(m_raw, column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(m_raw, column));
}

QByteArray Statement::blob(int column) const
{
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(m_raw, column));
    return {bytes, sqlite3_column_bytes(m_raw, column)};
}

int64_t Statement::integer(int column) const
{
    return sqlite3_column_int64(m_raw, column);
}

QJsonObject Statement::object(int column) const
{
    return QJsonDocument::fromJson(text(column).toUtf8()).object();
}

QJsonArray Statement::array(int column) const
{
    return QJsonDocument::fromJson(text(column).toUtf8()).array();
}

bool Statement::isNull(int column) const
{
    return sqlite3_column_type(m_raw, column) == SQLITE_NULL;
}

} // namespace client::store
