// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// RoomViewModel: one open conversation. Owned by App; made when a room is opened.
#pragma once

#include "base/task.h"
#include "models/timelinemodel.h"
#include "rooms/roomsummary.h"
#include "session/session.h"
#include "viewmodels/composerviewmodel.h"

#include <QObject>
#include <QTimer>

namespace app {

class Words;

class RoomViewModel final : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString roomId READ roomId CONSTANT FINAL)
    Q_PROPERTY(client::rooms::RoomSummary summary READ summary NOTIFY summaryChanged FINAL)
    //! Rows newest first (row 0 is the newest); roles `kind` (TimelineItem.Kind) and `item`
    //! (timelineItem value).
    Q_PROPERTY(QAbstractItemModel* model READ model CONSTANT FINAL)
    Q_PROPERTY(app::ComposerViewModel* composer READ composer CONSTANT FINAL)
    Q_PROPERTY(bool loaded READ loaded NOTIFY loadedChanged FINAL)
    Q_PROPERTY(bool atStart READ atStart NOTIFY olderChanged FINAL)
    //! The rows end before the newest message: a find is shown in its place.
    Q_PROPERTY(bool detached READ detached NOTIFY detachedChanged FINAL)
    Q_PROPERTY(bool loadingOlder READ loadingOlder NOTIFY olderChanged FINAL)
    Q_PROPERTY(QString olderError READ olderError NOTIFY olderChanged FINAL)
    Q_PROPERTY(int newBelow READ newBelow NOTIFY newBelowChanged FINAL)
    Q_PROPERTY(bool canWrite READ canWrite NOTIFY summaryChanged FINAL)

public:
    RoomViewModel(client::session::Session& session, client::rooms::RoomSummary summary,
                  const Words& words);
    ~RoomViewModel() override;

    QString roomId() const { return m_summary.roomId; }

    client::rooms::RoomSummary summary() const { return m_summary; }

    QAbstractItemModel* model() { return &m_model; }

    ComposerViewModel* composer() { return &m_composer; }

    bool loaded() const { return m_loaded; }

    bool atStart() const { return m_atStart; }

    bool detached() const { return m_detached; }

    bool loadingOlder() const { return m_loadingOlder; }

    QString olderError() const { return m_olderError; }

    int newBelow() const { return m_newBelow; } //!< messages that came while not at the newest

    bool canWrite() const;

    void setSummary(const client::rooms::RoomSummary& summary);

    Q_INVOKABLE void loadOlder();
    Q_INVOKABLE void loadNewer(); //!< while detached
    //! The rows around a message; shown() follows.
    Q_INVOKABLE void showEvent(const QString& eventId);
    Q_INVOKABLE void backToNewest();
    //! Facts from the view: rows shown (first: nearest the newest), whether the newest is visible,
    //! whether the window is active. What counts as read is decided here.
    Q_INVOKABLE void reportVisible(int first, int last, bool atNewest, bool active);
    Q_INVOKABLE void react(const QString& eventId, const QString& key); //!< again: takes it back
    Q_INVOKABLE void redact(const QString& uid);
    Q_INVOKABLE void startReply(const QString& uid);
    Q_INVOKABLE void startEdit(const QString& uid);
    Q_INVOKABLE void editLast(); //!< Up in an empty composer
    Q_INVOKABLE void retry(const QString& txnId);
    Q_INVOKABLE void cancel(const QString& txnId);
    Q_INVOKABLE void saveFile(const QString& eventId, const QUrl& target);
    Q_INVOKABLE int rowOf(const QString& eventId) const; //!< -1 when not in the window
    Q_INVOKABLE void copyText(const QString& uid) const;

Q_SIGNALS:
    void summaryChanged();
    void loadedChanged();
    void olderChanged();
    void detachedChanged();
    void shown(const QString& eventId); //!< its row is in the model now
    void newBelowChanged();
    void said(const QString& sentence);    //!< result of an act, or a failure
    void arrived(const QString& sentence); //!< new message, for screen readers (grouped)

private:
    client::Task<> load();
    client::Task<> runOlder();
    client::Task<> runNewer();
    client::Task<> runShow(QString eventId);
    void take(client::engine::RoomWindow window, bool detached);
    client::Task<> runMarkRead(QString eventId);
    client::Task<> runSend(client::engine::OutgoingMessage message);
    client::Task<> runRetry(QString txn, bool cancel);
    client::Task<> runSave(QString eventId, QString path);
    void applyDiff(const client::ListDiff<client::timeline::TimelineItem>& diff);
    void considerRead();

    client::session::Session* m_session;
    client::rooms::RoomSummary m_summary;
    const Words* m_words;
    client::models::TimelineModel m_model;
    ComposerViewModel m_composer;
    bool m_loaded = false, m_atStart = false, m_loadingOlder = false;
    bool m_detached = false, m_loadingNewer = false;
    bool m_atNewest = true, m_active = false;
    int m_newestVisible = -1, m_newBelow = 0;
    QString m_olderError, m_readUpTo;
    QTimer m_readTimer;
    client::TaskScope m_scope; // last member
};

} // namespace app
