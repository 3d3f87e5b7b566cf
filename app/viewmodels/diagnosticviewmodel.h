// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// DiagnosticViewModel: the state of encryption in figures, for a person and for whoever helps them.
// Nothing of it is sent anywhere; as text it goes without ids and fingerprints. Owned by App.
#pragma once

#include "base/task.h"
#include "viewmodels/securityviewmodel.h"

namespace app {

class DiagnosticViewModel final : public QObject {
    Q_OBJECT
    //! Each with `label` and `value`.
    Q_PROPERTY(QVariantList facts READ facts NOTIFY changed FINAL)
    //! Why messages are locked, the most frequent first; each with `cause`, `count` and `help`.
    Q_PROPERTY(QVariantList causes READ causes NOTIFY changed FINAL)
    Q_PROPERTY(QString identityFingerprint READ identityFingerprint NOTIFY changed FINAL)

public:
    DiagnosticViewModel(const Words& words, SecurityViewModel& security);

    void attach(client::session::Encryption* encryption, const client::UserId& user);

    QVariantList facts() const;
    QVariantList causes() const;

    QString identityFingerprint() const { return m_fingerprint; }

    QString asText() const;
    Q_INVOKABLE void refresh();
    Q_INVOKABLE void copy();

Q_SIGNALS:
    void changed();
    void said(const QString& sentence);

private:
    client::Task<> runIdentity();

    const Words* m_words;
    SecurityViewModel* m_security;
    client::session::Encryption* m_encryption = nullptr;
    client::UserId m_user;
    QString m_fingerprint;
    client::TaskScope m_scope; // last member
};

} // namespace app
