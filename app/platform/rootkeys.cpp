// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "platform/rootkeys.h"

#include "base/bell.h"
#include "base/sleep.h"
#include "base/worker.h"
#include "store/storekey.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <qt6keychain/keychain.h>

#include <coroutine>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;
using client::Error;
using client::fail;
using client::Result;
using client::SecretBytes;
using client::Task;
using Kind = client::Error::Kind;

namespace app {

namespace {

const auto service = u"tchap-desktop"_s;
constexpr auto purpose = "account";
constexpr qint64 longestPassphrase = 4096;
constexpr qint64 longestGeneration = 64;

QString wrappedFile(const QString& folder)
{
    return folder + u"/key.json"_s;
}

//! Beside the folder: it outlives the account's files until the keychain's entry is gone, too.
QString markFile(const QString& folder)
{
    return folder + u".keychain"_s;
}

//! One an account's folder; the name says nothing about where that is.
QString nameOf(const QString& folder)
{
    const QByteArray path = QDir(folder).absolutePath().toUtf8();
    return QString::fromLatin1(
        QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex().first(32));
}

QString entryName(const QString& folder)
{
    return u"store-"_s + nameOf(folder);
}

QString generationEntry(const QString& folder)
{
    return u"generation-"_s + nameOf(folder);
}

QString generationFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericStateLocation) +
           u"/tchap-desktop"_s;
}

QString generationFile(const QString& folder)
{
    return generationFolder() + u'/' + generationEntry(folder);
}

//! Waits for a job of the keychain without blocking the thread.
class JobAwaiter {
public:
    explicit JobAwaiter(QKeychain::Job& job) : m_job(job) {}

    bool await_ready() const noexcept { return false; }

    void await_suspend(std::coroutine_handle<> c)
    {
        QObject::connect(
            &m_job, &QKeychain::Job::finished, &m_job, [c] { c.resume(); }, Qt::QueuedConnection);
        m_job.start();
    }

    void await_resume() const noexcept {}

private:
    QKeychain::Job& m_job;
};

Result<> outcome(const QKeychain::Job& job)
{
    switch (job.error()) {
    case QKeychain::NoError:
        return {};
    case QKeychain::EntryNotFound:
        return fail(Kind::NotFound, job.errorString());
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return fail(Kind::Forbidden, job.errorString());
    default:
        return fail(Kind::Unsupported, job.errorString());
    }
}

//! Slow by design (Argon2id), so on a thread of its own.
template <class Job>
auto elsewhere(Job job) -> Task<std::invoke_result_t<Job>>
{
    struct Nothing {};

    std::unique_ptr<client::Worker<Nothing>> worker;
    client::Bell bell([&worker] { worker->deliver(); });
    worker = std::make_unique<client::Worker<Nothing>>([] { return std::make_unique<Nothing>(); },
                                                       [&bell] { bell.ring(); });
    auto result = co_await worker->run([job = std::move(job)](Nothing&) mutable { return job(); });
    co_await client::sleepFor(std::chrono::milliseconds{0}); // out of deliver(), which ends here
    co_return result;
}

Result<> makeFolder(const QString& folder)
{
    if (!QDir().mkpath(folder)) {
        return fail(Kind::Store, u"the folder of the account cannot be made"_s);
    }
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return {};
}

Result<SecretBytes> firstLine(QFile& file)
{
    QByteArray line = file.readLine(longestPassphrase);
    while (line.endsWith('\n') || line.endsWith('\r')) {
        line.chop(1);
    }
    if (line.isEmpty()) {
        return fail(Kind::Invalid, u"the passphrase is empty"_s);
    }
    return SecretBytes::takeFrom(line);
}

//! Nothing to remove is as good as removed.
Task<Result<>> forgetEntry(QString name)
{
    QKeychain::DeletePasswordJob job(service);
    job.setAutoDelete(false);
    job.setKey(name);
    co_await JobAwaiter(job);
    const auto done = outcome(job);
    if (!done && done.error().kind != Kind::NotFound) {
        co_return done;
    }
    co_return {};
}

} // namespace

RootKeys::RootKeys(QString folder) : m_folder(std::move(folder)) {}

RootKeys::Place RootKeys::place() const
{
    if (QFile::exists(wrappedFile(m_folder))) {
        return Place::Passphrase;
    }
    return QFile::exists(markFile(m_folder)) ? Place::Keychain : Place::None;
}

Task<Result<SecretBytes>> RootKeys::fromKeychain() const
{
    QKeychain::ReadPasswordJob job(service);
    job.setAutoDelete(false);
    job.setKey(entryName(m_folder));
    co_await JobAwaiter(job);
    if (auto done = outcome(job); !done) {
        co_return std::unexpected(done.error());
    }
    QByteArray bytes = job.binaryData();
    if (bytes.size() != 32) {
        co_return fail(Kind::NotFound, u"the keychain's entry is not a key"_s);
    }
    co_return SecretBytes::takeFrom(bytes);
}

Task<Result<SecretBytes>> RootKeys::fromPassphrase(SecretBytes words) const
{
    auto held = std::make_shared<SecretBytes>(std::move(words));
    co_return co_await elsewhere([path = wrappedFile(m_folder), held] {
        return client::store::unwrapKey(path, *held, purpose);
    });
}

Task<Result<SecretBytes>> RootKeys::makeInKeychain() const
{
    if (auto made = makeFolder(m_folder); !made) {
        co_return std::unexpected(made.error());
    }
    // Before the entry: none is ever left that nobody knows of.
    QFile mark(markFile(m_folder));
    if (!mark.open(QIODevice::WriteOnly)) {
        co_return fail(Kind::Store, u"the keychain mark cannot be written"_s);
    }
    SecretBytes key = client::store::makeRootKey();
    QKeychain::WritePasswordJob job(service);
    job.setAutoDelete(false);
    job.setKey(entryName(m_folder));
    QByteArray bytes = key.view().toByteArray();
    job.setBinaryData(bytes);
    client::wipe(bytes);
    co_await JobAwaiter(job);
    if (auto done = outcome(job); !done) {
        mark.remove();
        co_return std::unexpected(done.error());
    }
    co_return key;
}

Task<Result<SecretBytes>> RootKeys::makeWithPassphrase(SecretBytes words) const
{
    if (auto made = makeFolder(m_folder); !made) {
        co_return std::unexpected(made.error());
    }
    auto held = std::make_shared<SecretBytes>(std::move(words));
    co_return co_await elsewhere([path = wrappedFile(m_folder), held]() -> Result<SecretBytes> {
        SecretBytes key = client::store::makeRootKey();
        if (auto wrapped = client::store::wrapKey(path, key, *held, purpose); !wrapped) {
            return std::unexpected(wrapped.error());
        }
        return key;
    });
}

Task<Result<QByteArray>> RootKeys::generation() const
{
    if (place() != Place::Keychain) {
        QFile file(generationFile(m_folder));
        if (!file.exists()) {
            co_return QByteArray();
        }
        if (!file.open(QIODevice::ReadOnly)) {
            co_return fail(Kind::Store, file.errorString());
        }
        co_return file.read(longestGeneration);
    }
    QKeychain::ReadPasswordJob job(service);
    job.setAutoDelete(false);
    job.setKey(generationEntry(m_folder));
    co_await JobAwaiter(job);
    const auto done = outcome(job);
    if (!done && done.error().kind != Kind::NotFound) {
        co_return std::unexpected(done.error());
    }
    co_return done ? job.binaryData() : QByteArray();
}

Task<Result<>> RootKeys::keepGeneration(QByteArray value) const
{
    if (place() != Place::Keychain) {
        if (auto made = makeFolder(generationFolder()); !made) {
            co_return made;
        }
        QSaveFile file(generationFile(m_folder));
        if (!file.open(QIODevice::WriteOnly) ||
            !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
            file.write(value) != value.size() || !file.commit()) {
            co_return fail(Kind::Store, file.errorString());
        }
        co_return {};
    }
    QKeychain::WritePasswordJob job(service);
    job.setAutoDelete(false);
    job.setKey(generationEntry(m_folder));
    job.setBinaryData(value);
    co_await JobAwaiter(job);
    co_return outcome(job);
}

Task<Result<>> RootKeys::forget() const
{
    QFile::remove(wrappedFile(m_folder));
    QFile::remove(generationFile(m_folder));
    if (!QFile::exists(markFile(m_folder))) {
        co_return {};
    }
    const auto key = co_await forgetEntry(entryName(m_folder));
    if (!key) {
        co_return key; // the mark stays: the next start tries again
    }
    const auto generation = co_await forgetEntry(generationEntry(m_folder));
    if (!generation) {
        co_return generation;
    }
    QFile::remove(markFile(m_folder));
    co_return {};
}

Result<SecretBytes> passphraseFromFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(Kind::Invalid, u"the passphrase file cannot be read"_s);
    }
    return firstLine(file);
}

Result<SecretBytes> passphraseFromDescriptor(int descriptor)
{
    QFile file;
    if (!file.open(descriptor, QIODevice::ReadOnly, QFile::AutoCloseHandle)) {
        return fail(Kind::Invalid, u"the passphrase's descriptor cannot be read"_s);
    }
    return firstLine(file);
}

} // namespace app
