// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Words: everything that C++ says to people, in their language. The only tr() in C++.
#pragma once

#include "base/error.h"
#include "crypto/encryptionviews.h"
#include "images/cameratrouble.h"
#include "rooms/roomsummary.h"
#include "timeline/timelineitem.h"

#include <QObject>

namespace app {

class Words final : public QObject {
    Q_OBJECT

public:
    explicit Words(QObject* parent) : QObject(parent) {}

    // --- for pages ---
    Q_INVOKABLE QString time(qint64 timestamp) const;      //!< "14:05", locale's way
    Q_INVOKABLE QString dayOrTime(qint64 timestamp) const; //!< room list: time today, else day
    Q_INVOKABLE QString day(qint64 timestamp) const;       //!< "Today", "Monday 3 March"
    Q_INVOKABLE QString fullTime(qint64 timestamp) const;  //!< tooltip
    Q_INVOKABLE QString fileSize(qint64 bytes) const;
    Q_INVOKABLE QString roomName(const client::rooms::RoomSummary& room) const; //!< never empty
    Q_INVOKABLE QString
    preview(const client::rooms::RoomSummary& room) const; //!< last message line
    Q_INVOKABLE QString roomSpoken(const client::rooms::RoomSummary& room) const; //!< screen reader
    Q_INVOKABLE QString stateSentence(const client::timeline::TimelineItem& item) const;
    Q_INVOKABLE QString lockedReason(const client::timeline::TimelineItem& item) const;
    //! Whether confirming or restoring this device may unlock it.
    Q_INVOKABLE bool isUnlockable(const client::timeline::TimelineItem& item) const;
    Q_INVOKABLE QString sendFailure(const client::timeline::TimelineItem& item) const;
    Q_INVOKABLE QString trustSentence(const client::timeline::TimelineItem& item) const;
    //! As trustSentence, in two or three words beside the message.
    Q_INVOKABLE QString trustMark(const client::timeline::TimelineItem& item) const;
    //! Something is wrong; else it is only not certain.
    Q_INVOKABLE bool isTrustGrave(const client::timeline::TimelineItem& item) const;
    Q_INVOKABLE QString messageSpoken(const client::timeline::TimelineItem& item) const;
    Q_INVOKABLE QString spokenBody(const client::timeline::TimelineItem& item) const;
    Q_INVOKABLE QString personName(const QString& name) const;         //!< without "[DINUM]"
    Q_INVOKABLE QString personOrganisation(const QString& name) const; //!< "DINUM" or empty
    Q_INVOKABLE QString initials(const QString& name) const;
    Q_INVOKABLE int colourIndex(const QString& id) const; //!< 0..11, stable
    Q_INVOKABLE QString linkHost(const QString& url) const;
    Q_INVOKABLE QString deviceTrust(const QString& trust) const; //!< empty when all is well
    Q_INVOKABLE QString lockedCause(const QString& why) const;   //!< of many messages: one line
    Q_INVOKABLE QString fingerprint(const QString& key) const;   //!< in groups of four

    // --- for view-models ---
    QString error(const client::Error& error) const; //!< a whole sentence
    QString loginError(const client::Error& error) const;
    QString fileExists() const;
    QString passphraseShort() const;
    QString roomAddressInvalid() const;
    QString fieldMissing() const;
    QString fileSaved(const QString& path) const;
    QString tooLarge(const QString& name) const;
    QString cannotRead(const QString& name) const;
    QString offline() const;
    QString connecting() const;
    QString signedOut() const;
    QString faultTitle(const client::Error& error) const;
    QString newMessages(int count, const QString& from) const;
    QString copied() const;
    QString passphraseWrong() const;
    QString userIdInvalid() const;

    // --- search ---
    QString messagesFound(qint64 total, bool isLeast) const;
    QString historyFetched(qint64 events, qint64 bytes, bool running, bool atStart) const;
    std::vector<std::pair<QString, QString>> commands() const; //!< name and what is shown

    // --- a conversation in a file ---
    QString transcriptMade(qint64 timestamp, const QString& user) const;
    QString transcriptEnd(qint64 messages, bool complete) const;
    QString transcriptFileLost(const QString& name) const;
    QStringList transcriptRemarks(const client::timeline::TimelineItem& item) const;
    QString transcriptBody(const client::timeline::TimelineItem& item) const; //!< plain text
    QString exportProgress(qint64 fetched, qint64 messages) const;
    QString exported(qint64 messages, const QString& path, int lostFiles, bool complete) const;
    QString exportError(const client::Error& error) const;

    // --- encryption ---
    QString securityError(const client::Error& error) const;
    QString proofError(const client::Error& error) const;   //!< see Proof
    QString keysError(const client::Error& error) const;    //!< of a file of keys
    QString signOutError(const client::Error& error) const; //!< of devices
    QString lastSeen(qint64 timestamp, const QString& address) const;
    QString deviceName(const QString& name, const QString& id) const;
    QString verificationEnded(const QString& code, bool byUs, const QString& who) const;
    QString emojiSymbol(int number) const;
    QString emojiName(int number) const;
    QString codeCopied() const;
    QString codeForgotten() const;
    QString keysExported(int count) const;
    QString keysImported(int count, int total) const;
    QString keysRestored(int count) const;
    QString noQrFound() const;
    QString wrongQr() const;
    QString devicesSignedOut(int count) const;
    QString identityChanged() const; //!< as a mark
    QString cameraTrouble(CameraTrouble trouble) const;
    QString lockedHelp(const QString& why) const; //!< what it means, and what helps
    std::vector<std::pair<QString, QString>>
    diagnosticFacts(const client::crypto::EncryptionStatus& status, int restored,
                    int toRestore) const;
    QString diagnosticTitle() const;
    QString labelled(const QString& label, const QString& value) const;
    QString recoveryFile(const QString& user, const QString& code) const; //!< what is saved

private:
    QString storeError(const client::Error& error) const;
    QString previewBody(const client::rooms::RoomSummary& room) const;
    QString membershipSentence(const client::timeline::TimelineItem& item) const;
    QString pollSpoken(const client::timeline::PollInfo& poll) const;
    QString withheldReason(const QString& why) const;
    QString refusedReason(const QString& why) const;
};

} // namespace app
