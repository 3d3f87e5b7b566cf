// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// SecurityViewModel: how safe the account's messages are, and the flows that change it: recovery
// and reset. Owned by App; lives as long as the window.
#pragma once

#include "base/task.h"
#include "session/encryption.h"

#include <QObject>
#include <QTimer>
#include <QUrl>
#include <QVariant>

namespace app {

class Words;

class SecurityViewModel final : public QObject {
    Q_OBJECT
    Q_PROPERTY(State state READ state NOTIFY statusChanged FINAL)
    Q_PROPERTY(QString statusError READ statusError NOTIFY statusChanged FINAL)
    Q_PROPERTY(bool recovery READ recovery NOTIFY statusChanged FINAL)
    Q_PROPERTY(bool canReset READ canReset NOTIFY statusChanged FINAL)
    Q_PROPERTY(int backedUp READ backedUp NOTIFY statusChanged FINAL)
    Q_PROPERTY(int roomKeys READ roomKeys NOTIFY statusChanged FINAL)
    //! Keys of messages that are not in the backup; -1: not known.
    Q_PROPERTY(int unsaved READ unsaved NOTIFY statusChanged FINAL)
    Q_PROPERTY(bool backupOn READ backupOn NOTIFY statusChanged FINAL) //!< keys go up by themselves
    //! Another program of the account wants no backup: the person is asked.
    Q_PROPERTY(bool backupDoubted READ backupDoubted NOTIFY statusChanged FINAL)
    Q_PROPERTY(bool verifiedOnly READ verifiedOnly NOTIFY statusChanged FINAL)
    Q_PROPERTY(int locked READ locked NOTIFY statusChanged FINAL)
    Q_PROPERTY(bool restored READ restored NOTIFY statusChanged FINAL) //!< an older profile
    //! Each with `cause` (a line) and `count`.
    Q_PROPERTY(QVariantList lockedCauses READ lockedCauses NOTIFY statusChanged FINAL)
    Q_PROPERTY(int restoringDone READ restoringDone NOTIFY restoringChanged FINAL)
    Q_PROPERTY(int restoringTotal READ restoringTotal NOTIFY restoringChanged FINAL)
    Q_PROPERTY(Step step READ step NOTIFY flowChanged FINAL)
    Q_PROPERTY(QString errorText READ errorText NOTIFY flowChanged FINAL)
    Q_PROPERTY(QString resultText READ resultText NOTIFY flowChanged FINAL)
    //! Only while it must be shown; in groups of four.
    Q_PROPERTY(QString recoveryCode READ recoveryCode NOTIFY flowChanged FINAL)

public:
    enum class State {
        Loading,
        Failed,           //!< statusError says why
        Well,             //!< nothing to do
        SetUp,            //!< no identity or no recovery yet, or one that was broken off
        Confirm,          //!< the identity exists; this device is not confirmed
        Restore,          //!< confirmed, but the keys of former messages are not here
        KeysForeign,      //!< the server has other keys for this device: sign out and in again
        IdentityReplaced, //!< somebody made a new identity for this account
    };
    Q_ENUM(State)
    enum class Step {
        Idle,
        Working,
        ShowCode, //!< recoveryCode must be kept by the person, then finish()
        Done,     //!< resultText may say more
        Refused,  //!< errorText; the form is shown again
    };
    Q_ENUM(Step)

    explicit SecurityViewModel(const Words& words);
    ~SecurityViewModel() override;

    void attach(client::session::Encryption* encryption, const client::UserId& user);

    State state() const;

    QString statusError() const { return m_statusError; }

    bool recovery() const { return m_status.recovery; }

    bool canReset() const { return m_status.identityExists; }

    int backedUp() const { return m_status.backedUp; }

    int roomKeys() const { return m_status.roomKeys; }

    int unsaved() const;
    bool backupOn() const;

    bool backupDoubted() const { return m_status.backupDisabledElsewhere; }

    const client::crypto::EncryptionStatus* status() const
    {
        return m_loaded ? &m_status : nullptr;
    }

    bool verifiedOnly() const { return m_status.shareWith == client::crypto::ShareWith::Verified; }

    int locked() const { return m_status.undecryptable; }

    bool restored() const { return m_status.profileRestored; }

    QVariantList lockedCauses() const;

    int restoringDone() const { return m_restoringDone; }

    int restoringTotal() const { return m_restoringTotal; } //!< 0: nothing is being restored

    Step step() const { return m_step; }

    QString errorText() const { return m_errorText; }

    QString resultText() const { return m_resultText; }

    QString recoveryCode() const { return m_code; }

    Q_INVOKABLE void refresh();
    Q_INVOKABLE void begin(); //!< a form is opened: no step, no error, no code
    Q_INVOKABLE void setUp(const QString& password, const QString& passphrase);
    Q_INVOKABLE void reset(const QString& password, const QString& passphrase);
    Q_INVOKABLE void restore(const QString& code, const QString& passphrase); //!< one of them
    Q_INVOKABLE void restoreHistory();
    Q_INVOKABLE void keepBackup(); //!< the answer to backupDoubted
    Q_INVOKABLE void copyCode();   //!< and takes it from the clipboard again after a minute
    Q_INVOKABLE void saveCode(const QUrl& file);
    Q_INVOKABLE void copyText(const QString& text) const;
    Q_INVOKABLE void finish(); //!< the code was kept: it is forgotten here
    Q_INVOKABLE void setVerifiedOnly(bool on);
    Q_INVOKABLE void restoredSeen();

Q_SIGNALS:
    void statusChanged();
    void flowChanged();
    void restoringChanged();
    void said(const QString& sentence);

private:
    using Encryption = client::session::Encryption;
    using SecretTask = client::Task<client::Result<client::SecretBytes>>;
    using CountTask = client::Task<client::Result<client::crypto::ImportCount>>;

    client::Task<> runStatus();
    client::Task<> runRestoredSeen();
    client::Task<> runCode(SecretTask task);
    client::Task<> runRestore(client::SecretBytes code, client::SecretBytes passphrase);
    client::Task<> runHistory(CountTask task);
    client::Task<> runKeep();
    client::Task<> runShare(client::crypto::ShareWith with);
    bool start(); //!< false: something is under way, or nobody is signed in
    void setStep(Step step, const QString& error = {}, const QString& result = {});
    void forgetCopied();

    const Words* m_words;
    Encryption* m_encryption = nullptr;
    client::UserId m_user;
    client::crypto::EncryptionStatus m_status;
    bool m_loaded = false;
    QString m_statusError, m_errorText, m_resultText, m_code, m_copied;
    Step m_step = Step::Idle;
    int m_restoringDone = 0, m_restoringTotal = 0;
    QTimer m_clipboardTimer, m_refreshTimer;
    client::TaskScope m_scope; // last member
};

} // namespace app
