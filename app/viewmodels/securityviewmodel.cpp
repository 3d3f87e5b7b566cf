// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/securityviewmodel.h"

#include "text/words.h"
#include "viewmodels/secrettext.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>

namespace app {

using client::SecretBytes;
using client::crypto::EncryptionStatus;
using client::crypto::ShareWith;

namespace {

constexpr auto clipboardTime = std::chrono::seconds{60};
//! Many changes come together, of a sync for example: one look at them.
constexpr auto refreshDelay = std::chrono::milliseconds{150};

//! "EsTc LW2K …": as it is written down, whatever the spaces in which it came.
QString grouped(const SecretBytes& code)
{
    const QString bare = QString::fromUtf8(code.view()).remove(QLatin1Char(' '));
    QString groups;
    for (qsizetype at = 0; at < bare.size(); at += 4) {
        groups += (at == 0 ? QString() : QString(QLatin1Char(' '))) + bare.mid(at, 4);
    }
    return groups;
}

} // namespace

SecurityViewModel::SecurityViewModel(const Words& words) : m_words(&words)
{
    m_clipboardTimer.setSingleShot(true);
    m_clipboardTimer.setInterval(clipboardTime);
    connect(&m_clipboardTimer, &QTimer::timeout, this, &SecurityViewModel::forgetCopied);
    m_refreshTimer.setSingleShot(true);
    m_refreshTimer.setInterval(refreshDelay);
    connect(&m_refreshTimer, &QTimer::timeout, this, &SecurityViewModel::refresh);
}

SecurityViewModel::~SecurityViewModel()
{
    if (!m_copied.isEmpty()) {
        forgetCopied();
    }
}

void SecurityViewModel::attach(Encryption* encryption, const client::UserId& user)
{
    m_scope.cancelAll();
    if (m_encryption != nullptr) {
        m_encryption->disconnect(this);
    }
    m_encryption = encryption;
    m_user = user;
    m_status = {};
    m_statusError.clear();
    m_loaded = false;
    m_restoringDone = m_restoringTotal = 0;
    m_code.clear();
    setStep(Step::Idle);
    Q_EMIT statusChanged();
    Q_EMIT restoringChanged();
    if (encryption == nullptr) {
        m_refreshTimer.stop();
        return;
    }
    connect(encryption, &Encryption::statusChanged, this, [this] { m_refreshTimer.start(); });
    connect(encryption, &Encryption::restoring, this, [this](int done, int total) {
        m_restoringDone = done;
        m_restoringTotal = done < total ? total : 0;
        Q_EMIT restoringChanged();
    });
    refresh();
}

SecurityViewModel::State SecurityViewModel::state() const
{
    const EncryptionStatus& s = m_status;
    if (!m_loaded) {
        return m_statusError.isEmpty() ? State::Loading : State::Failed;
    }
    if (s.ownKeysForeign) {
        return State::KeysForeign;
    }
    if (s.identityChanged) {
        return State::IdentityReplaced;
    }
    if (!s.identityExists || s.recoveryIncomplete) {
        return State::SetUp;
    }
    if (!s.thisDeviceSigned || !s.identityTrusted) {
        return State::Confirm;
    }
    if (!s.recovery || s.backupVersion.isEmpty()) {
        return s.hasIdentityKeys ? State::SetUp : State::Confirm;
    }
    return s.hasIdentityKeys && s.backupKeyHere && s.backupTrusted ? State::Well : State::Restore;
}

bool SecurityViewModel::backupOn() const
{
    return !m_status.backupVersion.isEmpty() && m_status.backupTrusted;
}

int SecurityViewModel::unsaved() const
{
    if (!m_loaded) {
        return -1;
    }
    return backupOn() ? std::max(0, m_status.roomKeys - m_status.backedUp) : m_status.roomKeys;
}

QVariantList SecurityViewModel::lockedCauses() const
{
    QMap<QString, int> byLine; // several causes may be one line for a person
    for (const auto& [cause, count] : m_status.undecryptableByCause.asKeyValueRange()) {
        byLine[m_words->lockedCause(cause)] += count;
    }
    QVariantList causes;
    for (const auto& [line, count] : std::as_const(byLine).asKeyValueRange()) {
        causes.append(
            QVariantMap{{QStringLiteral("cause"), line}, {QStringLiteral("count"), count}});
    }
    return causes;
}

void SecurityViewModel::refresh()
{
    if (m_encryption != nullptr) {
        m_scope.start(runStatus());
    }
}

client::Task<> SecurityViewModel::runStatus()
{
    auto status = co_await m_encryption->status();
    if (status) {
        m_status = std::move(*status);
        m_loaded = true;
        m_statusError.clear();
    } else {
        m_statusError = m_words->error(status.error());
    }
    Q_EMIT statusChanged();
}

void SecurityViewModel::restoredSeen()
{
    if (m_encryption != nullptr) {
        m_scope.start(runRestoredSeen());
    }
}

client::Task<> SecurityViewModel::runRestoredSeen()
{
    if (const auto seen = co_await m_encryption->restoredSeen(); !seen) {
        Q_EMIT said(m_words->error(seen.error()));
    }
    co_await runStatus();
}

bool SecurityViewModel::start()
{
    if (m_encryption == nullptr || m_step == Step::Working) {
        return false;
    }
    setStep(Step::Working);
    return true;
}

void SecurityViewModel::begin()
{
    if (m_step != Step::Working) {
        m_code.clear();
        setStep(Step::Idle);
    }
}

void SecurityViewModel::setUp(const QString& password, const QString& passphrase)
{
    if (start()) {
        m_scope.start(
            runCode(m_encryption->bootstrap(secretFrom(password), secretFrom(passphrase))));
    }
}

void SecurityViewModel::reset(const QString& password, const QString& passphrase)
{
    if (start()) {
        m_scope.start(
            runCode(m_encryption->resetIdentity(secretFrom(password), secretFrom(passphrase))));
    }
}

client::Task<> SecurityViewModel::runCode(SecretTask task)
{
    const auto code = co_await std::move(task);
    if (!code) {
        setStep(Step::Refused, m_words->securityError(code.error()));
        co_return;
    }
    m_code = grouped(*code);
    setStep(Step::ShowCode);
    refresh();
}

void SecurityViewModel::restore(const QString& code, const QString& passphrase)
{
    if (start()) {
        m_scope.start(runRestore(secretFrom(code.simplified()), secretFrom(passphrase)));
    }
}

client::Task<> SecurityViewModel::runRestore(SecretBytes code, SecretBytes passphrase)
{
    const auto done = co_await m_encryption->recover(std::move(code), std::move(passphrase));
    if (!done) {
        setStep(Step::Refused, m_words->securityError(done.error()));
        co_return;
    }
    setStep(Step::Done);
    refresh();
}

void SecurityViewModel::restoreHistory()
{
    if (start()) {
        m_scope.start(runHistory(m_encryption->restoreBackup()));
    }
}

client::Task<> SecurityViewModel::runHistory(CountTask task)
{
    const auto count = co_await std::move(task);
    if (!count) {
        setStep(Step::Refused, m_words->securityError(count.error()));
        co_return;
    }
    setStep(Step::Done, {}, m_words->keysRestored(count->imported));
    Q_EMIT said(m_resultText);
    refresh();
}

void SecurityViewModel::keepBackup()
{
    if (m_encryption != nullptr) {
        m_scope.start(runKeep());
    }
}

client::Task<> SecurityViewModel::runKeep()
{
    const auto done = co_await m_encryption->keepBackup();
    if (!done) {
        Q_EMIT said(m_words->error(done.error()));
        co_return;
    }
    m_status.backupDisabledElsewhere = false; // as the next sync will say
    Q_EMIT statusChanged();
}

void SecurityViewModel::copyCode()
{
    if (m_code.isEmpty()) {
        return;
    }
    m_copied = m_code;
    QGuiApplication::clipboard()->setText(m_code);
    m_clipboardTimer.start();
    Q_EMIT said(m_words->codeCopied());
}

void SecurityViewModel::forgetCopied()
{
    m_clipboardTimer.stop();
    // Whatever was copied since then is the person's own.
    auto* clipboard = QGuiApplication::clipboard();
    if (clipboard != nullptr && !m_copied.isEmpty() && clipboard->text() == m_copied) {
        clipboard->clear();
        Q_EMIT said(m_words->codeForgotten());
    }
    m_copied.clear();
}

void SecurityViewModel::saveCode(const QUrl& target)
{
    const QString path = target.toLocalFile();
    QFile file(path);
    // The dialog of the desktop has asked whether a file of this name may go.
    if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate,
                   QFile::ReadOwner | QFile::WriteOwner)) {
        Q_EMIT said(m_words->cannotRead(path));
        return;
    }
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
    const QByteArray text = m_words->recoveryFile(m_user.toString(), m_code).toUtf8();
    const bool written = file.write(text) == text.size() && file.flush();
    Q_EMIT said(written ? m_words->fileSaved(path) : m_words->cannotRead(path));
}

void SecurityViewModel::copyText(const QString& text) const
{
    QGuiApplication::clipboard()->setText(text);
}

void SecurityViewModel::finish()
{
    m_code.clear();
    setStep(Step::Done);
}

void SecurityViewModel::setVerifiedOnly(bool on)
{
    if (m_encryption != nullptr && on != verifiedOnly()) {
        m_scope.start(runShare(on ? ShareWith::Verified : ShareWith::All));
    }
}

client::Task<> SecurityViewModel::runShare(ShareWith with)
{
    const auto done = co_await m_encryption->setShareWith(with);
    if (done) {
        m_status.shareWith = with;
    } else {
        Q_EMIT said(m_words->error(done.error()));
    }
    Q_EMIT statusChanged(); // the switch goes back where it was when this failed
}

void SecurityViewModel::setStep(Step step, const QString& error, const QString& result)
{
    m_step = step;
    m_errorText = error;
    m_resultText = result;
    Q_EMIT flowChanged();
}

} // namespace app
