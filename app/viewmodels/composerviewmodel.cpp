// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/composerviewmodel.h"

#include "rooms/displaytext.h"
#include "text/words.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QImage>
#include <QImageReader>
#include <QMimeData>
#include <QMimeDatabase>
#include <QStandardPaths>
#include <QTemporaryFile>

using namespace Qt::StringLiterals;

namespace app {

using client::engine::OutgoingMessage;
using client::models::Attachment;
using client::session::Session;
using client::timeline::TimelineItem;

namespace {

constexpr auto draftDelay = std::chrono::milliseconds{400};
constexpr auto typingPause = std::chrono::seconds{5};

} // namespace

ComposerViewModel::ComposerViewModel(Session& session, client::RoomId room, const Words& words,
                                     QString thread)
    : m_session(&session)
    , m_room(std::move(room))
    , m_thread(std::move(thread))
    , m_words(&words)
{
    m_draftTimer.setSingleShot(true);
    m_draftTimer.setInterval(draftDelay);
    connect(&m_draftTimer, &QTimer::timeout, this,
            [this] { m_scope.start(runSaveDraft(editing() ? m_savedText : m_text)); });
    m_typingTimer.setSingleShot(true);
    m_typingTimer.setInterval(typingPause);
    connect(&m_typingTimer, &QTimer::timeout, this,
            [this] { m_session->setTyping(m_room, false); });
    connect(m_session, &Session::progress, this,
            [this](const client::TxnId& txn, qint64 done, qint64 total) {
                if (total > 0) {
                    m_uploads.setProgress(txn.toString(), double(done) / double(total));
                }
            });
    const auto forget = [this](const client::TxnId& txn) { m_uploads.remove(txn.toString()); };
    connect(m_session, &Session::messageSent, this, forget);
    connect(m_session, &Session::messageFailed, this, forget);
}

ComposerViewModel::~ComposerViewModel()
{
    for (const QString& path : std::as_const(m_temporary)) {
        QFile::remove(path);
    }
    m_session->setTyping(m_room, false);
}

void ComposerViewModel::setDraft(const QString& draft)
{
    if (m_text.isEmpty() && !draft.isEmpty()) {
        m_text = draft;
        Q_EMIT textChanged();
        Q_EMIT canSendChanged();
    }
}

void ComposerViewModel::setText(const QString& text)
{
    if (m_text == text) {
        return;
    }
    m_text = text;
    m_draftTimer.start();
    if (!text.trimmed().isEmpty() && !editing()) {
        m_session->setTyping(m_room, true);
        m_typingTimer.start();
    }
    Q_EMIT textChanged();
    Q_EMIT canSendChanged();
}

bool ComposerViewModel::canSend() const
{
    return !m_text.trimmed().isEmpty() || attachmentCount() > 0;
}

void ComposerViewModel::reply(const TimelineItem& item)
{
    leaveMode();
    m_replyTo = item.eventId.isEmpty() ? item.txnId : item.eventId;
    m_replyName = item.senderName;
    m_replyBody = item.body.simplified().left(200);
    Q_EMIT modeChanged();
    Q_EMIT focusRequested();
}

void ComposerViewModel::edit(const TimelineItem& item)
{
    leaveMode();
    m_savedText = m_text;
    m_editing = item.eventId.isEmpty() ? item.txnId : item.eventId;
    m_text = item.body;
    Q_EMIT modeChanged();
    Q_EMIT textChanged();
    Q_EMIT canSendChanged();
    Q_EMIT focusRequested();
}

void ComposerViewModel::cancelMode()
{
    leaveMode();
    Q_EMIT focusRequested();
}

void ComposerViewModel::leaveMode()
{
    if (editing()) {
        m_text = m_savedText;
        Q_EMIT textChanged();
        Q_EMIT canSendChanged();
    }
    m_savedText.clear();
    m_editing.clear();
    m_replyTo.clear();
    m_replyName.clear();
    m_replyBody.clear();
    Q_EMIT modeChanged();
}

void ComposerViewModel::send()
{
    if (!canSend()) {
        return;
    }
    std::vector<OutgoingMessage> messages;
    for (const Attachment& file : m_attachments.takeAll()) {
        OutgoingMessage message;
        message.kind = OutgoingMessage::Kind::File;
        message.room = m_room;
        message.filePath = file.path;
        message.fileName = file.name;
        message.mimetype = file.mimetype;
        message.fileSize = file.size;
        message.width = file.width;
        message.height = file.height;
        message.threadId = m_thread;
        messages.push_back(std::move(message));
    }
    const QString body = m_text.trimmed();
    if (!body.isEmpty()) {
        OutgoingMessage message;
        message.kind = editing() ? OutgoingMessage::Kind::Edit : OutgoingMessage::Kind::Text;
        message.room = m_room;
        message.body = body;
        message.target = m_editing;
        message.replyTo = m_replyTo;
        message.threadId = m_thread;
        messages.push_back(std::move(message));
    }
    const bool wasEditing = editing();
    leaveMode(); // an edit gives back the draft that it had put aside
    if (!wasEditing) {
        m_text.clear();
        Q_EMIT textChanged();
    }
    m_typingTimer.stop();
    m_session->setTyping(m_room, false);
    Q_EMIT attachmentsChanged();
    Q_EMIT canSendChanged();
    m_scope.start(runSend(std::move(messages)));
}

client::Task<> ComposerViewModel::runSend(std::vector<OutgoingMessage> messages)
{
    for (OutgoingMessage& message : messages) {
        const bool isFile = message.kind == OutgoingMessage::Kind::File;
        const QString name = message.fileName;
        const QString path = message.filePath;
        const QString body = message.body;
        const auto txn = co_await m_session->send(std::move(message));
        if (!txn) {
            Q_EMIT said(isFile ? m_words->cannotRead(name) : m_words->error(txn.error()));
            if (!isFile && m_text.isEmpty()) {
                setText(body); // what could not be kept on disk stays in the field
            }
            continue;
        }
        if (isFile) {
            m_uploads.add(txn->toString(), name);
            dropTemporary(path);
        }
        Q_EMIT sentOne();
    }
    co_await runSaveDraft(m_text);
}

client::Task<> ComposerViewModel::runSaveDraft(QString text)
{
    m_draftTimer.stop();
    if (!m_thread.isEmpty()) {
        co_return; // a room keeps one draft, that of its main timeline
    }
    const auto saved = co_await m_session->saveDraft(m_room, std::move(text));
    if (!saved) {
        Q_EMIT said(m_words->error(saved.error()));
    }
}

void ComposerViewModel::flush()
{
    if (m_draftTimer.isActive()) {
        m_scope.start(runSaveDraft(editing() ? m_savedText : m_text));
    }
}

void ComposerViewModel::dropTemporary(const QString& path)
{
    if (m_temporary.remove(path)) {
        QFile::remove(path);
    }
}

void ComposerViewModel::attach(const QUrl& file)
{
    const QString path = file.isLocalFile() ? file.toLocalFile() : file.toString();
    const QFileInfo info(path);
    if (!info.isFile() || !info.isReadable()) {
        Q_EMIT said(m_words->cannotRead(info.fileName()));
        return;
    }
    Attachment made;
    made.path = path;
    made.name = client::rooms::safeFileName(info.fileName());
    made.mimetype = QMimeDatabase().mimeTypeForFile(info).name();
    made.size = info.size();
    made.sizeText = m_words->fileSize(info.size());
    const QImageReader reader(path);
    const QSize size = reader.size();
    made.isImage = made.mimetype.startsWith("image/"_L1) && size.isValid();
    made.width = made.isImage ? size.width() : 0;
    made.height = made.isImage ? size.height() : 0;
    m_attachments.add(std::move(made));
    Q_EMIT attachmentsChanged();
    Q_EMIT canSendChanged();
    Q_EMIT focusRequested();
}

bool ComposerViewModel::pasteFromClipboard()
{
    const QMimeData* data = QGuiApplication::clipboard()->mimeData();
    if (data == nullptr) {
        return false;
    }
    if (data->hasUrls()) {
        bool any = false;
        for (const QUrl& url : data->urls()) {
            if (url.isLocalFile()) {
                attach(url);
                any = true;
            }
        }
        return any;
    }
    if (!data->hasImage() || data->hasText()) {
        return false;
    }
    const auto image = data->imageData().value<QImage>();
    // Private to this person and gone with the session: a pasted picture is not left in clear.
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    QTemporaryFile file(
        QDir(folder.isEmpty() ? QDir::tempPath() : folder).filePath(u"image-XXXXXX.png"_s));
    file.setAutoRemove(false);
    if (image.isNull() || !file.open() || !image.save(&file, "PNG")) {
        return false;
    }
    file.close();
    m_temporary.insert(file.fileName());
    attach(QUrl::fromLocalFile(file.fileName()));
    return true;
}

void ComposerViewModel::removeAttachment(int row)
{
    if (row >= 0 && row < attachmentCount()) {
        dropTemporary(m_attachments.items()[size_t(row)].path);
    }
    m_attachments.removeAt(row);
    Q_EMIT attachmentsChanged();
    Q_EMIT canSendChanged();
}

void ComposerViewModel::cancelUpload(const QString& txnId)
{
    m_scope.start(runCancel(txnId));
}

client::Task<> ComposerViewModel::runCancel(QString txnId)
{
    const auto cancelled = co_await m_session->cancel(client::TxnId(txnId));
    if (cancelled) {
        m_uploads.remove(txnId);
    }
}

} // namespace app
