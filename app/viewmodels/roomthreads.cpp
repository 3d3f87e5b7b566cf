// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// RoomViewModel, part two: threads, polls, pinned messages.

#include "text/words.h"
#include "viewmodels/roomviewmodel.h"

#include <algorithm>

namespace app {

using client::EventId;
using client::ListDiff;
using client::RoomId;
using client::engine::OutgoingMessage;
using client::timeline::TimelineItem;

void RoomViewModel::openThread(const QString& rootId)
{
    if (rootId.isEmpty() || !m_threadId.isEmpty() || (m_thread && m_thread->threadId() == rootId)) {
        return;
    }
    m_left = std::move(m_thread);
    m_thread = std::make_unique<RoomViewModel>(*m_session, m_summary, *m_words, rootId);
    connect(m_thread.get(), &RoomViewModel::said, this, &RoomViewModel::said);
    Q_EMIT threadChanged();
}

void RoomViewModel::closeThread()
{
    m_left = std::move(m_thread);
    Q_EMIT threadChanged();
}

void RoomViewModel::loadThreads()
{
    m_scope.start(runThreads());
}

client::Task<> RoomViewModel::runThreads()
{
    const auto found = co_await m_session->threads(RoomId(m_summary.roomId));
    if (!found) {
        Q_EMIT said(m_words->error(found.error()));
        co_return;
    }
    std::vector<TimelineItem> rows;
    for (const client::engine::ThreadView& thread : *found) {
        TimelineItem row = thread.rootItem.value_or(TimelineItem());
        row.eventId = thread.root.toString();
        row.uid = row.eventId;
        row.thread = thread.info;
        rows.push_back(std::move(row));
    }
    std::ranges::reverse(rows); // the model shows the last one first
    m_threads.apply({{ListDiff<TimelineItem>::Reset{std::move(rows)}}});
}

void RoomViewModel::loadPins()
{
    m_scope.start(runPins());
}

client::Task<> RoomViewModel::runPins()
{
    const RoomId room(m_summary.roomId);
    const auto found = co_await m_session->pins(room);
    const auto allowed = co_await m_session->mayPin(room);
    std::vector<TimelineItem> rows;
    for (const auto& pin : found.value_or(std::vector<client::engine::PinnedMessage>())) {
        if (pin.item && !pin.item->redacted) {
            rows.push_back(*pin.item);
        }
    }
    m_pins.apply({{ListDiff<TimelineItem>::Reset{std::move(rows)}}});
    m_canPin = allowed.value_or(false);
    Q_EMIT pinsChanged();
}

bool RoomViewModel::isPinned(const QString& eventId) const
{
    return m_pins.rowOfEvent(eventId) >= 0;
}

void RoomViewModel::pin(const QString& eventId, bool pinned)
{
    m_scope.start(runPin(eventId, pinned));
}

client::Task<> RoomViewModel::runPin(QString eventId, bool pinned)
{
    const auto done = co_await m_session->setPinned(RoomId(m_summary.roomId),
                                                    EventId(std::move(eventId)), pinned);
    if (!done) {
        Q_EMIT said(m_words->error(done.error()));
    }
    loadPins();
}

void RoomViewModel::ask(const QString& question, const QStringList& answers, int most,
                        bool disclosed)
{
    OutgoingMessage message;
    message.kind = OutgoingMessage::Kind::Poll;
    message.room = RoomId(m_summary.roomId);
    message.threadId = m_threadId;
    message.body = question.trimmed();
    message.answers = answers;
    message.maxSelections = most;
    message.disclosed = disclosed;
    m_scope.start(runSend(std::move(message)));
}

void RoomViewModel::vote(const QString& eventId, const QStringList& answers)
{
    OutgoingMessage message;
    message.kind = OutgoingMessage::Kind::Vote;
    message.room = RoomId(m_summary.roomId);
    message.target = eventId;
    message.answers = answers;
    m_scope.start(runSend(std::move(message)));
}

void RoomViewModel::closePoll(const QString& eventId)
{
    OutgoingMessage message;
    message.kind = OutgoingMessage::Kind::PollEnd;
    message.room = RoomId(m_summary.roomId);
    message.target = eventId;
    m_scope.start(runSend(std::move(message)));
}

} // namespace app
