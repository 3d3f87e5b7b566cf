// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/keyfilesviewmodel.h"

#include "text/words.h"
#include "viewmodels/secrettext.h"

namespace app {

using client::SecretBytes;
using client::Task;

void KeyFilesViewModel::attach(Encryption* encryption)
{
    m_scope.cancelAll();
    m_encryption = encryption;
    stop({});
}

void KeyFilesViewModel::begin()
{
    if (!m_working) {
        stop({});
    }
}

bool KeyFilesViewModel::start()
{
    if (m_encryption == nullptr || m_working) {
        return false;
    }
    m_working = true;
    m_errorText.clear();
    m_proofError.clear();
    Q_EMIT changed();
    return true;
}

void KeyFilesViewModel::stop(const QString& error, const QString& proofError)
{
    m_working = false;
    m_errorText = error;
    m_proofError = proofError;
    Q_EMIT changed();
}

void KeyFilesViewModel::exportKeys(const QUrl& file, const QString& proof,
                                   const QString& passphrase)
{
    if (start()) {
        m_scope.start(runExport(file.toLocalFile(), secretFrom(proof), secretFrom(passphrase)));
    }
}

Task<> KeyFilesViewModel::runExport(QString path, SecretBytes proof, SecretBytes passphrase)
{
    const auto proved = co_await m_proof->check(std::move(proof));
    if (!proved) {
        stop({}, m_words->proofError(proved.error()));
        co_return;
    }
    const auto count = co_await m_encryption->exportKeys(std::move(path), std::move(passphrase));
    if (!count) {
        stop(m_words->keysError(count.error()));
        co_return;
    }
    stop({});
    Q_EMIT done();
    Q_EMIT said(m_words->keysExported(count->imported));
}

void KeyFilesViewModel::importKeys(const QUrl& file, const QString& passphrase)
{
    if (start()) {
        m_scope.start(runImport(file.toLocalFile(), secretFrom(passphrase)));
    }
}

Task<> KeyFilesViewModel::runImport(QString path, SecretBytes passphrase)
{
    const auto count = co_await m_encryption->importKeys(std::move(path), std::move(passphrase));
    if (!count) {
        stop(m_words->keysError(count.error()));
        co_return;
    }
    stop({});
    Q_EMIT done();
    Q_EMIT said(m_words->keysImported(count->imported, count->total));
}

} // namespace app
