// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store/migrations.h"

#include "base/log.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

static void initResources()
{
    // The file that Qt generates for a static library must be named to be linked.
    Q_INIT_RESOURCE(migrations);
}

namespace client::store {

namespace {

//! number -> path, in order.
QMap<int, QString> migrations()
{
    initResources();
    QMap<int, QString> found;
    const QDir folder(u":/store/migrations"_s);
    for (const QString& name : folder.entryList({u"*.sql"_s})) {
        found.insert(name.first(4).toInt(), folder.filePath(name));
    }
    return found;
}

Result<int> versionOf(Database& database)
{
    auto row = database.query("PRAGMA user_version");
    if (!row) {
        return std::unexpected(row.error());
    }
    const auto stepped = row->step();
    if (!stepped) {
        return std::unexpected(stepped.error());
    }
    return row->number(0);
}

Result<> apply(Database& database, int number, const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Error::Kind::Internal, u"migration is missing: "_s + path);
    }
    auto transaction = database.begin();
    if (!transaction) {
        return std::unexpected(transaction.error());
    }
    const QByteArray version = "PRAGMA user_version = " + QByteArray::number(number) + ";";
    if (auto done = database.execute(file.readAll() + version); !done) {
        return done;
    }
    return transaction->commit();
}

} // namespace

int latestVersion()
{
    const auto all = migrations();
    return all.isEmpty() ? 0 : all.lastKey();
}

Result<> migrate(Database& database)
{
    const auto version = versionOf(database);
    if (!version) {
        return std::unexpected(version.error());
    }
    if (*version > latestVersion()) {
        return fail(Error::Kind::TooNew, u"written by a newer program"_s, *version);
    }
    const auto all = migrations();
    for (auto it = all.upperBound(*version); it != all.end(); ++it) {
        qCInfo(logStore) << "migrating the store to" << it.key();
        if (auto done = apply(database, it.key(), it.value()); !done) {
            return done;
        }
    }
    return {};
}

} // namespace client::store
