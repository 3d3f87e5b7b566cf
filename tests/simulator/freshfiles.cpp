// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "freshfiles.h"

#include "fixedrandom.h"
#include "support/peer.h"

#include <QDir>
#include <QFile>

using namespace client;
using testing::must;

namespace simulator {

namespace {

QByteArray made(const QString& user, const QString& device)
{
    const QTemporaryDir folder(workingFolder());
    const QString path = folder.filePath(QStringLiteral("fresh"));
    const testing::FakeClock clock;
    {
        const auto database = must(store::Database::open(path, testing::secret('k')));
        must(store::migrate(*database));
        store::CryptoTables tables(*database);
        crypto::OlmMachine machine(UserId(user), DeviceId(device), tables, clock,
                                   testing::secret('p'));
        auto transaction = must(database->begin());
        must(machine.ensureAccount());
        must(machine.outgoingRequests());
        must(transaction.commit());
    }
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

QString workingFolder()
{
    const QString memory = QStringLiteral("/dev/shm");
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) +
           QStringLiteral("/tchap-simulator-XXXXXX");
}

void freshFile(const QString& user, const QString& device, const QString& path)
{
    static std::map<QString, QByteArray> known;
    QByteArray& bytes = known[user + device];
    if (bytes.isEmpty()) {
        // The same keys whichever scenario comes first.
        seedRandomness(qHash(user + device, 7));
        bytes = made(user, device);
    }
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) {
        throw std::runtime_error("a store cannot be written");
    }
}

} // namespace simulator
