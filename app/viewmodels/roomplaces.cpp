// SPDX-FileCopyrightText: 2026 Tchap Desktop contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of RoomViewModel that shows a message of long ago in its place.

#include "session/searching.h"
#include "text/words.h"
#include "viewmodels/roomviewmodel.h"

namespace app {

using client::EventId;
using client::RoomId;

namespace {

constexpr int around = 60;
constexpr int newerStep = 60;

} // namespace

void RoomViewModel::showEvent(const QString& eventId)
{
    if (m_loaded && m_model.rowOfEvent(eventId) >= 0) {
        Q_EMIT shown(eventId);
    } else {
        m_scope.start(runShow(eventId));
    }
}

client::Task<> RoomViewModel::runShow(QString eventId)
{
    if (!m_loaded) {
        co_await load(); // the draft comes with the usual window
    }
    auto part =
        co_await m_session->searching().openAt(RoomId(m_summary.roomId), EventId(eventId), around);
    if (!part) {
        Q_EMIT said(m_words->error(part.error()));
        co_return;
    }
    begin(std::move(part->window), !part->atEnd);
    Q_EMIT shown(part->at.toString());
}

void RoomViewModel::backToNewest()
{
    if (m_detached) {
        m_scope.start(load());
    }
}

void RoomViewModel::loadNewer()
{
    if (m_detached && !m_loadingNewer) {
        m_loadingNewer = true;
        m_scope.start(runNewer());
    }
}

client::Task<> RoomViewModel::runNewer()
{
    const auto atEnd =
        co_await m_session->searching().loadNewer(RoomId(m_summary.roomId), newerStep);
    m_loadingNewer = false;
    if (atEnd && *atEnd) {
        m_detached = false;
        Q_EMIT detachedChanged();
    }
}

} // namespace app
