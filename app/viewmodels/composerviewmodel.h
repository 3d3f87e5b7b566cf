// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// ComposerViewModel: what is being written in one conversation. Owned by RoomViewModel.
#pragma once

#include "base/task.h"
#include "models/attachmentmodel.h"
#include "session/session.h"

#include <QObject>
#include <QSet>
#include <QTimer>
#include <QUrl>

namespace app {

class Words;

class ComposerViewModel final : public QObject {
    Q_OBJECT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged FINAL)
    //! Files to be sent with the next send(): roles `name`, `size` (text), `isImage`, `url`.
    Q_PROPERTY(QAbstractItemModel* attachments READ attachments CONSTANT FINAL)
    Q_PROPERTY(int attachmentCount READ attachmentCount NOTIFY attachmentsChanged FINAL)
    Q_PROPERTY(QString replyName READ replyName NOTIFY modeChanged FINAL)
    Q_PROPERTY(QString replyBody READ replyBody NOTIFY modeChanged FINAL)
    Q_PROPERTY(bool replying READ replying NOTIFY modeChanged FINAL)
    Q_PROPERTY(bool editing READ editing NOTIFY modeChanged FINAL)
    Q_PROPERTY(bool canSend READ canSend NOTIFY canSendChanged FINAL)
    //! Uploads under way, one row a file: roles `name`, `fraction` (0..1), `txnId`.
    Q_PROPERTY(QAbstractItemModel* uploads READ uploads CONSTANT FINAL)

public:
    //! `thread`: root of the thread in which it is written; empty: the main timeline.
    ComposerViewModel(client::session::Session& session, client::RoomId room, const Words& words,
                      QString thread = {});
    ~ComposerViewModel() override;

    QString text() const { return m_text; }

    void setText(const QString& text);

    QAbstractItemModel* attachments() { return &m_attachments; }

    int attachmentCount() const { return m_attachments.rowCount({}); }

    QAbstractItemModel* uploads() { return &m_uploads; }

    QString replyName() const { return m_replyName; }

    QString replyBody() const { return m_replyBody; }

    bool replying() const { return !m_replyTo.isEmpty(); }

    bool editing() const { return !m_editing.isEmpty(); }

    bool canSend() const;

    void setDraft(const QString& draft);
    void reply(const client::timeline::TimelineItem& item);
    void edit(const client::timeline::TimelineItem& item);
    void flush(); //!< the conversation is being left: keep the draft now

    Q_INVOKABLE void send();
    Q_INVOKABLE void attach(const QUrl& file);
    Q_INVOKABLE bool pasteFromClipboard(); //!< true when it took a picture or files
    Q_INVOKABLE void removeAttachment(int row);
    Q_INVOKABLE void cancelMode(); //!< Escape: leaves reply or edit
    Q_INVOKABLE void cancelUpload(const QString& txnId);

Q_SIGNALS:
    void textChanged();
    void attachmentsChanged();
    void modeChanged();
    void canSendChanged();
    void said(const QString& sentence);
    void sentOne(); //!< the view goes to the newest
    void focusRequested();

private:
    client::Task<> runSend(std::vector<client::engine::OutgoingMessage> messages);
    client::Task<> runSaveDraft(QString text);
    client::Task<> runCancel(QString txnId);
    void leaveMode();
    void dropTemporary(const QString& path);

    client::session::Session* m_session;
    client::RoomId m_room;
    QString m_thread;
    const Words* m_words;
    client::models::AttachmentModel m_attachments;
    client::models::UploadModel m_uploads;
    QString m_text, m_replyTo, m_replyName, m_replyBody, m_editing, m_savedText;
    QSet<QString> m_temporary; //!< files made from the clipboard
    QTimer m_draftTimer, m_typingTimer;
    client::TaskScope m_scope; // last member
};

} // namespace app
