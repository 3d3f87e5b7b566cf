// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/database.h"

#include "base/log.h"
#include "crypto/primitives/primitives.h"

#define SQLITE_HAS_CODEC 1 // NOLINT: SQLCipher's own switch
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QSaveFile>

#include <sqlcipher/sqlite3.h>

using namespace Qt::StringLiterals;

namespace client::store {

namespace {

using Kind = Error::Kind;

constexpr int rawKeyText = 67; // x'<64 hex digits>'

//! A value that only the right key gives: tells a wrong key from a damaged file.
Result<QByteArray> checkValue(const SecretBytes& key)
{
    const auto derived = crypto::hkdfSha256(key, {}, "tchap-keycheck-v1", 32);
    if (!derived) {
        return std::unexpected(derived.error());
    }
    return crypto::hmacSha256(*derived, "keycheck").toHex();
}

Result<> writeCheck(const QString& path, const QByteArray& value)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(value) != value.size() || !file.commit()) {
        return fail(Kind::Store, u"key check cannot be written"_s);
    }
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    return {};
}

Result<> verifyCheck(const QString& path, const QByteArray& value)
{
    QFile file(path + u".keycheck"_s);
    if (!file.exists()) {
        return {}; // written once the key has opened the file
    }
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Kind::Store, u"key check cannot be read"_s);
    }
    const QByteArray kept = file.read(256);
    return crypto::constantTimeEquals(kept, value) ? Result<>{}
                                                   : fail(Kind::WrongKey, u"key check differs"_s);
}

} // namespace

Database::Database() = default;

Database::~Database()
{
    for (const auto& idle : std::as_const(m_idle)) {
        for (sqlite3_stmt* statement : idle) {
            sqlite3_finalize(statement);
        }
    }
    if (m_raw != nullptr) {
        sqlite3_wal_checkpoint_v2(m_raw, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
        sqlite3_close_v2(m_raw);
    }
}

Result<std::unique_ptr<Database>> Database::open(const QString& path, const SecretBytes& key)
{
    std::unique_ptr<Database> database(new Database);
    // The lock is held for life; a lock whose process died is taken over.
    database->m_lock = std::make_unique<QLockFile>(path + u".lock"_s);
    database->m_lock->setStaleLockTime(std::chrono::milliseconds{0});
    if (!database->m_lock->tryLock(std::chrono::milliseconds{0})) {
        const bool busy = database->m_lock->error() == QLockFile::LockFailedError;
        return fail(busy ? Kind::Busy : Kind::Store, u"lock of the store"_s);
    }
    const auto value = checkValue(key);
    if (!value) {
        return std::unexpected(value.error());
    }
    if (!QFileInfo::exists(path)) {
        QFile::remove(path + u".keycheck"_s);
    }
    if (auto verified = verifyCheck(path, *value); !verified) {
        return std::unexpected(verified.error());
    }
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &database->m_raw,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE |
                                         SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE,
                                     nullptr);
    if (code != SQLITE_OK) {
        return std::unexpected(database->errorFor(code));
    }
    QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner);
    if (auto unlocked = database->unlock(key); !unlocked) {
        return std::unexpected(unlocked.error());
    }
    if (auto configured = database->configure(); !configured) {
        return std::unexpected(configured.error());
    }
    if (!QFileInfo::exists(path + u".keycheck"_s)) {
        if (auto written = writeCheck(path + u".keycheck"_s, *value); !written) {
            return std::unexpected(written.error());
        }
    }
    return database;
}

Result<> Database::unlock(const SecretBytes& key)
{
    static constexpr char digits[] = "0123456789abcdef";
    SecretBytes text(rawKeyText);
    auto out = text.writable();
    size_t at = 0;
    out[at++] = 'x';
    out[at++] = '\'';
    for (const uint8_t byte : key.bytes().first(32)) {
        out[at++] = uint8_t(digits[byte >> 4]);
        out[at++] = uint8_t(digits[byte & 15]);
    }
    out[at] = '\'';
    if (const int code = sqlite3_key_v2(m_raw, "main", out.data(), rawKeyText); code != SQLITE_OK) {
        return std::unexpected(errorFor(code));
    }
    // A plain SQLite would ignore the key and write clear text.
    auto version = query("PRAGMA cipher_version");
    if (!version) {
        return std::unexpected(version.error());
    }
    const auto row = version->step();
    if (!row || !*row || version->text(0).isEmpty()) {
        return fail(Kind::Store, u"this SQLite does not encrypt"_s);
    }
    auto probe = query("SELECT count(*) FROM sqlite_master");
    const auto read = probe ? probe->step() : Result<bool>(std::unexpected(probe.error()));
    return read ? Result<>{} : std::unexpected(read.error());
}

Result<> Database::configure()
{
    sqlite3_busy_timeout(m_raw, 2000);
    sqlite3_db_config(m_raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    // FULL: after a power cut no ratchet may step back to a state that was already used.
    return execute(
        "PRAGMA temp_store = MEMORY; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
        "PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF;"
        "PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0;");
}

Result<Transaction> Database::begin()
{
    if (m_inTransaction) {
        return fail(Kind::Internal, u"a transaction is open already"_s);
    }
    if (auto begun = run("BEGIN IMMEDIATE"); !begun) {
        return std::unexpected(begun.error());
    }
    m_inTransaction = true;
    return Transaction(*this);
}

Result<> Transaction::commit()
{
    if (m_database == nullptr) {
        return fail(Kind::Internal, u"committed already"_s);
    }
    auto done = m_database->run("COMMIT");
    if (done) {
        m_database->m_inTransaction = false;
        m_database = nullptr;
    }
    return done;
}

Transaction::~Transaction()
{
    if (m_database == nullptr) {
        return;
    }
    m_database->m_inTransaction = false;
    // A failure of the disk may have rolled back already: then there is nothing to do.
    if (sqlite3_get_autocommit(m_database->m_raw) == 0) {
        if (const auto done = m_database->run("ROLLBACK"); !done) {
            qCWarning(logStore) << "rollback failed" << done.error().code;
        }
    }
}

Result<Statement> Database::prepare(const char* sql)
{
    auto& idle = m_idle[sql];
    if (!idle.isEmpty()) {
        return Statement(this, sql, idle.takeLast());
    }
    sqlite3_stmt* raw = nullptr;
    const int code = sqlite3_prepare_v3(m_raw, sql, -1, SQLITE_PREPARE_PERSISTENT, &raw, nullptr);
    if (code != SQLITE_OK) {
        return std::unexpected(errorFor(code));
    }
    return Statement(this, sql, raw);
}

void Database::giveBack(const char* sql, sqlite3_stmt* raw)
{
    m_idle[sql].append(raw);
}

Result<> Database::execute(const QByteArray& script)
{
    const int code = sqlite3_exec(m_raw, script.constData(), nullptr, nullptr, nullptr);
    return code == SQLITE_OK ? Result<>{} : std::unexpected(errorFor(code));
}

Result<> Database::forgetLog()
{
    const int code =
        sqlite3_wal_checkpoint_v2(m_raw, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    return code == SQLITE_OK ? Result<>{} : std::unexpected(errorFor(code));
}

int64_t Database::lastInsertId() const
{
    return sqlite3_last_insert_rowid(m_raw);
}

int Database::changes() const
{
    return sqlite3_changes(m_raw);
}

Error Database::errorFor(int code) const
{
    Error error;
    error.code = code;
    // Messages of SQLite name tables and columns, never values.
    error.detail =
        QString::fromUtf8(m_raw != nullptr ? sqlite3_errmsg(m_raw) : sqlite3_errstr(code));
    switch (code & 0xff) {
    case SQLITE_FULL:
        error.kind = Kind::DiskFull;
        break;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        error.kind = Kind::Damaged;
        break;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        error.kind = Kind::Busy;
        break;
    default:
        error.kind = Kind::Store;
    }
    qCWarning(logStore) << "store:" << code << error.detail;
    return error;
}

Result<> Database::checkIntegrity()
{
    for (const char* sql : {"PRAGMA cipher_integrity_check", "PRAGMA quick_check"}) {
        auto rows = query(sql);
        if (!rows) {
            return std::unexpected(rows.error());
        }
        const auto row = rows->step();
        if (!row) {
            return std::unexpected(row.error());
        }
        if (*row && rows->text(0) != "ok"_L1) {
            return fail(Kind::Damaged, rows->text(0));
        }
    }
    return {};
}

Result<QByteArray> Database::schema()
{
    auto rows = query("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE"
                      " 'sqlite_%' ORDER BY type DESC, name");
    if (!rows) {
        return std::unexpected(rows.error());
    }
    QByteArray text;
    for (auto row = rows->step(); row && *row; row = rows->step()) {
        text += rows->text(0).toUtf8() + ";\n\n";
    }
    return text;
}

} // namespace client::store
