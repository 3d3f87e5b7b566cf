// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// KeyFilesViewModel: the keys of messages into a file and out of one. Owned by App; lives as long
// as the window.
#pragma once

#include "base/task.h"
#include "viewmodels/proof.h"

#include <QObject>
#include <QUrl>

namespace app {

class Words;

class KeyFilesViewModel final : public QObject {
    Q_OBJECT
    Q_PROPERTY(bool working READ working NOTIFY changed FINAL)
    Q_PROPERTY(bool byPassphrase READ byPassphrase NOTIFY changed FINAL) //!< see Proof
    Q_PROPERTY(QString proofError READ proofError NOTIFY changed FINAL)
    Q_PROPERTY(QString errorText READ errorText NOTIFY changed FINAL) //!< of the file

public:
    KeyFilesViewModel(const Words& words, Proof& proof) : m_words(&words), m_proof(&proof) {}

    void attach(client::session::Encryption* encryption);

    bool working() const { return m_working; }

    bool byPassphrase() const { return m_proof->byPassphrase(); }

    QString proofError() const { return m_proofError; }

    QString errorText() const { return m_errorText; }

    Q_INVOKABLE void begin(); //!< a form is opened: no error
    //! `proof` is what Proof asks for, `passphrase` what protects the file.
    Q_INVOKABLE void exportKeys(const QUrl& file, const QString& proof, const QString& passphrase);
    Q_INVOKABLE void importKeys(const QUrl& file, const QString& passphrase);

Q_SIGNALS:
    void changed();
    void done(); //!< the dialog that asked can close
    void said(const QString& sentence);

private:
    using Encryption = client::session::Encryption;
    client::Task<> runExport(QString path, client::SecretBytes proof,
                             client::SecretBytes passphrase);
    client::Task<> runImport(QString path, client::SecretBytes passphrase);
    bool start();
    void stop(const QString& error, const QString& proofError = {});

    const Words* m_words;
    Proof* m_proof;
    Encryption* m_encryption = nullptr;
    bool m_working = false;
    QString m_errorText, m_proofError;
    client::TaskScope m_scope; // last member
};

} // namespace app
