// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Words: everything that C++ says to people, in their language. The only tr() in C++.
#pragma once

#include "base/error.h"
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
    Q_INVOKABLE QString sendFailure(const client::timeline::TimelineItem& item) const;
    Q_INVOKABLE QString trustSentence(const client::timeline::TimelineItem& item) const;
    Q_INVOKABLE QString messageSpoken(const client::timeline::TimelineItem& item) const;
    Q_INVOKABLE QString personName(const QString& name) const;         //!< without "[DINUM]"
    Q_INVOKABLE QString personOrganisation(const QString& name) const; //!< "DINUM" or empty
    Q_INVOKABLE QString initials(const QString& name) const;
    Q_INVOKABLE int colourIndex(const QString& id) const; //!< 0..11, stable
    Q_INVOKABLE QString linkHost(const QString& url) const;

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

private:
    QString storeError(const client::Error& error) const;
    QString previewBody(const client::rooms::RoomSummary& room) const;
    QString membershipSentence(const client::timeline::TimelineItem& item) const;
    QString spokenBody(const client::timeline::TimelineItem& item) const;
};

} // namespace app
