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
    //! Root of the thread that this conversation is; empty: the main timeline.
    Q_PROPERTY(QString threadId READ threadId CONSTANT FINAL)
    //! The thread that is open beside it, or null; and the room's threads, by their roots.
    Q_PROPERTY(app::RoomViewModel* thread READ thread NOTIFY threadChanged FINAL)
    Q_PROPERTY(QAbstractItemModel* threads READ threads CONSTANT FINAL)
    Q_PROPERTY(QAbstractItemModel* pins READ pins CONSTANT FINAL)
    Q_PROPERTY(bool canPin READ canPin NOTIFY pinsChanged FINAL)

public:
    RoomViewModel(client::session::Session& session, client::rooms::RoomSummary summary,
                  const Words& words, QString thread = {});
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

    QString threadId() const { return m_threadId; }

    RoomViewModel* thread() const { return m_thread.get(); }

    QAbstractItemModel* threads() { return &m_threads; }

    QAbstractItemModel* pins() { return &m_pins; }

    bool canPin() const { return m_canPin; }

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
    Q_INVOKABLE void openThread(const QString& rootId);
    Q_INVOKABLE void closeThread();
    Q_INVOKABLE void loadThreads();
    Q_INVOKABLE void loadPins();
    Q_INVOKABLE bool isPinned(const QString& eventId) const;
    Q_INVOKABLE void pin(const QString& eventId, bool pinned);
    Q_INVOKABLE void ask(const QString& question, const QStringList& answers, int most,
                         bool disclosed);
    Q_INVOKABLE void vote(const QString& eventId, const QStringList& answers);
    Q_INVOKABLE void closePoll(const QString& eventId);

Q_SIGNALS:
    void summaryChanged();
    void loadedChanged();
    void olderChanged();
    void detachedChanged();
    void shown(const QString& eventId); //!< its row is in the model now
    void newBelowChanged();
    void threadChanged();
    void pinsChanged();
    void said(const QString& sentence);    //!< result of an act, or a failure
    void arrived(const QString& sentence); //!< new message, for screen readers (grouped)

private:
    client::Task<> load();
    client::Task<> runOlder();
    client::Task<> runNewer();
    client::Task<> runShow(QString eventId);
    client::Task<> runMarkRead(QString eventId);
    client::Task<> runSend(client::engine::OutgoingMessage message);
    client::Task<> runRetry(QString txn, bool cancel);
    client::Task<> runSave(QString eventId, QString path);
    void applyDiff(const client::ListDiff<client::timeline::TimelineItem>& diff);
    void considerRead();
    client::Task<> runThreads();
    client::Task<> runPins();
    client::Task<> runPin(QString eventId, bool pinned);
    void begin(client::engine::RoomWindow window, bool detached);

    client::session::Session* m_session;
    client::rooms::RoomSummary m_summary;
    const Words* m_words;
    QString m_threadId;
    client::models::TimelineModel m_model;
    client::models::TimelineModel m_threads;
    client::models::TimelineModel m_pins;
    bool m_canPin = false;
    std::unique_ptr<RoomViewModel> m_thread;
    std::unique_ptr<RoomViewModel> m_left; //!< a thread that the view lets go of
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
