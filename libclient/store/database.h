// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Database and Transaction: one SQLCipher file behind its raw key. Lives and dies on the engine
// thread; owned by engine::Engine, which is the only caller of begin().
#pragma once

#include "base/error.h"
#include "base/secretbytes.h"
#include "store/statement.h"

#include <QHash>
#include <QList>

#include <memory>

struct sqlite3;
class QLockFile;

namespace client::store {

class Transaction;

class Database {
public:
    //! Opens or makes the file. WrongKey and Damaged are told apart by a check value beside the
    //! file ("keycheck"); Busy when another process has it open; DiskFull, Store.
    static Result<std::unique_ptr<Database>> open(const QString& path, const SecretBytes& key);
    ~Database(); //!< checkpoints the write-ahead log and closes
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;
    Database(Database&&) = delete;
    Database& operator=(Database&&) = delete;

    //! One at a time; Internal when one is open.
    Result<Transaction> begin();

    bool inTransaction() const { return m_inTransaction; }

    //! `sql` must be a literal (it is the key of the cache of prepared statements).
    template <class... Args>
    Result<Statement> query(const char* sql, const Args&... args)
    {
        auto statement = prepare(sql);
        if (statement) {
            int at = 0;
            (statement->bind(++at, args), ...);
        }
        return statement;
    }

    //! For statements that give no rows.
    template <class... Args>
    Result<> run(const char* sql, const Args&... args)
    {
        auto statement = query(sql, args...);
        if (!statement) {
            return std::unexpected(statement.error());
        }
        const auto stepped = statement->step();
        return stepped ? Result<>{} : std::unexpected(stepped.error());
    }

    //! Several statements, no parameters (migrations, pragmas).
    Result<> execute(const QByteArray& script);
    //! Writes the log beside the file into the file and empties it.
    Result<> forgetLog();
    int64_t lastInsertId() const;
    int changes() const;

    //! Pages and structure checked; Damaged with the first finding.
    Result<> checkIntegrity();
    //! All tables and indexes as text, for the snapshot test.
    Result<QByteArray> schema();

private:
    friend class Statement;
    friend class Transaction;
    Database();
    Result<> unlock(const SecretBytes& key);
    Result<> configure();
    Result<Statement> prepare(const char* sql);
    void giveBack(const char* sql, sqlite3_stmt* raw);
    Error errorFor(int code) const;

    sqlite3* m_raw = nullptr;
    std::unique_ptr<QLockFile> m_lock;
    QHash<const char*, QList<sqlite3_stmt*>> m_idle;
    bool m_inTransaction = false;
};

//! Rolls back when it dies uncommitted.
class Transaction {
public:
    explicit Transaction(Database& database) : m_database(&database) {}

    Transaction(Transaction&& other) noexcept : m_database(std::exchange(other.m_database, nullptr))
    {}

    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    Transaction& operator=(Transaction&&) = delete;
    ~Transaction();
    Result<> commit();

private:
    Database* m_database;
};

} // namespace client::store
