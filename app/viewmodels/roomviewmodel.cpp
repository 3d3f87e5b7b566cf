// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "viewmodels/roomviewmodel.h"

#include "text/words.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QUrl>

namespace app {

using client::EventId;
using client::ListDiff;
using client::RoomId;
using client::TxnId;
using client::engine::OutgoingMessage;
using client::rooms::RoomSummary;
using client::session::Session;
using client::timeline::TimelineItem;

namespace {

constexpr int windowSize = 60;
constexpr int olderStep = 60;
//! A message counts as read after it was on screen, in an active window, for this long.
constexpr auto readAfter = std::chrono::milliseconds{800};

} // namespace

RoomViewModel::RoomViewModel(Session& session, RoomSummary summary, const Words& words,
                             QString thread)
    : m_session(&session)
    , m_summary(std::move(summary))
    , m_words(&words)
    , m_threadId(std::move(thread))
    , m_composer(session, RoomId(m_summary.roomId), words, m_threadId)
{
    m_readTimer.setSingleShot(true);
    m_readTimer.setInterval(readAfter);
    connect(&m_readTimer, &QTimer::timeout, this, &RoomViewModel::considerRead);
    connect(&m_composer, &ComposerViewModel::said, this, &RoomViewModel::said);
    connect(m_session, &Session::timelineChanged, this,
            [this](const RoomId& room, const ListDiff<TimelineItem>& diff) {
                if (m_threadId.isEmpty() && room.toString() == m_summary.roomId) {
                    applyDiff(diff);
                }
            });
    connect(m_session, &Session::threadChanged, this,
            [this](const RoomId& room, const EventId& root, const ListDiff<TimelineItem>& diff) {
                if (root.toString() == m_threadId && room.toString() == m_summary.roomId) {
                    applyDiff(diff);
                }
            });
    m_scope.start(load());
}

RoomViewModel::~RoomViewModel()
{
    if (m_threadId.isEmpty()) {
        m_session->closeRoom(RoomId(m_summary.roomId));
    } else {
        m_session->closeThread(RoomId(m_summary.roomId), EventId(m_threadId));
    }
}

bool RoomViewModel::canWrite() const
{
    return m_summary.membership == RoomSummary::Membership::Joined && m_summary.successor.isEmpty();
}

void RoomViewModel::setSummary(const RoomSummary& summary)
{
    if (!(m_summary == summary)) {
        m_summary = summary;
        Q_EMIT summaryChanged();
        if (m_thread) {
            m_thread->setSummary(summary);
        }
    }
}

client::Task<> RoomViewModel::load()
{
    client::Result<client::engine::RoomWindow> window;
    if (m_threadId.isEmpty()) {
        window = co_await m_session->openRoom(RoomId(m_summary.roomId), windowSize);
    } else {
        auto replies = co_await m_session->openThread(RoomId(m_summary.roomId), EventId(m_threadId),
                                                      windowSize);
        window = replies.transform([this](std::vector<TimelineItem> items) {
            client::engine::RoomWindow made;
            made.summary = m_summary;
            made.items = std::move(items);
            return made;
        });
    }
    if (!window) {
        Q_EMIT said(m_words->error(window.error()));
        co_return;
    }
    begin(std::move(*window), false);
}

void RoomViewModel::begin(client::engine::RoomWindow window, bool detached)
{
    m_model.apply({{ListDiff<TimelineItem>::Reset{std::move(window.items)}}});
    m_composer.setDraft(window.draft);
    m_atStart = window.atStart;
    m_detached = detached;
    m_loaded = true;
    setSummary(window.summary);
    Q_EMIT detachedChanged();
    Q_EMIT loadedChanged();
    Q_EMIT olderChanged();
    if (m_threadId.isEmpty()) {
        loadPins();
    }
}

void RoomViewModel::loadOlder()
{
    if (m_loaded && !m_loadingOlder && !m_atStart) {
        m_scope.start(runOlder());
    }
}

client::Task<> RoomViewModel::runOlder()
{
    m_loadingOlder = true;
    m_olderError.clear();
    Q_EMIT olderChanged();
    const RoomId room(m_summary.roomId);
    client::Result<bool> atStart;
    if (m_threadId.isEmpty()) {
        atStart = co_await m_session->loadOlder(room, olderStep);
    } else {
        atStart = co_await m_session->loadOlderReplies(room, EventId(m_threadId), olderStep);
    }
    m_loadingOlder = false;
    if (atStart) {
        m_atStart = *atStart;
    } else {
        m_olderError = m_words->error(atStart.error());
    }
    Q_EMIT olderChanged();
}

void RoomViewModel::applyDiff(const ListDiff<TimelineItem>& diff)
{
    if (!m_loaded) {
        return; // the window that is being opened already holds it
    }
    const int before = int(m_model.items().size());
    m_model.apply(diff);
    int fresh = 0;
    QString from;
    for (const auto& op : diff.ops) {
        const auto* insert = std::get_if<ListDiff<TimelineItem>::Insert>(&op);
        if (insert == nullptr || insert->index < before) {
            continue;
        }
        for (const TimelineItem& item : insert->items) {
            if (!item.mine && !item.senderName.isEmpty() &&
                item.kind != TimelineItem::Kind::State) {
                ++fresh;
                from = m_words->personName(item.senderName);
            }
        }
    }
    if (fresh > 0 && !m_detached && !m_loadingNewer) {
        Q_EMIT arrived(m_words->newMessages(fresh, from));
        if (!m_atNewest) {
            m_newBelow += fresh;
            Q_EMIT newBelowChanged();
        }
    }
    if (m_active) {
        m_readTimer.start();
    }
}

void RoomViewModel::reportVisible(int first, int last, bool atNewest, bool active)
{
    Q_UNUSED(last);
    m_newestVisible = first;
    m_atNewest = atNewest;
    m_active = active;
    if (atNewest && m_newBelow > 0) {
        m_newBelow = 0;
        Q_EMIT newBelowChanged();
    }
    if (active) {
        m_readTimer.start();
    } else {
        m_readTimer.stop();
    }
}

void RoomViewModel::considerRead()
{
    if (!m_active || !m_loaded || m_detached || m_newestVisible < 0) {
        return;
    }
    // The newest row on screen that is an event of the server's; rows count from the newest.
    for (int row = m_newestVisible; row < m_model.rowCount(); ++row) {
        const TimelineItem& item = m_model.itemAt(row);
        if (item.eventId.isEmpty()) {
            continue;
        }
        if (item.eventId == m_threadId) {
            return; // the root belongs to the main timeline
        }
        const int known = m_model.rowOfEvent(m_readUpTo);
        if (known < 0 || row < known) {
            m_readUpTo = item.eventId;
            m_scope.start(runMarkRead(item.eventId));
        }
        return;
    }
}

client::Task<> RoomViewModel::runMarkRead(QString eventId)
{
    const auto marked =
        co_await m_session->markRead(RoomId(m_summary.roomId), EventId(std::move(eventId)), true);
    if (!marked) {
        m_readUpTo.clear(); // tried again with the next fact from the view
    }
}

void RoomViewModel::react(const QString& eventId, const QString& key)
{
    const int row = m_model.rowOfEvent(eventId);
    if (row < 0 || key.isEmpty()) {
        return;
    }
    OutgoingMessage message;
    message.room = RoomId(m_summary.roomId);
    message.kind = OutgoingMessage::Kind::Reaction;
    message.target = eventId;
    message.body = key;
    for (const auto& reaction : m_model.itemAt(row).reactions) {
        if (reaction.key == key && reaction.mine) {
            message.kind = OutgoingMessage::Kind::Redaction;
            message.target = reaction.myEventId;
            message.body.clear();
        }
    }
    m_scope.start(runSend(std::move(message)));
}

void RoomViewModel::redact(const QString& uid)
{
    const int row = m_model.rowOfUid(uid);
    if (row < 0) {
        return;
    }
    const TimelineItem& item = m_model.itemAt(row);
    if (item.eventId.isEmpty()) {
        m_scope.start(runRetry(item.txnId, true));
        return;
    }
    OutgoingMessage message;
    message.room = RoomId(m_summary.roomId);
    message.kind = OutgoingMessage::Kind::Redaction;
    message.target = item.eventId;
    m_scope.start(runSend(std::move(message)));
}

client::Task<> RoomViewModel::runSend(OutgoingMessage message)
{
    const auto sent = co_await m_session->send(std::move(message));
    if (!sent) {
        Q_EMIT said(m_words->error(sent.error()));
    }
}

void RoomViewModel::startReply(const QString& uid)
{
    const int row = m_model.rowOfUid(uid);
    if (row >= 0) {
        m_composer.reply(m_model.itemAt(row));
    }
}

void RoomViewModel::startEdit(const QString& uid)
{
    const int row = m_model.rowOfUid(uid);
    if (row >= 0 && m_model.itemAt(row).mine) {
        m_composer.edit(m_model.itemAt(row));
    }
}

void RoomViewModel::editLast()
{
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const TimelineItem& item = m_model.itemAt(row);
        if (item.mine && item.kind == TimelineItem::Kind::Text) {
            m_composer.edit(item);
            return;
        }
    }
}

void RoomViewModel::retry(const QString& txnId)
{
    m_scope.start(runRetry(txnId, false));
}

void RoomViewModel::cancel(const QString& txnId)
{
    m_scope.start(runRetry(txnId, true));
}

client::Task<> RoomViewModel::runRetry(QString txn, bool cancel)
{
    client::Result<> result;
    if (cancel) {
        result = co_await m_session->cancel(TxnId(txn));
    } else {
        result = co_await m_session->retry(TxnId(txn));
    }
    if (!result) {
        Q_EMIT said(m_words->error(result.error()));
    }
}

void RoomViewModel::saveFile(const QString& eventId, const QUrl& target)
{
    m_scope.start(runSave(eventId, target.toLocalFile()));
}

client::Task<> RoomViewModel::runSave(QString eventId, QString path)
{
    const auto saved =
        co_await m_session->saveMedia(RoomId(m_summary.roomId), EventId(std::move(eventId)), path);
    if (saved) {
        Q_EMIT said(m_words->fileSaved(path));
    } else if (saved.error().kind == client::Error::Kind::Invalid) {
        Q_EMIT said(m_words->fileExists());
    } else {
        Q_EMIT said(m_words->error(saved.error()));
    }
}

int RoomViewModel::rowOf(const QString& eventId) const
{
    return m_model.rowOfEvent(eventId);
}

void RoomViewModel::copyText(const QString& uid) const
{
    const int row = m_model.rowOfUid(uid);
    if (row >= 0) {
        QGuiApplication::clipboard()->setText(m_model.itemAt(row).body);
    }
}

} // namespace app
